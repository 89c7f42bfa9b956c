/* SPDX-License-Identifier: MIT */
/* What stands behind a number in French: signs, symbols of units, and words that make a quantity of it. */
#ifndef FRENCH_UNITS_H
#define FRENCH_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FRENCH_UNIT_MAX = 12 }; /* characters of a symbol */

/* As bits, so that kinds can be asked for together. */
enum french_unit_kind {
	FRENCH_UNIT_PERCENT = 1 << 0,
	FRENCH_UNIT_SIGN = 1 << 1, /* of a currency */
	FRENCH_UNIT_UNIT = 1 << 2, /* of measurement, and the codes of currencies */
	FRENCH_UNIT_CODE = 1 << 3, /* of a currency that may stand in front of the amount */
	FRENCH_UNIT_WORD = 1 << 4, /* millions */
	FRENCH_UNIT_NOUN = 1 << 5, /* habitants */
	FRENCH_UNIT_SPACED = FRENCH_UNIT_SIGN | FRENCH_UNIT_UNIT | FRENCH_UNIT_CODE | FRENCH_UNIT_WORD,
	FRENCH_UNIT_ANY = FRENCH_UNIT_PERCENT | FRENCH_UNIT_SPACED | FRENCH_UNIT_NOUN,
};

struct french_unit {
	uint16_t symbol[FRENCH_UNIT_MAX];
	uint8_t length;
	uint8_t kind;
	bool insert; /* a space that lacks in front of it is put in */
};

enum { FRENCH_UNIT_ASCII = 128 };

/* The first character of a symbol, as units are sorted: lower and upper case together. */
static inline uint32_t french_unit_fold(uint32_t cp)
{
	return cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
}

/*
 * Written by gen_units.c from data/french/units.tsv. The units of which the first character, folded, is `c` are those from
 * french_unit_index[c] to before french_unit_index[c + 1]; those that begin with other characters follow, to the last index.
 */
extern const struct french_unit french_units[];
extern const uint16_t french_unit_index[FRENCH_UNIT_ASCII + 2];
/* The kinds of those with the same index. */
extern const uint8_t french_unit_kinds[FRENCH_UNIT_ASCII + 1];

enum { FRENCH_UNIT_LETTERS = 26 };

/* The kinds of those of which the symbol begins with two letters of ASCII, folded; from a on. */
extern const uint8_t french_unit_pairs[FRENCH_UNIT_LETTERS][FRENCH_UNIT_LETTERS];

/* The kinds of those that may be where a text begins with these two characters: all, if these are not both letters of ASCII. */
static inline unsigned french_unit_kinds_of(uint8_t first, uint8_t second)
{
	unsigned row = (first | 0x20u) - 'a', column = (second | 0x20u) - 'a';
	bool letters = row < FRENCH_UNIT_LETTERS && column < FRENCH_UNIT_LETTERS;
	return letters ? french_unit_pairs[row][column] : FRENCH_UNIT_ANY;
}

#endif
