/* SPDX-License-Identifier: MIT */
/*
 * The kinds of characters beside a trigger, for the quickest of answers: most triggers stand between characters of which two
 * kinds are enough to know that nothing wakes (see `beside` in text/step.h).
 */
#ifndef TEXT_BESIDE_H
#define TEXT_BESIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/character.h"
#include "unicode/ascii.h"

enum beside {
	BESIDE_SPACE, /* U+0020 */
	BESIDE_DIGIT,
	BESIDE_SMALL, /* a–z */
	BESIDE_CAPITAL,
	BESIDE_POINT, /* . or , */
	BESIDE_SIGN,  /* other ASCII that is seen */
	BESIDE_LATIN, /* in front only: à to ÿ, and » */
	BESIDE_OTHER, /* all else: a kind of its own, of which nothing is known */
	BESIDE_KINDS
};

static inline enum beside beside_of(uint32_t cp)
{
	if (cp <= ' ' || cp >= 0x7F)
		return cp == ' ' ? BESIDE_SPACE : BESIDE_OTHER;
	if (cp >= '0' && cp <= '9')
		return BESIDE_DIGIT;
	if (ascii_is_letter(cp))
		return cp & 0x20 ? BESIDE_SMALL : BESIDE_CAPITAL;
	return cp == '.' || cp == ',' ? BESIDE_POINT : BESIDE_SIGN;
}

static inline bool beside_is_letter(enum beside kind)
{
	return kind == BESIDE_SMALL || kind == BESIDE_CAPITAL || kind == BESIDE_LATIN || kind == BESIDE_OTHER;
}

/* Whether a letter behind it is the first of a word. */
static inline bool beside_is_edge(enum beside kind)
{
	return kind == BESIDE_SPACE || kind == BESIDE_POINT || kind == BESIDE_SIGN;
}

/* Whether it may be a space. */
static inline bool beside_is_space(enum beside kind)
{
	return kind == BESIDE_SPACE || kind == BESIDE_OTHER;
}

/* The kind of a character in front of which is put out as these two bytes, of which the second is not ASCII. */
static inline enum beside beside_of_pair(uint8_t lead, uint8_t trail)
{
	bool letter = lead == 0xC3 && trail >= 0xA0 && trail != 0xB7 /* ÷ */, quote = lead == 0xC2 && trail == 0xBB;
	return letter || quote ? BESIDE_LATIN : BESIDE_OTHER;
}

/* Whether what is put out up to `out` ends with a character that is seen, and is no space. Of others nothing is known. */
static inline bool beside_is_text(const uint8_t *out)
{
	if (out[-1] < 0x80)
		return out[-1] > ' ' && out[-1] < 0x7F;
	return beside_of_pair(out[-2], out[-1]) == BESIDE_LATIN || character_is_arabic_at(out - 2);
}

/* Kinds of which each small letter is one of its own: a to z, then those above. */
enum { BESIDE_LETTERS = 26 };

static inline unsigned beside_class(enum beside kind, uint32_t cp)
{
	return kind == BESIDE_SMALL ? cp - 'a' : (unsigned)BESIDE_LETTERS + kind;
}

static inline bool beside_is_ascii_letter(unsigned class)
{
	return class < BESIDE_LETTERS || class == (unsigned)BESIDE_LETTERS + BESIDE_CAPITAL;
}

#endif
