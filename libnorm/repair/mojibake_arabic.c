/* SPDX-License-Identifier: MIT */
/*
 * Arabic in cp1256 that was read as cp1252: each letter has become another one, which nothing but the evidence of letters
 * tells from true text. The letters that French needs are the same in both, so French words in between stay.
 */
#include "repair/mojibake.h"
#include "text/character.h"
#include "unicode/ascii.h"

enum {
	LETTERS_MIN = 3,               /* of a word that proves something: shorter ones of accented letters exist */
	MISREAD_COST = 4 * EVIDENCE_BIT, /* of each character: other languages than ours have some that are rare here */
};

/* What may stand between misread words: neither misread nor a letter. */
static inline bool is_between(const struct mojibake_cell *cell)
{
	if (cell->cp < 0x80)
		return !ascii_is_letter(cell->cp);
	return !cell->arabic && !character_is_letter(cell->cp);
}

/*
 * The next word that is misread, from `*at` on: its end, and its start, which is in no word but that, in `*at`. A word stands between
 * two gaps. Returns `*at` where there is none.
 */
static size_t find_word(const struct mojibake_text *text, size_t *at)
{
	for (size_t from = *at;;) {
		size_t end = mojibake_next_lead(CODEPAGE_OTHER_ARABIC, text, from), start = end;
		while (end < text->len && text->at[end].arabic)
			end++;
		*at = start;
		bool whole = start == from || is_between(&text->at[start - 1]);
		if (start == end || (whole && (end == text->len || is_between(&text->at[end]))))
			return end;
		while (end < text->len && !is_between(&text->at[end]))
			end++;
		from = end;
	}
}

static bool is_gap(const struct mojibake_text *text, size_t start, size_t end)
{
	while (start < end && is_between(&text->at[start]))
		start++;
	return start == end;
}

/* What the misread characters [at, end) and the next one count as Arabic, less what they count as they are. */
static long gain_of(const struct mojibake_cell *at, const struct mojibake_cell *end)
{
	long gain = 0;
	unsigned left = at[-1].class, before = left;
	for (; at < end; at++) {
		unsigned was = at->arabic ? evidence_class(at->arabic) : at->class;
		gain += evidence_pairs[before][was] - evidence_pairs[left][at->class] - (at->arabic ? MISREAD_COST : 0);
		left = at->class;
		before = was;
	}
	return gain + evidence_pairs[before][end->class] - evidence_pairs[left][end->class];
}

bool mojibake_arabic_run(const struct mojibake_text *text, size_t from, struct mojibake_run *ret)
{
	size_t start = from, run_end = find_word(text, &start), next = run_end;
	for (size_t end = find_word(text, &next); end > next && is_gap(text, run_end, next); end = find_word(text, &next))
		next = run_end = end;
	*ret = (struct mojibake_run){start, run_end, gain_of(text->at + start, text->at + run_end)};
	return run_end > start;
}

bool mojibake_arabic_proves(const struct mojibake_text *text, const struct mojibake_run *run)
{
	size_t letters = 0;
	for (size_t i = run->start; i < run->end && letters < LETTERS_MIN; i++)
		letters = text->at[i].arabic ? letters + character_is_arabic_letter(text->at[i].arabic) : 0;
	return letters >= LETTERS_MIN;
}
