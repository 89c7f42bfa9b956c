/* SPDX-License-Identifier: MIT */
/*
 * What characters are to the language levels: tables, which gen_letters.c writes at build time, of what the functions here
 * tell slowly. A character counts by the first code point of its
 * canonical decomposition, and what is transparent as if it were not there, so canonically equivalent texts have the
 * same classes.
 */
#ifndef TEXT_LETTER_CLASS_H
#define TEXT_LETTER_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "unicode/find.h"
#include "unicode/utf8.h"

enum letter_class {
	CLASS_NEUTRAL,     /* punctuation, signs, bytes that are no characters */
	CLASS_TRANSPARENT, /* marks, joiners, bidirectional controls, tatweel */
	CLASS_SPACE,
	CLASS_BREAK, /* parts sentences whatever stands around it: TAB, LINE SEPARATOR, | */
	CLASS_DIGIT,
	CLASS_LOWER, /* Latin letters; all that have no upper case are lower */
	CLASS_UPPER,
	CLASS_ARABIC,
	CLASS_ARABIC_FOREIGN, /* a letter of Arabic script that Arabic does not use, but one of its neighbours does */
	CLASS_LETTER,         /* of another script */
	CLASS_STOP,           /* ends sentences */
	CLASS_QUOTE,
	CLASS_OPEN,  /* brackets */
	CLASS_CLOSE,
	CLASS_EYES,  /* : or ; */
	CLASS_AT,    /* @ */
	CLASS_END    /* the start and the end of the paragraph */
};

/* What letters stand in a text, by script. */
enum {
	LETTERS_LATIN = 1,
	LETTERS_ARABIC = 2,
	LETTERS_OTHER = 4,
	LETTERS_SCRIPTS = 7,
	LETTERS_FOREIGN = 8,  /* with LETTERS_ARABIC: one that Arabic does not use */
	LETTERS_ADDRESS = 16, /* some of them belong to a URL or an e-mail address */
	LETTERS_EVENT = 32,   /* none: something that parts levels or sentences, or that needs a closer look */
};

enum {
	LETTER_TABLE = 0x800,
	LETTER_TABLE_PAGE = 128,
	LETTER_ROWS_MAX = 256,
};

enum { EXEMPLAR_MARK = 0x80 }; /* in `exemplars`: a mark that makes another letter of the one before it */

struct letter_tables {
	uint8_t classes[LETTER_TABLE];
	uint8_t pages[0x110000 / LETTER_TABLE_PAGE]; /* the rows of these two: */
	uint8_t wide[LETTER_ROWS_MAX][LETTER_TABLE_PAGE];  /* classes of all characters */
	uint8_t units[LETTER_ROWS_MAX][LETTER_TABLE_PAGE]; /* what they are to lexer.h */
	uint8_t keys[LETTER_TABLE];            /* letters by which function words are known: see function_words.h */
	uint8_t exemplars[LETTER_TABLE];       /* languages that spell with it: unicode/exemplars.h */
	struct find_set plain;                 /* what has no LETTERS_EVENT nor LETTERS_FOREIGN, and is in Latin letters a letter */
};

extern const struct letter_tables letter_tables;

/* The first code point of the canonical decomposition; U+FFFD for UTF8_INVALID. */
uint32_t letter_base(uint32_t cp);

/* What stands in the tables, for any character, and UTF8_INVALID for bytes that are none: slowly. */
enum letter_class letter_find_class(uint32_t cp);
uint8_t letter_find_key(uint32_t cp);
uint8_t letter_find_exemplars(uint32_t cp);

static inline unsigned letter_class(uint32_t cp)
{
	if (cp < LETTER_TABLE)
		return letter_tables.classes[cp];
	if (cp == UTF8_INVALID)
		return CLASS_NEUTRAL;
	return letter_tables.wide[letter_tables.pages[cp / LETTER_TABLE_PAGE]][cp % LETTER_TABLE_PAGE];
}

/* The byte by which a letter is known in a function word. */
static inline uint8_t letter_key(uint32_t cp)
{
	return cp < LETTER_TABLE ? letter_tables.keys[cp] : letter_find_key(cp);
}

/* The languages that spell with a letter: EXEMPLAR_… of unicode/exemplars.h, or EXEMPLAR_MARK. */
static inline uint8_t letter_exemplars(uint32_t cp)
{
	return cp < LETTER_TABLE ? letter_tables.exemplars[cp] : letter_find_exemplars(cp);
}

/* A character as it stands in the text. */
struct letter {
	uint32_t cp;
	unsigned length;
	unsigned class; /* enum letter_class */
};

/* The character at `at`, which is before `end`. */
struct letter letter_at_long(const uint8_t *at, const uint8_t *end);
static inline struct letter letter_at(const uint8_t *at, const uint8_t *end)
{
	if (*at < 0x80)
		return (struct letter){*at, 1, letter_tables.classes[*at]};
	if (*at >= 0xE0 || *at < 0xC2 || end - at < 2 || !utf8_is_trail(at[1]))
		return letter_at_long(at, end);
	uint32_t cp = (*at & 0x1Fu) << 6 | (at[1] & 0x3Fu);
	return (struct letter){cp, 2, letter_tables.classes[cp]};
}

/* The character that ends at `at`, behind `start`. */
struct letter letter_before_long(const uint8_t *start, const uint8_t *at);
static inline struct letter letter_before(const uint8_t *start, const uint8_t *at)
{
	if (at[-1] >= 0x80)
		return letter_before_long(start, at);
	return (struct letter){at[-1], 1, letter_tables.classes[at[-1]]};
}

static inline bool class_is_latin(unsigned class)
{
	return class == CLASS_LOWER || class == CLASS_UPPER;
}

static inline bool class_is_arabic(unsigned class)
{
	return class == CLASS_ARABIC || class == CLASS_ARABIC_FOREIGN;
}

static inline unsigned class_flags(unsigned class)
{
	static const uint8_t flags[] = {
	    [CLASS_LOWER] = LETTERS_LATIN,
	    [CLASS_UPPER] = LETTERS_LATIN,
	    [CLASS_ARABIC] = LETTERS_ARABIC,
	    [CLASS_ARABIC_FOREIGN] = LETTERS_ARABIC | LETTERS_FOREIGN,
	    [CLASS_LETTER] = LETTERS_OTHER,
	    [CLASS_BREAK] = LETTERS_EVENT,
	    [CLASS_STOP] = LETTERS_EVENT,
	    [CLASS_QUOTE] = LETTERS_EVENT,
	    [CLASS_OPEN] = LETTERS_EVENT,
	    [CLASS_CLOSE] = LETTERS_EVENT,
	    [CLASS_EYES] = LETTERS_EVENT,
	    [CLASS_AT] = LETTERS_EVENT,
	    [CLASS_END] = LETTERS_EVENT,
	};
	return flags[class];
}

static inline bool class_is_letter(unsigned class)
{
	return class >= CLASS_LOWER && class <= CLASS_LETTER;
}

#endif
