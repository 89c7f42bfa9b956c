/* SPDX-License-Identifier: MIT */
/*
 * A double-array trie: keys, which are strings of letters from 1 to 255, with a number for each. It is a flat array of units of
 * 32 bits that holds no pointers, so it can stand in a file. Reading checks every index: a damaged array gives wrong
 * answers, and is never left.
 *
 * The children of a node have a base in common, and no other node has the same: the child by the letter L is the unit at base
 * XOR L, whose label is L. The number of a key that ends at the node is at the base itself. Of a base the node knows the
 * difference to itself (XOR), in 21 bits or, by FAR, in 256 times as much.
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
#define TRIE_DIFFERENCE_SHIFT 10 /* 21 bits */
#define TRIE_DIFFERENCE_MASK 0x1FFFFFu

/* The units that any difference reaches. */
#define TRIE_UNITS_MAX (1u << 29)

/* The base of a node. */
static inline uint32_t trie_base(uint32_t node, uint32_t unit)
{
	uint32_t difference = unit >> TRIE_DIFFERENCE_SHIFT & TRIE_DIFFERENCE_MASK;
	return node ^ (unit & TRIE_FAR ? difference << 8 : difference);
}

/* Go from `*node`, which is 0 (no letter yet) or what this function made of it, by `letter`. False: no key goes on so. */
static inline bool trie_step(const struct trie *trie, uint32_t *node, uint8_t letter)
{
	uint32_t child = trie_base(*node, trie->units[*node]) ^ letter;
	if (child >= trie->count || (trie->units[child] & (TRIE_LEAF | TRIE_LABEL)) != letter)
		return false;
	*node = child;
	return true;
}

/* The number of the key that ends at `node`; 0 when none does. */
static inline uint32_t trie_value(const struct trie *trie, uint32_t node)
{
	uint32_t unit = trie->units[node], base = trie_base(node, unit);
	if (!(unit & TRIE_HAS_VALUE) || base >= trie->count || !(trie->units[base] & TRIE_LEAF))
		return 0;
	return trie->units[base] & TRIE_VALUE_MAX;
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
