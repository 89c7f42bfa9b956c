/* SPDX-License-Identifier: MIT */
/*
 * Digit systems. Values never change, only shapes; ASCII digits are never turned into Arabic ones,
 * because they belong to both languages. The percent sign goes with the digits.
 */
#include "arabic/steps.h"

enum digits { DIGITS_KEEP, DIGITS_ASCII, DIGITS_ARAB };

static int map_digits(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)base;
	if (cp == 0x066A)
		return value == DIGITS_ASCII ? step_one('%', out) : STEP_UNCHANGED;
	uint32_t zero = cp >= 0x06F0 ? 0x06F0 : 0x0660;
	uint32_t shape = value == DIGITS_ASCII ? '0' : 0x0660;
	return zero == shape ? STEP_UNCHANGED : step_one(shape + (cp - zero), out);
}

static const struct step_range digit_ranges[] = {{0x0660, 0x066A}, {0x06F0, 0x06F9}};

static const norm_rule_value digit_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the shapes of digits")},
	{"ascii", NORM_REVERSIBLE, N_("Arabic-Indic and Persian digits and percent sign to ASCII")},
	{"arab", NORM_REVERSIBLE, N_("Persian digits to Arabic-Indic ones")},
};

const struct step arabic_step_digits = {
	.rule = {"arabic.digits", "arabic", "digits", N_("digits of another system"), "UCD Numeric_Value", digit_values,
		 COUNT_OF(digit_values), NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_MAP,
	.ranges = digit_ranges,
	.range_count = COUNT_OF(digit_ranges),
	.map = map_digits,
};
