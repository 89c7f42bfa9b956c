/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(persian_letters, safe_in_arabic)
{
	static const struct stretch_row rows[] = {
	    {"کتاب ملک", "كتاب ملك", 0},
	    {"یوم بیت العربیة", "يوم بيت العربية", 0},
	    {"بی\u064Eت بیـت بیـ", "بي\u064Eت بيـت بيـ", 0},
	    {"فی علی ی", "فی علی ی", 3},
	    {"یی", "يی", 1},
	    {"1445ھ وجہ ئەو ہے", "1445ھ وجہ ئەو ہے", 5},
	    {"فی\u200Cک", "فی\u200Cك", 1},
	    {FRENCH("le mot کتاب"), "le mot كتاب", 0},
	};
	stretch_check(&arabic_step_persian_letters, "safe", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(persian_letters, all_in_arabic)
{
	static const struct stretch_row rows[] = {
	    {"فی علی یوم کتاب", "في علي يوم كتاب", 0},
	    {"1445ھ وجہ مدرسە بڑے", "1445ه وجه مدرسه بڑي", 0},
	};
	stretch_check(&arabic_step_persian_letters, "all", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(persian_letters, are_reported)
{
	static const struct stretch_row rows[] = {{"فی کتاب ھ", "فی کتاب ھ", 3}, {"في كتاب ه ى ة", "في كتاب ه ى ة", 0}};
	stretch_check(&arabic_step_persian_letters, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

/* Letters of names, and letters under a hamza. */
Test(persian_letters, others_stay)
{
	static const struct stretch_row rows[] = {
	    {"گ چ پ ژ ڨ ڤ ڭ في على ه ك ي ى", "گ چ پ ژ ڨ ڤ ڭ في على ه ك ي ى", 0},
	    {"ی\u0654ا ە\u0654 ہ\u064E\u0654 \u06C0 \u06C2 \u06D3 ک\u0655", "ی\u0654ا ە\u0654 ہ\u064E\u0654 \u06C0 \u06C2 \u06D3 ک\u0655", 0},
	};
	stretch_check(&arabic_step_persian_letters, "all", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_persian_letters, "safe", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(persian_letters, stay_in_their_languages)
{
	static const enum language languages[] = {LANGUAGE_PERSIAN, LANGUAGE_URDU, LANGUAGE_KURDISH, LANGUAGE_UYGHUR};
	static const struct stretch_row rows[] = {{"این کتاب می\u200Cخواهم ہے بڑے ئەوە ھ", "این کتاب می\u200Cخواهم ہے بڑے ئەوە ھ", 0}};
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		stretch_check(&arabic_step_persian_letters, "all", languages[i], rows, COUNT_OF(rows));
		stretch_check(&arabic_step_persian_letters, "report", languages[i], rows, COUNT_OF(rows));
	}
}

Test(persian_letters, see_beyond_the_stretch)
{
	cr_expect_str_eq(stretch_run(&arabic_step_persian_letters, "safe", 'x', ' ', "ی", 0x0648), "ي");
	cr_expect_str_eq(stretch_run(&arabic_step_persian_letters, "safe", 'x', ' ', "ی", 0x0640), "ي");
	cr_expect_str_eq(stretch_run(&arabic_step_persian_letters, "safe", 'x', ' ', "ی", 'a'), "ی");
}

Test(foreign_forms, become_letters_of_their_languages)
{
	static const struct stretch_row uyghur[] = {
	    {"\uFBD3\uFBD7\uFBD9\uFBDB\uFBDE\uFBE4\uFBE8", "ڭۇۆۈۋې\u0649", 0},
	    {"\uFBDD \uFBEA\uFBEC \uFBFB", "ۇ\u0674 ئائە ئ\u0649", 0},
	    /* Kirghiz and Kazakh letters, and the Persian yeh. */
	    {"\uFBE0 \uFBE2 \uFBFC", "\uFBE0 \uFBE2 \uFBFC", 3},
	};
	static const struct stretch_row kurdish[] = {
	    {"\uFBD9 \uFBEC \uFBEA \uFBFC", "ۆ ئە ئا ی", 0},
	    {"\uFBD3 \uFBF0", "\uFBD3 \uFBF0", 2},
	};
	static const struct stretch_row persian[] = {{"\uFBFC\uFBFF \uFBEA \uFBE8 \uFBD3", "یی \uFBEA \uFBE8 \uFBD3", 3}};
	static const struct stretch_row arabic[] = {
	    {"\uFBFE\uFBFF\uFBFD", "ییی", 0},
	    {"\uFBD3 \uFBE8 \uFBEA \uFBF9", "\uFBD3 \uFBE8 \uFBEA \uFBF9", 4},
	};
	stretch_check(&arabic_step_foreign_forms, "letters", LANGUAGE_UYGHUR, uyghur, COUNT_OF(uyghur));
	stretch_check(&arabic_step_foreign_forms, "letters", LANGUAGE_KURDISH, kurdish, COUNT_OF(kurdish));
	stretch_check(&arabic_step_foreign_forms, "letters", LANGUAGE_PERSIAN, persian, COUNT_OF(persian));
	stretch_check(&arabic_step_foreign_forms, "letters", LANGUAGE_URDU, persian, COUNT_OF(persian));
	stretch_check(&arabic_step_foreign_forms, "letters", LANGUAGE_ARABIC, arabic, COUNT_OF(arabic));
}

Test(foreign_forms, are_reported)
{
	static const struct stretch_row rows[] = {{"\uFBD3 \uFBFC \uFBFF", "\uFBD3 \uFBFC \uFBFF", 3},
						  {"\uFBB2 \uFC00 \uFEFB ڭ", "\uFBB2 \uFC00 \uFEFB ڭ", 0}};
	stretch_check(&arabic_step_foreign_forms, "report", LANGUAGE_UYGHUR, rows, COUNT_OF(rows));
}

/* All letters of a form come from the bytes of the form. */
Test(foreign_forms, spans)
{
	struct items items = {0};
	items_push(&items, 0xFBEC, 4, 7);
	struct rule_span span = {.items = &items, .before = ' ', .before2 = ' ', .after = ' ', .value = 2};
	stretch_tell(LANGUAGE_UYGHUR, "");
	arabic_step_foreign_forms.run(&span);
	cr_assert_eq(items.len, 2);
	for (size_t i = 0; i < 2; i++) {
		cr_expect_eq(items.at[i].start, 4);
		cr_expect_eq(items.at[i].end, 7);
	}
	items_release(&items);
}
