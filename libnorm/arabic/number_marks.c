/* SPDX-License-Identifier: MIT */
/*
 * The signs of Arabic numbers: decimal and thousands separator, and percent sign. They go with the digits
 * (arabic.digits), so that a number does not mix two systems; what it says stays the same.
 */
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"
#include "text/space.h"

enum { PERCENT = 0x066A, DECIMAL = 0x066B, THOUSANDS = 0x066C };

/* Whether a percent sign belongs to a number in front of it, perhaps with spaces between; it may also lead one. */
static bool is_behind_digit(const struct rule_span *span, size_t i)
{
	if (space_is_inline(neighbour_before(span, i)) && character_is_digit(neighbour_after(span, i)))
		return false;
	while (i > 0 && space_is_inline(span->items->at[i - 1].cp))
		i--;
	return character_is_digit(neighbour_before(span, i));
}

static bool is_between_digits(const struct rule_span *span, size_t i)
{
	return character_is_digit(neighbour_before(span, i)) && character_is_digit(neighbour_after(span, i));
}

/* What becomes of item `i`, or 0. */
static uint32_t ascii_of(const struct rule_span *span, size_t i)
{
	switch (span->items->at[i].cp) {
	case PERCENT:
		return is_behind_digit(span, i) ? '%' : 0;
	case DECIMAL:
		return is_between_digits(span, i) ? '.' : 0;
	case THOUSANDS:
		return is_between_digits(span, i) ? ',' : 0;
	default:
		return 0;
	}
}

static void run_number_marks(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		uint32_t ascii = ascii_of(span, i);
		if (ascii && !scope_is_protected(span->scope, items->at[i].start))
			items_replace(items, i, 1, ascii, span->rule);
		else
			items_keep(items, i);
	}
	items_rewritten(items);
}

static bool wakes_number_marks(const struct rule_trigger *trigger)
{
	if (trigger->cp == PERCENT)
		return character_is_digit(trigger->before) || space_is_inline(trigger->before);
	return character_is_digit(trigger->before) && character_is_digit(trigger->after);
}

static const struct step_range number_mark_ranges[] = {{PERCENT, THOUSANDS}};

static const norm_rule_value number_mark_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the signs of numbers")},
	{"ascii", NORM_REVERSIBLE, N_("separators between digits and the percent sign behind one to ASCII")},
};

const struct step arabic_step_number_marks = {
	.rule = {"arabic.number-marks", "arabic", "number-marks", N_("Arabic sign in a number"), "CLDR numbers: ar",
		 number_mark_values, COUNT_OF(number_mark_values), NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_number_marks,
	.triggers = number_mark_ranges,
	.trigger_count = COUNT_OF(number_mark_ranges),
	.wakes = wakes_number_marks,
};
