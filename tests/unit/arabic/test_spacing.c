/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(spacing, none_before_punctuation)
{
	static const struct stretch_row rows[] = {
	    {"نعم ، لا ؛ متى ؟ قف ! قال : انتهى .", "نعم، لا؛ متى؟ قف! قال: انتهى.", 0},
	    {"نعم\u00A0، لا\u202F؛ متى  \u00A0 ؟", "نعم، لا؛ متى؟", 0},
	    {"بنسبة ٥ ٪ و 5\u00A0٪", "بنسبة ٥٪ و 5٪", 0},
	    {"وبعد … ثم ... ثم ..", "وبعد… ثم... ثم..", 0},
	    {"متى ؟ ! انتهى ۔", "متى؟! انتهى۔", 0},
	    {"قال : «نعم» وقال :\n", "قال: «نعم» وقال:\n", 0},
	    {"شركة ABC . قالت X ، 5 .", "شركة ABC. قالت X، 5.", 0},
	    {"نعم ،لا", "نعم،لا", 0},
	};
	stretch_check(&arabic_step_spacing, "fix", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_spacing, "fix", LANGUAGE_PERSIAN, rows, COUNT_OF(rows));
}

Test(spacing, quotes_and_brackets_hug)
{
	static const struct stretch_row rows[] = {
	    {"قال « نعم » وذهب", "قال «نعم» وذهب", 0},
	    {"قال «\u00A0Bonjour\u00A0» ثم", "قال «Bonjour» ثم", 0},
	    {"قال \" نعم \" وذهب", "قال \"نعم\" وذهب", 0},
	    {"قال “ نعم ” وذهب ( لا ) و [ هنا ].", "قال “نعم” وذهب (لا) و [هنا].", 0},
	    {"( « نعم » )", "(«نعم»)", 0},
	    {"« نعم », (لا )", "«نعم», (لا)", 0},
	    {"« نعم ؟ »", "«نعم؟»", 0},
	};
	stretch_check(&arabic_step_spacing, "fix", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(spacing, leaves_what_is_right)
{
	static const struct stretch_row rows[] = {
	    {"قال: «نعم»، (لا). \"هنا\" و \"هناك\"! 5٪", "قال: «نعم»، (لا). \"هنا\" و \"هناك\"! 5٪", 0},
	    /* What begins a number, a name or a picture. */
	    {"قال .5 و .com و :) " PROTECTED(":-(") " و ::x ...ثم …ثم :نعم !=", "قال .5 و .com و :) :-( و ::x ...ثم …ثم :نعم !=", 0},
	    {" ... ثم\n ، لا\n » نعم", " ... ثم\n ، لا\n » نعم", 0},
	    {"نعم « \n( \n", "نعم « \n( \n", 0},
	    /* A comma between digits, a percent sign without one, an abbreviation, nothing in brackets. */
	    {"26 ،013 نسبة ٪ 5 ٪6 د . علي ( ) « »", "26 ،013 نسبة ٪ 5 ٪6 د . علي ( ) « »", 0},
	    {"l' été d ' x\t، نعم\t.", "l' été d ' x\t، نعم\t.", 0},
	    {PROTECTED("5 ! x") " نعم", "5 ! x نعم", 0},
	    {FRENCH("Il dit : « oui » ! Non ; ( si ) ؟"), "Il dit : « oui » ! Non ; ( si ) ؟", 0},
	};
	stretch_check(&arabic_step_spacing, "fix", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* The host of a quote decides about its inside. */
Test(spacing, goes_by_the_level_of_the_mark)
{
	static const struct stretch_row rows[] = {
	    {"قال «" FRENCH(" Oui ! Non ? ") "» ثم .", "قال «Oui ! Non ?» ثم.", 0},
	    {FRENCH("Il dit « ") ". نعم" FRENCH(" »."), "Il dit « . نعم ».", 0},
	    {FRENCH("Oui ! Oui ") "؛ نعم", "Oui ! Oui ؛ نعم", 0},
	    {FRENCH("Il dit « ") "نعم ،" FRENCH(" » !"), "Il dit « نعم، » !", 0},
	};
	stretch_check(&arabic_step_spacing, "fix", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_spacing, "fix", LANGUAGE_FRENCH, &(struct stretch_row){"« نعم » !", "« نعم » !", 0}, 1);
}

Test(spacing, is_reported)
{
	static const struct stretch_row rows[] = {{"قال « نعم » .", "قال « نعم » .", 3}, {"قال «نعم».", "قال «نعم».", 0}};
	stretch_check(&arabic_step_spacing, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* Single spaces between words, and quotes as they should be, cost nothing. */
Test(spacing, wakes_seldom)
{
	static const struct {
		uint32_t before, cp, after;
		bool wakes;
	} rows[] = {
	    {'a', '.', ' ', false},  {' ', '.', ' ', true},  {' ', '.', '5', false}, {'.', '.', ' ', true},
	    {' ', '"', 'a', false},  {'a', '"', ' ', false}, {' ', '"', ' ', true},  {' ', '(', 'a', false},
	    {' ', '(', ' ', true},   {'a', ')', ' ', false}, {' ', ')', ' ', true},  {'l', '\'', 'a', false},
	    {' ', 0xAB, 'a', false}, {' ', ':', ')', false}, {'a', ':', '/', false}, {' ', 0x060C, 'a', true},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct rule_trigger trigger = {
			.value = 2, .before = rows[i].before, .cp = rows[i].cp, .after = rows[i].after};
		cr_expect_eq(arabic_step_spacing.wakes(&trigger), rows[i].wakes, "row %zu", i);
	}
}
