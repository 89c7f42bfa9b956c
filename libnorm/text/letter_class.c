/* SPDX-License-Identifier: MIT */
#include "text/letter_class.h"

#include "unicode/exemplars.h"
#include "unicode/tables.h"

uint32_t letter_base(uint32_t cp)
{
	const uint32_t *to;
	if (cp == UTF8_INVALID)
		return 0xFFFD;
	return cpmap_get(&unicode_nfd, cp, &to) > 0 ? to[0] : cp;
}

/* The presentation forms of the Persian yeh are letters to arabic.foreign-forms, and no other glyphs: they tell what it does. */
static uint32_t letter_of(uint32_t cp)
{
	return cp >= 0xFBFC && cp <= 0xFBFF ? 0x06CC : letter_base(cp);
}

/* The characters with a part of their own. Sorted by class, as few ask for more than one. */
static enum letter_class class_of_mark(uint32_t cp)
{
	switch (cp) {
	case '.': case '!': case '?':
	case 0x203C: case 0x203D: case 0x2047: case 0x2048: case 0x2049: /* ‼ ‽ ⁇ ⁈ ⁉ */
	case 0x2026:                                                     /* … */
	case 0x061F: case 0x06D4: case 0x061D: case 0x061E:              /* ؟ ۔ and end of text, triple dot */
	case 0x066B:                                                     /* ٫, which may become a full stop */
	case 0x3002:                                                     /* 。 */
		return CLASS_STOP;
	case '"': case '\'':
	case 0x00AB: case 0x00BB: case 0x2039: case 0x203A:
	case 0x2018: case 0x2019: case 0x201A: case 0x201B:
	case 0x201C: case 0x201D: case 0x201E: case 0x201F:
	case 0xFF02:
		return CLASS_QUOTE;
	case '(': case '[': case '{':
		return CLASS_OPEN;
	case ')': case ']': case '}':
		return CLASS_CLOSE;
	case '\t': case '\v': case '\f': case '|': case 0x85: case 0x2028:
		return CLASS_BREAK;
	case ':': case ';':
		return CLASS_EYES;
	case '@':
		return CLASS_AT;
	default:
		return CLASS_NEUTRAL;
	}
}

static enum letter_class class_of_letter(uint32_t cp)
{
	bool known = cp >= EXEMPLARS_FIRST && cp - EXEMPLARS_FIRST < EXEMPLARS_COUNT;
	enum unicode_category category = unicode_category(cp);
	switch (unicode_script(cp)) {
	case UNICODE_SCRIPT_LATIN:
		return category == UNICODE_LU || category == UNICODE_LT ? CLASS_UPPER : CLASS_LOWER;
	case UNICODE_SCRIPT_ARABIC:
		return known && !(unicode_exemplars[cp - EXEMPLARS_FIRST] & EXEMPLAR_ARABIC) ? CLASS_ARABIC_FOREIGN
											     : CLASS_ARABIC;
	case UNICODE_SCRIPT_COMMON: /* modifier letters of transliteration: parts of names */
		return category == UNICODE_LM ? CLASS_TRANSPARENT : CLASS_LETTER;
	default:
		return CLASS_LETTER;
	}
}

enum letter_class letter_find_class(uint32_t cp)
{
	cp = letter_of(cp);
	enum letter_class mark = class_of_mark(cp);
	if (mark != CLASS_NEUTRAL)
		return mark;
	if (cp == 0 || cp == 0x0640 || unicode_ccc(cp) || unicode_is_ignorable(cp))
		return CLASS_TRANSPARENT;
	switch (unicode_category(cp)) {
	case UNICODE_LU: case UNICODE_LL: case UNICODE_LT: case UNICODE_LM: case UNICODE_LO:
		return class_of_letter(cp);
	case UNICODE_MN: case UNICODE_MC: case UNICODE_ME: case UNICODE_CF:
		return CLASS_TRANSPARENT;
	case UNICODE_ND:
		return CLASS_DIGIT;
	default:
		return unicode_is_white_space(cp) ? CLASS_SPACE : CLASS_NEUTRAL;
	}
}

/*
 * An ASCII letter, or the low byte of an Arabic letter, without what spelling and keyboards make of it. FF for any other.
 */
uint8_t letter_find_key(uint32_t cp)
{
	cp = letter_of(cp);
	if (cp < 0x80)
		return (uint8_t)(cp | 0x20);
	switch (cp) {
	case 0x06CC: case 0x0649: /* the yehs */
		return 0x4A;
	case 0x06A9: /* the kafs */
		return 0x43;
	case 0x06C1: case 0x06BE: case 0x0629: /* the hehs */
		return 0x47;
	default:
		return cp >= 0x0600 && cp <= 0x06FF ? cp & 0xFF : 0xFF;
	}
}

/* A letter with a mark tells nothing, and so does the letter before such a mark. */
uint8_t letter_find_exemplars(uint32_t cp)
{
	if (cp >= 0x0653 && cp <= 0x0655)
		return EXEMPLAR_MARK;
	if (cp >= 0xFBFC && cp <= 0xFBFF)
		cp = letter_of(cp);
	const uint32_t *to;
	bool known = cp >= EXEMPLARS_FIRST && cp - EXEMPLARS_FIRST < EXEMPLARS_COUNT;
	if (known && cpmap_get(&unicode_nfd, cp, &to) > 1)
		return EXEMPLAR_ALL;
	return known ? unicode_exemplars[cp - EXEMPLARS_FIRST] : EXEMPLAR_ALL;
}
