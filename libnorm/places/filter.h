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
#define FILTER_SHORT_FACTOR 0x9E3779B1u
#define FILTER_LONG_FACTOR 0x9E3779B97F4A7C15u
/* What is taken away from the first of letters behind the article, if they are in Arabic script: of others it does not count. */
#define FILTER_ARTICLE 0x80u

/*
 * Of 2^n words, n from 0 on. What is in a table has two bits of one word, so that few other letters have both by chance. Four
 * letters are of 32 bits, and so is all that is computed of them, for it is computed of many at a time. In tables of two sizes
 * they have the same bits, and the number of the word ends alike: filter_unite().
 */
struct filter_openings {
	const uint32_t *words;
	uint32_t mask; /* the number of the last one */
};
struct filter_starts {
	const uint64_t *words;
	unsigned shift; /* of a hash of 64 bits, that leaves the number of a word and of two of its bits */
};

struct filter {
	struct filter_openings openings; /* FILTER_SHORT letters, or a whole key */
	struct filter_starts starts;     /* FILTER_LONG letters, or a whole key that has FILTER_SHORT of them at least */
};

/* False where there are no tables of so many words. */
bool filter_set_openings(struct filter_openings *ret, const uint32_t *words, uint32_t count);
bool filter_set_starts(struct filter_starts *ret, const uint64_t *words, uint32_t count);

/* Add what is in a table to one that is as long or longer, and whose words are `words`. */
void filter_unite(uint32_t *words, uint32_t mask, const struct filter_openings *other);

/* What of the hash of four letters tells the word, and its bits. Vectors do the same in find_first_look.c. */
enum { FILTER_FOLD_SHIFT = 16, FILTER_WORD_SHIFT = 15, FILTER_BIT_SHIFT = 10, FILTER_OTHER_BIT_SHIFT = 5 };

static inline uint32_t filter_opening_word(const struct filter_openings *openings, uint32_t letters, uint32_t *ret_bits)
{
	uint32_t hash = (letters ^ letters >> FILTER_FOLD_SHIFT) * FILTER_SHORT_FACTOR;
	*ret_bits = 1u << (hash >> FILTER_BIT_SHIFT) % 32 | 1u << (hash >> FILTER_OTHER_BIT_SHIFT) % 32;
	return hash >> FILTER_WORD_SHIFT & openings->mask;
}

static inline bool filter_has_opening(const struct filter_openings *openings, uint32_t letters)
{
	uint32_t wanted, word = filter_opening_word(openings, letters, &wanted);
	return (openings->words[word] & wanted) == wanted;
}

static inline size_t filter_start_word(const struct filter_starts *starts, uint64_t letters, uint64_t *ret_bits)
{
	uint64_t number = letters * FILTER_LONG_FACTOR >> starts->shift;
	*ret_bits = (uint64_t)1 << number % 64 | (uint64_t)1 << number / 64 % 64;
	return number / 64 / 64;
}

/* Where it is looked up. */
static inline const uint64_t *filter_start_at(const struct filter_starts *starts, uint64_t letters)
{
	uint64_t unused;
	return starts->words + filter_start_word(starts, letters, &unused);
}

static inline bool filter_has_start(const struct filter_starts *starts, uint64_t letters)
{
	uint64_t wanted;
	size_t word = filter_start_word(starts, letters, &wanted);
	return (starts->words[word] & wanted) == wanted;
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
