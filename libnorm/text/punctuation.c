/* SPDX-License-Identifier: MIT */
/*
 * Quotes, apostrophes, dashes and the ellipsis in their ASCII shapes: what indexes and models want.
 * Putting them right for readers is the business of the language rooms.
 *
 * Letters that look like apostrophes (U+02BC, U+02BE, U+02BF of transliterations) are letters of
 * names and stay: see "Mixed French–Arabic", rule 9, of the French specification.
 */
#include "text/steps.h"

static const struct step_pair quote_pairs[] = {
	{0x00AB, {'"'}}, /* « */
	{0x00BB, {'"'}}, /* » */
	{0x201C, {'"'}}, /* “ */
	{0x201D, {'"'}}, /* ” */
	{0x201E, {'"'}}, /* „ */
	{0x201F, {'"'}}, /* ‟ */
	{0x2033, {'"'}}, /* ″ */
	{0x2036, {'"'}}, /* ‶ */
	{0x2039, {'"'}}, /* ‹ */
	{0x203A, {'"'}}, /* › */
	{0x2E42, {'"'}}, /* ⹂ */
	{0x301D, {'"'}}, /* 〝 */
	{0x301E, {'"'}}, /* 〞 */
	{0x301F, {'"'}}, /* 〟 */
	{0xFF02, {'"'}}, /* ＂ */
};

static const struct step_pair apostrophe_pairs[] = {
	{0x0060, {'\''}}, /* ` */
	{0x00B4, {'\''}}, /* ´ */
	{0x2018, {'\''}}, /* ‘ */
	{0x2019, {'\''}}, /* ’ */
	{0x201A, {'\''}}, /* ‚ */
	{0x201B, {'\''}}, /* ‛ */
	{0x2032, {'\''}}, /* ′ */
	{0x2035, {'\''}}, /* ‵ */
	{0xFF07, {'\''}}, /* ＇ */
};

static const struct step_pair dash_pairs[] = {
	{0x2010, {'-'}}, /* hyphen */
	{0x2011, {'-'}}, /* non-breaking hyphen */
	{0x2012, {'-'}}, /* figure dash */
	{0x2013, {'-'}}, /* en dash */
	{0x2014, {'-'}}, /* em dash */
	{0x2015, {'-'}}, /* horizontal bar */
	{0x2212, {'-'}}, /* minus sign */
	{0xFE58, {'-'}}, /* small em dash */
	{0xFE63, {'-'}}, /* small hyphen-minus */
	{0xFF0D, {'-'}}, /* fullwidth hyphen-minus */
};

static const struct step_pair ellipsis_pairs[] = {
	{0x2026, {'.', '.', '.'}},
};

static const struct step_range quote_ranges[] = {
	{0xAB, 0xBB}, {0x201C, 0x203A}, {0x2E42, 0x2E42}, {0x301D, 0x301F}, {0xFF02, 0xFF02},
};
static const struct step_range apostrophe_ranges[] = {
	{0x60, 0xB4}, {0x2018, 0x2035}, {0xFF07, 0xFF07},
};
static const struct step_range dash_ranges[] = {
	{0x2010, 0x2015}, {0x2212, 0x2212}, {0xFE58, 0xFE63}, {0xFF0D, 0xFF0D},
};
static const struct step_range ellipsis_ranges[] = {
	{0x2026, 0x2026},
};

static int map_quotes(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return step_map_pairs(quote_pairs, COUNT_OF(quote_pairs), cp, out);
}

static int map_apostrophes(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return step_map_pairs(apostrophe_pairs, COUNT_OF(apostrophe_pairs), cp, out);
}

static int map_dashes(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return step_map_pairs(dash_pairs, COUNT_OF(dash_pairs), cp, out);
}

static int map_ellipsis(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return step_map_pairs(ellipsis_pairs, COUNT_OF(ellipsis_pairs), cp, out);
}

static const norm_rule_value quote_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave quotation marks")},
	{"ascii", NORM_LOSSY, N_("every double quotation mark to \"")},
};
static const norm_rule_value apostrophe_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave apostrophes and single quotation marks")},
	{"ascii", NORM_LOSSY, N_("apostrophes and single quotation marks to '")},
};
static const norm_rule_value dash_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave hyphens and dashes")},
	{"ascii", NORM_LOSSY, N_("every hyphen, dash and minus sign to -")},
};
static const norm_rule_value ellipsis_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the ellipsis character")},
	{"ascii", NORM_REVERSIBLE, N_("the ellipsis character to three full stops")},
};

const struct step text_step_quotes = {
	.rule = {"punctuation.quotes", "punctuation", "quotes", N_("typographic quotation mark"), "UCD Quotation_Mark",
		 quote_values, COUNT_OF(quote_values), NORM_SEVERITY_NOTE, CATEGORY_QUOTES},
	.kind = STEP_MAP,
	.ranges = quote_ranges,
	.range_count = COUNT_OF(quote_ranges),
	.map = map_quotes,
};

const struct step text_step_apostrophes = {
	.rule = {"punctuation.apostrophes", "punctuation", "apostrophes", N_("typographic apostrophe"),
		 "UCD Quotation_Mark", apostrophe_values, COUNT_OF(apostrophe_values),
		 NORM_SEVERITY_NOTE, CATEGORY_APOSTROPHES},
	.kind = STEP_MAP,
	.ranges = apostrophe_ranges,
	.range_count = COUNT_OF(apostrophe_ranges),
	.map = map_apostrophes,
};

const struct step text_step_dashes = {
	.rule = {"punctuation.dashes", "punctuation", "dashes", N_("typographic hyphen or dash"), "UCD Dash",
		 dash_values, COUNT_OF(dash_values), NORM_SEVERITY_NOTE, CATEGORY_DASHES},
	.kind = STEP_MAP,
	.ranges = dash_ranges,
	.range_count = COUNT_OF(dash_ranges),
	.map = map_dashes,
};

const struct step text_step_ellipsis = {
	.rule = {"punctuation.ellipsis", "punctuation", "ellipsis", N_("ellipsis character"), "UCD decomposition",
		 ellipsis_values, COUNT_OF(ellipsis_values), NORM_SEVERITY_NOTE, CATEGORY_PUNCTUATION},
	.kind = STEP_MAP,
	.ranges = ellipsis_ranges,
	.range_count = COUNT_OF(ellipsis_ranges),
	.map = map_ellipsis,
};
