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

struct place {
	enum codepage page;
	const struct mojibake_text *text;
};

static int byte_at(const struct place *place, size_t i)
{
	return i < place->text->len ? mojibake_byte(place->page, mojibake_character(place->text, i)) : 0;
}

static bool is_lead(int byte)
{
	return byte == LEAD_D8 || byte == LEAD_D9;
}

static bool is_substitute(const struct place *place, size_t i)
{
	uint32_t cp = mojibake_character(place->text, i);
	return cp == REPLACEMENT || cp == '?';
}

/* The character of Arabic that begins at `i`, 0 where none does. What is lost counts as the letter that it mostly is. */
static uint32_t arabic_at(const struct place *place, size_t i, size_t *ret_length)
{
	int lead = byte_at(place, i), trail = byte_at(place, i + 1);
	*ret_length = 1;
	if (!is_lead(lead))
		return 0;
	*ret_length = trail >= 0x80 && trail < 0xC0 ? 2 : 1 + is_substitute(place, i + 1);
	if (trail >= 0x80 && trail < 0xC0)
		return (uint32_t)(lead & 0x1F) << 6 | (trail & 0x3F);
	return lead == LEAD_D9 ? FEH : HAH;
}

/* The same of the character that ends in front of `*i`, which then is where it begins. */
static uint32_t arabic_before(const struct place *place, size_t *i)
{
	size_t length, lengths = *i < 2 ? *i : 2;
	for (size_t back = 1; back <= lengths; back++) {
		uint32_t cp = arabic_at(place, *i - back, &length);
		if (cp && length == back) {
			*i -= back;
			return cp;
		}
	}
	return 0;
}

static unsigned letter_before(const struct place *place, size_t *i)
{
	uint32_t cp = arabic_before(place, i);
	while (cp && letter_order_passes(cp))
		cp = arabic_before(place, i);
	return letter_order_class(cp);
}

static unsigned letter_behind(const struct place *place, size_t *i)
{
	size_t length;
	uint32_t cp = arabic_at(place, *i, &length);
	for (; cp && letter_order_passes(cp); cp = arabic_at(place, *i, &length))
		*i += length;
	*i += length;
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

uint32_t mojibake_lost_arabic(enum codepage page, const struct mojibake_text *text, size_t start, size_t end, uint32_t before,
			      uint32_t guess)
{
	const struct place place = {page, text};
	unsigned known = letter_order_class(before), letters[2], behind[2];
	if (!is_lost(guess) || !loses(page, FEH) || !loses(page, KASRATAN) || !loses(page, DAMMA) || (!known && before != SHADDA))
		return guess;
	letters[1] = letter_before(&place, &start);
	letters[1] = known ? known : letters[1];
	letters[0] = letter_before(&place, &start);
	behind[0] = letter_behind(&place, &end);
	behind[1] = behind[0] ? letter_behind(&place, &end) : LETTER_ORDER_EDGE;
	if (letters[1] == LETTER_ORDER_EDGE)
		return guess;
	long feh = weigh_feh(letters, behind);
	if (behind[0] == LETTER_ORDER_EDGE)
		return feh < -END_COST ? KASRATAN : FEH;
	return known && may_have_damma(letters[0]) && feh < -INSIDE_COST ? DAMMA : FEH;
}
