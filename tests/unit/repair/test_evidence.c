/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include <string.h>

#include "repair/evidence.h"
#include "unicode/utf8.h"

enum { CHARACTERS_MAX = 64 };

/* The average over the pairs of a text, in hundredths of a bit. */
static long evidence(const char *text)
{
	uint32_t cps[CHARACTERS_MAX] = {0};
	size_t count = 0;
	for (const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text); at < end; count++)
		at += utf8_decode(at, end, &cps[count]);
	return evidence_of(cps, count) * 100 / EVIDENCE_BIT / (long)(count + 1);
}

Test(evidence, true_text_has_it)
{
	static const char *const texts[] = {
	    "La pêche à la crevette a repris hier près d’Oléron.", "Où étiez-vous ce soir-là ?", "« Très bien »",
	    "وصل الوفد إلى المطار صباح اليوم.",                     "هل قرأتم الخبر؟",             "الثلج، والبرد",
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		cr_assert_gt(evidence(texts[i]), 50, "%s: %ld", texts[i], evidence(texts[i]));
}

Test(evidence, damaged_text_has_none)
{
	/* UTF-8 as cp1252 and cp1256, cp1256 as cp1252, cp1252 as cp1256, Arabic backwards, Mac Roman as cp1252 */
	static const char *const texts[] = {
	    "dÃ©jÃ  Ã©tÃ©", "ط§ظ„ط³ظ„ط§ظ…", "ÇáÓáÇã Úáíßã", "Ø§Ù„Ø³Ù„Ø§Ù…", "آ« أ‰tأ© آ»", "Žt" "Ž ˆ Žlevage",
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		cr_assert_lt(evidence(texts[i]), 0, "%s: %ld", texts[i], evidence(texts[i]));
}

Test(evidence, is_of_pairs_with_spaces_at_both_ends)
{
	static const uint32_t text[] = {'o', 0xF9};
	cr_assert_eq(evidence_of(text, 2), evidence_pair(' ', 'o') + evidence_pair('o', 0xF9) + evidence_pair(0xF9, ' '));
	cr_assert_eq(evidence_of(text, 0), 0);
}

Test(evidence, forms_count_as_their_letters)
{
	cr_assert_eq(evidence_class(0xFE8D), evidence_class(0x0627));
	cr_assert_eq(evidence_class(0xFEFB), evidence_class(0x0627)); /* lam-alef */
	cr_assert_eq(evidence_class(0xFE7C), evidence_class(0x0651));
	cr_assert_neq(evidence_class(0x0627), EVIDENCE_OTHER);
}

Test(evidence, takes_any_number)
{
	static const uint32_t numbers[] = {0, 0xD800, 0x4E00, 0x1F600, 0x10FFFF, 0x110000, UTF8_INVALID};
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		cr_assert_lt(evidence_pair('a', numbers[i]), 0);
}
