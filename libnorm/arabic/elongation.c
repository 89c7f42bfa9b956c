/* SPDX-License-Identifier: MIT */
/*
 * Letters repeated for emphasis: رائـــع, written with letters (راااائع). A run is three or more equal letters side by side;
 * the last of them may have marks.
 *
 * Arabic triples some letters at the start of words (و before وو, ت before تت), and others in front of a certain letter
 * (ل before ه, as in الله with a prefix): data/arabic/exceptions.tsv has them, and they are left.
 */
#include "arabic/exceptions.h"
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { ELONGATION_KEEP, ELONGATION_REPORT, ELONGATION_TWO, ELONGATION_ONE };
enum { RUN_MIN = 3 };

struct run {
	size_t start, letters; /* items */
	size_t outside;        /* letters of the run in front of the stretch; 2 may be more */
};

/* Those of which the fast path sees three in a row (scan_thrice): of the Arabic block. ﷺ and its like are never elongated. */
static bool may_repeat(uint32_t cp)
{
	return cp < 0x0700 && character_is_arabic_letter(cp);
}

/* How many letters of a run that begins with the first item stand in front of the stretch. */
static size_t count_outside(const struct rule_span *span, uint32_t letter)
{
	if (span->before != letter)
		return 0;
	return span->before2 == letter ? 2 : 1;
}

static struct run read_run(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	uint32_t letter = items->at[i].cp;
	struct run run = {.start = i, .outside = i == 0 ? count_outside(span, letter) : 0};
	while (i + run.letters < items->len && items->at[i + run.letters].cp == letter)
		run.letters++;
	return run;
}

/* Whether three equal letters may begin a word. Where the stretch does not tell, they may. */
static bool may_begin_word(const struct rule_span *span, const struct run *run)
{
	uint32_t ignored[STEP_MAP_MAX];
	bool listed = exception_map(EXCEPTION_INITIAL_RUN, span->items->at[run->start].cp, ignored) != STEP_UNCHANGED;
	if (!listed || run->outside + run->letters != RUN_MIN)
		return false;
	if (run->outside == 0)
		return !character_is_arabic_letter(neighbour_base_before(span, run->start));
	return run->outside == 2 || character_is_mark(span->before) || !character_is_arabic_letter(span->before2);
}

/* Whether the letter may stand three times and more in front of the one behind the run. */
static bool may_precede(const struct rule_span *span, const struct run *run)
{
	uint32_t next[STEP_MAP_MAX];
	return exception_map(EXCEPTION_RUN_BEFORE, span->items->at[run->start].cp, next) == 1 &&
	       neighbour_base_after(span, run->start + run->letters - 1) == next[0];
}

static bool is_elongated(const struct rule_span *span, const struct run *run)
{
	const struct text_item *item = &span->items->at[run->start];
	if (run->outside + run->letters < RUN_MIN || may_begin_word(span, run) || may_precede(span, run))
		return false;
	return scope_letter_language(span->scope, item->start) == LANGUAGE_ARABIC &&
	       !scope_is_protected(span->scope, item->start);
}

/* Drop the first letters of a run, so that marks stay with the last one. */
static void shorten(const struct rule_span *span, const struct run *run)
{
	size_t limit = span->value == ELONGATION_TWO ? 2 : 1, excess = run->outside + run->letters - limit;
	size_t dropped = excess < run->letters ? excess : run->letters;
	items_drop(span->items, run->start, dropped, span->rule);
	for (size_t k = run->start + dropped; k < run->start + run->letters; k++)
		items_keep(span->items, k);
}

static void run_elongation(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		if (!may_repeat(items->at[i].cp)) {
			items_keep(items, i++);
			continue;
		}
		struct run run = read_run(span, i);
		bool elongated = is_elongated(span, &run);
		if (elongated && span->value == ELONGATION_REPORT)
			items_report(items, run.start, run.letters, span->rule);
		if (elongated && span->value != ELONGATION_REPORT)
			shorten(span, &run);
		else
			for (size_t k = run.start; k < run.start + run.letters; k++)
				items_keep(items, k);
		i += run.letters;
	}
	items_rewritten(items);
}

static const norm_rule_value elongation_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave letters that are repeated for emphasis")},
	{"report", NORM_LOSSLESS, N_("leave them, report three and more")},
	{"two", NORM_LOSSY, N_("of three and more equal letters two stay")},
	{"one", NORM_LOSSY, N_("of three and more equal letters one stays")},
};

const struct step arabic_step_elongation = {
	.rule = {"arabic.elongation", "arabic", "elongation", N_("letter repeated for emphasis"), "Maha",
		 elongation_values, COUNT_OF(elongation_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_RULE,
	.run = run_elongation,
	.thrice = true,
	.report_values = 1u << ELONGATION_REPORT,
	.arabic_only = true,
};
