/* SPDX-License-Identifier: MIT */
/*
 * The Arabic comma between digits (26،013): the press writes thousands with it, and decimals, and lists of numbers. Which
 * it is, only a reader knows, so it is reported and never changed.
 */
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { COMMA = 0x060C };

static void run_comma(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool inside = items->at[i].cp == COMMA && character_is_digit(neighbour_before(span, i)) &&
			      character_is_digit(neighbour_after(span, i));
		if (inside && !scope_is_protected(span->scope, items->at[i].start))
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

static bool wakes_comma(const struct rule_trigger *trigger)
{
	return character_is_digit(trigger->before) && character_is_digit(trigger->after);
}

static const struct step_range comma_ranges[] = {{COMMA, COMMA}};

static const norm_rule_value comma_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave Arabic commas between digits")},
	{"report", NORM_LOSSLESS, N_("leave Arabic commas between digits, report them")},
};

const struct step arabic_step_comma = {
	.rule = {"arabic.comma", "arabic", "comma", N_("Arabic comma between digits"), "libnorm", comma_values,
		 COUNT_OF(comma_values), NORM_SEVERITY_WARNING, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_comma,
	.triggers = comma_ranges,
	.trigger_count = COUNT_OF(comma_ranges),
	.wakes = wakes_comma,
	.behind_space = comma_ranges,
	.behind_space_count = COUNT_OF(comma_ranges),
	.report_values = 1u << 1,
};
