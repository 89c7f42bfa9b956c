/* SPDX-License-Identifier: MIT */
/*
 * The space in front of ; ! and ?: narrow and no-break in France and Switzerland, none in Canada. Where there is none,
 * french.missing-spaces puts one. Of several marks in a row (?! !!!) the first one decides.
 */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"

static bool is_high(uint32_t cp)
{
	return cp == ';' || cp == '!' || cp == '?';
}

/* Whether what follows the marks leaves them marks: ?x=1 and != are something else. */
static bool may_follow(uint32_t cp)
{
	switch (cp) {
	case SPACE_TAB: case '.': case ',': case ':': case '-': case '*': case '<': case 0x2013: case 0x2014: case 0x2026:
		return true;
	default:
		return space_is_inline(cp) || space_is_line_end(cp) || gap_is_closer(cp) || gap_is_opener(cp) ||
		       gap_is_tick(cp) || unicode_category(cp) == UNICODE_LU;
	}
}

/* Whether the item at `end` begins a row of marks behind the gap. */
static bool concerns(const struct rule_span *span, size_t start, size_t end)
{
	const struct items *items = span->items;
	if (end == items->len || !is_high(items->at[end].cp))
		return false;
	size_t last = end;
	while (last + 1 < items->len && is_high(items->at[last + 1].cp))
		last++;
	return may_follow(neighbour_after(span, last)) && gap_text_ends(span, start) && french_governs(span, start) &&
	       french_governs(span, end);
}

static void run_high_marks(const struct rule_span *span)
{
	gap_run(span, concerns);
}

static bool wakes_high_marks(const struct rule_trigger *trigger)
{
	return space_is_inline(trigger->before);
}

static bool settle_high_marks(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (is_high(trigger->after))
		return false;
	return !may_follow(trigger->after) || gap_settle_before(trigger, scope, offset);
}

static const struct step_range high_mark_ranges[] = {{'!', '!'}, {';', ';'}, {'?', '?'}};

const struct step french_step_high_marks = {
	.rule = {"french.high-marks", "french", "high-marks", N_("space before ; ! or ?"), "Imprimerie nationale",
		 gap_values, GAP_VALUES,
		 NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_high_marks,
	.triggers = high_mark_ranges,
	.trigger_count = COUNT_OF(high_mark_ranges),
	.wakes = wakes_high_marks,
	.settle = settle_high_marks,
	.wide = true,
	.report_values = 1u << GAP_REPORT,
};
