/* SPDX-License-Identifier: MIT */
/* Which unit of lexer.h a character is. Slow: only gen_letters.c asks, which makes a table of the answers. */
#include "text/lexer.h"
#include "text/space.h"
#include "unicode/tables.h"

static uint8_t unit_of_ascii(uint32_t cp)
{
	if (cp >= 'a' && cp <= 'z')
		return (uint8_t)cp;
	if (cp >= 'A' && cp <= 'Z')
		return (uint8_t)(cp | 0x20);
	if (cp == SPACE_LF || cp == SPACE_CR)
		return UNIT_LINE;
	if (cp == SPACE_TAB || cp == 0x0B || cp == 0x0C)
		return ' ';
	return cp < 0x20 || cp == 0x7F ? UNIT_SYMBOL : (uint8_t)cp;
}

/* Apostrophes, quotation marks and dashes that profiles and writers take for one another; UNIT_NONE for the rest. */
static uint8_t unit_of_mark(uint32_t cp)
{
	switch (cp) {
	case 0xB4:
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032: /* prime */
	case 0x2035:
		return '\'';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033: /* double prime */
	case 0x2036:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2212:
		return '-';
	case 0xAB:
	case 0xBB:
	case 0x2039:
	case 0x203A:
		return UNIT_GUILLEMET;
	case 0x2026:
		return UNIT_ELLIPSIS;
	case 0x066B: /* the decimal and the thousands separator of Arabic numbers */
		return '.';
	case 0x066C:
		return ',';
	default:
		return UNIT_NONE;
	}
}

static uint8_t unit_of_letter(uint32_t cp)
{
	enum unicode_script script = unicode_script(cp);
	if (script == UNICODE_SCRIPT_LATIN)
		return UNIT_LATIN;
	return script == UNICODE_SCRIPT_ARABIC ? UNIT_ARABIC : UNIT_LETTER;
}

static uint8_t unit_of_category(uint32_t cp)
{
	switch (unicode_category(cp)) {
	case UNICODE_LU:
	case UNICODE_LL:
	case UNICODE_LT:
	case UNICODE_LM:
	case UNICODE_LO:
		return unit_of_letter(cp);
	case UNICODE_ZS:
		return ' ';
	case UNICODE_ZP:
		return UNIT_LINE;
	case UNICODE_PO: /* the script of ، ؛ ؟ is Common */
		return cp >= 0x0600 && cp <= 0x06FF ? UNIT_ARABIC_STOP : UNIT_SYMBOL;
	default:
		return cp == 0x85 || cp == 0x2028 ? ' ' : UNIT_SYMBOL;
	}
}

/* Marks, what nobody sees, and the vowels and finals of Hangul syllables: NFC has them in one with the first letter. */
static bool is_transparent(uint32_t cp)
{
	if (cp >= 0x1160 && cp <= 0x11FF)
		return true;
	enum unicode_category category = unicode_category(cp);
	return category == UNICODE_MN || category == UNICODE_MC || category == UNICODE_ME || unicode_is_ignorable(cp);
}

static uint8_t unit_of_other(uint32_t cp)
{
	if (cp - 0x0660 < 10 || cp - 0x06F0 < 10)
		return (uint8_t)('0' + (cp & 0x0F));
	if (is_transparent(cp))
		return UNIT_NONE;
	const uint32_t *base;
	if (cpmap_get(&unicode_nfd, cp, &base) > 0 && base[0] != cp)
		return unit_find(base[0]);
	uint8_t mark = unit_of_mark(cp);
	return mark == UNIT_NONE ? unit_of_category(cp) : mark;
}

uint8_t unit_find(uint32_t cp)
{
	if (cp < 0x80)
		return unit_of_ascii(cp);
	if (cp >= 0x0621 && cp <= 0x064A && cp - 0x063B >= 5)
		return (uint8_t)(UNIT_HAMZA + (cp - 0x0621));
	return unit_of_other(cp);
}
