/* SPDX-License-Identifier: MIT */
/*
 * Ordinary spaces in a number of an Arabic text. Right to left, 1 234 567 is shown as 567 234 1, because a space parts the
 * groups there; a no-break space is a separator of numbers (bidi class CS), and keeps them together.
 */
#include "arabic/language.h"
#include "arabic/steps.h"
#include "text/number.h"
#include "unicode/ascii.h"

enum { NUMBER_SPACES_KEEP, NUMBER_SPACES_REPORT, NUMBER_SPACES_NBSP };

static bool is_wrong(const struct rule_span *span, size_t i, size_t gap)
{
	return !(gap == 1 && space_is_no_break(span->items->at[i].cp)) && arabic_governs(span, i);
}

static void run_number_spaces(const struct rule_span *span)
{
	number_run_gaps(span, is_wrong, span->value == NUMBER_SPACES_NBSP ? SPACE_NBSP : 0);
}

static bool wakes_number_spaces(const struct rule_trigger *trigger)
{
	return number_is_space(trigger->after) && !space_is_no_break(trigger->after) && number_group_ahead(trigger, false);
}

static bool beside_number_spaces(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	(void)before;
	return beside_is_space(after);
}

/* Whether behind the digit and a space something stands that is no digit, nor becomes one. */
static bool passes_number_spaces(const uint8_t *out, const uint8_t *at)
{
	(void)out;
	if (at[1] >= 0x7F || at[1] <= ' ')
		return at[1] == ' ' && (character_is_arabic_at(at + 2) || ascii_is_letter(at[2]));
	return true;
}

static const struct step_range digit_ranges[] = {{'0', '9'}, {0x0660, 0x0669}, {0x06F0, 0x06F9}};

static const norm_rule_value number_space_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave spaces between the groups of a number")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are shown in the wrong order")},
	{"nbsp", NORM_REVERSIBLE, N_("in Arabic, NO-BREAK SPACE between the groups of a number")},
};

const struct step arabic_step_number_spaces = {
	.rule = {"arabic.number-spaces", "arabic", "number-spaces", N_("space in a number of Arabic text"), "UAX #9",
		 number_space_values, COUNT_OF(number_space_values), NORM_SEVERITY_WARNING, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_number_spaces,
	.triggers = digit_ranges,
	.trigger_count = COUNT_OF(digit_ranges),
	.wakes = wakes_number_spaces,
	.beside = beside_number_spaces,
	.passes = passes_number_spaces,
	.report_values = 1u << NUMBER_SPACES_REPORT,
	.reach = NUMBER_REACH,
	.arabic_only = true,
};
