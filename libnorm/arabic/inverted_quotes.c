/* SPDX-License-Identifier: MIT */
/*
 * »نعم« : guillemets as someone saw them who typed from left to right. « opens in Arabic as well, so displayed they are
 * turned outwards. They are put right only where no other quotation marks stand in the paragraph and Arabic letters only
 * inside of these; else they are reported, for »x« is also how others write.
 */
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/quotation.h"
#include "text/quotes.h"
#include "text/scope.h"

enum { INVERTED_KEEP, INVERTED_REPORT, INVERTED_FIX };

/* Whether item `i` is one of a pair the wrong way round, in an Arabic level. */
static bool is_inverted(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	if (item->cp != QUOTATION_OPENS && item->cp != QUOTATION_CLOSES)
		return false;
	if (scope_language(span->scope, item->start) != LANGUAGE_ARABIC || scope_is_protected(span->scope, item->start))
		return false;
	uint32_t partner = scope_partner(span->scope, item->start);
	bool opens = partner > item->start;
	return partner != SCOPE_NOWHERE && opens == (item->cp == QUOTATION_CLOSES) &&
	       !scope_is_protected(span->scope, partner);
}

static bool may_fix(const struct rule_span *span, size_t i)
{
	return span->value == INVERTED_FIX && scope_quotes(span->scope, span->items->at[i].start) & QUOTES_INVERTED;
}

static void run_inverted_quotes(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool inverted = is_inverted(span, i);
		if (inverted && may_fix(span, i)) {
			uint32_t other = QUOTATION_OPENS + QUOTATION_CLOSES - items->at[i].cp;
			items_replace(items, i, 1, other, span->rule);
			continue;
		}
		if (inverted)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

/* » opens behind anything but a word, and « closes before anything but one. */
static bool wakes_inverted_quotes(const struct rule_trigger *trigger)
{
	return !character_is_word(trigger->cp == QUOTATION_CLOSES ? trigger->before : trigger->after);
}

static const struct step_range inverted_quote_ranges[] = {{0x00AB, 0x00AB}, {0x00BB, 0x00BB}};

static const norm_rule_value inverted_quote_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave guillemets as they are turned")},
	{"report", NORM_LOSSLESS, N_("leave them, report »x« in Arabic")},
	{"fix", NORM_REVERSIBLE, N_("»x« to «x», where all is Arabic and no other quotation marks are there")},
};

const struct step arabic_step_inverted_quotes = {
	.rule = {"arabic.inverted-quotes", "arabic", "inverted-quotes", N_("guillemets turned outwards"), "CLDR ar",
		 inverted_quote_values, COUNT_OF(inverted_quote_values), NORM_SEVERITY_WARNING, CATEGORY_QUOTES},
	.kind = STEP_RULE,
	.run = run_inverted_quotes,
	.triggers = inverted_quote_ranges,
	.trigger_count = COUNT_OF(inverted_quote_ranges),
	.wakes = wakes_inverted_quotes,
	.report_values = 1u << INVERTED_REPORT,
	.arabic_only = true,
};
