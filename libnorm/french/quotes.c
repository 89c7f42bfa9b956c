/* SPDX-License-Identifier: MIT */
/*
 * Guillemets: " " and “ ” become « », where they are the outermost quotation marks and French governs. What stands inside
 * of another quotation, whatever its language, is the business of french.inner-quotes. Where the paragraph has a mark
 * without a partner, or one that looks as if it did something else, nobody knows which belong together, and all stay.
 */
#include "french/steps.h"
#include "text/quotation.h"

enum { QUOTES_KEEP, QUOTES_REPORT, QUOTES_GUILLEMETS };

static void run_quotes(const struct rule_span *span)
{
	quotation_to_guillemets(span, LANGUAGE_FRENCH, quotation_is_double, span->value == QUOTES_GUILLEMETS);
}

static bool settle_quotes(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (trigger->value != QUOTES_GUILLEMETS)
		return false;
	quotation_settle(trigger, scope, offset, LANGUAGE_FRENCH);
	return true;
}

static const struct step_range quote_ranges[] = {{'"', '"'}, {0x201C, 0x201F}, {0xFF02, 0xFF02}};

static const norm_rule_value quote_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the quotation marks of French")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are no guillemets")},
	{"guillemets", NORM_REVERSIBLE, N_("outermost quotation marks of French to « », in pairs")},
};

const struct step french_step_quotes = {
	.rule = {"french.quotes", "french", "quotes", N_("quotation mark that is no guillemet"), "CLDR fr",
		 quote_values, COUNT_OF(quote_values), NORM_SEVERITY_NOTE, CATEGORY_QUOTES},
	.kind = STEP_RULE,
	.run = run_quotes,
	.triggers = quote_ranges,
	.trigger_count = COUNT_OF(quote_ranges),
	.settle = settle_quotes,
	.report_values = 1u << QUOTES_REPORT,
};
