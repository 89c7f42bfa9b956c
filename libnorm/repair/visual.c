/* SPDX-License-Identifier: MIT */
/*
 * Visual order: text out of PDF files whose Arabic letters stand as they are displayed, from left to right. A line is put in
 * the order of reading where its letters say beyond doubt that it is not; where that is only likely, it is reported. That there
 * are presentation forms says nothing: much text has them in the order of reading. They become letters later, so that what
 * is turned round here is the ligature of lam and alef, not its two letters.
 *
 * No letter is a trigger, for whatever were one, clean text would stop at it all the time. The evidence is weighed where a
 * paragraph ends, from there on; a word or two of clean text settle it.
 */
#include "base/memory.h"
#include "repair/steps.h"
#include "repair/visual_evidence.h"
#include "repair/visual_line.h"
#include "repair/visual_words.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <stdlib.h>

enum { VISUAL_OFF, VISUAL_SAFE, VISUAL_AGGRESSIVE, VISUAL_REPORT };

/* Evidence that a line stands in the order of display: with less than SUSPECTED nobody looks closer. */
enum { SUSPECTED = 8 * VISUAL_BIT };

enum verdict { LEAVE, UNCERTAIN, REVERSED };

/*
 * How much evidence is enough. A word or two may be a name that is written like nothing else; and a long line has to have much of
 * it, for another language in Arabic letters has a little for either order. Displayed Arabic has some 2.6 bits a letter.
 */
static long enough(const struct visual_evidence *evidence, unsigned value)
{
	static const uint8_t bits[][6] = {{28, 28, 18, 15, 13, 11}, {14, 14, 12, 10, 10, 10}};
	long by_words = bits[value == VISUAL_AGGRESSIVE][evidence->words < 5 ? evidence->words : 5] * VISUAL_BIT;
	long by_letters = (long)evidence->letters * VISUAL_BIT * 3 / 4;
	return by_words > by_letters ? by_words : by_letters;
}

static long sum_of(const struct visual_evidence *evidence)
{
	return visual_evidence_settled(evidence) ? 0 : visual_evidence_sum(evidence);
}

/* A short line that is read as it stands may have a little evidence: so what is reported is what `aggressive` takes to be likely. */
static enum verdict judge(const struct visual_evidence *evidence, unsigned value, const struct items *items)
{
	long sum = sum_of(evidence), limit = enough(evidence, value), likely = enough(evidence, VISUAL_AGGRESSIVE);
	if (sum < SUSPECTED)
		return LEAVE;
	long told = sum + visual_words_weigh(items);
	if (sum < 2 * likely && told < likely)
		return LEAVE;
	bool sure = value != VISUAL_REPORT && (sum >= 2 * limit || told >= limit);
	return sure ? REVERSED : UNCERTAIN;
}

/* ---- Suspicion ---- */

static bool ends_paragraph(uint32_t cp)
{
	return cp == '\n' || cp == 0x2029;
}

/* Weigh the line that ends at `at`, or as much of it as settles it. */
static struct visual_evidence weigh_line(const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	struct visual_evidence evidence = visual_evidence_begin();
	while (at > start && !visual_evidence_settled(&evidence)) {
		uint32_t cp;
		at = utf8_previous(start, at);
		utf8_decode(at, end, &cp);
		cp = cp == UTF8_INVALID ? 0xFFFD : cp;
		if (ends_paragraph(cp))
			break;
		visual_evidence_see(&evidence, cp);
	}
	visual_evidence_see(&evidence, '\n');
	return evidence;
}

/*
 * A line that is not judged by its letters, for some are those of another language, may be so once other steps have made letters of Arabic
 * of these: then it is run over again.
 */
static __attribute__((noinline)) enum suspicion weigh_order(const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	struct visual_evidence evidence = weigh_line(start, at, end);
	bool some = evidence.joins + evidence.order >= SUSPECTED || visual_evidence_sum(&evidence) >= SUSPECTED;
	return some && !visual_evidence_settled(&evidence) ? SUSPICION_SOME : SUSPICION_NONE;
}

static enum suspicion suspects_visual_order(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	(void)value;
	return visual_evidence_soon(start, at) < SUSPECTED ? SUSPICION_NONE : weigh_order(start, at, end);
}

/* ---- Repair ---- */

static struct visual_evidence weigh(const struct items *items)
{
	struct visual_evidence evidence = visual_evidence_begin();
	for (size_t i = items->len, ascii = 0; i > 0; i--) {
		uint32_t cp = items->at[i - 1].cp;
		ascii = cp < 0x80 ? ascii + 1 : 0;
		if (ascii > 2) /* behind two no more of them say anything */
			continue;
		visual_evidence_see(&evidence, cp);
		if (visual_evidence_settled(&evidence))
			break;
	}
	visual_evidence_see(&evidence, '\n');
	return evidence;
}

/* What parts lines: each is displayed by itself. */
static bool ends_line(uint32_t cp)
{
	return (cp >= 0x0A && cp <= 0x0D) || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* What repair() works with: room for a cell, and a character, for each item. */
struct work {
	struct items *items;
	struct visual_cell *cells;
	uint32_t *cps;
	unsigned rule;
};

/* Put the cells in the place of as many items, in stretches as short as can be. */
static void put_cells(const struct work *work, size_t start, size_t count)
{
	const struct visual_cell *cells = work->cells;
	for (size_t i = 0, end; i < count; i = end) {
		bool changed = false;
		size_t last = i;
		for (end = i; end <= last; end++) {
			last = cells[end].from > last ? cells[end].from : last;
			work->cps[end] = cells[end].cp;
			changed |= cells[end].cp != work->items->at[start + end].cp;
		}
		if (changed)
			items_reorder(work->items, start + i, end - i, work->cps + i, work->rule);
		else
			items_keep_all(work->items, start + i, start + end);
	}
}

static void read_line(const struct work *work, size_t start, size_t end)
{
	size_t count = end - start;
	for (size_t i = 0; i < count; i++)
		work->cells[i] = (struct visual_cell){.cp = work->items->at[start + i].cp, .from = (uint32_t)i};
	visual_kinds(work->cells, count);
	visual_levels(work->cells, count, visual_runs_left(work->cells, count));
	visual_line_read(work->cells, count);
	put_cells(work, start, count);
}

static void read_lines(const struct work *work)
{
	struct items *items = work->items;
	items_rewrite(items);
	for (size_t start = 0, end; start < items->len; start = end + 1) {
		for (end = start; end < items->len && !ends_line(items->at[end].cp); end++)
			;
		read_line(work, start, end);
		if (end < items->len)
			items_keep(items, end);
	}
	items_rewritten(items);
}

static void reorder(struct items *items, unsigned rule)
{
	struct work work = {.items = items, .rule = rule};
	size_t cells = 0, cps = 0;
	if (memory_reserve(&work.cells, &cells, items->len, sizeof *work.cells) &&
	    memory_reserve(&work.cps, &cps, items->len, sizeof *work.cps))
		read_lines(&work);
	else
		items->failed = true;
	free(work.cells);
	free(work.cps);
}

/* Report what is doubtful, without the spaces round it. */
static void report(struct items *items, unsigned rule)
{
	size_t start = 0, end = items->len;
	while (unicode_is_white_space(items->at[start].cp))
		start++;
	while (unicode_is_white_space(items->at[end - 1].cp))
		end--;
	items_report(items, start, end - start, rule);
}

static void repair_visual_order(struct items *items, unsigned value, unsigned rule)
{
	struct visual_evidence evidence = weigh(items);
	enum verdict verdict = value == VISUAL_OFF ? LEAVE : judge(&evidence, value, items);
	if (verdict == REVERSED)
		reorder(items, rule);
	else if (verdict == UNCERTAIN)
		report(items, rule);
}

static const struct step_range visual_triggers[] = {{0x2029, 0x2029}};

static const norm_rule_value visual_values[] = {
	{"off", NORM_LOSSLESS, N_("leave lines as they stand")},
	{"safe", NORM_REVERSIBLE, N_("Arabic in the order of display to the order of reading, where there is no doubt")},
	{"aggressive", NORM_REVERSIBLE, N_("the same where it is likely")},
	{"report", NORM_LOSSLESS, N_("leave lines as they stand, report Arabic in the order of display")},
};

const struct step repair_step_visual_order = {
	.rule = {"repair.visual-order", "repair", "visual-order", N_("Arabic in the order of display"), "UAX #9",
		 visual_values, COUNT_OF(visual_values), NORM_SEVERITY_ERROR, CATEGORY_BIDI},
	.kind = STEP_REPAIR,
	.triggers = visual_triggers,
	.trigger_count = COUNT_OF(visual_triggers),
	.whole_lines = true,
	.arabic_only = true,
	.suspects = suspects_visual_order,
	.repair = repair_visual_order,
};
