/* SPDX-License-Identifier: MIT */
/*
 * The hashes by which cues are found (find_words.h), of words in a text. Hash H of some letters becomes H * B + L with a letter more
 * behind them, and H + L * B^n with one more in front of n: what stands in front of a name is read backwards, letter by letter,
 * and has the hash of each of its ends by the way.
 */
#ifndef PLACES_FIND_PHRASE_H
#define PLACES_FIND_PHRASE_H

#include <stdbool.h>
#include <stdint.h>

#include "places/find_words.h"

enum { PHRASE_LETTERS = 160 }; /* of longer ones the rest is forgotten */

/* Letters read backwards. */
struct phrase {
	unsigned len;
	uint64_t power;
	uint64_t hash[PHRASE_LETTERS + 1]; /* of the last n */
	uint8_t letters[PHRASE_LETTERS];   /* the last one first */
};

static inline void phrase_begin(struct phrase *phrase)
{
	phrase->len = 0;
	phrase->power = 1;
	phrase->hash[0] = 0;
}

/* Begin in front of so many letters that have this hash. */
static inline void phrase_begin_with(struct phrase *phrase, uint64_t hash, unsigned letters)
{
	phrase->len = 0;
	phrase->power = 1;
	phrase->hash[0] = hash;
	while (letters-- > 0)
		phrase->power *= CUE_BASE;
}

/* Put a letter in front. */
static inline void phrase_add(struct phrase *phrase, uint8_t letter)
{
	unsigned len = phrase->len;
	if (len == PHRASE_LETTERS)
		return;
	phrase->letters[len] = letter;
	phrase->hash[len + 1] = phrase->hash[len] + letter * phrase->power;
	phrase->power *= CUE_BASE;
	phrase->len = len + 1;
}

/* Put the letters of [at, end) in front. */
void phrase_add_text(struct phrase *phrase, const uint8_t *at, const uint8_t *end);

/* Put the word of up to `most` letters that ends at `*at` in front, and set `*at` to its start. False, and nothing done: there is none. */
bool phrase_add_word(struct phrase *phrase, const uint8_t *text, const uint8_t **at, unsigned most);

/* Letters read forwards. */
struct run {
	unsigned len;
	uint8_t first;
	uint64_t all, rest; /* hashes; without the first letter */
};

/* Add the letters of [at, end). */
void run_add_text(struct run *run, const uint8_t *at, const uint8_t *end);

/* Add the word that begins at `at`, but no more than `most` letters and one; returns where that ends. */
const uint8_t *run_add_word(struct run *run, const uint8_t *at, const uint8_t *end, unsigned most);

#endif
