/* SPDX-License-Identifier: MIT */
/*
 * Latin letters: accents, ligatures and case. Which letter an accented one folds to is ICU's
 * Latin-ASCII transform (CLDR), so ø, ł and đ fold as well, which have no decomposition in the UCD.
 */
#include "text/steps.h"
#include "unicode/tables.h"

/* Append a row of a cpmap to `out`; map() of a step that is nothing but a table. */
static int map_table(const struct cpmap *table, uint32_t cp, uint32_t *out)
{
	const uint32_t *to;
	int n = cpmap_get(table, cp, &to);
	for (int i = 0; i < n; i++)
		out[i] = to[i];
	return n;
}

/* Combining marks that serve as accents of Latin letters. */
static const struct step_range accent_ranges[] = {
	{0x0300, 0x036F}, /* Combining Diacritical Marks */
	{0x1AB0, 0x1AFF}, /* … Extended */
	{0x1DC0, 0x1DFF}, /* … Supplement */
};

static int map_accents(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value;
	for (size_t i = 0; i < COUNT_OF(accent_ranges); i++)
		if (cp >= accent_ranges[i].first && cp <= accent_ranges[i].last)
			return base && unicode_script(base) == UNICODE_SCRIPT_LATIN && cp != 0x034F ? 0 : STEP_UNCHANGED;
	return map_table(&latin_accents, cp, out);
}

static int map_ligatures(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return map_table(&latin_ligatures, cp, out);
}

static int map_case(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return map_table(&unicode_casefold, cp, out);
}

static const norm_rule_value accent_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave accents")},
	{"strip", NORM_LOSSY, N_("Latin letters lose accents and strokes: é to e, ø to o, ł to l")},
};
static const norm_rule_value ligature_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave ligatures")},
	{"expand", NORM_LOSSY, N_("Latin ligatures become letters: œ to oe, æ to ae, ß to ss")},
};
static const norm_rule_value case_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave case")},
	{"fold", NORM_LOSSY, N_("full case folding of every script that has case")},
};

const struct step text_step_accents = {
	.rule = {"latin.accents", "latin", "accents", N_("accented Latin letter"), "CLDR Latin-ASCII", accent_values,
		 COUNT_OF(accent_values), NORM_SEVERITY_NOTE, CATEGORY_ACCENTS},
	.kind = STEP_MAP,
	.ranges = accent_ranges,
	.range_count = COUNT_OF(accent_ranges),
	.table = &latin_accents,
	.context = accent_ranges,
	.context_count = COUNT_OF(accent_ranges),
	.map = map_accents,
};

const struct step text_step_ligatures = {
	.rule = {"latin.ligatures", "latin", "ligatures", N_("Latin ligature"), "CLDR Latin-ASCII", ligature_values,
		 COUNT_OF(ligature_values), NORM_SEVERITY_NOTE, CATEGORY_LIGATURES},
	.kind = STEP_MAP,
	.table = &latin_ligatures,
	.map = map_ligatures,
};

const struct step text_step_case = {
	.rule = {"unicode.case", "unicode", "case", N_("capital letter"), "UCD CaseFolding", case_values,
		 COUNT_OF(case_values), NORM_SEVERITY_NOTE, CATEGORY_CASE},
	.kind = STEP_MAP,
	.table = &unicode_casefold,
	.map = map_case,
};
