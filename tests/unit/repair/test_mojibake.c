/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "property/random.h"
#include "repair/letter_order.h"
#include "repair/mojibake.h"
#include "repair/steps.h"
#include "support/repair.h"
#include "unicode/utf8.h"
#include "unit/repair/cases.h"

static void check(const char *value, const struct repair_case *cases, size_t count)
{
	cases_check(&repair_step_mojibake, value, cases, count);
}

Test(mojibake, utf8_is_read_again)
{
	static const struct repair_case cases[] = {
	    {"Lâ€™Ã©tÃ©, Ã\u00A0 lâ€™Ã©cole, on a dÃ©jÃ\u00A0 mangÃ© une crÃ¨me brÃ»lÃ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"Â« Câ€™est lÃ\u00A0 Â», dit-elle â€“ cÅ“ur lÃ©gerâ€¦",
	     "« C’est là », dit-elle – cœur léger…", 0},
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ Ù" "\xC2\x81" "ÙŠ Ø§Ù„Ø®Ø±ÙŠÙ" "\xC2\x81" "ØŒ ÙˆÙ" "\xC2\x81" "Ù‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"Ù‡Ù„ ÙˆØµÙ„Øª Ø§Ù„Ø±Ø³Ø§Ù„Ø©ØŸ Ù†Ø¹Ù…Ø› Ø£Ù…Ø³.",
	     "هل وصلت الرسالة؟ نعم؛ أمس.", 0},
	    {"Lâ" "\xC2\x80" "\xC2\x99" "Ã©tÃ©, Ã\u00A0 lâ" "\xC2\x80" "\xC2\x99" "Ã©cole, on a dÃ©jÃ\u00A0 mangÃ© une crÃ¨me brÃ»lÃ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"Ù" "\xC2\x82" "Ø§Ù" "\xC2\x84" " Ø§Ù" "\xC2\x84" "Ù" "\xC2\x85" "Ø¯Ù" "\xC2\x8A" "Ø± Ø¥Ù" "\xC2\x86" " Ø§Ù" "\xC2\x84" "Ù" "\xC2\x85" "Ø´Ø±Ù" "\xC2\x88" "Ø¹ Ø³Ù" "\xC2\x8A" "Ø¨Ø¯Ø£ Ù" "\xC2\x81" "Ù" "\xC2\x8A" " Ø§Ù" "\xC2\x84" "Ø®Ø±Ù" "\xC2\x8A" "Ù" "\xC2\x81" "Ø" "\xC2\x8C" " Ù" "\xC2\x88" "Ù" "\xC2\x81" "Ù" "\xC2\x82" " Ù" "\xC2\x85" "Ø§ Ø£Ù" "\xC2\x83" "Ø¯Ù" "\xC2\x87" " Ù" "\xC2\x85" "ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"Lâ€™أ©tأ©, أ\u00A0 lâ€™أ©cole, on a dأ©jأ\u00A0 mangأ© une crأ¨me brأ»lأ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"ظ‚ط§ظ„ ط§ظ„ظ…ط¯ظٹط± ط¥ظ† ط§ظ„ظ…ط´ط±ظˆط¹ ط³ظٹط¨ط¯ط£ ظپظٹ ط§ظ„ط®ط±ظٹظپطŒ ظˆظپظ‚ ظ…ط§ ط£ظƒط¯ظ‡ ظ…طµط¯ط±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"ظ‡ظ„ ظˆطµظ„طھ ط§ظ„ط±ط³ط§ظ„ط©طں ظ†ط¹ظ…ط› ط£ظ…ط³.",
	     "هل وصلت الرسالة؟ نعم؛ أمس.", 0},
	    {"L‚Äô√©t√©, √† l‚Äô√©cole, on a d√©j√† mang√© une cr√®me br√ªl√©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"ŸÇÿßŸÑ ÿßŸÑŸÖÿØŸäÿ± ÿ•ŸÜ ÿßŸÑŸÖÿ¥ÿ±Ÿàÿπ ÿ≥Ÿäÿ®ÿØÿ£ ŸÅŸä ÿßŸÑÿÆÿ±ŸäŸÅÿå ŸàŸÅŸÇ ŸÖÿß ÿ£ŸÉÿØŸá ŸÖÿµÿØÿ±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"LÔÇÖ├®t├®, ├á lÔÇÖ├®cole, on a d├®j├á mang├® une cr├¿me br├╗l├®e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"┘éÏº┘ä Ïº┘ä┘àÏ»┘èÏ▒ ÏÑ┘å Ïº┘ä┘àÏ┤Ï▒┘êÏ╣ Ï│┘èÏ¿Ï»Ïú ┘ü┘è Ïº┘äÏ«Ï▒┘è┘üÏî ┘ê┘ü┘é ┘àÏº Ïú┘âÏ»┘ç ┘àÏÁÏ»Ï▒.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"LΓÇÖ├⌐t├⌐, ├á lΓÇÖ├⌐cole, on a d├⌐j├á mang├⌐ une cr├¿me br├╗l├⌐e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"┘é╪º┘ä ╪º┘ä┘à╪»┘è╪▒ ╪Ñ┘å ╪º┘ä┘à╪┤╪▒┘ê╪╣ ╪│┘è╪¿╪»╪ú ┘ü┘è ╪º┘ä╪«╪▒┘è┘ü╪î ┘ê┘ü┘é ┘à╪º ╪ú┘â╪»┘ç ┘à╪╡╪»╪▒.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"pÃšre, mÃšre et frÃšre",
	     "père, mère et frère", 0},
	    {"VoilÃ\u00A0 ðŸŽ‰ !",
	     "Voilà 🎉 !", 0},
	    {"ï»¿Bonjour",
	     "\uFEFFBonjour", 0},
	    {"Ï╣Ï»Ï»",
	     "عدد", 0},
	    {"├── th├⌐├ótre ├── caf├⌐",
	     "├── théâtre ├── café", 0},
	    {"∩╗┐Bravo ≡ƒÄë !",
	     "\uFEFFBravo 🎉 !", 0},
	    {"Ã‰TÃ‰ Ã€ NÃŽMES",
	     "ÉTÉ À NÎMES", 0},
	    {"cafÃ©",
	     "café", 0},
	    {"12Â\u00A0% de 5Â\u00A0000Â\u00A0â‚¬",
	     "12\u00A0% de 5\u00A0000\u00A0€", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* Half of it would be letters of IBM437 or IBM850, and the other half lines. */
Test(mojibake, what_was_read_as_another_page_of_dos_stays)
{
	static const struct repair_case cases[] = {
	    {"┘é╪د┘ ╪د┘┘à╪»┘è╪▒ ╪ح┘ ╪د┘┘à╪┤╪▒┘ê╪╣ ╪│┘è╪ذ╪»╪ث ┘┘è ╪د┘╪«╪▒┘è┘╪î ┘ê┘┘é ┘à╪د ╪ث┘â╪»┘ç ┘à╪╡╪»╪▒.", NULL, 0},
	    {"L'├رt├ر, ├ب l'├رcole, on a d├رj├ب mang├ر une cr├ذme br├╗l├رe.", NULL, 0},
	    {"L'├ęt├ę, ├á l'├ęcole, on a d├ęj├á mang├ę une cr├Ęme br├╗l├ęe.", NULL, 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

Test(mojibake, layers_are_taken_off)
{
	static const struct repair_case cases[] = {
	    {"LÃ¢â‚¬â„¢ÃƒÂ©tÃƒÂ©, ÃƒÂ\u00A0 lÃ¢â‚¬â„¢ÃƒÂ©cole, on a dÃƒÂ©jÃƒÂ\u00A0 mangÃƒÂ© une crÃƒÂ¨me brÃƒÂ»lÃƒÂ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"LÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢ÃƒÆ’Ã‚Â©tÃƒÆ’Ã‚Â©, ÃƒÆ’Ã‚Â\u00A0 lÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢ÃƒÆ’Ã‚Â©cole, on a dÃƒÆ’Ã‚Â©jÃƒÆ’Ã‚Â\u00A0 mangÃƒÆ’Ã‚Â© une crÃƒÆ’Ã‚Â¨me brÃƒÆ’Ã‚Â»lÃƒÆ’Ã‚Â©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"Ã™â€šÃ˜Â§Ã™â€ž Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â¯Ã™Å\u00A0Ã˜Â± Ã˜Â¥Ã™â€\u00A0 Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â´Ã˜Â±Ã™Ë†Ã˜Â¹ Ã˜Â³Ã™Å\u00A0Ã˜Â¨Ã˜Â¯Ã˜Â£ Ã™Â" "\xC2\x81" "Ã™Å\u00A0 Ã˜Â§Ã™â€žÃ˜Â®Ã˜Â±Ã™Å\u00A0Ã™Â" "\xC2\x81" "Ã˜Å’ Ã™Ë†Ã™Â" "\xC2\x81" "Ã™â€š Ã™â€¦Ã˜Â§ Ã˜Â£Ã™Æ’Ã˜Â¯Ã™â€¡ Ã™â€¦Ã˜ÂµÃ˜Â¯Ã˜Â±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"LÃ¢Â" "\xC2\x80" "Â" "\xC2\x99" "Ã" "\xC2\x83" "Â©tÃ" "\xC2\x83" "Â©, Ã" "\xC2\x83" "Â\u00A0 lÃ¢Â" "\xC2\x80" "Â" "\xC2\x99" "Ã" "\xC2\x83" "Â©cole, on a dÃ" "\xC2\x83" "Â©jÃ" "\xC2\x83" "Â\u00A0 mangÃ" "\xC2\x83" "Â© une crÃ" "\xC2\x83" "Â¨me brÃ" "\xC2\x83" "Â»lÃ" "\xC2\x83" "Â©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"Lأ¢â‚¬â„¢ط£آ©tط£آ©, ط£آ\u00A0 lأ¢â‚¬â„¢ط£آ©cole, on a dط£آ©jط£آ\u00A0 mangط£آ© une crط£آ¨me brط£آ»lط£آ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"≈∏√á√ø√ü≈∏√ë √ø√ü≈∏√ë≈∏√ñ√ø√ò≈∏√§√ø¬± √ø‚Ä¢≈∏√ú √ø√ü≈∏√ë≈∏√ñ√ø¬•√ø¬±≈∏√†√øœÄ √ø‚â•≈∏√§√ø¬Æ√ø√ò√ø¬£ ≈∏√Ö≈∏√§ √ø√ü≈∏√ë√ø√Ü√ø¬±≈∏√§≈∏√Ö√ø√• ≈∏√†≈∏√Ö≈∏√á ≈∏√ñ√ø√ü √ø¬£≈∏√â√ø√ò≈∏√° ≈∏√ñ√ø¬µ√ø√ò√ø¬±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"L╬ô├ç├ûΓö£ΓîÉtΓö£ΓîÉ, Γö£├í l╬ô├ç├ûΓö£ΓîÉcole, on a dΓö£ΓîÉjΓö£├í mangΓö£ΓîÉ une crΓö£┬┐me brΓö£ΓòùlΓö£ΓîÉe.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"LÃ¢Â€Â™ÃƒÂ©tÃƒÂ©, ÃƒÂ\u00A0 lÃ¢Â€Â™ÃƒÂ©cole, on a dÃƒÂ©jÃƒÂ\u00A0 mangÃƒÂ© une crÃƒÂ¨me brÃƒÂ»lÃƒÂ©e.",
	     "L’été, à l’école, on a déjà mangé une crème brûlée.", 0},
	    {"ÃžÃ‡Ã¡ Ã‡Ã¡Ã£Ã" "\xC2\x8F" "Ã\u00ADÃ‘ Ã…Ã¤ Ã‡Ã¡Ã£Ã”Ã‘Ã¦Ãš Ã“Ã\u00ADÃˆÃ" "\xC2\x8F" "Ãƒ Ã" "\xC2\x9D" "Ã\u00AD Ã‡Ã¡ÃŽÃ‘Ã\u00ADÃ" "\xC2\x9D" "Â¡ Ã¦Ã" "\xC2\x9D" "Ãž Ã£Ã‡ ÃƒÃŸÃ" "\xC2\x8F" "Ã¥ Ã£Ã•Ã" "\xC2\x8F" "Ã‘.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"Ã™â€šÃ˜Â§Ã™â€ž Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â¯Ã™Å\u00A0Ã˜Â± Ã˜Â¥Ã™â€\u00A0 Ã˜Â§Ã™â€žÃ™â€¦Ã˜Â´Ã˜Â±Ã™Ë†Ã˜Â¹ Ã˜Â³Ã™Å\u00A0Ã˜Â¨Ã˜Â¯Ã˜Â£ Ã™Ã™Å\u00A0 Ã˜Â§Ã™â€žÃ˜Â®Ã˜Â±Ã™Å\u00A0Ã™Ã˜Å’ Ã™Ë†Ã™Ã™â€š Ã™â€¦Ã˜Â§ Ã˜Â£Ã™Æ’Ã˜Â¯Ã™â€¡ Ã™â€¦Ã˜ÂµÃ˜Â¯Ã˜Â±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

Test(mojibake, what_is_lost_is_guessed)
{
	static const struct repair_case cases[] = {
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ ÙÙŠ Ø§Ù„Ø®Ø±ÙŠÙØŒ ÙˆÙÙ‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ Ù?ÙŠ Ø§Ù„Ø®Ø±ÙŠÙ?ØŒ ÙˆÙ?Ù‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"Ù‚Ø§Ù„ Ø§Ù„Ù…Ø¯ÙŠØ± Ø¥Ù† Ø§Ù„Ù…Ø´Ø±ÙˆØ¹ Ø³ÙŠØ¨Ø¯Ø£ Ù\uFFFDÙŠ Ø§Ù„Ø®Ø±ÙŠÙ\uFFFDØŒ ÙˆÙ\uFFFDÙ‚ Ù…Ø§ Ø£ÙƒØ¯Ù‡ Ù…ØµØ¯Ø±.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"Il va Ã  la gare, voilÃ , lÃ -bas.",
	     "Il va à la gare, voilà, là-bas.", 0},
	    {"Il va Ã la gare, dÃ©jÃ .",
	     "Il va à la gare, déjà.", 0},
	    {"Elle dit â€œouiâ€ Ã\u00A0 tous, mÃªme â€œnonâ€.",
	     "Elle dit “oui” à tous, même “non”.", 0},
	    {"Ù…Ø§ Ø±Ø£ÙŠÙƒ Ù" "\xC2\x81" "ÙŠ ØµØ¨Ø§Ø Ù‡Ø°Ø§ Ø§Ù„ÙŠÙˆÙ… Ø§Ù„Ø¬Ù…ÙŠÙ„",
	     "ما رأيك في صباح هذا اليوم الجميل", 0},
	    {"Ils ont payÃ© 5Â 000Â â‚¬ Ã  NoÃ«l.",
	     "Ils ont payé 5\u00A0000\u00A0€ à Noël.", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* Feh, kasratan, damma: all of them have lost their second byte. */
Test(mojibake, what_is_lost_is_told_by_the_letters_around)
{
	static const struct repair_case cases[] = {
	    {"ÙÙŠ ÙŠÙˆÙ…Ù ÙˆØ§Ø\u00ADØ¯Ù Ø£ÙØ·Ù„Ù‚ Ø³Ø±Ø§Ø\u00AD Ø§Ù„Ø¶ÙŠÙˆÙ",
	     "في يومٍ واحدٍ أُطلق سراح الضيوف", 0},
	    {"Ù„Ù‚Ø§Ø¡Ø§Øª Ø¬Ø¯ÙŠØ¯Ø©Ù ÙÙŠ Ø§Ù„ØµÙŠÙ",
	     "لقاءات جديدةٍ في الصيف", 0},
	    {"Ù…Ù„Ù Ø§Ù„ØµØ\u00ADÙ ÙÙŠ Ø§Ù„Ø£Ø±ÙŠØ§Ù ÙˆÙÙ‚ Ø§Ù„Ø¶ÙŠÙˆÙ",
	     "ملف الصحف في الأرياف وفق الضيوف", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* Nouns behind prepositions and prefixes have kasratan, names and verbs have not; several letters of one word. */
Test(mojibake, what_is_lost_is_told_by_neighbours)
{
	static const struct repair_case cases[] = {
	    {"ÙˆØµÙ„ Ø§Ù„Ù‚Ø·Ø§Ø± Ø¥Ù„Ù‰ Ø³ÙˆÙ‚Ù ÙƒØ¨ÙŠØ±Ø© ÙÙŠ Ø§Ù„Ù…Ø¯ÙŠÙ†Ø©",
	     "وصل القطار إلى سوقٍ كبيرة في المدينة", 0},
	    {"Ø³Ø§ÙØ± Ø§Ù„Ù…Ù‡Ù†Ø¯Ø³ Ø¥Ù„Ù‰ Ø¯ÙˆØ³Ù„Ø¯ÙˆØ±Ù Ù…Ø¹ Ø±ÙØ§Ù‚Ù‡",
	     "سافر المهندس إلى دوسلدورف مع رفاقه", 0},
	    {"Ù‡Ø°Ø§ Ø\u00ADÙ„ ÙˆØ³Ø· Ø¨ÙŠÙ† Ø§Ù„Ù…ÙˆÙ‚ÙÙŠÙ† Ù„ÙƒÙ„Ù Ù…Ù† Ø§Ù„Ø·Ø±ÙÙŠÙ†",
	     "هذا حل وسط بين الموقفين لكلٍ من الطرفين", 0},
	    {"ÙˆÙ„Ø§ ÙŠÙÙƒØ±ÙˆÙ† ÙÙŠ Ø§Ù„Ø£Ø±Ø¨Ø§Ø\u00AD Ø§Ù„ÙØµÙ„ÙŠØ©",
	     "ولا يفكرون في الأرباح الفصلية", 0},
	    {"ÙƒØ§Ù†Øª Ø§Ù„ÙØ±Ù‚Ø© ØªÙØ¹ÙŠØ¯ Ø§Ù„Ù…Ø³Ø±Ø\u00ADÙŠØ© ÙƒÙ„ ÙŠÙˆÙ… ÙÙŠ Ø§Ù„Ø®Ø±ÙŠÙ",
	     "كانت الفرقة تُعيد المسرحية كل يوم في الخريف", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* What words are known, with feh and without it; an article, and marks of the same word. */
Test(mojibake, what_is_lost_is_told_by_words)
{
	static const struct repair_case cases[] = {
	    {"Ù…Ù† Ø§Ù„Ù…ØªÙˆÙ‚Ø¹ Ø£Ù† ÙŠÙØªÙˆÙ‚Ù Ø¹Ù…Ù„Ù Ø¬Ø¯ÙŠØ¯Ù ÙÙŠ Ø§Ù„Ù…ØµØ±Ù",
	     "من المتوقع أن يُتوقف عملٍ جديدٍ في المصرف", 0},
	    {"Ù‚Ø§Ù… Ø¨Ø¹Ù…Ù„Ù ÙƒØ¨ÙŠØ±Ù Ù„ÙØªØ±Ø§ØªÙ Ø·ÙˆÙŠÙ„Ø©Ù",
	     "قام بعملٍ كبيرٍ لفتراتٍ طويلةٍ", 0},
	    {"Ø§Ù„Ù…ÙˆÙ‚Ù ÙÙŠ Ø§Ù„Ø±ÙŠÙ ÙˆÙÙŠ Ø§Ù„ÙƒÙ‡Ù",
	     "الموقف في الريف وفي الكهف", 0},
	    {"Ù…Ù† Ø§Ù„Ù…Ù‚Ø±Ø± Ø£Ù† ØªÙØ¹Ù‚Ø¯ Ø§Ù„Ù‚Ù…Ø© ÙÙŠ Ø§Ù„Ø®Ø±ÙŠÙ",
	     "من المقرر أن تُعقد القمة في الخريف", 0},
	    {"Ø§Ù„Ù…ÙÙ‚Ø¯ÙŽÙ‘Ø³ ÙˆØ§Ù„Ù…ÙØ¤Ù„ÙŽÙ‘Ù",
	     "المُقدَّس والمُؤلَّف", 0},
	    {"Ø¨ÙØ´Ø±ÙˆØ· Ø§Ù„ÙˆØ²Ø§Ø±Ø©",
	     "بِشروط الوزارة", 0},
	    {"ØªÙ… Ø§Ù„ØªØ¹Ø±ÙŠÙ Ø¨Ø§Ù„Ù…ØµØ±Ù ÙˆØ§Ù„Ù…ØªØ\u00ADÙ",
	     "تم التعريف بالمصرف والمتحف", 0},
	    {"ÙˆÙ‚Ù Ø§Ù„Ø¶ÙŠÙ Ø£Ù…Ø§Ù… Ø§Ù„ÙƒÙ‡Ù Ø§Ù„ÙƒØ¨ÙŠØ±",
	     "وقف الضيف أمام الكهف الكبير", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* Signs and words that prove by themselves that they were misread, for no language has such words. */
Test(mojibake, one_sign_of_a_paragraph)
{
	static const struct repair_case cases[] = {
	    {"Â\u00A0", "\u00A0", 0},
	    {"آ\u00A0", "\u00A0", 0},
	    {"¬†", "\u00A0", 0},
	    {"Fin. Â\u00A0", "Fin. \u00A0", 0},
	    {"Â\u00A0\n", "\u00A0\n", 0},
	    {"Fin.Â\u00A0\r\n", "Fin.\u00A0\r\n", 0},
	    {"Selon lui, la Â« fraude Â» n’a pas eu lieu.", "Selon lui, la « fraude » n’a pas eu lieu.", 0},
	    {"Il pleut. Ã€ Saint-Brieuc, il neige.", "Il pleut. À Saint-Brieuc, il neige.", 0},
	    {"En 2019 Ã\u00A0 Caen, un autocar roule.", "En 2019 à Caen, un autocar roule.", 0},
	    {"De 0 Ã\u00A0 100 km/h", "De 0 à 100 km/h", 0},
	    {"Il va jusqu'Ã\u00A0 305 km/h.", "Il va jusqu'à 305 km/h.", 0},
	    {"Son attitude vis-Ã\u00A0-vis des autres", "Son attitude vis-à-vis des autres", 0},
	    {"Le titre est \"Ã€ bientôt\".", "Le titre est \"À bientôt\".", 0},
	    {"Ils quittent le G7 Ã  Biarritz.", "Ils quittent le G7 à Biarritz.", 0},
	    {"Le plus beau du monde Â».", "Le plus beau du monde ».", 0},
	    {"Tout va bien.Â« Je suis là. »", "Tout va bien.« Je suis là. »", 0},
	    {"Â ", "\u00A0", 0},
	    {"Â \n", "\u00A0\n", 0},
	    {"Voir aussi :Â ", "Voir aussi :\u00A0", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* The same letters where they are what was written. */
Test(mojibake, capitals_stay)
{
	static const struct repair_case cases[] = {
	    {"Les lettres : Ã, Â, À. La lettre Â ", "Les lettres : Ã, Â, À. La lettre Â ", 0},
	    {"La lettre « Â », ou Ã 3 fois", "La lettre « Â », ou Ã 3 fois", 0},
	    {"IRMÃ DULCE, MARANHÃO ; Ã\u00A0; Â", "IRMÃ DULCE, MARANHÃO ; Ã\u00A0; Â", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* The step looks for its triggers among all characters but these. */
Test(mojibake, no_letter_of_arabic_is_a_trigger)
{
	const struct step *step = &repair_step_mojibake;
	for (uint32_t cp = 0x0600; cp < 0x0700; cp++)
		if (letter_order_class(cp) != LETTER_ORDER_EDGE)
			cr_expect_not(step_range_has(step->triggers, step->trigger_count, cp), "U+%04X", (unsigned)cp);
}

/* Marks that nobody sees, and accents of NFD, of which a byte was lost. */
Test(mojibake, lost_bytes_of_marks)
{
	static const struct repair_case cases[] = {
	    {"L'Ã©tÃ©, elle est responÂsable de la lÃ¢cheÂtÃ©.", "L'été, elle est respon\u00ADsable de la lâche\u00ADté.", 0},
	    {"Juan RodrÃguez a dÃ©cidÃ© de rester.", "Juan Rodríguez a décidé de rester.", 0},
	    {"BjØrn a dÃ©cidÃ© de rester.", "BjØrn a décidé de rester.", 0}, /* no sign in front of Arabic numbers */
	    {"Il a refuseÌ de rester Ã\u00A0 l'eÌ€re du theÌaÌ‚tre.", "Il a refuse\u0301 de rester à l'e\u0300re du the\u0301a\u0302tre.", 0},
	    {"ط§ظ„ظ…ط¯ظٹط± تحتفظ بحقها", "المدير تحتفظ بحقها", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* MacArabic has signs of ASCII twice: a word in front of what was misread, and its space, look like a character of three. */
Test(mojibake, arabic_in_front_of_mac_arabic_stays)
{
	static const struct repair_case cases[] = {
	    {"تجري جامعة ظ'عÑظ*عÉعàعäعÜ ع\u00A0عä ظ*عàعÜظ٣ عÑعÇظ'ظ!ظ'ظ* ظ-عàعÑ ظ'عÑعÖظ/ظ'ظ١ظ٣",
	     "تجري جامعة التكوين في تونس لقاءات حول المدارس", 0},
	    {"قدم نتائج ظ'عÑظ(ظ-ظ+ ظ'عÑظ٩عÑعÖعä ظ'عÑظ،ظ/عäظ/",
	     "قدم نتائج البحث العلمي الجديد", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

Test(mojibake, one_run_of_a_paragraph)
{
	static const struct repair_case cases[] = {
	    {"Ã‰tÃ© Ã\u00A0 la plage : les plus belles adresses, d’Évian à Sète",
	     "Été à la plage : les plus belles adresses, d’Évian à Sète", 0},
	    {"Ø¹ÙˆØ¯Ø© Ø§Ù„Ù…Ø¯Ø§Ø±Ø³ غدا فقط، وفق الوزارة",
	     "عودة المدارس غدا فقط، وفق الوزارة", 0},
	    {"ط¹ظˆط¯ط© ط§ظ„ظ…ط¯ط§ط±ط³ غدا فقط، وحفظ، وفق الوزارة",
	     "عودة المدارس غدا فقط، وحفظ، وفق الوزارة", 0},
	    {"Le titre آ« ط¹ظˆط¯ط© ط§ظ„ظ…ط¯ط§ط±ط³ آ» est déjà à la une.",
	     "Le titre « عودة المدارس » est déjà à la une.", 0},
	    {"Ã€ la rentrÃ©e عادت المدارس فقط، كما قال",
	     "À la rentrée عادت المدارس فقط، كما قال", 0},
	    {"ÚæÏÉ ÇáãÏÇÑÓ غدا فقط، وفق الوزارة",
	     "عودة المدارس غدا فقط، وفق الوزارة", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* What a text has gone through is behind most of what is misread there, or of a stretch of it where several were put together. */
Test(mojibake, a_long_medley_stays)
{
	static const struct {
		const char *unit, *repaired;
		size_t count;
	} rows[] = {
	    {"prÃ©vu, prÃ©vu, pr├®vu; ", "prévu, prévu, prévu; ", 10},
	    {"prÃ©vu, prÃ©vu, pr├®vu; ", "prévu, prévu, prévu; ", 200},
	    {"prÃ©vu, pr√©vu, pr├®vu; ", "prÃ©vu, pr√©vu, pr├®vu; ", 200},
	    {"prÃ©vu, pr√©vu, pr├®vu; ", "prévu, prévu, prévu; ", 10},
	    {"prÃ©vu, pr√©vu, pr├®vu; ", "prÃ©vu, pr√©vu, pr├®vu; ", 16},
	    {"prÃ©vu, prÃ©vu, pr√©vu, pr√©vu, pr├®vu, pr├®vu; ", "prévu, prévu, prévu, prévu, prévu, prévu; ", 50},
	    {"prÃ©vu, prÃ©vu, prÃ©vu, pr√©vu, pr√©vu, pr√©vu, pr├®vu, pr├®vu, pr├®vu; ",
	     "prévu, prévu, prévu, prévu, prévu, prévu, prévu, prévu, prévu; ", 50},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char damaged[8192] = "", repaired[8192] = "";
		for (size_t k = 0; k < rows[i].count; k++) {
			strcat(damaged, rows[i].unit);
			strcat(repaired, rows[i].repaired);
		}
		check("safe", &(struct repair_case){damaged, repaired, 0}, 1);
	}
}

Test(mojibake, arabic_read_as_latin)
{
	static const struct repair_case cases[] = {
	    {"ÞÇá ÇáãÏíÑ Åä ÇáãÔÑæÚ ÓíÈÏÃ Ýí ÇáÎÑíÝ¡ æÝÞ ãÇ ÃßÏå ãÕÏÑ.",
	     "قال المدير إن المشروع سيبدأ في الخريف، وفق ما أكده مصدر.", 0},
	    {"åá æÕáÊ ÇáÑÓÇáÉ¿ äÚãº ÃãÓ. ãÇ ÇáÌÏíÏ¿",
	     "هل وصلت الرسالة؟ نعم؛ أمس. ما الجديد؟", 0},
	    {"ÞÇá ÇáÑÆíÓ: «L’été à Tunis» æ ÚÇÏ",
	     "قال الرئيس: «L’été à Tunis» و عاد", 0},
	    {"ÇáÓáÇã Úáíßã",
	     "السلام عليكم", 0},
	    {"État : ÑÆíÓ ÇáÍßæãÉ Ýí ÕÝÇÞÓ, Élysée",
	     "État : رئيس الحكومة في صفاقس, Élysée", 0},
	    {"\xC2\x90" "ÇÒ æ " "\xC2\x81" "ÊÑæá Ýí " "\xC2\x8D" "ÇÏ Çáíæã",
	     "گاز و پترول في چاد اليوم", 0},
	    {"Ýí 12 ãÇÑÓ 2019 – Çáíæã",
	     "في 12 مارس 2019 – اليوم", 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* What looks like it and is not. */
Test(mojibake, true_text_stays)
{
	static const struct repair_case cases[] = {
	    {"São Paulo, Ångström, Øystein, Conceição, Þórður Ásgeirsson, Łódź, Đà Nẵng, Kılıç", NULL, 0},
	    {"Âge, Âne, ÉLYSÉE, GARÇON, FORÊT, NOËL, SÃO JOÃO, IRMÃ\u00A0», CITÉ\u00A0», MAÇÃ… COTÉ’S ÎLE Ïda", NULL, 0},
	    {"OÙ… À L’ÉTÉ… LE PÂTÉ”, DÉDIÉ\u00A0» ET « FORÊT »", NULL, 0},
	    {"© 2024, ®, 20 °C ± 0,5 °C, § 12, 1º, 2ª, m², ½ l, £12, ¥500, Ø 20 mm", NULL, 0},
	    {"√2, √π, 2√π, r√π, O(√n), ¬p, ≈ 3, ±∞, ∂f/∂x, π≈3,14, ‰, † ‡", NULL, 0},
	    {"À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö Ø Ù Ú Û Ü Ý Þ ß à á â ã ä å", NULL, 0},
	    {"La lettre Ã, la lettre « Ã », le Â et le Ø se lisent ainsi.", NULL, 0},
	    {"La lettre «Â», la lettre «Ã», HALÂ\u00A0, Â\u00A0; SÃO\u00A0; 5 Ã. À la ligne, Â «, آ «", NULL, 0},
	    {"├ │ ┤ ┬ ┴ ┼ ─ └ ┘ ■ ▀ █", NULL, 0},
	    {"├── été ├── ╪ ╫ ┘ « ├» », ╔══╦══╗ ║é║à║", NULL, 0},
	    {"Γ(n), ΓΔ, A ∩ B, a ≡ b, Γεια σου, α, ß, Σ, ≥ 5, ≤ 3, HAÏTI, MAÏS, Ï» Ï»", NULL, 0},
	    {"كلمة فقط، ثم حفظ؟ لفظ؛ «ضبط» مبدأ، خطأ… شرط… القرآن، وظ أ ب ت", NULL, 0},
	    {"عطـ ـظ مط، حظ، ط» ظ» أ» آ» إ» – أ\u00A0: آ\u00A0» ط” ظ“", NULL, 0},
	    {"áéíóú ÁÉÍÓÚ äöü ÄÖÜ åäö æøå ñ, ã, õ; á, í, ó, ú, æ; Ó Súilleabháin; Þþ Ðð", NULL, 0},
	    {"Íñigo Ávila, Málaga, Tõnis Mägi, Øre, Ærø, Åå, Ýmir, Úlfur, Ñandú", NULL, 0},
	    {"[ɛ̃] [ɔ̃] [ʁ] [ʒ] [ɲ] [øː] [œ̃] /ɑ̃fɑ̃/ ǎ ě ǐ", NULL, 0},
	    {"Voilà ! Déjà ? « Oui » ; à Ł, à Ø : 5\u202F000\u00A0€", NULL, 0},
	    {"🎉 été 2024 ✓ → ☎", NULL, 0},
	    {"", NULL, 0},
	    {" ", NULL, 0},
	    {"a", NULL, 0},
	    {"Ã", NULL, 0},
	    {"Â", NULL, 0},
	    {"Ù", NULL, 0},
	    {"ط", NULL, 0},
	    {"â€", NULL, 0},
	    {"\uFFFD", NULL, 0},
	};
	check("safe", cases, COUNT_OF(cases));
}

/* The source of each character, and a change for each layer. */
Test(mojibake, origins_and_layers)
{
	struct items items = {.log = true};
	static const uint32_t text[] = {'d', 0xC3, 0x192, 0xC2, 0xA9, 'j', 0xC3, 0x192, 0xC2, 0xA0};
	static const uint32_t ends[] = {1, 5, 6, 10};
	items_clear(&items);
	for (uint32_t i = 0; i < COUNT_OF(text); i++)
		items_push(&items, text[i], i, i + 1);
	repair_step_mojibake.repair(&items, repair_value(&repair_step_mojibake, "safe"), 7);
	cr_assert_eq(items.len, COUNT_OF(ends));
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		cr_expect_eq(items.at[i].end, ends[i]);
	cr_expect_eq(items.at[1].cp, 0xE9);
	cr_expect_eq(items.change_len, 4);
	cr_expect(items.changes[0].start == 1 && items.changes[0].end == 5 && items.changes[0].rule == 7);
	cr_expect(items.changes[2].start == 1 && items.changes[2].end == 5);
	items_release(&items);
}

Test(mojibake, is_reported)
{
	static const struct repair_case cases[] = {{"Un cafÃ© et une crÃ¨me.", NULL, 2}};
	check("report", cases, COUNT_OF(cases));
}

Test(mojibake, aggressive_needs_less)
{
	static const struct repair_case cases[] = {{"Il fait 12 Â°C.", "Il fait 12 °C.", 0}};
	check("aggressive", cases, COUNT_OF(cases));
}

/* What is not UTF-8 stays, and does no harm. */
Test(mojibake, bytes_are_items)
{
	struct items items = {0};
	static const uint32_t text[] = {0xC3, 0xA9, 't', 0xC3, 0xA9, ' ', ITEM_BYTE | 0x80, 0xD9, ITEM_BYTE | 0xFF, 'e'};
	for (uint32_t i = 0; i < COUNT_OF(text); i++)
		items_push(&items, text[i], i, i + 1);
	repair_step_mojibake.repair(&items, repair_value(&repair_step_mojibake, "safe"), 7);
	cr_expect(items.len >= 7 && items.at[0].cp == 0xE9 && items.at[4].cp == (ITEM_BYTE | 0x80));
	items_release(&items);
}

/* Each layer is told once, with what it was, in the order in which they are taken off. */
Test(mojibake, layers_are_told)
{
	static const uint32_t text[] = {0xC3, 0x192, 0xC2, 0xA9, 't', 0xC3, 0x192, 0xC2, 0xA9};
	struct items items = {.log = true};
	items_clear(&items);
	for (uint32_t i = 0; i < COUNT_OF(text); i++)
		items_push(&items, text[i], i, i + 1);
	repair_step_mojibake.repair(&items, repair_value(&repair_step_mojibake, "safe"), 7);
	cr_assert_eq(items.finding_len, 2);
	for (unsigned i = 0; i < 2; i++) {
		norm_finding finding = {0};
		repair_step_mojibake.tell(items.findings[i].detail, &finding);
		cr_expect_str_eq(finding.detail, "UTF-8 read as windows-1252");
		cr_expect_eq(finding.layer, i + 1);
		cr_expect_eq(items.findings[i].start, 0);
		cr_expect_eq(items.findings[i].end, COUNT_OF(text));
	}
	items_release(&items);
}

/* Suspicion sees no further than the paragraph. */
Test(mojibake, suspicion_ends_with_the_paragraph)
{
	static const char *const texts[] = {"Le cafÃ©\nnoir", "Le cafÃ\n©noir", "Le cafÃ\u2029©noir"};
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		const uint8_t *start = (const uint8_t *)texts[i], *end = start + strlen(texts[i]);
		cr_expect_eq(repair_step_mojibake.suspects(1, start, start + strlen("Le caf"), end) == SUSPICION_SOME, i == 0);
	}
}

/* A no-break space behind a letter of Arabic is looked at closer where, and only where, the tables say that both are what was one. */
Test(mojibake, spaces_behind_letters)
{
	const struct codepage_misread *space = mojibake_misread(0xA0);
	size_t found = 0;
	for (uint32_t letter = 0x0621; letter <= 0x064A; letter++) {
		uint8_t text[] = "x  \u00A0y";
		const uint8_t *end = text + sizeof text - 1;
		unsigned pages = mojibake_misread(letter)->leads;
		bool expected = false;
		for (; pages; pages &= pages - 1) {
			enum codepage page = (enum codepage)__builtin_ctz(pages);
			int trail = space->upper[page];
			expected |= trail >= 0x80 && trail < 0xC0 && mojibake_utf8_goes_on(page, mojibake_misread(letter)->upper[page], trail);
		}
		if (letter_order_class(letter) == LETTER_ORDER_EDGE)
			continue;
		utf8_encode(letter, text + 1);
		found += expected;
		cr_expect_eq(repair_step_mojibake.suspects(1, text, text + 3, end) != SUSPICION_NONE, expected, "U+%04X", (unsigned)letter);
	}
	cr_expect_gt(found, 0);
}

/* Any characters of code pages. */
/* In a row of one character nothing is looked at twice, but what stands behind it is. */
Test(mojibake, rows_of_one_character)
{
	static const char *const rows[] = {"Ã", "ÿ", "é", "–", "│", "€", "\uFFFD"};
	for (size_t row = 0; row < COUNT_OF(rows); row++) {
		char text[1024], expected[1024];
		size_t at = 0, wanted = 0;
		for (size_t i = 0; i < 200; i++)
			at += (size_t)sprintf(text + at, "%s", rows[row]);
		memcpy(expected, text, at);
		wanted = at + (size_t)sprintf(expected + at, " Il a mangé à l’école.");
		at += (size_t)sprintf(text + at, " Il a mangÃ© Ã\u00A0 lâ€™Ã©cole.");
		struct repair_case cases[] = {{text, expected, 0}};
		cr_assert(wanted < sizeof expected && at < sizeof text);
		check("safe", cases, 1);
	}
}

Test(mojibake, random_texts)
{
	static const char *const pieces[] = {"Ã", "Â", "©", "¨", "\u00A0", " ", "â€", "™", "œ", "Ø", "Ù", "§", "„", "ط", "ظ", "أ",
					     "…", "†", "ƒ", "?", "\uFFFD", "\xC2\x81", "\xC2\x9D", "Ç", "á", "Ó", "ã", "æ", "e", "s",
					     "ال", "،", "√", "π", "├", "®", "┘", "Ï", "Ñ", "ÿ", "ß", "Ÿ", "ðŸŽ‰", "ï»¿"};
	struct random random = {20};
	struct buffer text = {0};
	for (size_t round = 0; round < 20000; round++) {
		struct repaired got;
		text.len = 0;
		for (size_t i = 1 + random_below(&random, 40); i > 0; i--)
			buffer_append_text(&text, pieces[random_below(&random, COUNT_OF(pieces))]);
		const char *wrong = repair_laws(&repair_step_mojibake, 1 + random_below(&random, 3), text.at, text.len, &got);
		cr_assert_null(wrong, "%s: %.*s", wrong, (int)text.len, (char *)text.at);
		repaired_release(&got);
	}
	buffer_release(&text);
}
