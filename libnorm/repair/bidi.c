/* SPDX-License-Identifier: MIT */
/*
 * Bidirectional controls. Some are needed: a RIGHT-TO-LEFT MARK puts a full stop on the right side. What is stray only
 * travels along, or shows a text in another order than it is read, which has been used to deceive: see scope.h.
 */
#include "repair/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { BIDI_KEEP, BIDI_REPORT, BIDI_STRAY, BIDI_DROP };

static const struct step_range bidi_ranges[] = {
	{0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069},
};

static int map_drop(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base, (void)cp, (void)out;
	return 0;
}

static bool is_control(uint32_t cp)
{
	return step_range_has(bidi_ranges, COUNT_OF(bidi_ranges), cp);
}

static void run_bidi(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool stray = is_control(items->at[i].cp) && scope_is_stray_bidi(span->scope, items->at[i].start) &&
			     !scope_is_protected(span->scope, items->at[i].start);
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
		 COUNT_OF(bidi_values)},
	.kind = STEP_RULE,
	.ranges = bidi_ranges,
	.range_count = COUNT_OF(bidi_ranges),
	.map = map_drop,
	.run = run_bidi,
	.triggers = bidi_ranges,
	.trigger_count = COUNT_OF(bidi_ranges),
	.run_values = 1u << BIDI_REPORT | 1u << BIDI_STRAY,
	.report_values = 1u << BIDI_REPORT,
};
