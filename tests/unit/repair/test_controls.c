/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "repair/steps.h"
#include "unit/arabic/stretch.h"

Test(joiners, go_from_arabic_words)
{
	static const struct stretch_row rows[] = {
	    {"كت\u200Cاب كت\u200Dاب كت\u200C\u200Dاب", "كتاب كتاب كتاب", 0},
	    {"كتاب\u200C قال \u200Cنعم\u200D، «\u200Cلا\u200C»\u200D", "كتاب قال نعم، «لا»\u200D", 0},
	    {"م\u064E\u200Cن ـ\u200Dه 1445\u200Cهـ\u200D", "م\u064Eن ـه 1445هـ", 0},
	    {"كتاب\u200C", "كتاب", 0},
	};
	stretch_check(&repair_step_joiners, "language", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(joiners, stay_where_they_work)
{
	static const struct stretch_row rows[] = {
	    {"👩\u200D🚀 क\u094D\u200Dष a\u200Cb ❤\uFE0F\u200D🔥", "👩\u200D🚀 क\u094D\u200Dष a\u200Cb ❤\uFE0F\u200D🔥", 0},
	    {"كتاب\u200Da 👩\u200Dكتاب", "كتاب\u200Da 👩\u200Dكتاب", 0},
	    /* A mark behind it would go to the letter before. */
	    {"ا\u200C\u0653 e\u200D\u0301", "ا\u200C\u0653 e\u200D\u0301", 0},
	    /* The sign of the Hijri year. */
	    {"1445 ه\u200D 1445ه\u200D. ه\u200D", "1445 ه\u200D 1445ه\u200D. ه\u200D", 0},
	    {"5\u200C6 \u200C .\u200D.", "5\u200C6 \u200C .\u200D.", 0},
	    {PROTECTED("#كت\u200Cاب"), "#كت\u200Cاب", 0},
	};
	static const struct stretch_row persian[] = {{"می\u200Cخواهم خانه\u200C ها ه\u200Dه", "می\u200Cخواهم خانه\u200C ها ه\u200Dه", 0}};
	static const enum language languages[] = {LANGUAGE_PERSIAN, LANGUAGE_URDU, LANGUAGE_KURDISH, LANGUAGE_UYGHUR};
	stretch_check(&repair_step_joiners, "language", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		stretch_check(&repair_step_joiners, "language", languages[i], persian, 1);
}

Test(bidi, what_is_stray_goes)
{
	static const struct stretch_row rows[] = {
	    {STRAY("\u202E") "نص" STRAY("\u202C") " a\u200F.", "نص a\u200F.", 0},
	    {STRAY("\u200F\u200E\u061C") "x\u2067y\u2069", "x\u2067y\u2069", 0},
	    {"a " STRAY("\u200E") " b", "a  b", 0},
	    /* The mark behind it would go to the letter before. */
	    {STRAY("a\u200C\u200D\uFEFF"), "a\u200C\u200D\uFEFF", 0},
	};
	stretch_check(&repair_step_bidi, "stray", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(bidi, what_is_stray_is_reported)
{
	static const struct stretch_row rows[] = {{STRAY("\u202E") "نص\u200F." STRAY("\u202C"), "\u202Eنص\u200F.\u202C", 2}};
	stretch_check(&repair_step_bidi, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* `drop` is for the letter table. */
Test(controls, drop_by_map)
{
	const struct step *steps[] = {&repair_step_joiners, &repair_step_bidi, &repair_step_replacement};
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		unsigned drop = 1;
		while (drop + 1 < steps[i]->rule.value_count && strcmp(steps[i]->rule.values[drop].name, "drop") != 0)
			drop++;
		uint32_t out[STEP_MAP_MAX];
		cr_expect_str_eq(steps[i]->rule.values[drop].name, "drop");
		cr_expect_not(steps[i]->run_values >> drop & 1);
		cr_expect_eq(steps[i]->map(drop, 0, steps[i]->ranges[0].first, out), 0);
	}
}
