/* SPDX-License-Identifier: MIT */
/*
 * Arabic in cp1256 that was read as cp1252: each letter has become another one, which nothing but the evidence of letters
 * tells from true text. The letters that French needs are the same in both, so French words in between stay.
 */
#include "repair/mojibake.h"
#include "text/character.h"

enum {
	LETTERS_MIN = 3,               /* of a word that proves something: shorter ones of accented letters exist */
	MISREAD_COST = 4 * EVIDENCE_BIT, /* of each character: other languages than ours have some that are rare here */
};

static bool is_misread(const struct mojibake_text *text, size_t i)
{
	return mojibake_arabic_character(mojibake_character(text, i)) != mojibake_character(text, i);
}

/* What may stand between misread words: neither misread nor a letter. */
static bool is_between(const struct mojibake_text *text, size_t i)
{
	return !is_misread(text, i) && !character_is_letter(mojibake_character(text, i));
}

static size_t gap_end(const struct mojibake_text *text, size_t i)
{
	while (i < text->len && is_between(text, i))
		i++;
	return i;
}

/* A word: what stands between two gaps. */
struct word {
	size_t end;
	size_t letters; /* of Arabic that are misread */
	bool misread;   /* is all of it */
};

static struct word read_word(const struct mojibake_text *text, size_t i)
{
	struct word word = {i, 0, i < text->len};
	for (; word.end < text->len && !is_between(text, word.end); word.end++) {
		uint32_t cp = mojibake_character(text, word.end), was = mojibake_arabic_character(cp);
		word.letters += was != cp && character_is_arabic_letter(was);
		word.misread &= was != cp;
	}
	return word;
}

/* What the misread characters [start, end) and the next one count as Arabic, less what they count as they are. */
static long gain_of(const struct mojibake_text *text, size_t start, size_t end)
{
	long gain = 0;
	uint32_t before = mojibake_before(text, start);
	for (size_t i = start; i <= end; i++) {
		uint32_t cp = mojibake_character(text, i), was = i < end ? mojibake_arabic_character(cp) : cp;
		gain += evidence_pair(before, was) - evidence_pair(mojibake_before(text, i), cp);
		gain -= was != cp ? MISREAD_COST : 0;
		before = was;
	}
	return gain;
}

bool mojibake_arabic_run(const struct mojibake_text *text, size_t from, struct mojibake_run *ret)
{
	size_t i = gap_end(text, from);
	struct word word = read_word(text, i);
	for (; word.end > i && !word.misread; word = read_word(text, i))
		i = gap_end(text, word.end);
	*ret = (struct mojibake_run){.start = i, .end = i};
	for (; word.end > i && word.misread; word = read_word(text, i)) {
		ret->proves |= word.letters >= LETTERS_MIN;
		ret->end = word.end;
		i = gap_end(text, word.end);
	}
	ret->gain = gain_of(text, ret->start, ret->end);
	return ret->end > ret->start;
}
