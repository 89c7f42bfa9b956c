/* SPDX-License-Identifier: MIT */
/*
 * A full stop or an apostrophe between the groups of a number, 12.500 and 12'500, which French does not write. It is never
 * changed: 12.500 may be an English number with decimals.
 */
#include "french/language.h"
#include "french/quantity.h"
#include "french/steps.h"

enum { GROUP_MARKS_KEEP, GROUP_MARKS_REPORT };

static bool is_group_mark(uint32_t cp)
{
	return cp == '.' || cp == '\'' || cp == 0x2019;
}

/* The end of groups that something else than a space parts, from item `i` on: 12.500, 12'500. `i` where there are none. */
static size_t marked_groups(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	if (!number_is_free(span, i))
		return i;
	size_t first = number_digits(items, i), end = i + first;
	uint32_t mark = end < items->len ? items->at[end].cp : 0;
	if (first > 3 || items->at[i].cp == '0' || !is_group_mark(mark))
		return i;
	size_t groups = 0;
	for (; end < items->len && items->at[end].cp == mark && number_digits(items, end + 1) == 3; end += 4)
		groups++;
	bool whole = end == items->len || (items->at[end].cp != mark && !character_is_word(items->at[end].cp));
	return groups > 0 && whole ? end : i;
}

static void run_group_marks(const struct rule_span *span)
{
	struct items *items = span->items;
	for (size_t i = 0, end; i < items->len; i = end > i ? end : i + 1) {
		end = french_is_digit(items->at[i].cp) ? marked_groups(span, i) : i;
		if (end > i && french_governs(span, i))
			items_report(items, i, end - i, span->rule);
		else if (end == i)
			end = i + french_digits(items, i);
	}
}

static bool wakes_group_marks(const struct rule_trigger *trigger)
{
	return is_group_mark(trigger->after) && number_group_ahead(trigger, false);
}

/* The digits of the first group, up to the trigger, if the number is free whatever becomes of what is in front of it; else 0. */
static size_t first_group(const struct rule_trigger *trigger)
{
	const uint8_t *at = trigger->ahead;
	size_t digits = 0;
	while (digits < 4 && at > trigger->start && french_is_digit(at[-1]))
		at--, digits++;
	bool word = at - trigger->start >= 2 && at[-1] == SPACE_SP && at[-2] != 0xB0; /* n° 1.000 */
	return digits < 4 && word && *at != '0' ? digits : 0;
}

/* Full stops between digits, up to a space or a mark: nobody changes them. */
static bool settle_group_marks(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	const uint8_t *at = trigger->ahead, *end = trigger->end;
	size_t digits = first_group(trigger);
	while (end - at > 4 && at - trigger->ahead < NUMBER_MAX && *at == '.' && french_is_digit(at[1]) &&
	       french_is_digit(at[2]) && french_is_digit(at[3]))
		at += 4;
	bool known = at > trigger->ahead && at < end && (*at == SPACE_SP || *at == ',' || *at == ')' || *at == ';');
	if (!digits || !known || rule_trigger_has(trigger, RULE_REPORTED))
		return false;
	if (french_governs_at(scope, offset + 1 - (uint32_t)digits))
		rule_trigger_report_around(trigger, digits - 1, (size_t)(at - trigger->ahead));
	return true;
}

static bool beside_group_marks(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	(void)before;
	return after == BESIDE_POINT || after == BESIDE_SIGN;
}

static const struct step_range digit_ranges[] = {{'0', '9'}};

static const norm_rule_value group_mark_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave marks between the groups of a number")},
	{"report", NORM_LOSSLESS, N_("leave them, report full stops and apostrophes: they may be decimal signs")},
};

const struct step french_step_group_marks = {
	.rule = {"french.group-marks", "french", "group-marks", N_("mark between the groups of a number"),
		 "Imprimerie nationale", group_mark_values, COUNT_OF(group_mark_values),
		 NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_group_marks,
	.triggers = digit_ranges,
	.trigger_count = COUNT_OF(digit_ranges),
	.wakes = wakes_group_marks,
	.beside = beside_group_marks,
	.settle = settle_group_marks,
	.passes = french_passes_number,
	.report_values = 1u << GROUP_MARKS_REPORT,
	.reach = NUMBER_REACH,
};
