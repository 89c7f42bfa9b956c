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

/* What may stand between misread words: neither misread nor a letter. */
static inline bool is_between(const struct mojibake_cell *cell)
{
	if (cell->cp < 0x80)
		return (cell->cp | 0x20) - 'a' >= 26;
	return !cell->arabic && !character_is_letter(cell->cp);
}

static const struct mojibake_cell *gap_end(const struct mojibake_cell *at, const struct mojibake_cell *end)
{
	while (at < end && is_between(at))
		at++;
	return at;
}

/* The end of the word at `at`, which is what stands between two gaps, and whether all of it is misread. */
static const struct mojibake_cell *word_end(const struct mojibake_cell *at, const struct mojibake_cell *end, bool *ret_misread)
{
	const struct mojibake_cell *start = at;
	while (at < end && at->arabic)
		at++;
	*ret_misread = at > start && (at == end || is_between(at));
	while (at < end && !is_between(at))
		at++;
	return at;
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
	const struct mojibake_cell *end = text->at + text->len, *start = gap_end(text->at + from, end), *run_end;
	bool misread;
	const struct mojibake_cell *word = word_end(start, end, &misread);
	while (word > start && !misread) {
		start = gap_end(word, end);
		word = word_end(start, end, &misread);
	}
	for (run_end = start; misread; word = word_end(gap_end(word, end), end, &misread))
		run_end = word;
	*ret = (struct mojibake_run){(size_t)(start - text->at), (size_t)(run_end - text->at), gain_of(start, run_end)};
	return run_end > start;
}

bool mojibake_arabic_proves(const struct mojibake_text *text, const struct mojibake_run *run)
{
	size_t letters = 0;
	for (size_t i = run->start; i < run->end && letters < LETTERS_MIN; i++)
		letters = text->at[i].arabic ? letters + character_is_arabic_letter(text->at[i].arabic) : 0;
	return letters >= LETTERS_MIN;
}
