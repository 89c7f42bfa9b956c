/* SPDX-License-Identifier: MIT */
/* Arabic letters that names have before them, as fold keys have them (U+0620 is FOLD_ARABIC). */
#ifndef PLACES_FIND_LETTERS_H
#define PLACES_FIND_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "places/fold.h"

enum {
	LETTER_ALEF = FOLD_ARABIC + 0x07, /* U+0627 */
	LETTER_BEH = FOLD_ARABIC + 0x08,
	LETTER_FEH = FOLD_ARABIC + 0x21,
	LETTER_KAF = FOLD_ARABIC + 0x23,
	LETTER_LAM = FOLD_ARABIC + 0x24,
	LETTER_WAW = FOLD_ARABIC + 0x28,
};

static inline bool letter_is_conjunction(uint8_t letter)
{
	return letter == LETTER_WAW || letter == LETTER_FEH;
}

static inline bool letter_is_preposition(uint8_t letter)
{
	return letter == LETTER_BEH || letter == LETTER_LAM || letter == LETTER_KAF;
}

/* The article, also as it is written behind the preposition ل. */
static inline bool letters_are_article(uint8_t first, uint8_t second)
{
	return second == LETTER_LAM && (first == LETTER_ALEF || first == LETTER_LAM);
}

#endif
