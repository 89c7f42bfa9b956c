/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(tatweel, goes_between_letters)
{
	static const struct stretch_row rows[] = {
	    {"العـــربية", "العربية", 0},
	    {"كـتـاب جـمـيـل", "كتاب جميل", 0},
	    {"بـالبيت لـوكالة", "بالبيت لوكالة", 0},
	    /* Marks may stand between: the letter keeps its own. */
	    {"مُــحمد", "مُحمد", 0},
	    {"کـتـاب گـل", "کتاب گل", 0},
	    {"\uFEDBـ\uFE98ـاب", "\uFEDB\uFE98اب", 0},
	    {FRENCH("le mot كـتاب"), "le mot كتاب", 0},
	};
	stretch_check(&arabic_step_tatweel, "context", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(tatweel, stays_beside_everything_else)
{
	static const struct stretch_row rows[] = {
	    {"بـ30 لـCNN بـ٪", "بـ30 لـCNN بـ٪", 0},
	    {"لـ\"وات\" لـ«وات» بـ(وات)", "لـ\"وات\" لـ«وات» بـ(وات)", 0},
	    {"1445هـ هـ بـ: أ. هـ.", "1445هـ هـ بـ: أ. هـ.", 0},
	    {"ـ ــ ـب بـ", "ـ ــ ـب بـ", 0},
	    {"بــ30 لـــCNN", "بــ30 لـــCNN", 0},
	    {"بـ\nالبيت", "بـ\nالبيت", 0},
	    /* Under a mark: it carries it. */
	    {"هَـٰذا بـّت", "هَـٰذا بـّت", 0},
	    {"هـ\u200Dذا", "هـ\u200Dذا", 0},
	    {PROTECTED("#كـتاب") " x", "#كـتاب x", 0},
	    {"aـb 1ـ2 אـב", "aـb 1ـ2 אـב", 0},
	};
	stretch_check(&arabic_step_tatweel, "context", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(tatweel, beside_one_that_carries_a_mark_goes)
{
	static const struct stretch_row rows[] = {{"بــّـت", "بـّت", 0}, {"هَــٰذا", "هَـٰذا", 0}};
	stretch_check(&arabic_step_tatweel, "context", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(tatweel, is_reported_where_it_would_go)
{
	static const struct stretch_row rows[] = {{"كـتـــاب", "كـتـــاب", 4}, {"بـ30 هـ", "بـ30 هـ", 0}};
	stretch_check(&arabic_step_tatweel, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* Behind a stretch: the letter in front of it may be outside, and the one behind it is. */
Test(tatweel, sees_beyond_the_stretch)
{
	cr_expect_str_eq(stretch_run(&arabic_step_tatweel, "context", 'x', 0x0628, "ــ", 0x062A), "");
	cr_expect_str_eq(stretch_changes(), "0-4");
	cr_expect_str_eq(stretch_run(&arabic_step_tatweel, "context", 0x0628, 0x064E, "ـ", 0x062A), "");
	cr_expect_str_eq(stretch_run(&arabic_step_tatweel, "context", 'x', '\n', "ـ", 0x062A), "ـ");
	cr_expect_str_eq(stretch_run(&arabic_step_tatweel, "context", 'x', 0x0628, "ـ", '3'), "ـ");
	cr_expect_str_eq(stretch_changes(), "");
}
