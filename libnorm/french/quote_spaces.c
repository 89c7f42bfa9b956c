/* SPDX-License-Identifier: MIT */
/*
 * The space inside « » and ‹ ›, never inside “ ” or ‘ ’. The marks belong to the level around the quotation, so French
 * around Arabic is spaced, and Arabic around French is not. A mark with a word at its outer side is a quote of another
 * kind (»Wort«).
 */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"

enum { OPENER = 0x00AB, CLOSER = 0x00BB, INNER_OPENER = 0x2039, INNER_CLOSER = 0x203A };

static bool is_opener(uint32_t cp)
{
	return cp == OPENER || cp == INNER_OPENER;
}

/* Whether « or ‹ opens behind this, as far as its outer side tells. */
static bool opens_behind(uint32_t before)
{
	return gap_is_blank(before) || gap_is_opener(before) || gap_is_tick(before) || before == '-' || before == 0x2013 || before == 0x2014;
}

/* Behind a mark that ends something it opens as well, if it has a partner: fin.« Début ». Behind a word it is of another kind. */
static bool opens(const struct rule_span *span, size_t i)
{
	uint32_t before = neighbour_before(span, i);
	if (!is_opener(span->items->at[i].cp) || character_is_word(before))
		return false;
	return opens_behind(before) || scope_mark(span->scope, span->items->at[i].start) == SCOPE_MARK_OPENS;
}

static bool closes(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp;
	return (cp == CLOSER || cp == INNER_CLOSER) && !character_is_word(neighbour_after(span, i));
}

/*
 * Whether the mark at item `i` stands in French. Of a quotation without an end the space belongs to what it is of, which
 * may be Arabic.
 */
static bool is_french(const struct rule_span *span, size_t i, size_t gap)
{
	bool paired = scope_mark(span->scope, span->items->at[i].start) != SCOPE_MARK_NONE;
	return french_governs(span, i) && (paired || french_governs(span, gap));
}

static bool concerns(const struct rule_span *span, size_t start, size_t end)
{
	const struct items *items = span->items;
	if (space_is_line_end(neighbour_after(span, end - 1)))
		return false;
	if (start > 0 && opens(span, start - 1))
		return is_french(span, start - 1, start);
	bool closing = end < items->len && closes(span, end) && !space_is_line_end(neighbour_before(span, start));
	return closing && is_french(span, end, start);
}

static void run_quote_spaces(const struct rule_span *span)
{
	gap_run(span, concerns);
}

static bool wakes_quote_spaces(const struct rule_trigger *trigger)
{
	return space_is_inline(is_opener(trigger->cp) ? trigger->after : trigger->before);
}

/* Marks at the end of a text that no rule takes away together with the space behind them. */
static bool ends_text(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == ',' || cp == ')' || cp == ']' || cp == '%' || cp == 0x2026;
}

/* The space between a mark and a text: one that is there, or that french.missing-spaces has put. */
static bool settle_quote_spaces(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	bool opener = is_opener(trigger->cp);
	uint32_t space = gap_space(trigger->value), text = opener ? trigger->after2 : trigger->before2;
	if (!space || !(character_is_letter(text) || character_is_digit(text) || (!opener && ends_text(text))))
		return false;
	if ((opener ? trigger->after : trigger->before) == space)
		return true;
	enum scope_mark mark = scope_mark(scope, offset);
	if (mark == SCOPE_MARK_NONE)
		return false;
	bool outside = !character_is_word(opener ? trigger->before : trigger->after);
	if (opener)
		outside &= opens_behind(trigger->before) || mark == SCOPE_MARK_OPENS;
	if (!outside || !french_governs_at(scope, offset))
		return true;
	if (opener)
		rule_trigger_change_after(trigger, space);
	else
		rule_trigger_change_before(trigger, space);
	return true;
}

static const struct step_range quote_ranges[] = {
	{OPENER, OPENER}, {CLOSER, CLOSER}, {INNER_OPENER, INNER_CLOSER},
};

const struct step french_step_quote_spaces = {
	.rule = {"french.quote-spaces", "french", "quote-spaces", N_("space inside « »"), "Imprimerie nationale",
		 gap_values, GAP_VALUES,
		 NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_quote_spaces,
	.triggers = quote_ranges,
	.trigger_count = COUNT_OF(quote_ranges),
	.wakes = wakes_quote_spaces,
	.settle = settle_quote_spaces,
	.wide = true,
	.report_values = 1u << GAP_REPORT,
};
