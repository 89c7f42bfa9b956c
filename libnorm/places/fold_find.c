/* SPDX-License-Identifier: MIT */
/* What characters are to names, found out from the tables of Unicode. The generator of fold_near and the library share it. */
#include "places/fold.h"

#include "text/letter_class.h"
#include "unicode/tables.h"

static bool is_gap(uint32_t cp)
{
	switch (cp) {
	case '-': case 0x2010: case 0x2011: /* hyphens; dashes are none */
	case '\'': case '`': case 0x00B4: case 0x2018: case 0x2019: case 0x201B: case 0x2032: /* apostrophes, as people type them */
		return true;
	default:
		return unicode_category(cp) == UNICODE_ZS;
	}
}

uint8_t fold_find_kind(uint32_t cp)
{
	if (cp == UTF8_INVALID)
		return FOLD_OTHER;
	switch (letter_find_class(cp)) {
	case CLASS_TRANSPARENT: /* modifier letters of transliteration too: ʿAyn */
		return cp == 0 ? FOLD_OTHER : FOLD_NOTHING;
	case CLASS_LETTER: case CLASS_LOWER: case CLASS_UPPER: case CLASS_ARABIC: case CLASS_ARABIC_FOREIGN: case CLASS_DIGIT:
		return FOLD_FOREIGN;
	default:
		return is_gap(cp) ? FOLD_GAP : FOLD_OTHER;
	}
}

/* Follow a row of a map, or copy the character; returns the new length. */
static unsigned follow(const struct cpmap *map, const uint32_t *from, unsigned count, uint32_t *ret)
{
	unsigned len = 0;
	for (unsigned i = 0; i < count; i++) {
		const uint32_t *to = &from[i];
		int n = cpmap_get(map, from[i], &to);
		for (int j = 0; j < (n < 0 ? 1 : n) && len < FOLD_LETTERS_MAX; j++)
			ret[len++] = to[j];
	}
	return len;
}

unsigned fold_find_latin(uint32_t cp, uint8_t *ret)
{
	uint32_t a[FOLD_LETTERS_MAX] = {cp}, b[FOLD_LETTERS_MAX];
	unsigned len = follow(&latin_ligatures, a, 1, b); /* ǽ becomes aé, */
	len = follow(&latin_accents, b, len, a);
	len = follow(&latin_ligatures, a, len, b); /* and an accent may hide a ligature */
	len = follow(&unicode_casefold, b, len, a);
	unsigned count = 0;
	for (unsigned i = 0; i < len; i++) {
		if (unicode_ccc(a[i])) /* what folding the case of İ leaves */
			continue;
		if (a[i] - 'a' >= 26)
			return 0;
		ret[count++] = (uint8_t)a[i];
	}
	return count;
}
