/* SPDX-License-Identifier: MIT */
/*
 * Letters repeated for emphasis: رائـــع, written with letters (راااائع). A run is three or more equal letters, marks
 * between them or not. What stays of it is as many letters as the value says, and each letter with marks of its own.
 *
 * Arabic triples letters at the start of words, و before وو (و + ووهان) and ت before تت (تتتبع), and الله is the
 * one word in which a run of ل has a meaning that a shorter one has not: these are left.
 */
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { ELONGATION_KEEP, ELONGATION_REPORT, ELONGATION_TWO, ELONGATION_ONE };
enum { RUN_MIN = 3, TEH = 0x062A, LAM = 0x0644, HEH = 0x0647, WAW = 0x0648 };

struct run {
	size_t start, end; /* items */
	size_t outside;    /* letters of the run in front of the stretch; 2 may be more */
	size_t letters;    /* in the stretch */
	size_t distinct;   /* of these, those with marks that the run has not had yet */
};

/* Reads the letters of a run, each with its marks. */
struct reader {
	const struct items *items;
	size_t at, next;           /* the letter; behind its marks */
	size_t marked, marked_end; /* the last letter with marks, and where these end */
};

static bool reader_next(struct reader *reader, uint32_t letter)
{
	const struct items *items = reader->items;
	if (reader->next == items->len || items->at[reader->next].cp != letter)
		return false;
	reader->at = reader->next++;
	while (reader->next < items->len && character_is_mark(items->at[reader->next].cp))
		reader->next++;
	return true;
}

/* Whether the letter, which the reader is at, adds no mark to the run. */
static bool reader_repeats(struct reader *reader)
{
	size_t length = reader->next - reader->at;
	bool same = length == reader->marked_end - reader->marked;
	if (length == 1)
		return true;
	for (size_t k = 1; same && k < length; k++)
		same = reader->items->at[reader->at + k].cp == reader->items->at[reader->marked + k].cp;
	reader->marked = reader->at;
	reader->marked_end = reader->next;
	return same;
}

/* How many letters of a run that begins with the first letter of the stretch stand in front of it. */
static size_t count_outside(const struct rule_span *span, uint32_t letter)
{
	if (character_is_mark(span->before))
		return span->before2 == letter;
	if (span->before != letter)
		return 0;
	return span->before2 == letter ? 2 : 1;
}

static struct run read_run(const struct rule_span *span, size_t i, bool first)
{
	uint32_t letter = span->items->at[i].cp;
	struct run run = {.start = i, .outside = first ? count_outside(span, letter) : 0};
	struct reader reader = {.items = span->items, .next = i};
	while (reader_next(&reader, letter)) {
		run.letters++;
		run.distinct += !reader_repeats(&reader);
	}
	run.end = reader.next;
	return run;
}

/* Whether three equal letters may begin a word. Where the stretch does not tell, they may. */
static bool may_begin_word(const struct rule_span *span, const struct run *run)
{
	uint32_t letter = span->items->at[run->start].cp;
	if ((letter != WAW && letter != TEH) || run->outside + run->letters != RUN_MIN)
		return false;
	if (run->outside == 0)
		return !character_is_arabic_letter(neighbour_base_before(span, run->start));
	return run->outside == 2 || character_is_mark(span->before) || !character_is_arabic_letter(span->before2);
}

static bool is_elongated(const struct rule_span *span, const struct run *run)
{
	const struct text_item *item = &span->items->at[run->start];
	if (run->outside + run->letters < RUN_MIN || may_begin_word(span, run))
		return false;
	if (item->cp == LAM && neighbour_after(span, run->end - 1) == HEH)
		return false;
	return scope_letter_language(span->scope, item->start) == LANGUAGE_ARABIC &&
	       !scope_is_protected(span->scope, item->start);
}

/* Keep letters that repeat others as far as there is room for them. */
static void shorten(const struct rule_span *span, const struct run *run)
{
	struct items *items = span->items;
	struct reader reader = {.items = items, .next = run->start};
	size_t limit = span->value == ELONGATION_TWO ? 2 : 1, kept = run->outside + run->distinct;
	while (reader_next(&reader, items->at[run->start].cp)) {
		bool repeats = reader_repeats(&reader);
		if (repeats && kept >= limit) {
			items_drop(items, reader.at, reader.next - reader.at, span->rule);
			continue;
		}
		kept += repeats;
		for (size_t k = reader.at; k < reader.next; k++)
			items_keep(items, k);
	}
}

static void run_elongation(const struct rule_span *span)
{
	struct items *items = span->items;
	bool first = true;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		if (!character_is_arabic_letter(items->at[i].cp)) {
			first = first && character_is_mark(items->at[i].cp);
			items_keep(items, i++);
			continue;
		}
		struct run run = read_run(span, i, first);
		bool elongated = is_elongated(span, &run);
		first = false;
		if (elongated && span->value == ELONGATION_REPORT)
			items_report(items, run.start, run.end - run.start, span->rule);
		if (elongated && span->value != ELONGATION_REPORT)
			shorten(span, &run);
		else
			for (size_t k = run.start; k < run.end; k++)
				items_keep(items, k);
		i = run.end;
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
	.rule = {"arabic.elongation", "arabic", "elongation", N_("letter repeated for emphasis"), "Maha, CAMeL Tools",
		 elongation_values, COUNT_OF(elongation_values)},
	.kind = STEP_RULE,
	.run = run_elongation,
	.thrice = true,
	.report_values = 1u << ELONGATION_REPORT,
	.arabic_only = true,
};
