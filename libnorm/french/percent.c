/* SPDX-License-Identifier: MIT */
/* The space between a number and % or ‰: France and Canada write 50 %, Switzerland 50%. */
#include "french/quantity.h"
#include "french/steps.h"

enum { PERCENT_KEEP, PERCENT_REPORT, PERCENT_NBSP, PERCENT_NNBSP, PERCENT_NONE };

static uint32_t space_of(unsigned value)
{
	return value == PERCENT_NONE ? 0 : value == PERCENT_NNBSP ? SPACE_NNBSP : SPACE_NBSP;
}

static void run_percent(const struct rule_span *span)
{
	french_space_units(span, FRENCH_UNIT_PERCENT, space_of(span->value), span->value == PERCENT_REPORT);
}

static bool wakes_percent(const struct rule_trigger *trigger)
{
	return french_wakes_units(trigger, FRENCH_UNIT_PERCENT, space_of(trigger->value));
}

static bool settle_percent(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	return trigger->value != PERCENT_REPORT &&
	       french_settle_units(trigger, scope, offset, FRENCH_UNIT_PERCENT, space_of(trigger->value));
}

static bool beside_percent(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	(void)before;
	return french_beside_units(after);
}

static const struct step_range percent_ranges[] = {{'0', '9'}};

static const norm_rule_value percent_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave what is between a number and %")},
	{"report", NORM_LOSSLESS, N_("leave it, report where it is no NO-BREAK SPACE")},
	{"nbsp", NORM_REVERSIBLE, N_("NO-BREAK SPACE in front of %")},
	{"nnbsp", NORM_REVERSIBLE, N_("NARROW NO-BREAK SPACE in front of %")},
	{"none", NORM_REVERSIBLE, N_("no space in front of %")},
};

const struct step french_step_percent = {
	.rule = {"french.percent", "french", "percent", N_("space in front of a percent sign"), "Imprimerie nationale",
		 percent_values, COUNT_OF(percent_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_percent,
	.triggers = percent_ranges,
	.trigger_count = COUNT_OF(percent_ranges),
	.wakes = wakes_percent,
	.beside = beside_percent,
	.passes = french_passes_number,
	.settle = settle_percent,
	.report_values = 1u << PERCENT_REPORT,
	.reach = NUMBER_REACH,
};
