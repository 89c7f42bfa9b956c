/* SPDX-License-Identifier: MIT */
/*
 * Whether a fold key begins with some letters: two tables of bits, made when a file is compiled, and mapped with it. The first one
 * tells of four letters and is small enough for a near cache; of what it lets pass, the second one tells by eight. A key that
 * is shorter is told as a whole.
 *
 * A text may have an Arabic article that the key has not, but not the other way round. So letters behind an article are marked
 * (FILTER_ARTICLE), and stand for keys with and without one, other letters for keys without.
 */
#ifndef PLACES_FILTER_H
#define PLACES_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "places/trie.h"

enum { FILTER_SHORT = 4, FILTER_LONG = 8 };
#define FILTER_FACTOR 0x9E3779B97F4A7C15u
/* What is taken away from the first of letters behind the article, if they are in Arabic script: of others it does not count. */
#define FILTER_ARTICLE 0x80u

/* Of 2^n words, n from 0 on. What is in the table has two bits of one word, so that few other letters have both by chance. */
struct filter_bits {
	const uint64_t *words;
	unsigned shift; /* of a hash of 64 bits, that leaves the number of a word and of two of its bits */
};

struct filter {
	struct filter_bits openings; /* FILTER_SHORT letters, or a whole key */
	struct filter_bits starts;   /* FILTER_LONG letters, or a whole key that has FILTER_SHORT of them at least */
};

/* False where there are no tables of so many words. */
bool filter_set_bits(struct filter_bits *ret, const uint64_t *words, uint32_t count);

static inline uint64_t filter_hash(uint64_t letters)
{
	return letters * FILTER_FACTOR;
}

static inline size_t filter_word(const struct filter_bits *bits, uint64_t letters, uint64_t *ret_bits)
{
	uint64_t number = filter_hash(letters) >> bits->shift;
	*ret_bits = (uint64_t)1 << number % 64 | (uint64_t)1 << number / 64 % 64;
	return number / 64 / 64;
}

static inline bool filter_has(const struct filter_bits *bits, uint64_t letters)
{
	uint64_t wanted;
	size_t word = filter_word(bits, letters, &wanted);
	return (bits->words[word] & wanted) == wanted;
}

/* FILTER_LONG letters as one number, the first one as the lowest byte. */
static inline uint64_t filter_letters(const uint8_t *at)
{
	return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 | (uint64_t)at[4] << 32 |
	       (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

static inline void filter_put_letters(uint8_t *ret, uint64_t letters)
{
	/* One store, once the compiler has seen them all. */
#pragma GCC unroll 8
	for (int i = 0; i < FILTER_LONG; i++)
		ret[i] = (uint8_t)(letters >> 8 * i);
}

/* The first `count` of them, with 0 for the others. */
static inline uint64_t filter_first(uint64_t letters, size_t count)
{
	static const uint64_t kept[FILTER_LONG + 1] = {
		0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, UINT64_MAX,
	};
	return letters & kept[count];
}

/* Append the words of both tables for these keys to `ret_openings` and `ret_starts`, which must be empty. They fail without memory. */
void filter_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct buffer *ret_openings,
		  struct buffer *ret_starts);

#endif
