/* SPDX-License-Identifier: MIT */
/*
 * Characters that no reader sees and that scraping leaves behind. Each kind is a rule of its own,
 * because each has texts in which it matters.
 *
 * Controls that part words (TAB, LF, VT, FF, CR, NEL) are spaces, not junk: see text/spaces.c.
 */
#include "repair/steps.h"

static int map_controls(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base, (void)out;
	bool parts_words = (cp >= 0x09 && cp <= 0x0D) || cp == 0x85;
	return parts_words ? STEP_UNCHANGED : 0;
}

static const struct step_range control_ranges[] = {{0x00, 0x1F}, {0x7F, 0x9F}};
static const struct step_range bom_ranges[] = {{0xFEFF, 0xFEFF}};
static const struct step_range soft_hyphen_ranges[] = {{0xAD, 0xAD}};
static const struct step_range zero_width_ranges[] = {{0x200B, 0x200B}, {0x2060, 0x2060}};
/*
 * Default_Ignorable_Code_Point, less the characters that have a rule of their own, what is not assigned on plane 14, and
 * U+034F COMBINING GRAPHEME JOINER, which keeps marks apart (and which unicode.form itself inserts).
 */
static const struct step_range ignorable_ranges[] = {
	{0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x2061, 0x2065},   {0x206A, 0x206F},
	{0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8},   {0x1BCA0, 0x1BCA3},
	{0x1D173, 0x1D17A}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
};
static const struct step_range replacement_ranges[] = {{0xFFFC, 0xFFFD}};

static const norm_rule_value drop_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave them")},
	{"drop", NORM_REVERSIBLE, N_("delete them")},
};
static const norm_rule_value drop_lossy_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave them")},
	{"drop", NORM_LOSSY, N_("delete them")},
};

const struct step repair_step_controls = {
	.rule = {"controls.c0c1", "controls", "c0c1", N_("control character"), "UCD category Cc", drop_values,
		 COUNT_OF(drop_values), NORM_SEVERITY_WARNING, CATEGORY_INVISIBLE},
	.kind = STEP_MAP,
	.ranges = control_ranges,
	.range_count = COUNT_OF(control_ranges),
	.map = map_controls,
};

const struct step repair_step_bom = {
	.rule = {"controls.bom", "controls", "bom", N_("byte order mark"), "Unicode 15, section 23.8", drop_values,
		 COUNT_OF(drop_values), NORM_SEVERITY_WARNING, CATEGORY_INVISIBLE},
	.kind = STEP_MAP,
	.ranges = bom_ranges,
	.range_count = COUNT_OF(bom_ranges),
	.map = step_drop,
};

const struct step repair_step_soft_hyphen = {
	.rule = {"controls.soft-hyphen", "controls", "soft-hyphen", N_("soft hyphen"), "Unicode 15, section 23.2",
		 drop_values, COUNT_OF(drop_values), NORM_SEVERITY_WARNING, CATEGORY_INVISIBLE},
	.kind = STEP_MAP,
	.ranges = soft_hyphen_ranges,
	.range_count = COUNT_OF(soft_hyphen_ranges),
	.map = step_drop,
};

const struct step repair_step_zero_width = {
	.rule = {"controls.zero-width", "controls", "zero-width", N_("zero width space or word joiner"),
		 "Unicode 15, section 23.2", drop_values, COUNT_OF(drop_values),
		 NORM_SEVERITY_WARNING, CATEGORY_INVISIBLE},
	.kind = STEP_MAP,
	.ranges = zero_width_ranges,
	.range_count = COUNT_OF(zero_width_ranges),
	.map = step_drop,
};

const struct step repair_step_ignorable = {
	.rule = {"controls.ignorable", "controls", "ignorable", N_("invisible character"),
		 "UCD Default_Ignorable_Code_Point", drop_lossy_values, COUNT_OF(drop_lossy_values),
		 NORM_SEVERITY_WARNING, CATEGORY_INVISIBLE},
	.kind = STEP_MAP,
	.ranges = ignorable_ranges,
	.range_count = COUNT_OF(ignorable_ranges),
	.map = step_drop,
};

enum { REPLACEMENT_KEEP, REPLACEMENT_DROP, REPLACEMENT_REPORT };

static const norm_rule_value replacement_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave them")},
	{"drop", NORM_LOSSY, N_("delete them")},
	{"report", NORM_LOSSLESS, N_("leave them, report them: something was lost there")},
};

/* Fewer bytes than U+FFFD has are no character: input.invalid has told that. In a URL something is lost as anywhere. */
static void run_replacement(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		const struct text_item *item = &items->at[i];
		if ((item->cp == 0xFFFC || item->cp == 0xFFFD) && item->end - item->start >= 3)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

const struct step repair_step_replacement = {
	.rule = {"controls.replacement", "controls", "replacement", N_("replacement character"),
		 "Unicode 15, section 23.8", replacement_values, COUNT_OF(replacement_values),
		 NORM_SEVERITY_ERROR, CATEGORY_ENCODING},
	.kind = STEP_RULE,
	.ranges = replacement_ranges,
	.range_count = COUNT_OF(replacement_ranges),
	.map = step_drop,
	.run = run_replacement,
	.triggers = replacement_ranges,
	.trigger_count = COUNT_OF(replacement_ranges),
	.run_values = 1u << REPLACEMENT_REPORT,
	.report_values = 1u << REPLACEMENT_REPORT,
};
