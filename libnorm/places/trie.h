/* SPDX-License-Identifier: MIT */
/*
 * A double-array trie: keys, which are strings of letters from 1 to 255, with a number for each. It is a flat array of units of
 * 32 bits that holds no pointers, so it can stand in a file. Reading checks every index: a damaged array gives wrong
 * answers, and is never left.
 *
 * The children of a node have a base in common, and no other node has the same: the child by the letter L is the unit at base
 * XOR L, whose label is L. The number of a key that ends at the node is at the base itself. Of a base the node knows the
 * difference to itself (XOR), in 20 bits or, by FAR, in 256 times as much.
 *
 * Of most nodes far from the root only one key goes on. The rest of it stands in a row, behind all nodes: its letters, three a unit,
 * the last unit with less than three, then its number. So the end of a walk is in one place, and not in one for each letter.
 * At the base of such a node (TAIL) is the number of the unit where the row begins.
 */
#ifndef PLACES_TRIE_H
#define PLACES_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/cpbuf.h"

/* `count` units in the byte order of the machine, at least one. */
struct trie {
	const uint32_t *units;
	uint32_t count;
};

#define TRIE_LEAF 0x80000000u    /* no node: the rest is the value of a key, or 0 where nothing is */
#define TRIE_VALUE_MAX 0x7FFFFFFFu
#define TRIE_LABEL 0xFFu         /* of a node: the letter that leads to it */
#define TRIE_HAS_VALUE 0x100u    /* a key ends here */
#define TRIE_FAR 0x200u          /* the difference is in units of 256 */
#define TRIE_DIFFERENCE_SHIFT 10 /* 20 bits */
#define TRIE_DIFFERENCE_MASK 0xFFFFFu
#define TRIE_TAIL 0x40000000u    /* one key goes on */
#define TRIE_ROW 0xFFFFFFu       /* three letters of it, in units that are no nodes; the first one is the lowest byte */

/* The nodes that any difference reaches. */
#define TRIE_UNITS_MAX (1u << 28)

/* How far letters have led; all 0 before the first one. */
struct trie_at {
	uint32_t node; /* the last one; */
	uint32_t row;  /* behind it the unit of the row that comes next, 0: there is none, */
	uint32_t rest; /* and what is left of it */
};

/* The base of a node. */
static inline uint32_t trie_base(uint32_t node, uint32_t unit)
{
	uint32_t difference = unit >> TRIE_DIFFERENCE_SHIFT & TRIE_DIFFERENCE_MASK;
	return node ^ (unit & TRIE_FAR ? difference << 8 : difference);
}

/* Begin with the row behind a node. */
static inline void trie_enter_row(const struct trie *trie, struct trie_at *at)
{
	uint32_t base = trie_base(at->node, trie->units[at->node]);
	uint32_t row = base < trie->count ? trie->units[base] & TRIE_VALUE_MAX : 0;
	if (!row || row >= trie->count)
		return;
	at->row = row;
	at->rest = trie->units[row] & TRIE_ROW;
}

/* Go on in a row. */
static inline bool trie_step_row(const struct trie *trie, struct trie_at *at, uint8_t letter)
{
	if (!letter || (at->rest & 0xFF) != letter)
		return false;
	at->rest >>= 8;
	if (!at->rest && trie->units[at->row] & 0xFF0000 && trie->count - at->row > 1)
		at->rest = trie->units[++at->row] & TRIE_ROW;
	return true;
}

/* Go on by `letter`. False: no key goes on so, and `at` stays. */
static inline bool trie_step(const struct trie *trie, struct trie_at *at, uint8_t letter)
{
	if (at->row)
		return trie_step_row(trie, at, letter);
	uint32_t child = trie_base(at->node, trie->units[at->node]) ^ letter;
	if (child >= trie->count || (trie->units[child] & (TRIE_LEAF | TRIE_LABEL)) != letter)
		return false;
	at->node = child;
	if (trie->units[child] & TRIE_TAIL)
		trie_enter_row(trie, at);
	return true;
}

/* Whether a key ends here. */
static inline bool trie_ends(const struct trie *trie, const struct trie_at *at)
{
	return at->row ? !at->rest : trie->units[at->node] & TRIE_HAS_VALUE;
}

/* The number of the key that ends here; 0 when none does. */
static inline uint32_t trie_value(const struct trie *trie, const struct trie_at *at)
{
	uint32_t unit = at->row ? at->row + 1 : trie_base(at->node, trie->units[at->node]);
	if (!trie_ends(trie, at) || unit >= trie->count || !(trie->units[unit] & TRIE_LEAF))
		return 0;
	return trie->units[unit] & TRIE_VALUE_MAX;
}

/* The number of a whole key; 0 when the trie does not hold it. */
uint32_t trie_find(const struct trie *trie, const uint8_t *key, size_t len);

/* A key to build a trie of: `len` letters, none of them 0, at `start` of all letters; `value` is 1 to TRIE_VALUE_MAX. */
struct trie_key {
	uint32_t start, len, value;
};

/*
 * Append a trie to `ret`, which must be empty. The keys are sorted by their letters, each is there once and none is empty.
 * Linear in the letters of all keys. `ret` fails when memory or TRIE_UNITS_MAX runs out.
 */
void trie_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct cpbuf *ret);

#endif
