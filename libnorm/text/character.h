/* SPDX-License-Identifier: MIT */
/* The kinds of characters that rule steps ask for. Most of what they ask about is ASCII: that is answered first. */
#ifndef TEXT_CHARACTER_H
#define TEXT_CHARACTER_H

#include <stdbool.h>
#include <stdint.h>

#include "unicode/ascii.h"
#include "unicode/tables.h"

enum { CHARACTER_TATWEEL = 0x0640 };

/* A combining mark that belongs to the letter before it. */
static inline bool character_is_mark(uint32_t cp)
{
	return cp >= 0x0300 && unicode_ccc(cp) != 0;
}

/* A decimal digit of any script. */
static inline bool character_is_digit(uint32_t cp)
{
	return cp < 0x80 ? cp >= '0' && cp <= '9' : unicode_category(cp) == UNICODE_ND;
}

static inline bool character_is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_is_letter(cp);
	enum unicode_category category = unicode_category(cp);
	return category >= UNICODE_LU && category <= UNICODE_LO && cp != CHARACTER_TATWEEL;
}

/* A letter of Arabic script, also one in a presentation form. Tatweel is none. */
static inline bool character_is_arabic_letter(uint32_t cp)
{
	return cp >= 0x0600 && unicode_script(cp) == UNICODE_SCRIPT_ARABIC && character_is_letter(cp);
}

/*
 * Whether the two bytes at `at` of a source are one of the letters U+0621–U+064A, tatweel apart. Letter steps make other letters of Arabic
 * script of them, if anything.
 */
static inline bool character_is_arabic_at(const uint8_t *at)
{
	uint32_t cp = (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
	return (at[0] & 0xFE) == 0xD8 && (at[1] & 0xC0) == 0x80 && cp - 0x0621 <= 0x064A - 0x0621 && cp != CHARACTER_TATWEEL;
}

/* What words and numbers consist of. */
static inline bool character_is_word(uint32_t cp)
{
	return character_is_letter(cp) || character_is_digit(cp) || character_is_mark(cp) || cp == CHARACTER_TATWEEL;
}

#endif
