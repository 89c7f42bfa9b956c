/* SPDX-License-Identifier: MIT */
/*
 * Letters of Persian and Urdu keyboards in Arabic words. They are letters of their own in Persian, Urdu, Kurdish and
 * Uyghur, so they change only where the language is Arabic. A final ی may be ي or ى (علي, على): only a key may decide.
 *
 * data/arabic/exceptions.tsv has the letters. گ چ پ ژ ڨ ڤ ڭ are not among them: they spell names that Arabic letters cannot.
 */
#include "arabic/exceptions.h"
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { PERSIAN_KEEP, PERSIAN_REPORT, PERSIAN_SAFE, PERSIAN_ALL };
enum { PERSIAN_KAF = 0x06A9, PERSIAN_YEH = 0x06CC };

/* A letter under a hamza is another letter, which the normal form may have made one character of. */
static bool has_hamza(const struct items *items, size_t i)
{
	while (++i < items->len && character_is_mark(items->at[i].cp))
		if (items->at[i].cp == 0x0654 || items->at[i].cp == 0x0655)
			return true;
	return false;
}

/* The Arabic letter for item `i`, or 0 where there is none or it has to stay, unless something protects it. */
static uint32_t letter_for(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	uint32_t to[STEP_MAP_MAX];
	if (exception_map(EXCEPTION_PERSIAN_LETTER, item->cp, to) == STEP_UNCHANGED)
		return 0;
	bool stays = has_hamza(span->items, i) || scope_letter_language(span->scope, item->start) != LANGUAGE_ARABIC;
	return stays ? 0 : to[0];
}

/* Whether Arabic has only one letter that looks like item `i`: a yeh has its dots when it joins what follows. */
static bool is_certain(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp, behind = neighbour_base_after(span, i);
	bool joined = character_is_arabic_letter(behind) || behind == CHARACTER_TATWEEL;
	return cp == PERSIAN_KAF || (cp == PERSIAN_YEH && joined);
}

static void run_persian_letters(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		uint32_t letter = letter_for(span, i);
		bool replaced = span->value == PERSIAN_ALL || (span->value == PERSIAN_SAFE && is_certain(span, i));
		bool ours = letter && (replaced || items->log) && !scope_is_protected(span->scope, items->at[i].start);
		if (ours && replaced) {
			items_replace(items, i, 1, letter, span->rule);
			continue;
		}
		if (ours)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

static const norm_rule_value letter_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave Persian and Urdu letters")},
	{"report", NORM_LOSSLESS, N_("leave them, report them in Arabic")},
	{"safe", NORM_REVERSIBLE, N_("in Arabic, keheh to kaf and a yeh that joins what follows to yeh; report the others")},
	{"all", NORM_LOSSY, N_("in Arabic, every keheh to kaf, every yeh to yeh, every heh to heh")},
};

const struct step arabic_step_persian_letters = {
	.rule = {"arabic.persian-letters", "arabic", "persian-letters", N_("Persian or Urdu letter in Arabic"),
		 "CLDR exemplar characters: ar", letter_values, COUNT_OF(letter_values),
		 NORM_SEVERITY_WARNING, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_RULE,
	.run = run_persian_letters,
	.triggers = arabic_exceptions[EXCEPTION_PERSIAN_LETTER].ranges,
	.trigger_count = EXCEPTION_ROWS,
	.report_values = 1u << PERSIAN_REPORT,
};
