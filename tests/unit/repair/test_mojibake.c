/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "property/random.h"
#include "repair/steps.h"
#include "unicode/utf8.h"

enum { SAFE = 1, AGGRESSIVE, REPORT, RULE = 7 };

struct row {
	const char *text, *expected;
};

static void read_items(struct items *items, const char *text, size_t len)
{
	const uint8_t *start = (const uint8_t *)text, *at = start, *end = start + len;
	*items = (struct items){.log = true};
	items_clear(items);
	while (at < end) {
		uint32_t cp, from = (uint32_t)(at - start);
		at += utf8_decode(at, end, &cp);
		items_push(items, cp, from, (uint32_t)(at - start));
	}
}

static void write_items(const struct items *items, struct buffer *out)
{
	out->len = 0;
	for (size_t i = 0; i < items->len; i++) {
		uint8_t bytes[4];
		buffer_append(out, bytes, utf8_encode(items->at[i].cp, bytes));
	}
	buffer_append(out, "", 1);
}

static bool is_suspected(const char *text, size_t len)
{
	const uint8_t *start = (const uint8_t *)text, *end = start + len;
	const struct step *step = &repair_step_mojibake;
	uint32_t cp;
	for (const uint8_t *at = start; at < end; at += utf8_length(cp)) {
		utf8_decode(at, end, &cp);
		if (step_range_has(step->triggers, step->trigger_count, cp) && step->suspects(SAFE, start, at, end))
			return true;
	}
	return false;
}

/* Items of a text without gaps: each begins where the one before ended. */
static bool spans_are_whole(const struct items *items, size_t len)
{
	uint32_t end = 0;
	for (size_t i = 0; i < items->len; end = items->at[i++].end)
		if (items->at[i].start != end || items->at[i].end <= items->at[i].start)
			return false;
	return end == len;
}

/* Expect `expected` of a text; that it is suspected if that is something else; and that the result stays. */
static void check_row(unsigned value, const struct row *row)
{
	struct items items;
	struct buffer out = {0};
	const char *texts[] = {row->text, row->expected};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		size_t len = strlen(texts[i]);
		read_items(&items, texts[i], len);
		repair_step_mojibake.repair(&items, value, RULE);
		write_items(&items, &out);
		cr_expect_str_eq((char *)out.at, row->expected, "\"%s\" became \"%s\"", texts[i], (char *)out.at);
		cr_expect(spans_are_whole(&items, len), "spans of \"%s\"", texts[i]);
		items_release(&items);
	}
	if (value == SAFE && strcmp(row->text, row->expected) != 0)
		cr_expect(is_suspected(row->text, strlen(row->text)), "\"%s\" is not suspected", row->text);
	buffer_release(&out);
}

static void check_rows(unsigned value, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_row(value, &rows[i]);
}

Test(mojibake, utf8_is_read_again)
{
	static const struct row rows[] = {
	    {"Lâ€™Ã©tÃ©, Ã\u00A0 lâ€™Ã©cole, on a dÃ©jÃ\u00A0 mangÃ© une crÃ¨me brÃ»lÃ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"Â« Câ€™est lÃ\u00A0 Â», dit-elle â€“ cÅ“ur lÃ©gerâ€¦",
	     "« C’est là », dit-elle – cœur léger…"},
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ Ù" "\xC2\x81" "ÙŠ Ø§Ù„Ø®Ø±ÙŠÙ" "\xC2\x81" "ØŒ ÙˆÙ" "\xC2\x81" "Ù‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"Ù‡Ù„ ÙˆØµÙ„Øª Ø§Ù„Ø±Ø³Ø§Ù„Ø©ØŸ Ù†Ø¹Ù…Ø› Ø£Ù…Ø³.",
	     "هل وصلت الرسالة؟ نعم؛ أمس."},
	    {"Lâ" "\xC2\x80" "\xC2\x99" "Ã©tÃ©, Ã\u00A0 lâ" "\xC2\x80" "\xC2\x99" "Ã©cole, on a dÃ©jÃ\u00A0 mangÃ© une crÃ¨me brÃ»lÃ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"Ù" "\xC2\x82" "Ø§Ù" "\xC2\x84" " Ø§Ù" "\xC2\x84" "Ù" "\xC2\x85" "Ø¯Ù" "\xC2\x8A" "Ø± Ø¥Ù" "\xC2\x86" " Ø§Ù" "\xC2\x84" "Ù" "\xC2\x85" "Ø´Ø±Ù" "\xC2\x88" "Ø¹ Ø³Ù" "\xC2\x8A" "Ø¨Ø¯Ø£ Ù" "\xC2\x81" "Ù" "\xC2\x8A" " Ø§Ù" "\xC2\x84" "Ø®Ø±Ù" "\xC2\x8A" "Ù" "\xC2\x81" "Ø" "\xC2\x8C" " Ù" "\xC2\x88" "Ù" "\xC2\x81" "Ù" "\xC2\x82" " Ù" "\xC2\x85" "Ø§ Ø£Ù" "\xC2\x83" "Ø¯Ù" "\xC2\x87" " Ù" "\xC2\x85" "ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"Lâ€™أ©tأ©, أ\u00A0 lâ€™أ©cole, on a dأ©jأ\u00A0 mangأ© une crأ¨me brأ»lأ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"ظ‚ط§ظ„ ط§ظ„ظ…ط¯ظٹط± ط¥ظ† ط§ظ„ظ…ط´ط±ظˆط¹ ط³ظٹط¨ط¯ط£ ظپظٹ ط§ظ„ط®ط±ظٹظپطŒ ظˆظپظ‚ ظ…ط§ ط£ظƒط¯ظ‡ ظ…طµط¯ط±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"ظ‡ظ„ ظˆطµظ„طھ ط§ظ„ط±ط³ط§ظ„ط©طں ظ†ط¹ظ…ط› ط£ظ…ط³.",
	     "هل وصلت الرسالة؟ نعم؛ أمس."},
	    {"L‚Äô√©t√©, √† l‚Äô√©cole, on a d√©j√† mang√© une cr√®me br√ªl√©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"ŸÇÿßŸÑ ÿßŸÑŸÖÿØŸäÿ± ÿ•ŸÜ ÿßŸÑŸÖÿ¥ÿ±Ÿàÿπ ÿ≥Ÿäÿ®ÿØÿ£ ŸÅŸä ÿßŸÑÿÆÿ±ŸäŸÅÿå ŸàŸÅŸÇ ŸÖÿß ÿ£ŸÉÿØŸá ŸÖÿµÿØÿ±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"LÔÇÖ├®t├®, ├á lÔÇÖ├®cole, on a d├®j├á mang├® une cr├¿me br├╗l├®e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"┘éÏº┘ä Ïº┘ä┘àÏ»┘èÏ▒ ÏÑ┘å Ïº┘ä┘àÏ┤Ï▒┘êÏ╣ Ï│┘èÏ¿Ï»Ïú ┘ü┘è Ïº┘äÏ«Ï▒┘è┘üÏî ┘ê┘ü┘é ┘àÏº Ïú┘âÏ»┘ç ┘àÏÁÏ»Ï▒.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"pÃšre, mÃšre et frÃšre",
	     "père, mère et frère"},
	    {"VoilÃ\u00A0 ðŸŽ‰ !",
	     "Voilà 🎉 !"},
	    {"ï»¿Bonjour",
	     "\uFEFFBonjour"},
	    {"Ã‰TÃ‰ Ã€ NÃŽMES",
	     "ÉTÉ À NÎMES"},
	    {"cafÃ©",
	     "café"},
	    {"12Â\u00A0% de 5Â\u00A0000Â\u00A0â‚¬",
	     "12\u00A0% de 5\u00A0000\u00A0€"},
	};
	check_rows(SAFE, rows, COUNT_OF(rows));
}

Test(mojibake, layers_are_taken_off)
{
	static const struct row rows[] = {
	    {"LÃ¢â‚¬â„¢ÃƒÂ©tÃƒÂ©, ÃƒÂ\u00A0 lÃ¢â‚¬â„¢ÃƒÂ©cole, on a dÃƒÂ©jÃƒÂ\u00A0 mangÃƒÂ© une crÃƒÂ¨me brÃƒÂ»lÃƒÂ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"LÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢ÃƒÆ’Ã‚Â©tÃƒÆ’Ã‚Â©, ÃƒÆ’Ã‚Â\u00A0 lÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢ÃƒÆ’Ã‚Â©cole, on a dÃƒÆ’Ã‚Â©jÃƒÆ’Ã‚Â\u00A0 mangÃƒÆ’Ã‚Â© une crÃƒÆ’Ã‚Â¨me brÃƒÆ’Ã‚Â»lÃƒÆ’Ã‚Â©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"Ã™â€šÃ˜Â§Ã™â€ž Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â¯Ã™Å\u00A0Ã˜Â± Ã˜Â¥Ã™â€\u00A0 Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â´Ã˜Â±Ã™Ë†Ã˜Â¹ Ã˜Â³Ã™Å\u00A0Ã˜Â¨Ã˜Â¯Ã˜Â£ Ã™Â" "\xC2\x81" "Ã™Å\u00A0 Ã˜Â§Ã™â€žÃ˜Â®Ã˜Â±Ã™Å\u00A0Ã™Â" "\xC2\x81" "Ã˜Å’ Ã™Ë†Ã™Â" "\xC2\x81" "Ã™â€š Ã™â€¦Ã˜Â§ Ã˜Â£Ã™Æ’Ã˜Â¯Ã™â€¡ Ã™â€¦Ã˜ÂµÃ˜Â¯Ã˜Â±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"LÃ¢Â" "\xC2\x80" "Â" "\xC2\x99" "Ã" "\xC2\x83" "Â©tÃ" "\xC2\x83" "Â©, Ã" "\xC2\x83" "Â\u00A0 lÃ¢Â" "\xC2\x80" "Â" "\xC2\x99" "Ã" "\xC2\x83" "Â©cole, on a dÃ" "\xC2\x83" "Â©jÃ" "\xC2\x83" "Â\u00A0 mangÃ" "\xC2\x83" "Â© une crÃ" "\xC2\x83" "Â¨me brÃ" "\xC2\x83" "Â»lÃ" "\xC2\x83" "Â©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"Lأ¢â‚¬â„¢ط£آ©tط£آ©, ط£آ\u00A0 lأ¢â‚¬â„¢ط£آ©cole, on a dط£آ©jط£آ\u00A0 mangط£آ© une crط£آ¨me brط£آ»lط£آ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"≈∏√á√ø√ü≈∏√ë √ø√ü≈∏√ë≈∏√ñ√ø√ò≈∏√§√ø¬± √ø‚Ä¢≈∏√ú √ø√ü≈∏√ë≈∏√ñ√ø¬•√ø¬±≈∏√†√øœÄ √ø‚â•≈∏√§√ø¬Æ√ø√ò√ø¬£ ≈∏√Ö≈∏√§ √ø√ü≈∏√ë√ø√Ü√ø¬±≈∏√§≈∏√Ö√ø√• ≈∏√†≈∏√Ö≈∏√á ≈∏√ñ√ø√ü √ø¬£≈∏√â√ø√ò≈∏√° ≈∏√ñ√ø¬µ√ø√ò√ø¬±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"LÃ¢Â€Â™ÃƒÂ©tÃƒÂ©, ÃƒÂ\u00A0 lÃ¢Â€Â™ÃƒÂ©cole, on a dÃƒÂ©jÃƒÂ\u00A0 mangÃƒÂ© une crÃƒÂ¨me brÃƒÂ»lÃƒÂ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée."},
	    {"ÃžÃ‡Ã¡ Ã‡Ã¡Ã£Ã" "\xC2\x8F" "Ã\u00ADÃ‘ Ã…Ã¤ Ã‡Ã¡Ã£Ã”Ã‘Ã¦Ãš Ã“Ã\u00ADÃˆÃ" "\xC2\x8F" "Ãƒ Ã" "\xC2\x9D" "Ã\u00AD Ã‡Ã¡ÃŽÃ‘Ã\u00ADÃ" "\xC2\x9D" "Â¡ Ã¦Ã" "\xC2\x9D" "Ãž Ã£Ã‡ ÃƒÃŸÃ" "\xC2\x8F" "Ã¥ Ã£Ã•Ã" "\xC2\x8F" "Ã‘.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"Ã™â€šÃ˜Â§Ã™â€ž Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â¯Ã™Å\u00A0Ã˜Â± Ã˜Â¥Ã™â€\u00A0 Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â´Ã˜Â±Ã™Ë†Ã˜Â¹ Ã˜Â³Ã™Å\u00A0Ã˜Â¨Ã˜Â¯Ã˜Â£ Ã™Ã™Å\u00A0 Ã˜Â§Ã™â€žÃ˜Â®Ã˜Â±Ã™Å\u00A0Ã™Ã˜Å’ Ã™Ë†Ã™Ã™â€š Ã™â€¦Ã˜Â§ Ã˜Â£Ã™Æ’Ã˜Â¯Ã™â€¡ Ã™â€¦Ã˜ÂµÃ˜Â¯Ã˜Â±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	};
	check_rows(SAFE, rows, COUNT_OF(rows));
}

Test(mojibake, what_is_lost_is_guessed)
{
	static const struct row rows[] = {
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ ÙÙŠ Ø§Ù„Ø®Ø±ÙŠÙØŒ ÙˆÙÙ‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ Ù?ÙŠ Ø§Ù„Ø®Ø±ÙŠÙ?ØŒ ÙˆÙ?Ù‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ Ù\uFFFDÙŠ Ø§Ù„Ø®Ø±ÙŠÙ\uFFFDØŒ ÙˆÙ\uFFFDÙ‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"Il va Ã  la gare, voilÃ , lÃ -bas.",
	     "Il va à la gare, voilà, là-bas."},
	    {"Il va Ã la gare, dÃ©jÃ .",
	     "Il va à la gare, déjà."},
	    {"Elle dit â€œouiâ€ Ã\u00A0 tous, mÃªme â€œnonâ€.",
	     "Elle dit “oui” à tous, même “non”."},
	    {"Ù…Ø§ Ø±Ø£ÙŠÙƒ Ù" "\xC2\x81" "ÙŠ ØµØ¨Ø§Ø Ù‡Ø°Ø§ Ø§Ù„ÙŠÙˆÙ… Ø§Ù„Ø¬Ù…ÙŠÙ„",
	     "ما رأيك في صباح هذا اليوم الجميل"},
	    {"Ils ont payÃ© 5Â 000Â â‚¬ Ã  NoÃ«l.",
	     "Ils ont payé 5\u00A0000\u00A0€ à Noël."},
	};
	check_rows(SAFE, rows, COUNT_OF(rows));
}

Test(mojibake, one_run_of_a_paragraph)
{
	static const struct row rows[] = {
	    {"Ã‰tÃ© Ã\u00A0 la plage : les plus belles adresses, d’Évian à Sète",
	     "Été à la plage : les plus belles adresses, d’Évian à Sète"},
	    {"Ø¹ÙˆØ¯Ø© Ø§Ù„Ù…Ø¯Ø§Ø±Ø³ غدا فقط، وفق الوزارة",
	     "عودة المدارس غدا فقط، وفق الوزارة"},
	    {"ط¹ظˆط¯ط© ط§ظ„ظ…ط¯ط§ط±ط³ غدا فقط، وحفظ، وفق الوزارة",
	     "عودة المدارس غدا فقط، وحفظ، وفق الوزارة"},
	    {"Le titre آ« ط¹ظˆط¯ط© ط§ظ„ظ…ط¯ط§ط±ط³ آ» est déjà à la une.",
	     "Le titre « عودة المدارس » est déjà à la une."},
	    {"Ã€ la rentrÃ©e عادت المدارس فقط، كما قال",
	     "À la rentrée عادت المدارس فقط، كما قال"},
	    {"ÚæÏÉ ÇáãÏÇÑÓ غدا فقط، وفق الوزارة",
	     "عودة المدارس غدا فقط، وفق الوزارة"},
	};
	check_rows(SAFE, rows, COUNT_OF(rows));
}

Test(mojibake, arabic_read_as_latin)
{
	static const struct row rows[] = {
	    {"ÞÇá ÇáãÏíÑ Åä ÇáãÔÑæÚ ÓíÈÏÃ Ýí ÇáÎÑíÝ¡ æÝÞ ãÇ ÃßÏå ãÕÏÑ.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر."},
	    {"åá æÕáÊ ÇáÑÓÇáÉ¿ äÚãº ÃãÓ. ãÇ ÇáÌÏíÏ¿",
	     "هل وصلت الرسالة؟ نعم؛ أمس. ما الجديد؟"},
	    {"ÞÇá ÇáÑÆíÓ: «L’été à Tunis» æ ÚÇÏ",
	     "قال الرئيس: «L’été à Tunis» و عاد"},
	    {"ÇáÓáÇã Úáíßã",
	     "السلام عليكم"},
	    {"État : ÑÆíÓ ÇáÍßæãÉ Ýí ÕÝÇÞÓ, Élysée",
	     "État : رئيس الحكومة في صفاقس, Élysée"},
	    {"\xC2\x90" "ÇÒ æ " "\xC2\x81" "ÊÑæá Ýí " "\xC2\x8D" "ÇÏ Çáíæã",
	     "گاز و پترول في چاد اليوم"},
	    {"Ýí 12 ãÇÑÓ 2019 – Çáíæã",
	     "في 12 مارس 2019 – اليوم"},
	};
	check_rows(SAFE, rows, COUNT_OF(rows));
}

/* What looks like it and is not. */
Test(mojibake, true_text_stays)
{
	static const char *const texts[] = {
	    "São Paulo, Ångström, Øystein, Conceição, Þórður Ásgeirsson, Łódź, Đà Nẵng, Kılıç",
	    "Âge, Âne, ÉLYSÉE, GARÇON, FORÊT, NOËL, SÃO JOÃO, IRMÃ\u00A0», CITÉ\u00A0», MAÇÃ… COTÉ’S ÎLE Ïda",
	    "OÙ… À L’ÉTÉ… LE PÂTÉ”, DÉDIÉ\u00A0» ET « FORÊT »",
	    "© 2024, ®, 20 °C ± 0,5 °C, § 12, 1º, 2ª, m², ½ l, £12, ¥500, Ø 20 mm",
	    "√2, √π, 2√π, r√π, O(√n), ¬p, ≈ 3, ±∞, ∂f/∂x, π≈3,14, ‰, † ‡",
	    "À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö Ø Ù Ú Û Ü Ý Þ ß à á â ã ä å",
	    "La lettre Ã, la lettre « Ã », le Â et le Ø se lisent ainsi.",
	    "├ │ ┤ ┬ ┴ ┼ ─ └ ┘ ■ ▀ █",
	    "كلمة فقط، ثم حفظ؟ لفظ؛ «ضبط» مبدأ، خطأ… شرط… القرآن، وظ أ ب ت",
	    "عطـ ـظ مط، حظ، ط» ظ» أ» آ» إ» – أ\u00A0: آ\u00A0» ط” ظ“",
	    "áéíóú ÁÉÍÓÚ äöü ÄÖÜ åäö æøå ñ, ã, õ; á, í, ó, ú, æ; Ó Súilleabháin; Þþ Ðð",
	    "Íñigo Ávila, Málaga, Tõnis Mägi, Øre, Ærø, Åå, Ýmir, Úlfur, Ñandú",
	    "[ɛ̃] [ɔ̃] [ʁ] [ʒ] [ɲ] [øː] [œ̃] /ɑ̃fɑ̃/ ǎ ě ǐ",
	    "Voilà ! Déjà ? « Oui » ; à Ł, à Ø : 5\u202F000\u00A0€",
	    "🎉 été 2024 ✓ → ☎",
	    "", " ", "a", "Ã", "Â ", "Ù", "ط", "â€", "�",
	};
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		check_row(SAFE, &(struct row){texts[i], texts[i]});
}

/* The source of each character, and a change for each layer. */
Test(mojibake, origins_and_layers)
{
	struct items items;
	static const char text[] = "dÃƒÂ©jÃƒÂ\u00A0";
	static const uint32_t ends[] = {1, 9, 10, 18};
	read_items(&items, text, strlen(text));
	repair_step_mojibake.repair(&items, SAFE, RULE);
	cr_assert_eq(items.len, COUNT_OF(ends));
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		cr_expect_eq(items.at[i].end, ends[i]);
	cr_expect_eq(items.at[1].cp, 0xE9);
	cr_expect_eq(items.change_len, 4);
	cr_expect(items.changes[0].start == 1 && items.changes[0].end == 9 && items.changes[0].rule == RULE);
	cr_expect(items.changes[2].start == 1 && items.changes[2].end == 9);
	items_release(&items);
}

Test(mojibake, is_reported)
{
	struct items items;
	static const char text[] = "Un cafÃ© et une crÃ¨me.";
	read_items(&items, text, strlen(text));
	repair_step_mojibake.repair(&items, REPORT, RULE);
	cr_expect(!items.changed);
	cr_assert_eq(items.finding_len, 2);
	cr_expect(items.findings[0].start == 6 && items.findings[0].end == 10);
	items_release(&items);
}

Test(mojibake, aggressive_needs_less)
{
	static const struct row rows[] = {{"Il fait 12 Â°C.", "Il fait 12 °C."}};
	check_rows(AGGRESSIVE, rows, COUNT_OF(rows));
}

/* Suspicion sees no further than the paragraph. */
Test(mojibake, suspicion_ends_with_the_paragraph)
{
	cr_expect(is_suspected("Le cafÃ©\nnoir", 14));
	cr_expect(!is_suspected("Ù\n‚", 6));
	cr_expect(!is_suspected("a Ã\u2029© a", 10));
}

/* Any characters of code pages: the result is valid, stays as it is, and is suspected where it changes. */
Test(mojibake, random_texts)
{
	static const char *const pieces[] = {"Ã", "Â", "©", "¨", "\u00A0", " ", "â€", "™", "œ", "Ø", "Ù", "§", "„", "ط", "ظ", "أ",
					     "…", "†", "ƒ", "?", "�", "\xC2\x81", "\xC2\x9D", "Ç", "á", "Ó", "ã", "æ", "e", "s",
					     "ال", "،", "√", "π", "├", "®", "┘", "Ï", "Ñ", "ÿ", "ß", "Ÿ", "ðŸŽ‰", "ï»¿"};
	struct random random = {20};
	struct buffer text = {0}, out = {0};
	for (size_t round = 0; round < 20000; round++) {
		struct items items;
		text.len = 0;
		for (size_t i = 1 + random_below(&random, 40); i > 0; i--)
			buffer_append_text(&text, pieces[random_below(&random, COUNT_OF(pieces))]);
		read_items(&items, (char *)text.at, text.len);
		repair_step_mojibake.repair(&items, SAFE, RULE);
		write_items(&items, &out);
		cr_assert(spans_are_whole(&items, text.len));
		bool changed = items.changed;
		items_release(&items);
		cr_assert(!changed || is_suspected((char *)text.at, text.len), "%.*s", (int)text.len, (char *)text.at);
		read_items(&items, (char *)out.at, out.len - 1);
		for (size_t i = 0; i < items.len; i++)
			cr_assert_neq(items.at[i].cp, UTF8_INVALID);
		repair_step_mojibake.repair(&items, SAFE, RULE);
		cr_assert(!items.changed, "%.*s", (int)text.len, (char *)text.at);
		items_release(&items);
	}
	buffer_release(&text);
	buffer_release(&out);
}
