/* SPDX-License-Identifier: MIT */
/*
 * Three full stops, also with spaces between them, are an ellipsis. Behind `etc` one full stop says the same. Two, four or
 * more may be anything, and are reported behind a word.
 */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"

enum { ELLIPSIS_KEEP, ELLIPSIS_REPORT, ELLIPSIS_FIX };
enum { ELLIPSIS = 0x2026 };

static bool is_dot(uint32_t cp)
{
	return cp == '.' || cp == ELLIPSIS;
}

/* The end of the dots from item `i` on. */
static size_t tight_end(const struct rule_span *span, size_t i)
{
	while (i < span->items->len && is_dot(span->items->at[i].cp))
		i++;
	return i;
}

/* The end of the row of full stops from item `i` on that has a gap behind each: . . . */
static size_t spaced_end(const struct rule_span *span, size_t i, size_t *ret_dots)
{
	const struct items *items = span->items;
	size_t end = i + 1;
	*ret_dots = 1;
	for (;;) {
		size_t next = gap_end(span, end);
		if (next == end || next == items->len || items->at[next].cp != '.' || tight_end(span, next) != next + 1)
			return end;
		end = next + 1;
		++*ret_dots;
	}
}

static bool is_letter(uint32_t cp, char lower)
{
	return cp < 0x80 && (cp | 0x20) == (uint32_t)lower;
}

/* Whether `etc` stands in front of item `i`, perhaps with a gap. A stretch does not always show so much, the paragraph does. */
static bool is_behind_etc(const struct rule_span *span, size_t i)
{
	size_t gap = gap_start(span, i);
	if (!is_letter(neighbour_before(span, gap), 'c'))
		return false;
	struct scope_text here = scope_words(span->scope, span->items->at[gap].start);
	const uint8_t *end = here.text + here.at;
	return here.at >= 3 && is_letter(end[-3], 'e') && is_letter(end[-2], 't') && is_letter(end[-1], 'c');
}

/* Dots from one item to the next, and what becomes of them: 0 is nothing. */
struct row {
	size_t end;
	uint32_t to;
	bool doubtful;
};

/* Part of a path or of a range. */
static bool is_name(uint32_t before, uint32_t after)
{
	return before == '/' || before == '\\' || after == '/' || after == '\\' ||
	       (character_is_digit(before) && character_is_digit(after));
}

static struct row find_row(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	struct row row = {.end = tight_end(span, i)};
	size_t dots = row.end - i;
	bool three = dots == 3, one = dots == 1 && items->at[i].cp == ELLIPSIS;
	for (size_t k = i; k < row.end; k++)
		three &= items->at[k].cp == '.';
	if (dots == 1 && !one) {
		row.end = spaced_end(span, i, &dots);
		three = dots == 3;
	} else if (!three && !one) {
		row.doubtful = character_is_word(neighbour_before(span, i));
	}
	uint32_t before = neighbour_before(span, i), after = neighbour_after(span, row.end - 1);
	if (character_is_mark(after)) /* the last one carries it */
		return row;
	bool last = !is_dot(neighbour_after(span, gap_end(span, row.end) - 1));
	bool ends = !character_is_word(after) || unicode_category(after) == UNICODE_LU; /* of a sentence that is glued to this one */
	if ((three || one) && ends && last && is_behind_etc(span, i))
		row.to = '.';
	else if (three && !is_name(before, after))
		row.to = ELLIPSIS;
	return row;
}

static bool is_ours(const struct rule_span *span, size_t start, size_t end)
{
	return french_governs(span, start) && !scope_is_protected(span->scope, span->items->at[end - 1].start);
}

/* Write the dots from item `i` on; returns where they end. */
static size_t rewrite_row(const struct rule_span *span, size_t i)
{
	struct items *items = span->items;
	struct row row = find_row(span, i);
	bool ours = (row.to || row.doubtful) && is_ours(span, i, row.end);
	if (ours && row.to && span->value == ELLIPSIS_FIX) {
		items_replace(items, i, row.end - i, row.to, span->rule);
		return row.end;
	}
	if (ours)
		items_report(items, i, row.end - i, span->rule);
	for (; i < row.end; i++)
		items_keep(items, i);
	return row.end;
}

static void run_ellipsis(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		if (is_dot(items->at[i].cp))
			i = rewrite_row(span, i);
		else
			items_keep(items, i++);
	}
	items_rewritten(items);
}

static bool wakes_ellipsis(const struct rule_trigger *trigger)
{
	uint32_t before = trigger->before, after = trigger->after;
	if (trigger->cp == ELLIPSIS)
		return is_dot(before) || is_dot(after) || is_letter(before, 'c') || space_is_inline(before);
	return is_dot(before) || is_dot(after) || (space_is_inline(before) && space_is_inline(after));
}

/* Three full stops that stand by themselves; what is behind them may be of a path or a range. */
static bool settle_ellipsis(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	const uint8_t *at = trigger->ahead;
	uint32_t before = trigger->before;
	bool three = trigger->cp == '.' && trigger->end - at > 2 && at[0] == '.' && at[1] == '.' && beside_of(at[2]) < BESIDE_OTHER &&
		     at[2] != '.' && at[2] != '/' && at[2] != '\\';
	bool plain = !is_dot(before) && !is_letter(before, 'c') && !space_is_inline(before) && before != '/' && before != '\\' &&
		     !character_is_digit(before);
	if (!three || !plain || trigger->value != ELLIPSIS_FIX)
		return false;
	if (french_governs_at(scope, offset) && !scope_is_protected(scope, offset + 2)) {
		rule_trigger_become(trigger, ELLIPSIS);
		rule_trigger_take(trigger, 2);
	}
	return trigger->cp == ELLIPSIS;
}

static bool beside_ellipsis(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	return before == BESIDE_POINT || before == BESIDE_OTHER || after == BESIDE_POINT ||
	       (before == BESIDE_SPACE && after == BESIDE_SPACE);
}

/* Whether the full stop stands behind a character that is none, in front of one, or of a line's end. */
static bool passes_ellipsis(const uint8_t *out, const uint8_t *at)
{
	bool known = at[1] == SPACE_LF || (at[1] >= ' ' && at[1] < 0x7F);
	return known && beside_is_text(out) && out[-1] != '.' && at[1] != '.';
}

static const struct step_range dot_ranges[] = {{'.', '.'}, {ELLIPSIS, ELLIPSIS}};

static const norm_rule_value ellipsis_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave full stops in a row")},
	{"report", NORM_LOSSLESS, N_("leave full stops in a row, report them")},
	{"fix", NORM_REVERSIBLE, N_("three full stops to the ellipsis character, etc... to etc.")},
};

const struct step french_step_ellipsis = {
	.rule = {"french.ellipsis", "french", "ellipsis", N_("full stops in a row"), "Imprimerie nationale",
		 ellipsis_values, COUNT_OF(ellipsis_values), NORM_SEVERITY_NOTE, CATEGORY_PUNCTUATION},
	.kind = STEP_RULE,
	.run = run_ellipsis,
	.triggers = dot_ranges,
	.trigger_count = COUNT_OF(dot_ranges),
	.wakes = wakes_ellipsis,
	.beside = beside_ellipsis,
	.passes = passes_ellipsis,
	.settle = settle_ellipsis,
	.report_values = 1u << ELLIPSIS_REPORT,
};
