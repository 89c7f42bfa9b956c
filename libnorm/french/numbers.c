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

static bool is_wrong(const struct rule_span *span, size_t i, size_t gap)
{
	const struct text_item *item = &span->items->at[i];
	bool right = gap == 1 && item->cp == space_of(span->value);
	return !right && french_is_digit(item[-1].cp) && french_governs(span, i);
}

static void run_numbers(const struct rule_span *span)
{
	number_run_gaps(span, is_wrong, span->value == NUMBERS_REPORT ? 0 : space_of(span->value));
}

/* Whether the three digits that end at `at` may stand behind a decimal comma: the group behind them may be a short one, then. */
static bool may_end_decimals(const uint8_t *start, const uint8_t *at)
{
	for (int digits = 0; digits < 3 && at > start; digits++)
		if (!french_is_digit(*--at))
			return *at >= 0x80;
	return at - start >= 2 && (at[-1] == ',' || at[-1] >= 0x80);
}

static bool wakes_numbers(const struct rule_trigger *trigger)
{
	if (!number_is_space(trigger->after) || trigger->after == space_of(trigger->value))
		return false;
	return number_group_ahead(trigger, may_end_decimals(trigger->start, trigger->ahead));
}

static bool beside_numbers(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	(void)before;
	return beside_is_space(after);
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
		 COUNT_OF(number_values), NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_numbers,
	.triggers = number_ranges,
	.trigger_count = COUNT_OF(number_ranges),
	.wakes = wakes_numbers,
	.beside = beside_numbers,
	.passes = french_passes_number,
	.report_values = 1u << NUMBERS_REPORT,
	.reach = NUMBER_REACH,
};
