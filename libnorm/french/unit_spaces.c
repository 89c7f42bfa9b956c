/* SPDX-License-Identifier: MIT */
/*
 * The space between a number and its unit, the sign or code of a currency, or the word millions. Which units there are says
 * data/french/units.tsv. Where nothing parts the two, a space is put in if the symbol cannot be anything else.
 */
#include "french/language.h"
#include "french/quantity.h"
#include "french/steps.h"

enum { UNITS_KEEP, UNITS_REPORT, UNITS_NBSP, UNITS_NNBSP };

static uint32_t space_of(unsigned value)
{
	return value == UNITS_NNBSP ? SPACE_NNBSP : SPACE_NBSP;
}

/* Whether the code of a currency ends with item `i`: CHF 5. A stretch shows three characters in front of a trigger. */
static bool is_code_end(const struct rule_span *span, size_t i)
{
	return span->items->at[i].cp == 'F' && number_back(span, i, 1) == 'H' && number_back(span, i, 2) == 'C' &&
	       !character_is_word(number_back(span, i, 3));
}

/* The spaces behind a code at item `i` that are to be written anew. */
static size_t code_gap(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	if (!is_code_end(span, i))
		return 0;
	size_t gap = number_spaces(items, i + 1);
	bool right = gap == 1 && items->at[i + 1].cp == space_of(span->value);
	bool amount = i + 1 + gap < items->len && character_is_digit(items->at[i + 1 + gap].cp);
	return amount && !right && french_governs(span, i) ? gap : 0;
}

/* CHF 5: the code of a currency in front of its amount. */
static void run_codes(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		size_t gap = code_gap(span, i);
		items_keep(items, i);
		if (gap && span->value != UNITS_REPORT) {
			items_replace(items, i + 1, gap, space_of(span->value), span->rule);
			i += gap;
		} else if (gap) {
			items_report(items, i, gap + 2, span->rule);
		}
	}
	items_rewritten(items);
}

static void run_units(const struct rule_span *span)
{
	run_codes(span);
	french_space_units(span, FRENCH_UNIT_SPACED, space_of(span->value), span->value == UNITS_REPORT);
}

static bool wakes_units(const struct rule_trigger *trigger)
{
	if (trigger->cp == 'F')
		return trigger->before == 'H' && number_is_space(trigger->after);
	return french_wakes_units(trigger, FRENCH_UNIT_SPACED, space_of(trigger->value));
}

static bool settle_units(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	return trigger->cp != 'F' && trigger->value != UNITS_REPORT &&
	       french_settle_units(trigger, scope, offset, FRENCH_UNIT_SPACED, space_of(trigger->value));
}

static bool beside_units(uint32_t cp, enum beside before, enum beside after)
{
	if (cp == 'F')
		return before == BESIDE_CAPITAL && beside_is_space(after);
	return french_beside_units(after);
}

static const struct step_range unit_ranges[] = {{'0', '9'}, {'F', 'F'}};

static const norm_rule_value unit_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave what is between a number and its unit")},
	{"report", NORM_LOSSLESS, N_("leave it, report where it is no NO-BREAK SPACE")},
	{"nbsp", NORM_REVERSIBLE, N_("NO-BREAK SPACE between a number and its unit or currency")},
	{"nnbsp", NORM_REVERSIBLE, N_("NARROW NO-BREAK SPACE between a number and its unit or currency")},
};

const struct step french_step_units = {
	.rule = {"french.units", "french", "units", N_("space between a number and its unit"), "Imprimerie nationale",
		 unit_values, COUNT_OF(unit_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_units,
	.triggers = unit_ranges,
	.trigger_count = COUNT_OF(unit_ranges),
	.wakes = wakes_units,
	.beside = beside_units,
	.passes = french_passes_number,
	.settle = settle_units,
	.report_values = 1u << UNITS_REPORT,
	.reach = NUMBER_REACH,
};
