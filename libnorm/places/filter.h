/* SPDX-License-Identifier: MIT */
/*
 * Whether a fold key begins with some letters: two tables of bits, made when a file is compiled, and mapped with it. The first one
 * tells of four letters and is small enough for the nearest cache; of what it lets pass, the second one tells by eight. A key that
 * is shorter is told as a whole. An Arabic article does not count: a text may have one that the key has not.
 */
#ifndef PLACES_FILTER_H
#define PLACES_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "places/trie.h"

enum { FILTER_SHORT = 4, FILTER_LONG = 8 };

/* Of 2^n words, n from 0 on. */
struct filter_bits {
	const uint64_t *words;
	unsigned shift; /* of a hash of 64 bits, that leaves the number of a bit */
};

struct filter {
	struct filter_bits openings; /* FILTER_SHORT letters, or a whole key */
	struct filter_bits starts;   /* FILTER_LONG letters, or a whole key that has FILTER_SHORT of them at least */
};

/* False where there are no tables of so many words. */
bool filter_set_bits(struct filter_bits *ret, const uint64_t *words, uint32_t count);

static inline uint64_t filter_hash(uint64_t letters)
{
	return letters * 0x9E3779B97F4A7C15u;
}

static inline bool filter_has(const struct filter_bits *bits, uint64_t letters)
{
	uint64_t bit = filter_hash(letters) >> bits->shift;
	return bits->words[bit / 64] >> bit % 64 & 1;
}

/* FILTER_LONG letters as one number. */
static inline uint64_t filter_letters(const uint8_t *letters)
{
	uint64_t ret;
	memcpy(&ret, letters, sizeof ret);
	return ret;
}

/* The first `count` of them, with 0 for the others. */
static inline uint64_t filter_first(uint64_t letters, size_t count)
{
	static const uint8_t kept[FILTER_LONG * 2] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
	return letters & filter_letters(kept + FILTER_LONG - count);
}

/* Append the words of both tables for these keys to `ret_openings` and `ret_starts`, which must be empty. They fail without memory. */
void filter_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct buffer *ret_openings,
		  struct buffer *ret_starts);

#endif
