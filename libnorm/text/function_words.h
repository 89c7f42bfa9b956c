/* SPDX-License-Identifier: MIT */
/*
 * Words by which languages are told apart, and abbreviations: the closed lists of data/languages/words.tsv, known by short
 * keys. A word that several languages have is in the list of each, so that it tells nothing between them. Marks and
 * capitals do not count, as keys have none.
 */
#ifndef TEXT_FUNCTION_WORDS_H
#define TEXT_FUNCTION_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "text/letter_class.h"

/* Languages that a word may speak for. */
enum word_language {
	WORD_FRENCH,
	WORD_ENGLISH,
	WORD_SPANISH,
	WORD_GERMAN,
	WORD_ITALIAN,
	WORD_PORTUGUESE,
	WORD_TURKISH,
	WORD_ARABIC,
	WORD_PERSIAN,
	WORD_URDU,
	WORD_KURDISH, /* no words: their letters tell Kurdish and Uyghur */
	WORD_UYGHUR,
	WORD_ABBREVIATION, /* in front of a full stop that does not end a sentence */
	WORD_LANGUAGES
};

enum { WORD_SLOTS = 2048, WORD_LETTERS = 8 };

/* In `languages` of a slot: not all keys that belong to it are in it. */
enum { WORD_GOES_ON = 1 << 15 };

struct function_word {
	uint64_t key;       /* 0: a free slot */
	uint16_t languages; /* bit 1 << enum word_language for each */
};

/* A hash table with open addressing, written at build time by gen_words.c. */
extern const struct function_word function_words[WORD_SLOTS];

/* Languages of Latin script come first. */
enum { WORD_LATIN_LANGUAGES = WORD_TURKISH + 1, WORD_BALLOTS = 1 << WORD_LATIN_LANGUAGES };

/*
 * What a word of these languages, as bits, adds to a ballot (see level_language.c): to the byte of each language 1 if the word is
 * one of its own, less 1 if it is French; to that of French only the latter; and 1 to the highest byte if it is of any language.
 */
extern const uint64_t word_ballots[WORD_BALLOTS];

static inline uint32_t function_words_slot(uint64_t key)
{
	return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 53);
}

/* The languages of a word that is in its slot or in one behind it. */
static inline unsigned function_words_search(uint64_t key, uint32_t slot)
{
	while (function_words[slot].key && function_words[slot].key != key)
		slot = (slot + 1) % WORD_SLOTS;
	return function_words[slot].languages & ~(unsigned)WORD_GOES_ON;
}

/* The languages of a word. Nearly always its slot tells, without a branch that depends on the word. */
static inline unsigned function_words_get(uint64_t key)
{
	uint32_t slot = function_words_slot(key);
	const struct function_word *word = &function_words[slot];
	if (word->languages & WORD_GOES_ON)
		return function_words_search(key, slot);
	return word->languages & (0 - (unsigned)(word->key == key));
}

/* Append a letter to a key, the bytes of which are letters; more than WORD_LETTERS are no function word. */
static inline uint64_t word_key_add(uint64_t key, unsigned letters, uint8_t letter)
{
	return letters < WORD_LETTERS ? key | (uint64_t)letter << 8 * letters : 0;
}

/* The key of a word that stands in a text; 0 when it is too long. */
static inline uint64_t word_key(const uint8_t *at, const uint8_t *end)
{
	uint64_t key = 0;
	unsigned count = 0;
	while (at < end && count <= WORD_LETTERS) {
		struct letter letter = letter_at(at, end);
		at += letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			key = word_key_add(key, count++, letter_key(letter.cp));
	}
	return count <= WORD_LETTERS ? key : 0;
}

#endif
