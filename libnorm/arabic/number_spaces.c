/* SPDX-License-Identifier: MIT */
/*
 * Ordinary spaces in a number of an Arabic text. Right to left, 1 234 567 is shown as 567 234 1, because a space parts the
 * groups there; a no-break space is a separator of numbers (bidi class CS), and keeps them together.
 */
#include "arabic/language.h"
#include "arabic/steps.h"
#include "text/number.h"
#include "text/scope.h"

enum { NUMBER_SPACES_KEEP, NUMBER_SPACES_REPORT, NUMBER_SPACES_NBSP };

/* Whether the level is in a language of Arabic script, and nothing protects the item. */
static bool is_ours(const struct rule_span *span, size_t i)
{
	uint32_t start = span->items->at[i].start;
	return language_is_arabic_script(scope_language(span->scope, start)) && !scope_is_protected(span->scope, start);
}

static void run_number_spaces(const struct rule_span *span)
{
	struct items *items = span->items;
	struct number_row row = {0};
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		size_t gap = number_gap(span, &row, i);
		bool wrong = gap && !(gap == 1 && space_is_no_break(items->at[i].cp)) && is_ours(span, i);
		if (wrong && span->value == NUMBER_SPACES_NBSP) {
			items_replace(items, i, gap, SPACE_NBSP, span->rule);
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

static bool wakes_number_spaces(const struct rule_trigger *trigger)
{
	return number_is_space(trigger->after) && !space_is_no_break(trigger->after) && number_group_ahead(trigger);
}

static const struct step_range digit_ranges[] = {{'0', '9'}, {0x0660, 0x0669}, {0x06F0, 0x06F9}};

static const norm_rule_value number_space_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave spaces between the groups of a number")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are shown in the wrong order")},
	{"nbsp", NORM_REVERSIBLE, N_("in Arabic, NO-BREAK SPACE between the groups of a number")},
};

const struct step arabic_step_number_spaces = {
	.rule = {"arabic.number-spaces", "arabic", "number-spaces", N_("space in a number of Arabic text"), "UAX #9",
		 number_space_values, COUNT_OF(number_space_values)},
	.kind = STEP_RULE,
	.run = run_number_spaces,
	.triggers = digit_ranges,
	.trigger_count = COUNT_OF(digit_ranges),
	.wakes = wakes_number_spaces,
	.report_values = 1u << NUMBER_SPACES_REPORT,
	.reach = NUMBER_REACH,
	.arabic_only = true,
};
