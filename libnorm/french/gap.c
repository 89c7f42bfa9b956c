/* SPDX-License-Identifier: MIT */
#include "french/gap.h"

#include "french/language.h"
#include "text/scope.h"
#include "unicode/utf8.h"

bool gap_is_closer(uint32_t cp)
{
	return cp == ')' || cp == ']' || cp == '}' || cp == 0x00BB || cp == 0x203A;
}

bool gap_is_opener(uint32_t cp)
{
	return cp == '(' || cp == '[' || cp == '{' || cp == 0x00AB || cp == 0x2039;
}

bool gap_is_tick(uint32_t cp)
{
	return cp == '"' || cp == '\'' || (cp >= 0x2018 && cp <= 0x201F);
}

bool gap_is_sign(uint32_t cp)
{
	enum unicode_category category = unicode_category(cp);
	return category == UNICODE_NO || category == UNICODE_SC || cp == '%' || cp == 0x2030 || cp == 0x00B0;
}

/* A quote that closes, or a sign for feet, inches, minutes or seconds. */
static bool tick_ends(struct scope *scope, uint32_t offset)
{
	return scope_mark(scope, offset) == SCOPE_MARK_CLOSES || scope_is_protected(scope, offset);
}

/* Whether a text ends with this, which is no tick. */
static bool ends_text(uint32_t cp)
{
	return character_is_word(cp) || gap_is_stop(cp) || gap_is_closer(cp) || gap_is_sign(cp);
}

bool gap_text_ends(const struct rule_span *span, size_t i)
{
	uint32_t before = neighbour_before(span, i);
	if (gap_is_tick(before))
		return i > 0 && tick_ends(span->scope, span->items->at[i - 1].start);
	return ends_text(before);
}

uint32_t gap_space(unsigned value)
{
	return value == GAP_NBSP ? SPACE_NBSP : value == GAP_NNBSP ? SPACE_NNBSP : 0;
}

/* Whether the gap is what the value asks for. One that is only reported shall not break. */
static bool is_right(const struct rule_span *span, size_t start, size_t end)
{
	uint32_t space = span->items->at[start].cp;
	if (end - start > 1)
		return false;
	return span->value == GAP_REPORT ? space_is_no_break(space) : space == gap_space(span->value);
}

static void rewrite_gap(const struct rule_span *span, size_t start, size_t end)
{
	struct items *items = span->items;
	if (span->value == GAP_REPORT) {
		items_report(items, start, end - start, span->rule);
		gap_keep(span, start, end);
	} else if (span->value == GAP_NONE) {
		items_drop(items, start, end - start, span->rule);
	} else {
		items_replace(items, start, end - start, gap_space(span->value), span->rule);
	}
}

void gap_run(const struct rule_span *span, gap_concerns *concerns)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		size_t end = gap_end(span, i);
		if (end == i)
			items_keep(items, i++);
		else if (is_right(span, i, end) || !concerns(span, i, end))
			gap_keep(span, i, end);
		else
			rewrite_gap(span, i, end);
		i = end > i ? end : i;
	}
	items_rewritten(items);
}

bool gap_settle_before(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	uint32_t text = trigger->before2, space = gap_space(trigger->value);
	if (!space || text == 0 || gap_is_tick(text) || space_is_inline(text))
		return false;
	if (trigger->before == space || !ends_text(text))
		return true;
	uint32_t gap = rule_trigger_has(trigger, RULE_PUT_BEFORE) ? offset : offset - utf8_length(trigger->before);
	if (french_governs_at(scope, gap) && french_governs_at(scope, offset))
		rule_trigger_change_before(trigger, space);
	return true;
}

const norm_rule_value gap_values[GAP_VALUES] = {
	[GAP_KEEP] = {"keep", NORM_LOSSLESS, N_("leave these spaces")},
	[GAP_REPORT] = {"report", NORM_LOSSLESS, N_("leave these spaces, report those at which a line may break")},
	[GAP_NONE] = {"none", NORM_REVERSIBLE, N_("delete these spaces")},
	[GAP_NBSP] = {"nbsp", NORM_REVERSIBLE, N_("make them NO-BREAK SPACE")},
	[GAP_NNBSP] = {"nnbsp", NORM_REVERSIBLE, N_("make them NARROW NO-BREAK SPACE")},
};
