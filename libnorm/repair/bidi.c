/* SPDX-License-Identifier: MIT */
/*
 * Bidirectional controls. Some are needed: a RIGHT-TO-LEFT MARK puts a full stop on the right side. What is stray only
 * travels along, or shows a text in another order than it is read, which has been used to deceive: see scope.h.
 */
#include "repair/steps.h"
#include "text/bidi.h"
#include "text/scope.h"

enum { BIDI_KEEP, BIDI_REPORT, BIDI_STRAY, BIDI_DROP };

static size_t controls_end(const struct items *items, size_t i)
{
	while (i < items->len && bidi_is_control(items->at[i].cp))
		i++;
	return i;
}

/*
 * Whether item `i` stands inside of something that is protected; `behind` is the end of the controls that it is one of. Behind its last
 * character it does not, though it is counted for that: there it belongs to the text.
 */
static bool is_inside(const struct rule_span *span, size_t i, size_t behind)
{
	const struct items *items = span->items;
	uint32_t place = behind < items->len ? items->at[behind].start : items->at[behind - 1].end;
	return scope_is_protected(span->scope, items->at[i].start) && scope_protects(span->scope, place);
}

/* What is stray goes, where that changes nothing else; where one stays, or is reported, run() tells. */
static bool settle_bidi(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	uint32_t behind = (uint32_t)(trigger->ahead - trigger->start);
	if (trigger->value != BIDI_STRAY || !scope_is_stray_bidi(scope, offset) ||
	    (scope_is_protected(scope, offset) && scope_protects(scope, behind)))
		return false;
	rule_trigger_delete(trigger);
	return true;
}

static void run_bidi(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0, behind = 0; i < items->len; i++) {
		behind = i < behind ? behind : controls_end(items, i);
		bool stray = i < behind && scope_is_stray_bidi(span->scope, items->at[i].start) && !is_inside(span, i, behind);
		if (stray && span->value == BIDI_STRAY) {
			items_drop(items, i, 1, span->rule);
			continue;
		}
		if (stray)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

static const norm_rule_value bidi_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave them")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are stray")},
	{"stray", NORM_REVERSIBLE, N_("delete those that are stray: without effect, without a partner, and overrides")},
	{"drop", NORM_LOSSY, N_("delete them")},
};

const struct step repair_step_bidi = {
	.rule = {"controls.bidi", "controls", "bidi", N_("bidirectional control"), "UAX #9", bidi_values,
		 COUNT_OF(bidi_values), NORM_SEVERITY_WARNING, CATEGORY_BIDI},
	.kind = STEP_RULE,
	.ranges = bidi_controls,
	.range_count = BIDI_CONTROL_RANGES,
	.map = step_drop,
	.run = run_bidi,
	.triggers = bidi_controls,
	.trigger_count = BIDI_CONTROL_RANGES,
	.settle = settle_bidi,
	.run_values = 1u << BIDI_REPORT | 1u << BIDI_STRAY,
	.report_values = 1u << BIDI_REPORT,
};
