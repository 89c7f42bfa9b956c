/* SPDX-License-Identifier: MIT */
#include "places/romanise_symbols.h"

#include <stdbool.h>

#include "places/romanise_model.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { ALEF = 0x0627, LAM = 0x0644, GAF = 0x06AF, ARTICLE_WORD = 4, TATWEEL = 0x0640, REPLACEMENT = 0xFFFD };

/* What is of no script: true when it is done with. Spaces stand between other symbols only. */
static bool take_common(struct cpbuf *ret, uint32_t cp)
{
	bool inside = ret->len > 0 && ret->at[ret->len - 1] != ' ';
	if (unicode_is_white_space(cp)) {
		if (inside)
			cpbuf_push(ret, ' ');
		return true;
	}
	if (unicode_category(cp) == UNICODE_PD) {
		if (inside)
			cpbuf_push(ret, ' ');
		cpbuf_push(ret, '-');
		cpbuf_push(ret, ' ');
		return true;
	}
	return cp == TATWEEL || unicode_category(cp) == UNICODE_MN || unicode_is_ignorable(cp);
}

static void trim(struct cpbuf *symbols)
{
	if (!symbols->failed && symbols->len > 0 && symbols->at[symbols->len - 1] == ' ')
		symbols->len--;
}

typedef void symbol_taker(struct cpbuf *ret, uint32_t cp);

/* Calls take() with each character of a name, or with those that `map` has for it. */
static void take_all(const char *name, size_t len, const struct cpmap *map, symbol_taker *take, struct cpbuf *ret)
{
	const uint8_t *at = (const uint8_t *)name, *end = at + len;
	while (at < end) {
		uint32_t cp;
		const uint32_t *letters = &cp;
		at += utf8_decode(at, end, &cp);
		if (cp == UTF8_INVALID)
			cp = REPLACEMENT;
		int count = cpmap_get(map, cp, &letters);
		for (int i = 0; i < (count < 0 ? 1 : count); i++)
			take(ret, letters[i]);
	}
	trim(ret);
}

/* ---- Arabic ---- */

/* Letters of other keyboards and languages as the Arabic ones that the model knows. */
static uint32_t fold_letter(uint32_t cp)
{
	switch (cp) {
	case 0x06A8: /* qaf with three dots above: g in Algeria and Tunisia */
	case 0x06AD: /* ng: g in Morocco */
	case 0x06AC:
	case 0x06B4:
		return GAF;
	case 0x067E: /* peh */
		return 0x0628;
	case 0x06A4: /* veh */
	case 0x06A5:
		return 0x0641;
	case 0x0698: /* jeh */
		return 0x062C;
	case 0x06CC: /* Farsi yeh */
		return 0x064A;
	case 0x06A9: /* keheh */
		return 0x0643;
	case 0x06BE: /* heh doachashmee */
	case 0x06C1: /* heh goal */
	case 0x06D5: /* ae */
		return 0x0647;
	case 0x0671: /* alef wasla */
		return ALEF;
	default:
		return cp;
	}
}

static uint32_t ascii_digit(uint32_t cp)
{
	if (cp >= 0x0660 && cp <= 0x0669)
		return cp - 0x0660 + '0';
	return cp >= 0x06F0 && cp <= 0x06F9 ? cp - 0x06F0 + '0' : cp;
}

static void take_arabic(struct cpbuf *ret, uint32_t cp)
{
	bool letter = unicode_script(cp) == UNICODE_SCRIPT_ARABIC && unicode_category(cp) == UNICODE_LO;
	if (!take_common(ret, cp))
		cpbuf_push(ret, letter ? fold_letter(cp) : ascii_digit(cp) | ROMANISE_LITERAL);
}

static bool is_border(uint32_t symbol)
{
	return symbol == ' ' || symbol == '-';
}

/* Make one symbol of each article, in place. */
static void join_articles(struct cpbuf *symbols)
{
	size_t len = symbols->len, out = 0;
	for (size_t in = 0; in < len; in++) {
		const uint32_t *at = symbols->at + in;
		bool article = (in == 0 || is_border(at[-1])) && len - in >= ARTICLE_WORD && at[0] == ALEF &&
			       at[1] == LAM && !is_border(at[2]) && !is_border(at[3]);
		symbols->at[out++] = article ? ROMANISE_ARTICLE : at[0];
		in += article;
	}
	symbols->len = out;
}

void romanise_arabic_symbols(const char *name, size_t len, struct cpbuf *ret)
{
	take_all(name, len, &arabic_forms, take_arabic, ret);
	if (!ret->failed)
		join_articles(ret);
}

/* ---- Latin ---- */

static void take_latin(struct cpbuf *ret, uint32_t cp)
{
	const uint32_t *folded = &cp;
	if (cp == 0x2019 || cp == 0x02BC || cp == 0x02BE || cp == 0x02BF) /* apostrophes, and rings for hamza and ain */
		cp = '\'';
	cpmap_get(&latin_accents, cp, &folded);
	uint32_t base = *folded;
	int count = cpmap_get(&unicode_casefold, base, &folded);
	uint32_t letter = count < 0 ? base : folded[0];
	bool known = (letter >= 'a' && letter <= 'z') || letter == '\'';
	if (!take_common(ret, letter))
		cpbuf_push(ret, known ? letter : letter | ROMANISE_LITERAL);
}

void romanise_latin_symbols(const char *name, size_t len, struct cpbuf *ret)
{
	take_all(name, len, &latin_ligatures, take_latin, ret);
}
