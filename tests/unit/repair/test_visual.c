/* SPDX-License-Identifier: MIT */
/* Displayed lines are written here as they stand in the file, from left to right. An editor that knows Arabic turns them. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "repair/steps.h"
#include "repair/visual_evidence.h"
#include "text/character.h"
#include "unicode/utf8.h"

enum { OFF, SAFE, AGGRESSIVE, REPORT, RULE = 7 };

static const struct step *const step = &repair_step_visual_order;

struct row {
	const char *text, *expected;
};

static struct items read_items(const char *text, size_t len)
{
	struct items items = {.log = true};
	const uint8_t *start = (const uint8_t *)text, *at = start, *end = start + len;
	while (at < end) {
		uint32_t cp;
		unsigned n = utf8_decode(at, end, &cp);
		items_push(&items, cp, (uint32_t)(at - start), (uint32_t)(at - start) + n);
		at += n;
	}
	return items;
}

/* What the step makes of a paragraph: the caller frees it. `*ret_findings` are the places it reports. */
static char *repair(const char *text, unsigned value, size_t *ret_findings)
{
	struct items items = read_items(text, strlen(text));
	struct buffer out = {0};
	step->repair(&items, value, RULE);
	for (size_t i = 0; i < items.len; i++) {
		uint8_t bytes[4];
		buffer_append(&out, bytes, utf8_encode(items.at[i].cp, bytes));
	}
	buffer_append(&out, "", 1);
	*ret_findings = items.finding_len;
	items_release(&items);
	return (char *)out.at;
}

/* Whether a paragraph is suspected at its LINE FEED, or at the end of the text. */
static bool suspects(const char *text)
{
	const uint8_t *start = (const uint8_t *)text, *end = start + strlen(text);
	return step->suspects(SAFE, start, start + strcspn(text, "\n"), end) == SUSPICION_SOME;
}

static void expect_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t findings;
		char *got = repair(rows[i].text, SAFE, &findings), *again = repair(got, SAFE, &findings);
		bool changes = strcmp(rows[i].text, rows[i].expected) != 0;
		cr_expect_str_eq(got, rows[i].expected, "row %zu: %s", i, got);
		cr_expect_str_eq(again, got, "row %zu again: %s", i, again);
		cr_expect_eq(findings, 0, "row %zu is no longer doubtful", i);
		cr_expect_eq(suspects(rows[i].text), changes, "row %zu: suspected or not", i);
		free(got);
		free(again);
	}
}

Test(visual, arabic_lines_are_read)
{
	static const struct row rows[] = {
	    {"ةرمتسم تاضوافملا نإ ةيجراخلا ريزو لاق", "قال وزير الخارجية إن المفاوضات مستمرة"},
	    {".ديدجلا اهجمانرب مويلا ةموكحلا تنلعأ", "أعلنت الحكومة اليوم برنامجها الجديد."},
	    {"؟ةرملا هذه تاضوافملا حجنت له", "هل تنجح المفاوضات هذه المرة؟"},
	    {"امنيسلا ناجرهمل ةثلاثلا ةرودلا تأدب", "بدأت الدورة الثالثة لمهرجان السينما"},
	    {"سنوت يف ةثيدحلا ةلودلا", "الدولة الحديثة في تونس"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, numbers_keep_their_order)
{
	static const struct row rows[] = {
	    {"ةئاملا يف 26,5 ةبسنلا تغلب 2017 ةنس يف", "في سنة 2017 بلغت النسبة 26,5 في المائة"},
	    {"ةرازولا بسح 18/02/2017 موي %20 ةبسنلا تغلب", "بلغت النسبة 20% يوم 18/02/2017 حسب الوزارة"},
	    {"ةميدقلا ةنيدملا يف تاجرد 5+ ةبسنلا", "النسبة +5 درجات في المدينة القديمة"},
	    {"ةنيدملا يف ةمسن ١٢٬٥٠٠ ناكسلا ددع غلب", "بلغ عدد السكان ١٢٬٥٠٠ نسمة في المدينة"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, latin_words_keep_their_order)
{
	static const struct row rows[] = {
	    {"دايدزا يف نيمدختسملا نإ Facebook ةكرش تلاق", "قالت شركة Facebook إن المستخدمين في ازدياد"},
	    {"يلودلا راطملا برق Boeing 737 ةرئاط تمطحت", "تحطمت طائرة Boeing 737 قرب المطار الدولي"},
	    {"تاباختنالا نع اريرقت )BBC( ةانقلا ترشن", "نشرت القناة (BBC) تقريرا عن الانتخابات"},
	    {"ليغشتلا ماظن نم ةديدج ةخسن قلطت Microsoft", "Microsoft تطلق نسخة جديدة من نظام التشغيل"},
	    {"حاتم www.example.org ةرازولل يمسرلا عقوملا", "الموقع الرسمي للوزارة www.example.org متاح"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, brackets_open_on_the_right_whether_they_were_mirrored_or_not)
{
	static const struct row rows[] = {
	    {"تاباختنالا نع اريرقت (ةيناطيربلا) ةانقلا ترشن", "نشرت القناة (البريطانية) تقريرا عن الانتخابات"},
	    {"تاباختنالا نع اريرقت )ةيناطيربلا( ةانقلا ترشن", "نشرت القناة (البريطانية) تقريرا عن الانتخابات"},
	    {"سمأ «مامألا ىلإ ةوطخ» هنأب رارقلا سيئرلا فصو", "وصف الرئيس القرار بأنه «خطوة إلى الأمام» أمس"},
	    {"سمأ »مامألا ىلإ ةوطخ« هنأب رارقلا سيئرلا فصو", "وصف الرئيس القرار بأنه «خطوة إلى الأمام» أمس"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, arabic_words_in_french_lines_are_turned_where_they_stand)
{
	static const struct row rows[] = {
	    {"Le mot ةيئادتبالا ةسردملا désigne une école", "Le mot المدرسة الابتدائية désigne une école"},
	    {"Il a lu « دغلاو مويلا ةفاحصلا » dans le train", "Il a lu « الصحافة اليوم والغد » dans le train"},
	    {"Il a lu (دغلاو مويلا ةفاحصلا) dans le train", "Il a lu (الصحافة اليوم والغد) dans le train"},
	    {"Son livre, ةميدقلا ةنيدملا باتك, est paru en 2016.", "Son livre, كتاب المدينة القديمة, est paru en 2016."},
	};
	expect_rows(rows, COUNT_OF(rows));
}

/* What follows an Arabic letter in such a line is displayed to the left of it. */
Test(visual, numbers_behind_arabic_words_in_french_lines)
{
	static const struct row rows[] = {
	    {"La ville de 64 ,ةمصاعلا سنوت ans", "La ville de تونس العاصمة, 64 ans"},
	    {"« 2016 » ةميدقلا ةنيدملا est un film", "« المدينة القديمة » 2016 est un film"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

/* The ligature of lam and alef is one character, and stays one; so the letters that it stands for stay in order. */
Test(visual, presentation_forms_are_read_and_stay_forms)
{
	static const struct row rows[] = {
	    {"ﺔﻳﺭﺍﺩﺇ ﺏﺎﺒﺳﻷ ﺭﺍﺮﻘﻟﺍ ءﺎﻐﻟﺇ ﻰﻟﻭﻷﺍ ﺔﻣﻮﻜﺤﻟﺍ ﺖﻨﻠﻋﺃ", "ﺃﻋﻠﻨﺖ ﺍﻟﺤﻜﻮﻣﺔ ﺍﻷﻭﻟﻰ ﺇﻟﻐﺎء ﺍﻟﻘﺮﺍﺭ ﻷﺳﺒﺎﺏ ﺇﺩﺍﺭﻳﺔ"},
	    {"ﻢﻜﻴﻠﻋ ﻡﻼﺳ", "ﺳﻼﻡ ﻋﻠﻴﻜﻢ"},
	    {"Le mot ﺔﻳﻮﻟﻭﻷﺍ a huit lettres", "Le mot ﺍﻷﻭﻟﻮﻳﺔ a huit lettres"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, forms_in_the_order_of_reading_stay)
{
	static const struct row rows[] = {
	    {"ﺃﻋﻠﻨﺖ ﺍﻟﺤﻜﻮﻣﺔ ﺍﻷﻭﻟﻰ ﺇﻟﻐﺎء ﺍﻟﻘﺮﺍﺭ ﻷﺳﺒﺎﺏ ﺇﺩﺍﺭﻳﺔ", "ﺃﻋﻠﻨﺖ ﺍﻟﺤﻜﻮﻣﺔ ﺍﻷﻭﻟﻰ ﺇﻟﻐﺎء ﺍﻟﻘﺮﺍﺭ ﻷﺳﺒﺎﺏ ﺇﺩﺍﺭﻳﺔ"},
	    {"ﺳﻼﻡ ﻋﻠﻴﻜﻢ", "ﺳﻼﻡ ﻋﻠﻴﻜﻢ"},
	    {"Le mot ﺍﻷﻭﻟﻮﻳﺔ a huit lettres", "Le mot ﺍﻷﻭﻟﻮﻳﺔ a huit lettres"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, marks_come_to_stand_behind_their_letters_on_whichever_side_they_stood)
{
	static const struct row rows[] = {
	    {"ّرمتسم لمعلا ّنأ ريزولا دّكأو ،جئاتنلا نع نالعإلا سمأ ّمت", "تمّ أمس الإعلان عن النتائج، وأكّد الوزير أنّ العمل مستمرّ"},
	    {"رّمتسم لمعلا نّأ ريزولا دكّأو ،جئاتنلا نع نالعإلا سمأ مّت", "تمّ أمس الإعلان عن النتائج، وأكّد الوزير أنّ العمل مستمرّ"},
	    {"ءارقلا مهت يتلا رابخألا ّلك فحصلا ترشن", "نشرت الصحف كلّ الأخبار التي تهم القراء"},
	    {"ءارقلا مهت يتلا رابخألا لّك فحصلا ترشن", "نشرت الصحف كلّ الأخبار التي تهم القراء"},
	    {"سمأ ذنم ناكسلا لكل دحاو ٌرايخ ةنيدملا يف", "في المدينة خيارٌ واحد لكل السكان منذ أمس"},
	    {"سمأ ذنم ناكسلا لكل دحاو رٌايخ ةنيدملا يف", "في المدينة خيارٌ واحد لكل السكان منذ أمس"},
	    {"دالبلا يف ةلكشملا هذهل ّلح نم ّدب ال", "لا بدّ من حلّ لهذه المشكلة في البلاد"},
	    {"دالبلا يف ةلكشملا هذهل لّح نم دّب ال", "لا بدّ من حلّ لهذه المشكلة في البلاد"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, true_lines_stay)
{
	static const struct row rows[] = {
	    {"قال وزير الخارجية إن المفاوضات مستمرة", "قال وزير الخارجية إن المفاوضات مستمرة"},
	    {"أعلنت الحكومة اليوم برنامجها الجديد.", "أعلنت الحكومة اليوم برنامجها الجديد."},
	    {"هل تنجح المفاوضات هذه المرة؟", "هل تنجح المفاوضات هذه المرة؟"},
	    {"في سنة 2017 بلغت النسبة 26,5 في المائة", "في سنة 2017 بلغت النسبة 26,5 في المائة"},
	    {"بلغت النسبة 20% يوم 18/02/2017 حسب الوزارة", "بلغت النسبة 20% يوم 18/02/2017 حسب الوزارة"},
	    {"قالت شركة Facebook إن المستخدمين في ازدياد", "قالت شركة Facebook إن المستخدمين في ازدياد"},
	    {"نشرت القناة (BBC) تقريرا عن الانتخابات", "نشرت القناة (BBC) تقريرا عن الانتخابات"},
	    {"نشرت القناة (البريطانية) تقريرا عن الانتخابات", "نشرت القناة (البريطانية) تقريرا عن الانتخابات"},
	    {"وصف الرئيس القرار بأنه «خطوة إلى الأمام» أمس", "وصف الرئيس القرار بأنه «خطوة إلى الأمام» أمس"},
	    {"Le mot المدرسة الابتدائية désigne une école", "Le mot المدرسة الابتدائية désigne une école"},
	    {"Il a lu « الصحافة اليوم والغد » dans le train", "Il a lu « الصحافة اليوم والغد » dans le train"},
	    {"Son livre, كتاب المدينة القديمة, est paru en 2016.", "Son livre, كتاب المدينة القديمة, est paru en 2016."},
	    {"تمّ أمس الإعلان عن النتائج، وأكّد الوزير أنّ العمل مستمرّ", "تمّ أمس الإعلان عن النتائج، وأكّد الوزير أنّ العمل مستمرّ"},
	    {"Microsoft تطلق نسخة جديدة من نظام التشغيل", "Microsoft تطلق نسخة جديدة من نظام التشغيل"},
	    {"بدأت الدورة الثالثة لمهرجان السينما", "بدأت الدورة الثالثة لمهرجان السينما"},
	    {"المدرسة", "المدرسة"},
	    {"العربية الفصحى", "العربية الفصحى"},
	    {"الدولة الحديثة في تونس", "الدولة الحديثة في تونس"},
	    {"الموقع الرسمي للوزارة www.example.org متاح", "الموقع الرسمي للوزارة www.example.org متاح"},
	    {"", ""},
	    {"\n", "\n"},
	    {"La conférence de presse aura lieu à 18 h.", "La conférence de presse aura lieu à 18 h."},
	};
	expect_rows(rows, COUNT_OF(rows));
}

/* Names of other languages, words without context, and other languages of Arabic script. */
Test(visual, what_the_letters_say_little_about_stays)
{
	static const struct row rows[] = {
	    {"جورج", "جورج"},
	    {"سامسونغ غالاكسي", "سامسونغ غالاكسي"},
	    {"نيك، توم، ليلى، سوسن", "نيك، توم، ليلى، سوسن"},
	    {"باب", "باب"},
	    {"سوس", "سوس"},
	    {"وزیر امور خارجه دیروز وارد تهران شد", "وزیر امور خارجه دیروز وارد تهران شد"},
	    {"بانك مركزي اعلام كرد كه نرخ سود تا پايان سال تغيير نخواهد كرد", "بانك مركزي اعلام كرد كه نرخ سود تا پايان سال تغيير نخواهد كرد"},
	    {"حکومت نے کہا ہے کہ بجلی سستی ہو گی", "حکومت نے کہا ہے کہ بجلی سستی ہو گی"},
	    {"ئەمڕۆ کۆبوونەوە لە هەولێر دەکرێت", "ئەمڕۆ کۆبوونەوە لە هەولێر دەکرێت"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, each_line_of_a_paragraph_is_turned_by_itself)
{
	static const struct row rows[] = {
	    {"ةرمتسم تاضوافملا نإ ةيجراخلا ريزو لاق\u2028.ديدجلا اهجمانرب مويلا ةموكحلا تنلعأ\r\n",
	     "قال وزير الخارجية إن المفاوضات مستمرة\u2028أعلنت الحكومة اليوم برنامجها الجديد.\r\n"},
	    {"امنيسلا ناجرهمل ةثلاثلا ةرودلا تأدب\v؟ةرملا هذه تاضوافملا حجنت له", "بدأت الدورة الثالثة لمهرجان السينما\vهل تنجح المفاوضات هذه المرة؟"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

/* The spaces at the left end of an Arabic line are behind it. */
Test(visual, spaces_are_turned_with_the_line)
{
	static const struct row rows[] = {{"  امنيسلا ناجرهمل ةثلاثلا ةرودلا تأدب\n", "بدأت الدورة الثالثة لمهرجان السينما  \n"}};
	expect_rows(rows, COUNT_OF(rows));
}

/* Letters are not enough here: what was turned round are known words. */
Test(visual, words_tell_where_letters_leave_doubts)
{
	static const struct row rows[] = {
	    {"لجاع ربخ", "خبر عاجل"},
	    {"نخاس زبخ", "خبز ساخن"},
	};
	expect_rows(rows, COUNT_OF(rows));
}

Test(visual, what_is_doubtful_is_reported_and_stays)
{
	static const char text[] = "رضخأ حافت\n";
	size_t findings;
	char *safe = repair(text, SAFE, &findings);
	cr_expect_str_eq(safe, text);
	cr_expect_eq(findings, 1);
	char *aggressive = repair(text, AGGRESSIVE, &findings);
	cr_expect_str_eq(aggressive, "تفاح أخضر\n");
	cr_expect_eq(findings, 0);
	free(safe);
	free(aggressive);
}

/* Letters alone would be enough here, but one of these is a word as it stands; or they say a little, as in many a short line. */
Test(visual, known_words_stay_and_a_little_is_not_reported)
{
	static const char *const texts[] = {"نيويورك تايمز\n", "ما يُقرأ:\n", "نيبال\n", "موناكو\n"};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		for (unsigned value = SAFE; value <= REPORT; value++) {
			size_t findings;
			char *text = repair(texts[i], value, &findings);
			cr_expect_str_eq(text, texts[i]);
			cr_expect_eq(findings, 0, "%s", texts[i]);
			free(text);
		}
	}
}

Test(visual, report_leaves_all_lines_and_off_says_nothing)
{
	static const char text[] = " ةرمتسم تاضوافملا نإ ةيجراخلا ريزو لاق\n";
	struct items items = read_items(text, sizeof text - 1);
	step->repair(&items, OFF, RULE);
	cr_expect_eq(items.finding_len, 0);
	step->repair(&items, REPORT, RULE);
	cr_expect_not(items.changed);
	cr_assert_eq(items.finding_len, 1);
	cr_expect_eq(items.findings[0].start, 1, "without the spaces round it");
	cr_expect_eq(items.findings[0].end, sizeof text - 2);
	cr_expect_eq(items.findings[0].rule, RULE);
	items_release(&items);
}

/* What stands before and behind keeps its own. */
Test(visual, the_stretch_that_is_turned_has_one_span)
{
	static const char text[] = "Le mot ةيئادتبالا ةسردملا désigne une école";
	const uint32_t start = (uint32_t)strlen("Le mot "), end = (uint32_t)(sizeof text - 1 - strlen(" désigne une école"));
	struct items items = read_items(text, sizeof text - 1);
	step->repair(&items, SAFE, RULE);
	for (size_t i = 0; i < items.len; i++) {
		const struct text_item *item = &items.at[i];
		bool turned = item->start >= start && item->start < end;
		cr_expect(turned || item->cp < 0x0600, "item %zu", i);
		cr_expect(!turned || (item->start == start && item->end == end), "item %zu: %u-%u", i, item->start, item->end);
		cr_expect(turned || item->end - item->start == utf8_length(item->cp), "item %zu", i);
	}
	cr_assert_eq(items.change_len, 1);
	cr_expect_eq(items.changes[0].start, start);
	cr_expect_eq(items.changes[0].end, end);
	items_release(&items);
}

Test(visual, only_the_paragraph_in_front_of_the_trigger_is_suspected)
{
	static const char text[] = "ةرمتسم تاضوافملا نإ ةيجراخلا ريزو لاق\nقال وزير الخارجية إن المفاوضات مستمرة\u2029\nامنيسلا ناجرهمل ةثلاثلا ةرودلا تأدب\n";
	const uint8_t *start = (const uint8_t *)text, *end = start + sizeof text - 1, *at = start;
	static const bool expected[] = {true, false, false, true};
	size_t count = 0;
	for (uint32_t cp; at < end; at += utf8_decode(at, end, &cp))
		if (*at == '\n' || (end - at > 2 && !memcmp(at, "\u2029", 3))) {
			cr_assert_lt(count, COUNT_OF(expected));
			cr_expect_eq(step->suspects(SAFE, start, at, end) == SUSPICION_SOME, expected[count], "trigger %zu", count);
			count++;
		}
	cr_expect_eq(count, COUNT_OF(expected));
}

Test(visual, is_asked_where_paragraphs_end)
{
	cr_expect(step->whole_lines);
	cr_expect(step_range_has(step->triggers, step->trigger_count, 0x2029));
	cr_expect_not(step_range_has(step->triggers, step->trigger_count, 0x0629));
}

/* A megabyte of each: a step whose work grows faster than its input does not end in time. */
Test(visual, long_paragraphs, .timeout = 60)
{
	static const char *const units[] = {"دايدزا يف نيمدختسملا نإ Facebook ةكرش تلاق ", "قالت شركة Facebook إن المستخدمين في ازدياد ", "كتاب ) 12 « ", "\u0651", "1.", "a ", "ـ",
					    "كa(", "\uFEFB"};
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		struct buffer text = {0};
		while (text.len < 1000000)
			buffer_append_text(&text, units[i]);
		buffer_append_text(&text, "ةرمتسم تاضوافملا نإ ةيجراخلا ريزو لاق");
		struct items items = read_items((const char *)text.at, text.len);
		size_t len = items.len;
		step->repair(&items, AGGRESSIVE, RULE);
		step->suspects(AGGRESSIVE, text.at, text.at + text.len, text.at + text.len);
		cr_expect_eq(items.len, len, "nothing is lost");
		items_release(&items);
		buffer_release(&text);
	}
}

Test(visual, after_a_failure_nothing_changes)
{
	static const char text[] = "ةرمتسم تاضوافملا نإ ةيجراخلا ريزو لاق";
	struct items items = read_items(text, sizeof text - 1);
	items.failed = true;
	step->repair(&items, SAFE, RULE);
	cr_expect_not(items.changed);
	items_release(&items);
}

/* The sum for the line that ends at `at`, or for what of it settles that: character by character. */
static long sum_of_line(const uint8_t *start, const uint8_t *at)
{
	struct visual_evidence evidence = visual_evidence_begin();
	while (at > start && at[-1] != '\n' && !visual_evidence_settled(&evidence)) {
		uint32_t cp;
		const uint8_t *end = at;
		at = utf8_previous(start, at);
		utf8_decode(at, end, &cp);
		visual_evidence_see(&evidence, cp);
	}
	if (!visual_evidence_settled(&evidence))
		visual_evidence_see(&evidence, '\n');
	return visual_evidence_sum(&evidence);
}

/* Told soon is what would be told later; of a line of letters and ASCII always, behind another one or at the start. */
Test(visual, evidence_soon)
{
	static const char *const pieces[] = {"\u0627\u0644", "\u0627\u0644", "\u0645", "\u0631", "\u0629 ", "\u064A", "\u0646", "\u0628", " ", ".",
					     "\u0644\u0627", "\u064E", "\u0640", "\u00A0", "\u0663", "\u060C", "\u00AB", "e\u00E9", "\u0153", "\u067E", "\uFEDF", "e\u0301"};
	enum { PLAIN = 19, ALL = sizeof pieces / sizeof pieces[0] };
	size_t settled = 0, suspect = 0, texts = 20000;
	srand(5);
	for (size_t i = 0; i < texts; i++) {
		char text[128] = "\u0646a\n";
		size_t kinds = i % 2 ? PLAIN : ALL, count = (size_t)rand() % 24;
		for (size_t k = 0; k < count; k++)
			strcat(text, pieces[(size_t)rand() % kinds]);
		const uint8_t *start = (const uint8_t *)text + (i % 3 ? 0 : 4), *end = (const uint8_t *)text + strlen(text);
		long soon = visual_evidence_soon(start, end), later = sum_of_line(start, end);
		settled += soon <= -VISUAL_SETTLED;
		suspect += soon > VISUAL_SETTLED && soon < VISUAL_UNKNOWN;
		cr_assert(soon == later || (soon == VISUAL_UNKNOWN && kinds == ALL), "\"%s\": %ld, %ld", text, soon, later);
	}
	cr_expect(settled > texts / 20 && settled < texts, "%zu", settled);
	cr_expect_gt(suspect, texts / 200);
}

/* What is passed over stands in no block of Arabic. */
Test(visual, letters_are_in_their_blocks)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++)
		if (letter_order_class(cp) != LETTER_ORDER_EDGE || character_is_arabic_letter(cp))
			cr_assert(visual_may_be_letter(cp), "U+%04X", cp);
}
