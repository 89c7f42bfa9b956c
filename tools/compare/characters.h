/* SPDX-License-Identifier: MIT */
/* What kind of character it is, from a table that is made at build time of ICU's data: loading ICU takes longer than comparing news. */
#ifndef COMPARE_CHARACTERS_H
#define COMPARE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* General categories of Unicode, as far as they differ here. */
enum character_kind {
	CHARACTER_OTHER,
	CHARACTER_LETTER,     /* without those in the next line */
	CHARACTER_CAPITAL,    /* Lu */
	CHARACTER_MARK,       /* Mn, Mc, Me */
	CHARACTER_DIGIT,      /* Nd */
	CHARACTER_SPACE,      /* Zs */
	CHARACTER_SEPARATOR,  /* Zl, Zp */
	CHARACTER_CONTROL,    /* Cc */
	CHARACTER_FORMAT,     /* Cf */
};

/* Characters from `first` to the next row. */
struct character_row {
	uint32_t first;
	uint8_t kind;
	bool right_to_left; /* Bidi_Class R or AL */
};

/* The table, written by gen_characters.c. The first row begins at 0. */
extern const struct character_row character_rows[];
extern const size_t character_row_count;

/* The kinds of nearly all characters of news, which need no search. */
enum { CHARACTERS_DIRECT = 0x800 };
extern const uint8_t character_kinds[CHARACTERS_DIRECT];

/* The row of `cp`; never NULL. */
const struct character_row *character_row(uint32_t cp);

static inline enum character_kind character_kind(uint32_t cp)
{
	return (enum character_kind)(cp < CHARACTERS_DIRECT ? character_kinds[cp] : character_row(cp)->kind);
}

#endif
