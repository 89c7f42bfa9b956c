/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(duplicate_marks, go)
{
	static const struct stretch_row rows[] = {
	    {"ب\u064E\u064Eت", "ب\u064Eت", 0},
	    {"ب\u0651\u0651\u0651", "ب\u0651", 0},
	    /* Others may stand between. */
	    {"ب\u064E\u0651\u064E\u0651ت", "ب\u064E\u0651ت", 0},
	    {"ب\u06D6\u06D7\u06D6", "ب\u06D6\u06D7", 0},
	    {"ه\u0670\u0670 ا\u0654\u0654 ب\u08F0\u08F0", "ه\u0670 ا\u0654 ب\u08F0", 0},
	};
	stretch_check(&arabic_step_duplicate_marks, "drop", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(duplicate_marks, are_on_one_letter_and_arabic)
{
	static const struct stretch_row rows[] = {
	    {"ب\u064Eت\u064Eث\u064E", "ب\u064Eت\u064Eث\u064E", 0},
	    {"ب\u064E\u0651ت\u064D\u0651", "ب\u064E\u0651ت\u064D\u0651", 0},
	    {"ب\u064Eـ\u064E", "ب\u064Eـ\u064E", 0},
	    {"e\u0301\u0301 \u05D0\u05B7\u05B7 \u0710\u0730\u0730", "e\u0301\u0301 \u05D0\u05B7\u05B7 \u0710\u0730\u0730", 0},
	};
	stretch_check(&arabic_step_duplicate_marks, "drop", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(hamza, composes_in_arabic)
{
	static const struct stretch_row rows[] = {
	    {"مس\u06CC\u0654ول", "مس\u0626ول", 0},
	    {"\u0649\u0654", "\u0626", 0},
	    /* A vowel stays behind it. */
	    {"ر\u06CC\u064E\u0654يس ش\u0649\u0650\u0651\u0654", "ر\u0626\u064Eيس ش\u0626\u0650\u0651", 0},
	    {"\u06CC\u0654\u064E", "\u0626\u064E", 0},
	    {"\u06CC\u0654\u0654", "\u0626\u0654", 0},
	};
	stretch_check(&arabic_step_hamza, "compose", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(hamza, stays_elsewhere)
{
	static const struct stretch_row rows[] = {
	    {"\u06CC \u0649 \u0627\u0654 \u0648\u0654 \u0647\u0654 \u06CC\u0655", "\u06CC \u0649 \u0627\u0654 \u0648\u0654 \u0647\u0654 \u06CC\u0655", 0},
	    {"\u06CCـ\u0654 \u06CC\u0653\u0654", "\u06CCـ\u0654 \u06CC\u0653\u0654", 0},
	};
	static const struct stretch_row persian[] = {{"\u06CC\u0654 \u0649\u0654", "\u06CC\u0654 \u0649\u0654", 0}};
	stretch_check(&arabic_step_hamza, "compose", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_hamza, "compose", LANGUAGE_PERSIAN, persian, COUNT_OF(persian));
	stretch_check(&arabic_step_hamza, "compose", LANGUAGE_UYGHUR, persian, COUNT_OF(persian));
}

/* One letter for both, from the bytes of both; across a vowel the hamza is deleted. */
Test(hamza, spans)
{
	stretch_run(&arabic_step_hamza, "compose", 'x', ' ', "\u06CC\u0654", ' ');
	cr_expect_str_eq(stretch_changes(), "0-4");
	stretch_run(&arabic_step_hamza, "compose", 'x', ' ', "\u06CC\u064E\u0654", ' ');
	cr_expect_str_eq(stretch_changes(), "0-2 4-6");
}

/* A ligature became two letters of the same bytes, and the hamza belongs to the second: the first keeps its span. */
Test(hamza, behind_letters_that_share_their_bytes)
{
	struct items items = {.log = true};
	items_push(&items, 0x0641, 0, 3);
	items_push(&items, 0x0649, 0, 3);
	items_push(&items, 0x0654, 3, 5);
	struct rule_span span = {.items = &items, .before = ' ', .before2 = ' ', .after = ' ', .value = 1};
	stretch_tell(LANGUAGE_ARABIC, "");
	arabic_step_hamza.run(&span);
	cr_assert_eq(items.len, 2);
	cr_expect_eq(items.at[0].end, 3);
	cr_expect_eq(items.at[1].cp, 0x0626);
	cr_expect_eq(items.at[1].start, 0);
	cr_expect_eq(items.at[1].end, 3);
	items_release(&items);
}
