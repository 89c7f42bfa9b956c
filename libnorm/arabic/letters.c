/* SPDX-License-Identifier: MIT */
/*
 * Spellings of Arabic letters that writers mix, folded for search keys only: a reader needs them.
 * The folds go one way, to the shape that writers fall back to (never ه to ة, never ى to ا). What folds to what is in
 * data/arabic/exceptions.tsv. Here is only what canonical equivalence makes of that: a mark that a letter would have been
 * composed with goes as it would have gone in the composed letter.
 */
#include "arabic/exceptions.h"
#include "arabic/steps.h"

static int map_alef(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value;
	if (cp >= 0x0653 && cp <= 0x0655) /* more of what the alef has just lost */
		return base == 0x0627 ? 0 : STEP_UNCHANGED;
	return exception_map(EXCEPTION_ALEF, cp, out);
}

static int map_hamza_seats(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value;
	if (cp == 0x0654 || cp == 0x0655)
		return base == 0x0648 || base == 0x064A ? 0 : STEP_UNCHANGED;
	return exception_map(EXCEPTION_HAMZA_SEAT, cp, out);
}

static int map_teh_marbuta(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return exception_map(EXCEPTION_TEH_MARBUTA, cp, out);
}

static int map_alef_maqsura(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	return exception_map(EXCEPTION_ALEF_MAQSURA, cp, out);
}

/* What exception_may_fold() says, and the marks. */
static const struct step_range letter_ranges[] = {{0x0620, 0x064A}, {0x0653, 0x0655}, {0x0671, 0x0673}};
static const struct step_range alef_context[] = {{0x0653, 0x0655}};
static const struct step_range hamza_seat_context[] = {{0x0654, 0x0655}};

static const norm_rule_value alef_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave alef with its hamza, madda or wasla")},
	{"fold", NORM_LOSSY, N_("every alef to the bare one")},
};
static const norm_rule_value hamza_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave hamza on waw and yeh")},
	{"fold", NORM_LOSSY, N_("hamza on waw to waw, on yeh to yeh")},
};
static const norm_rule_value teh_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave teh marbuta")},
	{"fold", NORM_LOSSY, N_("teh marbuta to heh")},
};
static const norm_rule_value maqsura_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave alef maqsura")},
	{"fold", NORM_LOSSY, N_("alef maqsura to yeh")},
};

const struct step arabic_step_alef = {
	.rule = {"arabic.alef", "arabic", "alef", N_("alef with hamza, madda or wasla"),
		 "Lucene ArabicNormalizer, CAMeL Tools", alef_values, COUNT_OF(alef_values),
		 NORM_SEVERITY_NOTE, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_MAP,
	.ranges = letter_ranges,
	.range_count = COUNT_OF(letter_ranges),
	.context = alef_context,
	.context_count = COUNT_OF(alef_context),
	.map = map_alef,
};

const struct step arabic_step_hamza_seats = {
	.rule = {"arabic.hamza-seats", "arabic", "hamza-seats", N_("hamza on waw or yeh"), "Snowball Arabic stemmer",
		 hamza_values, COUNT_OF(hamza_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_MAP,
	.ranges = letter_ranges,
	.range_count = COUNT_OF(letter_ranges),
	.context = hamza_seat_context,
	.context_count = COUNT_OF(hamza_seat_context),
	.map = map_hamza_seats,
};

const struct step arabic_step_teh_marbuta = {
	.rule = {"arabic.teh-marbuta", "arabic", "teh-marbuta", N_("teh marbuta"), "Lucene ArabicNormalizer",
		 teh_values, COUNT_OF(teh_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_MAP,
	.ranges = letter_ranges,
	.range_count = COUNT_OF(letter_ranges),
	.map = map_teh_marbuta,
};

const struct step arabic_step_alef_maqsura = {
	.rule = {"arabic.alef-maqsura", "arabic", "alef-maqsura", N_("alef maqsura"), "Lucene ArabicNormalizer",
		 maqsura_values, COUNT_OF(maqsura_values), NORM_SEVERITY_NOTE, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_MAP,
	.ranges = letter_ranges,
	.range_count = COUNT_OF(letter_ranges),
	.map = map_alef_maqsura,
};
