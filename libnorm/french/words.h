/* SPDX-License-Identifier: MIT */
/* The words of data/french, as gen_words.c writes them. Their letters are Latin-1, small, with œ and æ as two. */
#ifndef FRENCH_WORDS_H
#define FRENCH_WORDS_H

#include <stddef.h>
#include <stdint.h>

enum {
	FRENCH_WORD_MAX = 32,        /* letters of a word, and so many bytes */
	FRENCH_ABBREVIATION_MAX = 8, /* the same */
};

/* Where a capital gets its accent: the second column of capitals.tsv, in which it is explained. */
enum french_when { FRENCH_ANY, FRENCH_INITIAL, FRENCH_FRENCH, FRENCH_SENTENCE, FRENCH_ASK };

struct french_word {
	uint32_t text;    /* in the pool: its letters without accents, and behind them with accents */
	uint8_t length;   /* letters */
	uint8_t when;     /* enum french_when */
	uint8_t ligature; /* which letter is the first of its ligature */
};

/* Sorted by the letters without accents: bytes first, then the length. */
struct french_words {
	const struct french_word *at;
	size_t count;
	const uint8_t *pool;
};

extern const struct french_words french_capitals, french_ligatures;

/*
 * How the words of capitals.tsv begin, without accents, by their first two letters: bit 0 is set if an a follows, bit
 * FRENCH_ENDS if the word ends there.
 */
enum { FRENCH_ENDS = 26 };
extern const uint32_t french_openings[26][26];

/* What stands behind an abbreviation: the second column of abbreviations.tsv, in which it is explained. */
enum french_before {
	FRENCH_TITLE,
	FRENCH_NAME,
	FRENCH_NUMBER,
	FRENCH_SIGN,
	FRENCH_PERHAPS,
	FRENCH_WRONG,
	FRENCH_PARTICLE,
	FRENCH_LEAD,
};

struct french_abbreviation {
	uint8_t text[FRENCH_ABBREVIATION_MAX]; /* Latin-1 */
	uint8_t length;
	uint8_t before; /* enum french_before */
};

extern const struct french_abbreviation french_abbreviations[];
extern const size_t french_abbreviation_count;

/*
 * How abbreviations end that have a full stop: by the letter in front of it, bits of the letters before that one, as
 * FRENCH_STOP(letter); or FRENCH_STOP('@') where there is none.
 */
#define FRENCH_STOP(letter) ((letter) - 0x40)
extern const uint64_t french_stops[0x40];

#endif
