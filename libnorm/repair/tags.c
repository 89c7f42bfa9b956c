/* SPDX-License-Identifier: MIT */
/* Tags, comments and shortcodes that scraping has left in a text. What they stood for is not known: they are reported. */
#include "repair/markup.h"
#include "repair/steps.h"

static void repair_tags(struct items *items, unsigned value, unsigned rule)
{
	(void)value;
	for (size_t i = 0, end; i < items->len; i = end) {
		end = i + 1;
		if (markup_at(items, i, &end) != MARKUP_NONE)
			items_report(items, i, end - i, rule);
	}
}

static enum suspicion suspects_tag(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	(void)value, (void)start;
	return markup_may_be(at, end) ? SUSPICION_SOME : SUSPICION_NONE;
}

static const struct step_range triggers[] = {{'<', '<'}, {'[', '['}};

static const norm_rule_value values[] = {
	{"off", NORM_LOSSLESS, N_("leave them")},
	{"report", NORM_LOSSLESS, N_("leave them, report them")},
};

const struct step repair_step_tags = {
	.rule = {"repair.tags", "repair", "tags", N_("tag that was left behind"), "HTML Living Standard", values, COUNT_OF(values),
		 NORM_SEVERITY_WARNING, CATEGORY_MARKUP},
	.kind = STEP_REPAIR,
	.triggers = triggers,
	.trigger_count = COUNT_OF(triggers),
	.report_values = 1u << 1,
	.suspects = suspects_tag,
	.repair = repair_tags,
};
