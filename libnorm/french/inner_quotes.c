/* SPDX-License-Identifier: MIT */
/*
 * The quotation marks inside of quotations, where French governs all of them: « Il dit “oui” ». One that stands in an
 * Arabic quotation stays as Arabic wrote it. A third level is taken on only by « », which may stand in one another: ‘ ’
 * would be read as apostrophes, so it is reported if it is still straight. That two quotations may end together with one
 * mark is nothing to be decided here: both ends stay.
 */
#include "french/steps.h"
#include "text/gap.h"
#include "text/quotation.h"
#include "text/quotes.h"
#include "text/scope.h"
#include "text/space.h"

enum { INNER_KEEP, INNER_REPORT, INNER_GUILLEMETS, INNER_CURLY, INNER_SINGLE };

/* What opens and what closes. */
static const uint32_t marks_of[][2] = {
	[INNER_GUILLEMETS] = {0x00AB, 0x00BB},
	[INNER_CURLY] = {0x201C, 0x201D},
	[INNER_SINGLE] = {0x2039, 0x203A},
};

static bool is_quote(uint32_t cp)
{
	return quotation_is_double(cp) || cp == 0x00AB || cp == 0x00BB || cp == 0x2039 || cp == 0x203A;
}

/*
 * How many quotations stand around that of the mark at `offset`; 0 also when one of them does not belong to French, or nothing is
 * sure of the quotes: such may be open by the dozen.
 */
static unsigned french_depth(struct scope *scope, uint32_t offset)
{
	unsigned depth = 0;
	while ((offset = scope_quotation(scope, offset)) != SCOPE_NOWHERE) {
		if (scope_language(scope, offset) != LANGUAGE_FRENCH)
			return 0;
		if (depth > 0 && !(scope_quotes(scope, offset) & QUOTES_REGULAR))
			return 0;
		depth++;
	}
	return depth;
}

/* What the quote `cp` at `offset` should be: 0 if that is none of our business, or the quote itself if nobody can say. */
static uint32_t wanted_at(struct scope *scope, uint32_t offset, uint32_t cp, unsigned value)
{
	unsigned depth = french_depth(scope, offset);
	if (depth == 0 || scope_language(scope, offset) != LANGUAGE_FRENCH)
		return 0;
	uint32_t partner = quotation_partner(scope, offset);
	if (partner == SCOPE_NOWHERE)
		return 0;
	if (value == INNER_REPORT || (depth > 1 && value != INNER_GUILLEMETS))
		return cp;
	return marks_of[value][partner < offset];
}

/* The same of item `i`. */
static uint32_t wanted(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	return is_quote(item->cp) ? wanted_at(span->scope, item->start, item->cp, span->value) : 0;
}

/*
 * Whether the spaces [gap, end) stand inside of “ or ” as they will be: “x” has none there. They stay where a sentence
 * or a protected span might then end elsewhere. `opener` is what the item in front of them becomes, if it is a quote.
 */
static bool is_too_much(const struct rule_span *span, uint32_t opener, size_t gap, size_t end)
{
	const struct items *items = span->items;
	uint32_t before = neighbour_before(span, gap), after = neighbour_after(span, end - 1);
	if (span->value != INNER_CURLY || space_is_line_end(before) || space_is_line_end(after))
		return false;
	if (opener == 0x201C) /* ' would not open behind “ what it opens behind a space */
		return after != '\'' && (character_is_digit(after) || !scope_is_protected(span->scope, items->at[end - 1].end));
	if (gap == 0 || end == items->len || !is_quote(after))
		return false;
	uint32_t behind = neighbour_after(span, end); /* » gets a space, if it has none */
	bool same_end = character_is_word(before) || space_is_open(behind) || behind == QUOTATION_CLOSES;
	return same_end && wanted(span, end) == 0x201D && !scope_is_protected(span->scope, items->at[gap - 1].start);
}

/* Write item `i`, and return what it has become if it is a quotation mark of ours. */
static uint32_t rewrite_mark(const struct rule_span *span, size_t i)
{
	struct items *items = span->items;
	uint32_t cp = items->at[i].cp, to = wanted(span, i);
	if (to && to != cp) {
		items_replace(items, i, 1, to, span->rule);
		return to;
	}
	if (to && cp == '"')
		items_report(items, i, 1, span->rule);
	items_keep(items, i);
	return to;
}

static void run_inner_quotes(const struct rule_span *span)
{
	struct items *items = span->items;
	uint32_t mark = 0;
	items_rewrite(items);
	for (size_t i = 0, end; i < items->len; i = end) {
		end = gap_end(span, i);
		if (end == i) {
			mark = rewrite_mark(span, end++);
			continue;
		}
		if (is_too_much(span, mark, i, end))
			items_drop(items, i, end - i, span->rule);
		else
			gap_keep(span, i, end);
		mark = 0;
	}
	items_rewritten(items);
}

/* What has become a guillemet just now is an outermost mark. */
static bool wakes_inner_quotes(const struct rule_trigger *trigger)
{
	bool guillemet = trigger->cp == QUOTATION_OPENS || trigger->cp == QUOTATION_CLOSES;
	return !(guillemet && rule_trigger_has(trigger, RULE_BECAME));
}

/* A space inside of the mark might have to go. */
static bool settle_inner_quotes(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	uint32_t to = wanted_at(scope, offset, trigger->cp, trigger->value);
	bool inside = (to == 0x201C && space_is_inline(trigger->after)) || (to == 0x201D && space_is_inline(trigger->before));
	if (inside)
		return false;
	if (to == '"')
		rule_trigger_report(trigger);
	else if (to)
		rule_trigger_become(trigger, to);
	return true;
}

static const struct step_range inner_quote_ranges[] = {
	{'"', '"'}, {0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x201C, 0x201F}, {0x2039, 0x203A}, {0xFF02, 0xFF02},
};

static const norm_rule_value inner_quote_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the quotation marks inside of quotations")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are straight")},
	{"guillemets", NORM_REVERSIBLE, N_("in French, quotations inside of others in « », too")},
	{"curly", NORM_REVERSIBLE, N_("in French, quotations inside of others in “ ”, without spaces")},
	{"single-guillemets", NORM_REVERSIBLE, N_("in French, quotations inside of others in ‹ ›")},
};

const struct step french_step_inner_quotes = {
	.rule = {"french.inner-quotes", "french", "inner-quotes", N_("quotation marks inside of a quotation"), "CLDR fr",
		 inner_quote_values, COUNT_OF(inner_quote_values), NORM_SEVERITY_NOTE, CATEGORY_QUOTES},
	.kind = STEP_RULE,
	.run = run_inner_quotes,
	.triggers = inner_quote_ranges,
	.trigger_count = COUNT_OF(inner_quote_ranges),
	.wakes = wakes_inner_quotes,
	.settle = settle_inner_quotes,
	.report_values = 1u << INNER_REPORT,
};
