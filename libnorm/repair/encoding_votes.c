/* SPDX-License-Identifier: MIT */
/*
 * ISO-8859-6, MacArabic and cp864 have the Arabic letters at the same places, so letters do not tell them apart. What does is
 * how these pages write the rest: cp864 has other bytes for letters that end a word, and MacArabic another set of ASCII marks in
 * Arabic.
 */
#include "repair/encoding_votes.h"

#include "unicode/ascii.h"
#include "unicode/tables.h"

static uint32_t letter_of_form(uint32_t cp)
{
	const uint32_t *letters;
	return cp > 0xFFFF || cpmap_get(&arabic_forms, cp, &letters) != 1 ? 0 : letters[0];
}

enum form { ISOLATED, FINAL, INITIAL, MEDIAL, NO_FORM };

/* The forms of a letter stand in that order. */
static unsigned form_of(uint32_t cp)
{
	uint32_t letter = letter_of_form(cp);
	unsigned form = ISOLATED;
	while (letter && letter_of_form(cp - form - 1) == letter)
		form++;
	return letter ? form : NO_FORM;
}

static bool joins_before(unsigned form)
{
	return form == FINAL || form == MEDIAL;
}

static bool joins_behind(unsigned form)
{
	return form == INITIAL || form == MEDIAL;
}

/* Forms that join something which is no letter, in front of them or behind. */
static long count_odd_forms(const uint16_t *characters, const uint8_t *at, const uint8_t *end)
{
	long count = 0;
	unsigned before = NO_FORM;
	for (; at < end; at++) {
		unsigned form = *at < 0x80 ? NO_FORM : form_of(characters[*at]);
		bool ascii = *at < 0x80;
		count += (ascii && joins_behind(before)) + (before == NO_FORM && joins_before(form));
		before = form;
	}
	return count + joins_behind(before);
}

static long smaller(long a, long b)
{
	return a < b ? a : b;
}

/* Marks of the second set behind Latin letters, and spaces of that set that is the rarer one behind Arabic letters. */
static long count_odd_marks(const uint16_t *characters, const uint8_t *at, const uint8_t *end)
{
	long odd = 0, spaces[2] = {0};
	bool arabic = false;
	for (; at < end; at++) {
		uint16_t cp = characters[*at];
		if (cp >= 0x80 || ascii_is_letter(cp))
			arabic = cp >= 0x0600 && cp <= 0x06FF;
		else if (!arabic)
			odd += *at >= 0x80;
		else if (cp == ' ')
			spaces[*at >= 0x80]++;
	}
	return odd + smaller(spaces[0], spaces[1]);
}

long encoding_oddities(enum codepage page, const uint8_t *text, const uint8_t *end)
{
	if (page == CODEPAGE_CP864)
		return count_odd_forms(codepage_characters[page], text, end);
	return page == CODEPAGE_MAC_ARABIC ? count_odd_marks(codepage_characters[page], text, end) : 0;
}
