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

Test(punctuation, to_space)
{
	static const struct stretch_row rows[] = {
	    {"نعم، لا؛ متى؟", "نعم لا متى", 0},
	    {"نعم،لا 5؛6 متى؟؟نعم", "نعم لا 5 6 متى نعم", 0},
	    {"متى؟! «نعم»، (لا؟)", "متى! «نعم» (لا)", 0},
	    {"نعم ،لا", "نعم لا", 0},
	    /* Right behind what opens they stay: a space would come to stand there. */
	    {"(؟) «؟ نعم»", "(؟) «؟ نعم»", 0},
	    {"26،013 " FRENCH("mot، mot؟"), "26،013 mot، mot؟", 0},
	};
	stretch_check(&arabic_step_punctuation, "space", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(punctuation, see_beyond_the_stretch)
{
	cr_expect_str_eq(stretch_run(&arabic_step_punctuation, "ascii", 'x', '1', "،", '2'), "،");
	cr_expect_str_eq(stretch_run(&arabic_step_punctuation, "space", 'x', 'a', "،", 'b'), " ");
	cr_expect_str_eq(stretch_changes(), "0-2");
	cr_expect_str_eq(stretch_run(&arabic_step_punctuation, "space", 'x', 'a', "،", ' '), "");
}

Test(punctuation, is_left_in_latin)
{
	static const struct stretch_row rows[] = {{"mot، mot؟", "mot، mot؟", 0}};
	static const enum language languages[] = {LANGUAGE_NONE, LANGUAGE_FRENCH, LANGUAGE_LATIN, LANGUAGE_OTHER};
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		stretch_check(&arabic_step_punctuation, "ascii", languages[i], rows, 1);
		stretch_check(&arabic_step_punctuation, "space", languages[i], rows, 1);
	}
}
