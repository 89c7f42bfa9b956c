/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(punctuation, to_ascii)
{
	static const struct stretch_row rows[] = {
	    {"نعم، لا؛ متى؟ ٭ انتهى۔", "نعم, لا; متى? * انتهى.", 0},
	    {"؟! (؟) «متى؟»", "?! (?) «متى?»", 0},
	    /* Numbers, French levels, abbreviations. */
	    {"26،013 ١،٥", "26،013 ١،٥", 0},
	    {FRENCH("mot، mot؛ mot؟ mot۔"), "mot، mot؛ mot؟ mot۔", 0},
	    {"قال د۔ علي", "قال د۔ علي", 0},
	    {"a, b; c? . * ٫ ٪", "a, b; c? . * ٫ ٪", 0},
	};
	stretch_check(&arabic_step_punctuation, "ascii", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_punctuation, "ascii", LANGUAGE_URDU, rows, 1);
}

Test(punctuation, see_beyond_the_stretch)
{
	cr_expect_str_eq(stretch_run(&arabic_step_punctuation, "ascii", 'x', '1', "،", '2'), "،");
	cr_expect_str_eq(stretch_run(&arabic_step_punctuation, "ascii", 'x', 'a', "،", 'b'), ",");
	cr_expect_str_eq(stretch_changes(), "0-2");
}

Test(punctuation, is_left_in_latin)
{
	static const struct stretch_row rows[] = {{"mot، mot؟", "mot، mot؟", 0}};
	static const enum language languages[] = {LANGUAGE_NONE, LANGUAGE_FRENCH, LANGUAGE_LATIN, LANGUAGE_OTHER, LANGUAGE_ENGLISH};
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		stretch_check(&arabic_step_punctuation, "ascii", languages[i], rows, 1);
}
