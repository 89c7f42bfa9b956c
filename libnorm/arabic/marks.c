/* SPDX-License-Identifier: MIT */
/*
 * Arabic marks (tashkeel), in classes that can be dropped apart. U+0654 and U+0655 are hamza, part
 * of a letter, and in no class; U+0653 MADDAH counts only where no alef has taken it in (آ is a
 * letter, see arabic.alef). U+0674, U+06D5, U+06E5 and U+06E6 are letters.
 */
#include "arabic/steps.h"

static const struct step_range harakat_ranges[] = {{0x064B, 0x0652}};
static const struct step_range extended_ranges[] = {{0x0653, 0x0653}, {0x0656, 0x065F}};
static const struct step_range superscript_alef_ranges[] = {{0x0670, 0x0670}};
static const struct step_range quranic_ranges[] = {
	{0x0610, 0x061A}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
	{0x06EA, 0x06ED}, {0x08CA, 0x08E1}, {0x08E3, 0x08FF},
};

static const norm_rule_value mark_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave these marks")},
	{"drop", NORM_LOSSY, N_("delete these marks")},
};

const struct step arabic_step_harakat = {
	.rule = {"arabic.harakat", "arabic", "harakat", N_("vowel mark, tanween, shadda or sukun"), "UCD block Arabic",
		 mark_values, COUNT_OF(mark_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_MARKS},
	.kind = STEP_MAP,
	.ranges = harakat_ranges,
	.range_count = COUNT_OF(harakat_ranges),
	.map = step_drop,
};

const struct step arabic_step_extended_marks = {
	.rule = {"arabic.extended-marks", "arabic", "extended-marks", N_("extended Arabic mark"), "UCD block Arabic",
		 mark_values, COUNT_OF(mark_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_MARKS},
	.kind = STEP_MAP,
	.ranges = extended_ranges,
	.range_count = COUNT_OF(extended_ranges),
	.map = step_drop,
};

const struct step arabic_step_superscript_alef = {
	.rule = {"arabic.superscript-alef", "arabic", "superscript-alef", N_("superscript (dagger) alef"),
		 "UCD block Arabic", mark_values, COUNT_OF(mark_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_MARKS},
	.kind = STEP_MAP,
	.ranges = superscript_alef_ranges,
	.range_count = COUNT_OF(superscript_alef_ranges),
	.map = step_drop,
};

const struct step arabic_step_quranic_marks = {
	.rule = {"arabic.quranic-marks", "arabic", "quranic-marks", N_("Quranic annotation mark"),
		 "UCD blocks Arabic, Arabic Extended-A", mark_values, COUNT_OF(mark_values),
		 NORM_SEVERITY_NOTE, CATEGORY_ARABIC_MARKS},
	.kind = STEP_MAP,
	.ranges = quranic_ranges,
	.range_count = COUNT_OF(quranic_ranges),
	.map = step_drop,
};
