/* SPDX-License-Identifier: MIT */
/* The space between the groups of a number, 12 500 and 3,141 592: only where there is one. */
#include "french/language.h"
#include "french/quantity.h"
#include "french/steps.h"

enum { NUMBERS_KEEP, NUMBERS_REPORT, NUMBERS_NBSP, NUMBERS_NNBSP };

static uint32_t space_of(unsigned value)
{
	return value == NUMBERS_NNBSP ? SPACE_NNBSP : SPACE_NBSP;
}

static void run_numbers(const struct rule_span *span)
{
	struct items *items = span->items;
	struct number_row row = {0};
	uint32_t space = space_of(span->value);
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		size_t gap = number_gap(span, &row, i);
		bool right = gap == 1 && items->at[i].cp == space;
		bool wrong = gap && !right && french_is_digit(items->at[i - 1].cp) && french_governs(span, i);
		if (wrong && span->value != NUMBERS_REPORT) {
			items_replace(items, i, gap, space, span->rule);
			i += gap;
			continue;
		}
		if (wrong)
			items_report(items, i, gap, span->rule);
		for (gap += gap == 0; gap > 0; gap--)
			items_keep(items, i++);
	}
	items_rewritten(items);
}

static bool wakes_numbers(const struct rule_trigger *trigger)
{
	return number_is_space(trigger->after) && trigger->after != space_of(trigger->value) && number_group_ahead(trigger);
}

static const struct step_range number_ranges[] = {{'0', '9'}};

static const norm_rule_value number_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the spaces in numbers")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are no NO-BREAK SPACE")},
	{"nbsp", NORM_REVERSIBLE, N_("NO-BREAK SPACE between the groups of a number")},
	{"nnbsp", NORM_REVERSIBLE, N_("NARROW NO-BREAK SPACE between the groups of a number")},
};

const struct step french_step_numbers = {
	.rule = {"french.numbers", "french", "numbers", N_("space in a number"), "Imprimerie nationale", number_values,
		 COUNT_OF(number_values)},
	.kind = STEP_RULE,
	.run = run_numbers,
	.triggers = number_ranges,
	.trigger_count = COUNT_OF(number_ranges),
	.wakes = wakes_numbers,
	.report_values = 1u << NUMBERS_REPORT,
	.reach = NUMBER_REACH,
};
