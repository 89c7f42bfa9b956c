/* SPDX-License-Identifier: MIT */
#include <stdbool.h>

#include "report/styles.h"

#include "common/utf8.h"
#include "report/characters.h"

const char *const trait_names[TRAIT_COUNT] = {
	[TRAIT_QUOTES] = "quotes",
	[TRAIT_INNER_QUOTES] = "inner-quotes",
	[TRAIT_APOSTROPHES] = "apostrophes",
	[TRAIT_HIGH_MARKS] = "space-before-high-marks",
	[TRAIT_COLON] = "space-before-colon",
	[TRAIT_GUILLEMETS] = "space-in-guillemets",
	[TRAIT_PERCENT] = "space-before-percent",
	[TRAIT_DIGITS] = "digits",
};

enum quote { QUOTE_GUILLEMETS, QUOTE_CURLY, QUOTE_STRAIGHT, QUOTE_LOW, QUOTE_SINGLE_GUILLEMETS, QUOTE_SINGLE_CURLY, QUOTE_OTHER };
enum apostrophe { APOSTROPHE_CURLY, APOSTROPHE_STRAIGHT, APOSTROPHE_OTHER };
enum gap { GAP_NONE, GAP_SPACE, GAP_NO_BREAK, GAP_NARROW, GAP_OTHER };
enum digits { DIGITS_ASCII, DIGITS_ARABIC, DIGITS_PERSIAN };

#define QUOTE_NAMES {"guillemets", "curly", "straight", "low", "single-guillemets", "single-curly", "other"}
#define GAP_NAMES {"none", "space", "no-break", "narrow-no-break", "other"}

const char *const style_names[TRAIT_COUNT][STYLES_MAX] = {
	[TRAIT_QUOTES] = QUOTE_NAMES,
	[TRAIT_INNER_QUOTES] = QUOTE_NAMES,
	[TRAIT_APOSTROPHES] = {"curly", "straight", "other"},
	[TRAIT_HIGH_MARKS] = GAP_NAMES,
	[TRAIT_COLON] = GAP_NAMES,
	[TRAIT_GUILLEMETS] = GAP_NAMES,
	[TRAIT_PERCENT] = GAP_NAMES,
	[TRAIT_DIGITS] = {"ascii", "arabic", "persian"},
};

void style_append_key(struct bytes *bytes, enum trait trait, size_t style, const char *language)
{
	bytes_append_text(bytes, trait_names[trait]);
	bytes_append_char(bytes, '\t');
	bytes_append_text(bytes, language);
	bytes_append_char(bytes, '\t');
	bytes_append_text(bytes, style_names[trait][style]);
}

#define END 0 /* no character: the end of the text */

/* ---- Neighbours: the next character that is not a format character or a mark without a look of its own ---- */

static bool is_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
	       cp == 0x205F || cp == 0x3000;
}

static bool is_line_end(uint32_t cp)
{
	return cp == END || cp == '\n' || cp == '\r' || cp == 0x2028 || cp == 0x2029;
}

static bool is_passed(uint32_t cp)
{
	return character_get(cp).kind & CHARACTER_INVISIBLE && !is_space(cp) && !is_line_end(cp);
}

/* A space is none of what is passed. */
static bool is_printed_ascii(char c)
{
	return c >= ' ' && c < 0x7F;
}

/* Go back to the one in front. */
static uint32_t go_back(const struct style_text *text, const char **at)
{
	while (*at > text->start) {
		const char *end = *at;
		uint32_t cp;
		do
			--*at;
		while (*at > text->start && ((unsigned char)**at & 0xC0) == 0x80);
		utf8_decode(*at, end, &cp);
		if (!is_passed(cp))
			return cp;
	}
	return END;
}

static uint32_t before(const struct style_text *text, const char *at)
{
	if (at > text->start && is_printed_ascii(at[-1]))
		return (unsigned char)at[-1];
	return go_back(text, &at);
}

static uint32_t behind(const struct style_text *text, const char *at)
{
	if (at < text->end && is_printed_ascii(*at))
		return (unsigned char)*at;
	while (at < text->end) {
		uint32_t cp;
		at += utf8_decode(at, text->end, &cp);
		if (!is_passed(cp))
			return cp;
	}
	return END;
}

static bool is_letter(uint32_t cp)
{
	return character_get(cp).kind & CHARACTER_LETTER;
}

/* ---- Styles ---- */

static enum gap gap_of(uint32_t cp)
{
	switch (cp) {
	case ' ':
		return GAP_SPACE;
	case 0xA0:
		return GAP_NO_BREAK;
	case 0x202F:
		return GAP_NARROW;
	default:
		return is_space(cp) ? GAP_OTHER : GAP_NONE;
	}
}

static enum quote quote_of(uint32_t cp)
{
	switch (cp) {
	case 0xAB:
	case 0xBB:
		return QUOTE_GUILLEMETS;
	case 0x201C:
	case 0x201D:
		return QUOTE_CURLY;
	case '"':
		return QUOTE_STRAIGHT;
	case 0x201E:
		return QUOTE_LOW;
	case 0x2039:
	case 0x203A:
		return QUOTE_SINGLE_GUILLEMETS;
	case 0x2018:
		return QUOTE_SINGLE_CURLY;
	default:
		return QUOTE_OTHER;
	}
}

static unsigned use(struct style_use *ret, enum trait trait, unsigned style)
{
	*ret = (struct style_use){trait, style};
	return 1;
}

/* A space in front of a mark, unless the mark follows another one or begins its line. */
static unsigned see_gap(const struct style_text *text, const char *at, enum trait trait, struct style_use *ret)
{
	uint32_t left = before(text, at);
	if (is_line_end(left) || left == '!' || left == '?' || left == 0x61F)
		return 0;
	return use(ret, trait, gap_of(left));
}

static unsigned see_colon(const struct style_text *text, const char *at, struct style_use *ret)
{
	uint32_t right = behind(text, at + 1);
	return is_space(right) || is_line_end(right) ? see_gap(text, at, TRAIT_COLON, ret) : 0;
}

static bool is_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 0x660 && cp <= 0x669) || (cp >= 0x6F0 && cp <= 0x6F9);
}

static unsigned see_percent(const struct style_text *text, const char *at, struct style_use *ret)
{
	uint32_t left = go_back(text, &at);
	uint32_t digit = is_space(left) ? before(text, at) : left;
	return is_digit(digit) ? use(ret, TRAIT_PERCENT, gap_of(left)) : 0;
}

static unsigned see_guillemet(const struct style_text *text, const char *at, size_t len, uint32_t cp, bool inside,
			      struct style_use *ret)
{
	uint32_t inner = cp == 0xAB ? behind(text, at + len) : before(text, at);
	unsigned count = use(ret, inside ? TRAIT_INNER_QUOTES : TRAIT_QUOTES, QUOTE_GUILLEMETS);
	return is_line_end(inner) ? count : count + use(ret + 1, TRAIT_GUILLEMETS, gap_of(inner));
}

/* Nearly all apostrophes stand between two letters of ASCII, and then nothing else needs to be looked at. */
static bool is_in_word(const struct style_text *text, const char *at, size_t len)
{
	return at > text->start && text->end - at > (ptrdiff_t)len && utf8_is_ascii_letter(at[-1]) && utf8_is_ascii_letter(at[len]);
}

static bool opens_quotation(uint32_t cp)
{
	return cp == 0xAB || cp == 0x201C || cp == '"';
}

/* What may be an apostrophe. Only U+2018 is a quotation mark where it is none: others close what may be a quotation. */
static unsigned see_apostrophe(const struct style_text *text, const char *at, size_t len, uint32_t cp, bool inside,
			       struct style_use *ret)
{
	unsigned style = cp == 0x2019 ? APOSTROPHE_CURLY : cp == '\'' ? APOSTROPHE_STRAIGHT : APOSTROPHE_OTHER;
	if (is_in_word(text, at, len))
		return use(ret, TRAIT_APOSTROPHES, style);
	uint32_t right = behind(text, at + len);
	if (is_letter(before(text, at)) && (is_letter(right) || opens_quotation(right)))
		return use(ret, TRAIT_APOSTROPHES, style);
	if (cp == 0x2018 && !is_space(right))
		return use(ret, inside ? TRAIT_INNER_QUOTES : TRAIT_QUOTES, QUOTE_SINGLE_CURLY);
	return 0;
}

/* The first digit of a run. */
static unsigned see_digit(const struct style_text *text, const char *at, uint32_t cp, struct style_use *ret)
{
	if (is_digit(before(text, at)))
		return 0;
	return use(ret, TRAIT_DIGITS, cp <= '9' ? DIGITS_ASCII : cp < 0x6F0 ? DIGITS_ARABIC : DIGITS_PERSIAN);
}

unsigned style_see(const struct style_text *text, const char *at, size_t len, uint32_t cp, bool inside,
		   struct style_use ret[2])
{
	/* most of all */
	if (cp == '\'' || cp == 0x2019)
		return see_apostrophe(text, at, len, cp, inside, ret);
	if (is_digit(cp))
		return see_digit(text, at, cp, ret);
	switch (cp) {
	case '!':
	case '?':
	case ';':
	case 0x61B:
	case 0x61F:
		return see_gap(text, at, TRAIT_HIGH_MARKS, ret);
	case ':':
		return see_colon(text, at, ret);
	case '%':
	case 0x66A:
		return see_percent(text, at, ret);
	case 0xAB:
	case 0xBB:
		return see_guillemet(text, at, len, cp, inside, ret);
	case '`':
	case 0xB4:
	case 0x2BC:
	case 0x2018:
	case 0x201B:
	case 0x2032:
		return see_apostrophe(text, at, len, cp, inside, ret);
	default:
		return use(ret, inside ? TRAIT_INNER_QUOTES : TRAIT_QUOTES, quote_of(cp));
	}
}
