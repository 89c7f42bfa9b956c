/* SPDX-License-Identifier: MIT */
/*
 * Tatweel, the stroke that stretches a word. Between two letters it is decoration. Elsewhere it says something: it parts
 * a prefix from what is not Arabic (to a number, a name in Latin letters, a quotation) and gives a letter that stands for
 * a word the shape it has there. A tatweel under a mark carries that mark.
 */
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { TATWEEL_KEEP, TATWEEL_REPORT, TATWEEL_CONTEXT, TATWEEL_DROP };

static bool is_part_of_run(uint32_t cp)
{
	return cp == CHARACTER_TATWEEL || character_is_mark(cp);
}

/* The end of the tatweels from `i` on, and of the marks on them. */
static size_t run_end(const struct items *items, size_t i)
{
	while (i < items->len && is_part_of_run(items->at[i].cp))
		i++;
	return i;
}

static bool is_decoration(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	return item->cp == CHARACTER_TATWEEL && !character_is_mark(neighbour_after(span, i)) &&
	       !scope_is_protected(span->scope, item->start);
}

/* Write the run [i, end), which stands between two letters or not. */
static void rewrite_run(const struct rule_span *span, size_t i, size_t end, bool inside)
{
	struct items *items = span->items;
	for (; i < end; i++) {
		bool decoration = inside && is_decoration(span, i);
		if (decoration && span->value == TATWEEL_CONTEXT) {
			items_drop(items, i, 1, span->rule);
			continue;
		}
		if (decoration)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
}

static void run_tatweel(const struct rule_span *span)
{
	struct items *items = span->items;
	uint32_t base = neighbour_base_before(span, 0);
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		uint32_t cp = items->at[i].cp;
		size_t end = cp == CHARACTER_TATWEEL ? run_end(items, i) : i + 1;
		bool inside = cp == CHARACTER_TATWEEL && character_is_arabic_letter(base) &&
			      character_is_arabic_letter(neighbour_after(span, end - 1));
		rewrite_run(span, i, end, inside);
		if (!character_is_mark(cp))
			base = cp;
		i = end;
	}
	items_rewritten(items);
}

static bool may_be_inside(uint32_t cp)
{
	return is_part_of_run(cp) || character_is_arabic_letter(cp);
}

static bool wakes_tatweel(const struct rule_trigger *trigger)
{
	return may_be_inside(trigger->before) && may_be_inside(trigger->after);
}

static const struct step_range tatweel_ranges[] = {{CHARACTER_TATWEEL, CHARACTER_TATWEEL}};

static const norm_rule_value tatweel_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave tatweel")},
	{"report", NORM_LOSSLESS, N_("leave tatweel, report it between letters")},
	{"context", NORM_REVERSIBLE, N_("delete tatweel between Arabic letters, where it is decoration")},
	{"drop", NORM_LOSSY, N_("delete every tatweel")},
};

const struct step arabic_step_tatweel = {
	.rule = {"arabic.tatweel", "arabic", "tatweel", N_("tatweel"), "Unicode 15, section 9.2", tatweel_values,
		 COUNT_OF(tatweel_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_RULE,
	.ranges = tatweel_ranges,
	.range_count = COUNT_OF(tatweel_ranges),
	.map = step_drop,
	.run = run_tatweel,
	.triggers = tatweel_ranges,
	.trigger_count = COUNT_OF(tatweel_ranges),
	.wakes = wakes_tatweel,
	.run_values = 1u << TATWEEL_REPORT | 1u << TATWEEL_CONTEXT,
	.report_values = 1u << TATWEEL_REPORT,
};
