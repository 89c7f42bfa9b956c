/* SPDX-License-Identifier: MIT */
/*
 * A remark stands between en dashes with spaces outside and no-break spaces inside: text – remark – text. What is typed as
 * - or -- or set as — becomes one. Of a dash alone nobody knows which is its inner side, so its spaces stay.
 */
#include "french/dash_pairs.h"
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"

enum { DASHES_KEEP, DASHES_REPORT, DASHES_FIX };
enum { EN_DASH = 0x2013, EM_DASH = 0x2014 };

/* The end of - -- – or — at item `i`, or `i`. */
static size_t dash_end(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	uint32_t cp = i < items->len ? items->at[i].cp : 0;
	if (cp != '-')
		return i + (cp == EN_DASH || cp == EM_DASH);
	return i + 1 + (neighbour_after(span, i) == '-');
}

/* A dash and the gaps on both sides: items [start, dash), [dash, behind), [behind, end). */
struct remark {
	size_t start, dash, behind, end;
	enum dash_role role;
};

/* An en dash with a no-break space on one side has been set with care. */
static bool is_set(const struct rule_span *span, const struct remark *remark)
{
	const struct items *items = span->items;
	return items->at[remark->dash].cp == EN_DASH && (space_is_no_break(items->at[remark->dash - 1].cp) ||
							 space_is_no_break(items->at[remark->behind].cp));
}

/* Find a dash between the gap that begins at item `i` and another. The paragraph is asked last. */
static struct remark find_remark(const struct rule_span *span, size_t i)
{
	struct remark remark = {.start = i, .dash = gap_end(span, i)};
	remark.behind = dash_end(span, remark.dash);
	remark.end = gap_end(span, remark.behind);
	if (remark.dash == i || remark.behind == remark.dash || remark.end == remark.behind || is_set(span, &remark))
		return remark;
	if (space_is_line_end(neighbour_before(span, i)) || !french_governs(span, remark.dash))
		return remark;
	remark.role = dash_role(span->scope, span->items->at[remark.dash].start);
	return remark;
}

/* Write the gap [start, end): one no-break space where it is inside. */
static void write_gap(const struct rule_span *span, size_t start, size_t end, bool inside)
{
	if (inside && !(end - start == 1 && space_is_no_break(span->items->at[start].cp)))
		items_replace(span->items, start, end - start, SPACE_NBSP, span->rule);
	else
		gap_keep(span, start, end);
}

static void write_remark(const struct rule_span *span, const struct remark *remark)
{
	struct items *items = span->items;
	write_gap(span, remark->start, remark->dash, remark->role == DASH_CLOSES);
	if (items->at[remark->dash].cp == EN_DASH)
		items_keep(items, remark->dash);
	else
		items_replace(items, remark->dash, remark->behind - remark->dash, EN_DASH, span->rule);
	write_gap(span, remark->behind, remark->end, remark->role == DASH_OPENS);
}

/* Write what stands from item `i` on: a dash with its gaps, or a gap that has none behind it, or one item. Returns where it ends. */
static size_t rewrite(const struct rule_span *span, size_t i)
{
	struct items *items = span->items;
	struct remark remark = find_remark(span, i);
	bool done = remark.role == DASH_ALONE && items->at[remark.dash].cp == EN_DASH;
	bool found = remark.role != DASH_NONE && !done;
	if (found && span->value == DASHES_FIX) {
		write_remark(span, &remark);
		return remark.end;
	}
	if (found)
		items_report(items, remark.dash, remark.behind - remark.dash, span->rule);
	/* The rest of a gap would find the same dash. */
	size_t end = remark.dash > i ? remark.dash : i + 1;
	gap_keep(span, i, end);
	return end;
}

static void run_dashes(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;)
		i = rewrite(span, i);
	items_rewritten(items);
}

static bool wakes_dashes(const struct rule_trigger *trigger)
{
	bool two = trigger->cp == '-' && trigger->after == '-';
	return space_is_inline(trigger->before) && (space_is_inline(trigger->after) || two);
}

/* Between two spaces of which nobody knows yet whether they stand alone only run() can tell. */
static bool settle_dash(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	bool single = !space_is_inline(trigger->before2) && trigger->after2 && !space_is_inline(trigger->after2);
	bool set = trigger->cp == EN_DASH && (space_is_no_break(trigger->before) || space_is_no_break(trigger->after));
	if (!single || trigger->value != DASHES_FIX || !space_is_inline(trigger->after) || trigger->after2 == '-')
		return false;
	if (set || space_is_line_end(trigger->before2) || !french_governs_at(scope, offset))
		return true;
	enum dash_role role = dash_role(scope, offset);
	if (role == DASH_NONE)
		return true;
	rule_trigger_become(trigger, EN_DASH);
	if (role == DASH_CLOSES && !space_is_no_break(trigger->before))
		rule_trigger_change_before(trigger, SPACE_NBSP);
	if (role == DASH_OPENS && !space_is_no_break(trigger->after))
		rule_trigger_change_after(trigger, SPACE_NBSP);
	return true;
}

static bool beside_dashes(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	return beside_is_space(before) && (after == BESIDE_SPACE || after == BESIDE_SIGN);
}

static const struct step_range dash_ranges[] = {{'-', '-'}, {EN_DASH, EM_DASH}};

static const norm_rule_value dash_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave dashes between words")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are no en dash or may part a remark from its dash")},
	{"fix", NORM_REVERSIBLE, N_("hyphens and dashes round a remark to en dashes, no-break space inside")},
};

const struct step french_step_dashes = {
	.rule = {"french.dashes", "french", "dashes", N_("dash round a remark"), "Imprimerie nationale", dash_values,
		 COUNT_OF(dash_values), NORM_SEVERITY_NOTE, CATEGORY_DASHES},
	.kind = STEP_RULE,
	.run = run_dashes,
	.triggers = dash_ranges,
	.trigger_count = COUNT_OF(dash_ranges),
	.wakes = wakes_dashes,
	.beside = beside_dashes,
	.settle = settle_dash,
	.wide = true,
	.report_values = 1u << DASHES_REPORT,
};
