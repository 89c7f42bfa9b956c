/* SPDX-License-Identifier: MIT */
/*
 * Guillemets in Arabic: " " becomes « », where it is the outermost quotation and Arabic governs; « opens in both
 * languages, and is mirrored for display. “ ” stays, unless it is asked for: CLDR opens with ” in Arabic, others with “.
 * Quotations inside of others keep their straight marks, for “ and ” are not mirrored. Spaces are the business of
 * arabic.spacing.
 */
#include "arabic/steps.h"
#include "text/quotation.h"

enum { QUOTES_KEEP, QUOTES_REPORT, QUOTES_GUILLEMETS, QUOTES_ALL };

static bool is_straight(uint32_t cp)
{
	return cp == '"' || cp == 0xFF02;
}

static void run_quotes(const struct rule_span *span)
{
	quotation_to_guillemets(span, LANGUAGE_ARABIC, span->value == QUOTES_ALL ? quotation_is_double : is_straight,
				span->value >= QUOTES_GUILLEMETS);
}

static bool settle_quotes(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (trigger->value == QUOTES_REPORT)
		return false;
	if (trigger->value == QUOTES_ALL || is_straight(trigger->cp))
		quotation_settle(trigger, scope, offset, LANGUAGE_ARABIC);
	return true;
}

static const struct step_range quote_ranges[] = {{'"', '"'}, {0x201C, 0x201F}, {0xFF02, 0xFF02}};

static const norm_rule_value quote_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the quotation marks of Arabic")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are straight")},
	{"guillemets", NORM_REVERSIBLE, N_("outermost straight quotation marks of Arabic to « », in pairs")},
	{"all", NORM_REVERSIBLE, N_("these and “ ” to « »")},
};

const struct step arabic_step_quotes = {
	.rule = {"arabic.quotes", "arabic", "quotes", N_("quotation mark that is no guillemet, in Arabic"), "CLDR ar",
		 quote_values, COUNT_OF(quote_values), NORM_SEVERITY_NOTE, CATEGORY_QUOTES},
	.kind = STEP_RULE,
	.run = run_quotes,
	.triggers = quote_ranges,
	.trigger_count = COUNT_OF(quote_ranges),
	.settle = settle_quotes,
	.report_values = 1u << QUOTES_REPORT,
	.arabic_only = true,
};
