/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(elongation, to_two)
{
	static const struct stretch_row rows[] = {
	    {"راااائع هههههه", "راائع هه", 0},
	    {"المؤسسسة", "المؤسسة", 0},
	    {"لااا نعمممم", "لاا نعمم", 0},
	    {"وووو آآآه أأأ", "وو آآه أأ", 0},
	    {"رووووعة", "رووعة", 0},
	};
	stretch_check(&arabic_step_elongation, "two", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(elongation, to_one)
{
	static const struct stretch_row rows[] = {{"راااائع هههههه", "رائع ه", 0}, {"نعمممم", "نعم", 0}};
	stretch_check(&arabic_step_elongation, "one", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* Marks part a run, and those of its last letter stay with it. */
Test(elongation, with_marks)
{
	static const struct stretch_row two[] = {
	    {"جدااااا\u064B", "جداا\u064B", 0},
	    {"ه\u064Eه\u064Eه\u064Eه\u064E", "ه\u064Eه\u064Eه\u064Eه\u064E", 0},
	    {"م\u064Eممم\u064Fم", "م\u064Eمم\u064Fم", 0},
	};
	static const struct stretch_row one[] = {{"جدااااا\u064B", "جدا\u064B", 0}};
	stretch_check(&arabic_step_elongation, "two", LANGUAGE_ARABIC, two, COUNT_OF(two));
	stretch_check(&arabic_step_elongation, "one", LANGUAGE_ARABIC, one, COUNT_OF(one));
}

Test(elongation, leaves_what_is_none)
{
	static const struct stretch_row rows[] = {
	    {"XIII 1000000 ooooh ١١١١ ...... ءاا", "XIII 1000000 ooooh ١١١١ ...... ءاا", 0},
	    {"الله اللله لللله الللّه", "الله اللله لللله اللل\u0651ه", 0},
	    {"بسسم سسيارة مدد ددن", "بسسم سسيارة مدد ددن", 0},
	    /* و before وو, ت before تت. */
	    {"وووهان تتتبع", "وووهان تتتبع", 0},
	    {"لا ا ا ا", "لا ا ا ا", 0},
	    {"هـهـهـه ه\u200Cه\u200Cه", "هـهـهـه ه\u200Cه\u200Cه", 0},
	};
	stretch_check(&arabic_step_elongation, "two", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_elongation, "one", LANGUAGE_KURDISH, (struct stretch_row[]){{"بوووە", "بوووە", 0}}, 1);
}

Test(elongation, is_reported)
{
	static const struct stretch_row rows[] = {{"راااائع هههههه", "راااائع هههههه", 2}, {"وووهان الله", "وووهان الله", 0}};
	stretch_check(&arabic_step_elongation, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* A run that begins in front of the stretch. */
Test(elongation, sees_beyond_the_stretch)
{
	static const struct {
		const char *value;
		uint32_t before2, before;
		const char *text, *expected;
	} rows[] = {
	    {"two", 0x0631, 0x0627, "اائ", "ائ"},
	    {"one", 0x0631, 0x0627, "اائ", "ئ"},
	    {"two", 0x0627, 0x0627, "ائ", "ئ"},
	    {"two", 0x0631, 0x0627, "ائ", "ائ"},
	    {"two", 0x0627, 0x064E, "اائ", "اائ"},
	    {"two", 0x0627, 0x0627, " ااا", " اا"},
	    {"two", 0x0627, 0x0627, "\u064Eاا", "\u064Eاا"},
	    {"two", ' ', 0x0648, "ووهان", "ووهان"},
	    {"two", 0x0631, 0x0648, "وول", "ول"},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_str_eq(stretch_run(&arabic_step_elongation, rows[i].value, rows[i].before2, rows[i].before,
					     rows[i].text, ' '),
				 rows[i].expected, "row %zu", i);
}
