/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(number_marks, become_ascii_in_numbers)
{
	static const struct stretch_row rows[] = {
	    {"3٫14 ١٬٠٠٠٬٠٠٠٫٥", "3.14 ١,٠٠٠,٠٠٠.٥", 0},
	    {"۳٫۵", "۳.۵", 0},
	    {"50٪ ٥٪ 5 ٪ 5\u00A0 ٪.", "50% ٥% 5 % 5\u00A0 %.", 0},
	};
	stretch_check(&arabic_step_number_marks, "ascii", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(number_marks, stay_elsewhere)
{
	static const struct stretch_row rows[] = {
	    {"٫5 5٫ ٬ ا٫ب 5٬ا ا٬5 5٫٫5", "٫5 5٫ ٬ ا٫ب 5٬ا ا٬5 5٫٫5", 0},
	    {"٪5 نسبة ٪ ا٪ 5 ٪6", "٪5 نسبة ٪ ا٪ 5 ٪6", 0},
	    {"5\n٪", "5\n٪", 0},
	    {"26،013 3.14 1,000 10:30 5%", "26،013 3.14 1,000 10:30 5%", 0},
	    {PROTECTED("1٫2٫3"), "1٫2٫3", 0},
	};
	stretch_check(&arabic_step_number_marks, "ascii", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(number_marks, see_beyond_the_stretch)
{
	cr_expect_str_eq(stretch_run(&arabic_step_number_marks, "ascii", 'x', '1', "٫", 0x0665), ".");
	cr_expect_str_eq(stretch_changes(), "0-2");
	cr_expect_str_eq(stretch_run(&arabic_step_number_marks, "ascii", 'x', '1', "٫", ' '), "٫");
	cr_expect_str_eq(stretch_run(&arabic_step_number_marks, "ascii", '1', ' ', "٪", ' '), "٪");
}

Test(comma, between_digits_is_reported)
{
	static const struct stretch_row rows[] = {
	    {"26،013", "26،013", 1},
	    {"١،٥ و 1،2،3", "١،٥ و 1،2،3", 3},
	    {"نعم، لا، 5، 6 ،7 ا،5", "نعم، لا، 5، 6 ،7 ا،5", 0},
	    {"26,013 26٬013", "26,013 26٬013", 0},
	};
	stretch_check(&arabic_step_comma, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}
