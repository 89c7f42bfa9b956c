/* SPDX-License-Identifier: MIT */
/*
 * Groups of three for long numbers that have none: 12500 € and 3,14159 m. Only of quantities, which a unit or what is
 * counted follows: years, pages and numbers of things stay. The space put in is an ordinary one, of which french.numbers
 * makes what the profile wants.
 */
#include "french/language.h"
#include "french/quantity.h"
#include "french/steps.h"
#include "unicode/utf8.h"

enum { GROUPS_KEEP, GROUPS_REPORT, GROUPS_FIVE, GROUPS_FOUR };

static size_t least_digits(unsigned value)
{
	return value == GROUPS_FOUR ? 4 : 5;
}

/* The end of the number of which the digits before item `i` are one part, with what is behind the decimal comma. */
static size_t behind_decimals(const struct items *items, size_t i)
{
	bool comma = i + 1 < items->len && items->at[i].cp == ',';
	size_t digits = comma ? number_digits(items, i + 1) : 0;
	return digits ? i + 1 + digits : i;
}

/* Whether a unit, or what is counted, follows item `i`, which is behind a number. */
static bool is_counted(const struct rule_span *span, size_t i)
{
	size_t end;
	return french_unit_at(span, i + number_spaces(span->items, i), FRENCH_UNIT_ANY, &end);
}

/* Whether the row, a single group of digits, gets spaces. */
static bool wants_groups(const struct rule_span *span, const struct number_row *row)
{
	const struct items *items = span->items;
	size_t digits = row->end - row->start;
	if (row->groups > 1 || digits < least_digits(span->value) || digits > NUMBER_MAX)
		return false;
	bool whole = row->decimal || (items->at[row->start].cp != '0' && number_is_free(span, row->start));
	size_t end = row->decimal ? row->end : behind_decimals(items, row->end);
	return whole && is_counted(span, end) && french_governs(span, row->start);
}

/* Whether a space belongs in front of item `i` of a row that gets some. */
static bool is_border(const struct number_row *row, size_t i)
{
	size_t digits = row->decimal ? i - row->start : row->end - i;
	return i > row->start && i < row->end && digits % 3 == 0;
}

static void run_number_groups(const struct rule_span *span)
{
	struct items *items = span->items;
	struct number_row row = {0};
	bool wanted = false;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		if (i >= row.end && french_is_digit(items->at[i].cp)) {
			row = number_row(span, i);
			wanted = wants_groups(span, &row);
			if (wanted && span->value == GROUPS_REPORT)
				items_report(items, i, row.end - i, span->rule);
		}
		if (wanted && span->value != GROUPS_REPORT && is_border(&row, i))
			items_insert(items, i, SPACE_SP, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

/* Whether so many digits may end in front of `at`: what is not ASCII, but no space, may become a digit. */
static bool has_digits(const uint8_t *start, const uint8_t *at, size_t count)
{
	for (; count > 0 && at > start; count--) {
		uint32_t cp;
		if (at[-1] < 0x80 && at[-1] > ' ') {
			if (!french_is_digit(*--at))
				return false;
			continue;
		}
		const uint8_t *end = at;
		at = utf8_previous(start, at);
		utf8_decode(at, end, &cp);
		if (!french_is_digit(cp))
			return french_is_unknown(cp) && !number_is_space(cp);
	}
	return count == 0;
}

/* Behind a decimal comma at `at` and its digits. */
static const uint8_t *behind_comma(const uint8_t *at, const uint8_t *end)
{
	if (end - at < 2 || *at != ',' || at[1] < '0' || at[1] > '9')
		return at;
	for (at++; at < end && *at >= '0' && *at <= '9';)
		at++;
	return at;
}

/* Whether nobody knows what follows a comma at `at`. */
static bool is_comma_unsure(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp;
	if (end - at < 2 || *at != ',')
		return false;
	utf8_decode(at + 1, end, &cp);
	return french_is_unknown(cp);
}

/* At the last digit of a number. */
static bool wakes_number_groups(const struct rule_trigger *trigger)
{
	uint32_t after = trigger->after, space;
	if (character_is_digit(after))
		return false;
	if (!has_digits(trigger->start, trigger->ahead, least_digits(trigger->value)))
		return false;
	const uint8_t *at = behind_comma(trigger->ahead, trigger->end), *end = trigger->end;
	if (at == trigger->ahead && is_comma_unsure(at, end))
		return true;
	if (at < end && at == trigger->ahead && number_is_space(after))
		at += utf8_decode(at, end, &space);
	return french_unit_ahead(at, end, FRENCH_UNIT_ANY, false);
}

static bool beside_number_groups(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	return after != BESIDE_DIGIT && (before == BESIDE_DIGIT || before >= BESIDE_LATIN);
}

static const struct step_range digit_ranges[] = {{'0', '9'}};

static const norm_rule_value group_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave long numbers in one piece")},
	{"report", NORM_LOSSLESS, N_("leave them, report quantities of five digits and more")},
	{"five", NORM_REVERSIBLE, N_("part quantities of five digits and more in groups of three")},
	{"four", NORM_REVERSIBLE, N_("part quantities of four digits and more in groups of three")},
};

const struct step french_step_number_groups = {
	.rule = {"french.number-groups", "french", "number-groups", N_("long number without groups"),
		 "Imprimerie nationale", group_values, COUNT_OF(group_values), NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_number_groups,
	.triggers = digit_ranges,
	.trigger_count = COUNT_OF(digit_ranges),
	.wakes = wakes_number_groups,
	.beside = beside_number_groups,
	.passes = french_passes_number,
	.report_values = 1u << GROUPS_REPORT,
	.reach = NUMBER_REACH,
};
