/* SPDX-License-Identifier: MIT */
/* Writes exemplars.c to the standard output: see exemplars.h. */
#include "unicode/exemplars.h"

#include <stdio.h>
#include <stdlib.h>

#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>

#include "unicode/gen_map.h"

static const struct {
	const char *locale;
	enum exemplar_language language;
} locales[] = {
	{"ar", EXEMPLAR_ARABIC},   {"fa", EXEMPLAR_PERSIAN}, {"ur", EXEMPLAR_URDU},
	{"ckb", EXEMPLAR_KURDISH}, {"ug", EXEMPLAR_UYGHUR},
};

static void add_locale(const char *locale, enum exemplar_language language, uint8_t *table)
{
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(locale, &status);
	USet *set = ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_STANDARD, &status);
	/* A locale that ICU lacks falls back to the root, which says so. */
	if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
		fail("ICU has no letters for %s: %s", locale, u_errorName(status));
	for (uint32_t i = 0; i < EXEMPLARS_COUNT; i++)
		if (uset_contains(set, (UChar32)(EXEMPLARS_FIRST + i)))
			table[i] |= (uint8_t)language;
	uset_close(set);
	ulocdata_close(data);
}

static bool is_letter_with_mark(const UNormalizer2 *nfc, uint32_t cp)
{
	UChar ignored[8];
	UErrorCode status = U_ZERO_ERROR;
	return unorm2_getRawDecomposition(nfc, (UChar32)cp, ignored, 8, &status) >= 0;
}

int main(void)
{
	uint8_t table[EXEMPLARS_COUNT] = {0};
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	if (U_FAILURE(status))
		fail("ICU has no normal forms: %s", u_errorName(status));
	for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++)
		add_locale(locales[i].locale, locales[i].language, table);
	require(table[0x067E - EXEMPLARS_FIRST] == (EXEMPLAR_ALL & ~EXEMPLAR_ARABIC), "the letters of Persian");
	require(table[0x0629 - EXEMPLARS_FIRST] & EXEMPLAR_ARABIC, "the letters of Arabic");
	puts("/* Written by gen_exemplars.c: do not edit. */\n#include \"unicode/exemplars.h\"");
	printf("\nconst uint8_t unicode_exemplars[EXEMPLARS_COUNT] = {");
	for (uint32_t i = 0; i < EXEMPLARS_COUNT; i++)
		write_number(table[i] && !is_letter_with_mark(nfc, EXEMPLARS_FIRST + i) ? table[i] : EXEMPLAR_ALL, i);
	puts("};");
	if (fflush(stdout) != 0 || ferror(stdout))
		fail("the table cannot be written");
	return EXIT_SUCCESS;
}
