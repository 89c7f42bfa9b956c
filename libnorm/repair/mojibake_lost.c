/* SPDX-License-Identifier: MIT */
/*
 * What an Arabic letter was of whose two bytes D9 is left. windows-1252 has no character for 81, 8D, 8F and 90, so where such bytes
 * get lost, feh and the marks kasratan, damma and kasra become the same. Pairs of letters do not tell them apart. Triples do where
 * the letters on both sides are a word without feh, and hardly one with it.
 */
#include "repair/letter_order.h"
#include "repair/mojibake.h"

enum {
	HAH = 0x062D,
	FEH = 0x0641,
	KASRATAN = 0x064D,
	DAMMA = 0x064F,
	KASRA = 0x0650,
	SHADDA = 0x0651,
	LAM = 0x0644,
	SEEN = 0x0633,
	WAW = 0x0648,
	LEAD_D8 = 0xD8,
	LEAD_D9 = 0xD9,
	REPLACEMENT = 0xFFFD,
	/* News write few marks: those who write kasratan do so at many ends, a damma stands in one word of 200. */
	END_COST = 10 * LETTER_ORDER_BIT,
	INSIDE_COST = 16 * LETTER_ORDER_BIT,
};

static bool is_substitute(const struct mojibake_cell *at)
{
	return at->cp == REPLACEMENT || at->cp == '?';
}

/* The character of Arabic that begins at `at`, 0 where none does. What is lost counts as the letter that it mostly is. */
static uint32_t arabic_at(enum codepage page, const struct mojibake_cell *at, size_t *ret_length)
{
	int lead = at->bytes[page];
	*ret_length = 1;
	if (lead != LEAD_D8 && lead != LEAD_D9)
		return 0;
	int trail = at[1].bytes[page];
	bool whole = trail >= 0x80 && trail < 0xC0;
	*ret_length += whole || is_substitute(&at[1]);
	if (whole)
		return (uint32_t)(lead & 0x1F) << 6 | (trail & 0x3F);
	return lead == LEAD_D9 ? FEH : HAH;
}

/* The same of the character that ends in front of `*at`, which then is where it begins. */
static uint32_t arabic_before(enum codepage page, const struct mojibake_cell **at)
{
	size_t length;
	for (size_t back = 1; back <= 2 && !(*at)[-1].outside; back++) {
		const struct mojibake_cell *start = *at - back;
		uint32_t cp = arabic_at(page, start, &length);
		if (cp && length == back) {
			*at = start;
			return cp;
		}
	}
	return 0;
}

/* The class of the letter that ends in front of `*at`, or of what is no letter. */
static unsigned letter_before(enum codepage page, const struct mojibake_cell **at)
{
	uint32_t cp = arabic_before(page, at);
	while (cp && letter_order_passes(cp))
		cp = arabic_before(page, at);
	return letter_order_class(cp);
}

static unsigned letter_behind(enum codepage page, const struct mojibake_cell **at)
{
	size_t length;
	uint32_t cp = arabic_at(page, *at, &length);
	for (; cp && letter_order_passes(cp); cp = arabic_at(page, *at, &length))
		*at += length;
	*at += cp ? length : 0;
	return letter_order_class(cp);
}

/* How much likelier the letters are with feh between them than without. */
static long weigh_feh(const unsigned before[2], const unsigned behind[2])
{
	const unsigned feh = letter_order_class(FEH);
	long with = letter_order_next[before[0]][before[1]][feh] + letter_order_next[before[1]][feh][behind[0]];
	long without = letter_order_next[before[0]][before[1]][behind[0]];
	if (behind[0] != LETTER_ORDER_EDGE) {
		with += letter_order_next[feh][behind[0]][behind[1]];
		without += letter_order_next[before[1]][behind[0]][behind[1]];
	}
	return with - without;
}

/* A damma is written on the first letter of a word, also behind a prefix: what is read otherwise elsewhere is a rare name. */
static bool may_have_damma(unsigned before)
{
	return before == LETTER_ORDER_EDGE || before == letter_order_class(WAW) || before == letter_order_class(SEEN) ||
	       before == letter_order_class(LAM) || before == letter_order_class(FEH);
}

static bool is_lost(uint32_t cp)
{
	return cp == FEH || cp == KASRATAN || cp == DAMMA || cp == KASRA;
}

static bool loses(enum codepage page, uint32_t cp)
{
	return codepage_characters[page][0x80 | (cp & 0x3F)] == CODEPAGE_NONE;
}

uint32_t mojibake_lost_arabic(enum codepage page, const struct mojibake_cell *at, const struct mojibake_cell *end, uint32_t before,
			      uint32_t guess)
{
	unsigned known = letter_order_class(before), letters[2], behind[2];
	if (!is_lost(guess) || !loses(page, FEH) || !loses(page, KASRATAN) || !loses(page, DAMMA) || (!known && before != SHADDA))
		return guess;
	letters[1] = letter_before(page, &at);
	letters[1] = known ? known : letters[1];
	letters[0] = letter_before(page, &at);
	behind[0] = letter_behind(page, &end);
	behind[1] = behind[0] ? letter_behind(page, &end) : LETTER_ORDER_EDGE;
	if (letters[1] == LETTER_ORDER_EDGE)
		return guess;
	long feh = weigh_feh(letters, behind);
	if (behind[0] == LETTER_ORDER_EDGE)
		return feh < -END_COST ? KASRATAN : FEH;
	return known && may_have_damma(letters[0]) && feh < -INSIDE_COST ? DAMMA : FEH;
}
