/* SPDX-License-Identifier: MIT */
#include "text/quotation.h"

#include "text/quotes.h"
#include "text/scope.h"

uint32_t quotation_partner(const struct rule_span *span, size_t i)
{
	uint32_t start = span->items->at[i].start;
	if (!(scope_quotes(span->scope, start) & QUOTES_REGULAR))
		return SCOPE_NOWHERE;
	uint32_t partner = scope_partner(span->scope, start);
	if (partner == SCOPE_NOWHERE || scope_is_protected(span->scope, start))
		return SCOPE_NOWHERE;
	return scope_is_protected(span->scope, partner) ? SCOPE_NOWHERE : partner;
}

enum verdict { VERDICT_NOTHING, VERDICT_DOUBTFUL, VERDICT_OPENS, VERDICT_CLOSES };

static enum verdict judge(const struct rule_span *span, size_t i, enum language language)
{
	uint32_t start = span->items->at[i].start;
	if (scope_language(span->scope, start) != language)
		return VERDICT_NOTHING;
	uint32_t partner = quotation_partner(span, i);
	if (partner == SCOPE_NOWHERE)
		return scope_is_protected(span->scope, start) ? VERDICT_NOTHING : VERDICT_DOUBTFUL;
	if (scope_quotation(span->scope, start) != SCOPE_NOWHERE)
		return VERDICT_NOTHING;
	return partner > start ? VERDICT_OPENS : VERDICT_CLOSES;
}

void quotation_to_guillemets(const struct rule_span *span, enum language language, bool (*takes)(uint32_t cp), bool fix)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		enum verdict verdict = takes(items->at[i].cp) ? judge(span, i, language) : VERDICT_NOTHING;
		if (verdict >= VERDICT_OPENS && fix) {
			items_replace(items, i, 1, verdict == VERDICT_OPENS ? QUOTATION_OPENS : QUOTATION_CLOSES, span->rule);
			continue;
		}
		if (verdict != VERDICT_NOTHING)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}
