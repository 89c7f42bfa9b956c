/* SPDX-License-Identifier: MIT */
/*
 * A paragraph as the recognisers of protected spans read it: a row of units, each one byte that says which character
 * stands there. Letter case is gone, a letter is its base letter, and characters that profiles turn into one another
 * are the same unit: digits of all shapes, the spaces of a line, hyphens and en dashes, apostrophes, quotation marks.
 * Combining marks and what is deleted or ignorable make no unit and belong to the one in front of them, and a run of
 * spaces is one. So a text and its normalised form have the same units.
 *
 * Units are made only where a trigger asks for them, from the last SPACE or U+FFFD on and as far as someone looks, and
 * no byte twice.
 */
#ifndef TEXT_LEXER_H
#define TEXT_LEXER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/letter_class.h"

/* ASCII characters are units of their own (letters in lower case); these are the others. */
enum {
	UNIT_END = 0,         /* behind the text */
	UNIT_BAD = 1,         /* bytes that are no character */
	UNIT_NONE = 2,        /* no unit: a mark, or deleted; never in the row */
	UNIT_LINE = '\n',     /* any end of a line */
	UNIT_LATIN = 0x80,    /* a Latin letter whose base letter is not a–z */
	UNIT_LETTER,          /* a letter of a script that is neither Latin nor Arabic */
	UNIT_ARABIC_STOP,     /* ، ؛ ؟ and the like */
	UNIT_ELLIPSIS,        /* … */
	UNIT_GUILLEMET,       /* « » ‹ › */
	UNIT_SYMBOL,          /* everything else */
	UNIT_ARABIC = 0xC0,   /* an Arabic letter; those from U+0621 to U+064A have units of their own: */
	UNIT_HAMZA = 0xC1,    /* U+0621 … */
	UNIT_ARABIC_YEH = 0xEA /* … U+064A */
};

static inline bool unit_is_digit(uint8_t unit)
{
	return unit >= '0' && unit <= '9';
}

/* a–z, which accented letters are as well, and other Latin letters. */
static inline bool unit_is_latin(uint8_t unit)
{
	return (unit >= 'a' && unit <= 'z') || unit == UNIT_LATIN;
}

static inline bool unit_is_arabic(uint8_t unit)
{
	return unit >= UNIT_ARABIC && unit <= UNIT_ARABIC_YEH;
}

static inline bool unit_is_letter(uint8_t unit)
{
	return unit_is_latin(unit) || unit == UNIT_LETTER || unit_is_arabic(unit);
}

/* Part of a word: a letter of any script or a digit. */
static inline bool unit_is_word(uint8_t unit)
{
	return unit_is_letter(unit) || unit_is_digit(unit);
}

/* A letter or digit of names on machines. */
static inline bool unit_is_alnum(uint8_t unit)
{
	return unit_is_latin(unit) || unit_is_digit(unit);
}

static inline bool unit_is_hex(uint8_t unit)
{
	return unit_is_digit(unit) || (unit >= 'a' && unit <= 'f');
}

/* A space, the end of a line or of the text. */
static inline bool unit_is_blank(uint8_t unit)
{
	return unit == ' ' || unit == UNIT_LINE || unit == UNIT_END;
}

/* The unit of a character: what the table is made of, and by the table. */
uint8_t unit_find(uint32_t cp);
static inline uint8_t unit_of(uint32_t cp)
{
	return letter_tables.units[letter_tables.pages[cp / LETTER_TABLE_PAGE]][cp % LETTER_TABLE_PAGE];
}

struct lexer_unit {
	uint32_t start; /* source offset */
	uint8_t unit;
};

/* Zero-initialise; `failed` is sticky. Free with lexer_release(). */
struct lexer {
	const uint8_t *text;
	size_t text_len;
	struct lexer_unit *at; /* the row */
	size_t len, cap;
	size_t read;   /* source offset behind the last unit of the row and what belongs to it */
	size_t index;  /* where lexer_seek() has ended */
	size_t looked; /* how often a character was looked at: for tests of linear time */
	bool failed;
};

/* Begin a paragraph; the text stays the caller's. */
void lexer_begin(struct lexer *lexer, const uint8_t *text, size_t len);
void lexer_release(struct lexer *lexer);

/*
 * The index of the unit that begins at `offset`, or of the one it belongs to. Offsets never decrease from call to call.
 * Indices of before have no meaning any more. The units in front of it are there to the last SPACE or U+FFFD, or for
 * LEXER_REACH units.
 */
size_t lexer_seek(struct lexer *lexer, size_t offset);

enum { LEXER_REACH = 80 };

/* Append the next unit to the row; false at the end of the text. */
bool lexer_grow(struct lexer *lexer);

/* Unit number `index`, UNIT_END behind the last. */
static inline uint8_t lexer_at(struct lexer *lexer, size_t index)
{
	lexer->looked++;
	while (index >= lexer->len)
		if (!lexer_grow(lexer))
			return UNIT_END;
	return lexer->at[index].unit;
}

/* The unit in front of number `index`; a SPACE at the start of the row. */
static inline uint8_t lexer_before(struct lexer *lexer, size_t index)
{
	return index ? lexer_at(lexer, index - 1) : ' ';
}

/* The source offset at which unit number `index` starts; of UNIT_END the end of the text. */
size_t lexer_offset(struct lexer *lexer, size_t index);

/* Whether the units from `index` on are the ASCII text `word`. */
bool lexer_has(struct lexer *lexer, size_t index, const char *word);

/*
 * Write up to `max` units that stand in front of number `index` to `out`, the nearest first, reaching behind the row's
 * start where need be. Returns how many there are.
 */
size_t lexer_look_back(struct lexer *lexer, size_t index, uint8_t *out, size_t max);

/*
 * The unit of the character at a source offset, UNIT_NONE when it makes none, and how many bytes it takes. Leaves the
 * row alone.
 */
uint8_t lexer_read(struct lexer *lexer, size_t offset, size_t *bytes);

#endif
