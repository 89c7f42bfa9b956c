/* SPDX-License-Identifier: MIT */
#include "text/quotation.h"

#include "text/quotes.h"
#include "text/scope.h"

uint32_t quotation_partner(struct scope *scope, uint32_t offset)
{
	if (!(scope_quotes(scope, offset) & QUOTES_REGULAR))
		return SCOPE_NOWHERE;
	uint32_t partner = scope_partner(scope, offset);
	if (partner == SCOPE_NOWHERE || scope_is_protected(scope, offset))
		return SCOPE_NOWHERE;
	return scope_protects(scope, partner) ? SCOPE_NOWHERE : partner;
}

enum verdict { VERDICT_NOTHING, VERDICT_DOUBTFUL, VERDICT_OPENS, VERDICT_CLOSES };

static enum verdict judge(struct scope *scope, uint32_t offset, enum language language)
{
	if (scope_language(scope, offset) != language)
		return VERDICT_NOTHING;
	uint32_t partner = quotation_partner(scope, offset);
	if (partner == SCOPE_NOWHERE)
		return scope_is_protected(scope, offset) ? VERDICT_NOTHING : VERDICT_DOUBTFUL;
	if (scope_quotation(scope, offset) != SCOPE_NOWHERE)
		return VERDICT_NOTHING;
	return partner > offset ? VERDICT_OPENS : VERDICT_CLOSES;
}

static uint32_t guillemet_of(enum verdict verdict)
{
	return verdict == VERDICT_OPENS ? QUOTATION_OPENS : QUOTATION_CLOSES;
}

void quotation_to_guillemets(const struct rule_span *span, enum language language, bool (*takes)(uint32_t cp), bool fix)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		enum verdict verdict = takes(items->at[i].cp) ? judge(span->scope, items->at[i].start, language) : VERDICT_NOTHING;
		if (verdict >= VERDICT_OPENS && fix) {
			items_replace(items, i, 1, guillemet_of(verdict), span->rule);
			continue;
		}
		if (verdict != VERDICT_NOTHING)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

void quotation_settle(struct rule_trigger *trigger, struct scope *scope, uint32_t offset, enum language language)
{
	enum verdict verdict = judge(scope, offset, language);
	if (verdict >= VERDICT_OPENS)
		rule_trigger_become(trigger, guillemet_of(verdict));
	else if (verdict == VERDICT_DOUBTFUL)
		rule_trigger_report(trigger);
}
