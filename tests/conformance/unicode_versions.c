/* SPDX-License-Identifier: MIT */
/*
 * Two libraries give us their Unicode data, and their versions may differ: report both, and check that they agree on
 * every code point that is assigned in both. Where the versions differ, what Unicode's stability policies promise has to be the
 * same (https://www.unicode.org/policies/stability_policy.html): decompositions, compositions, classes and case foldings.
 * Categories are not promised, nor which characters a later version composes with those it adds.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <utf8proc.h>

#include "unicode/normal.h"
#include "unicode/tables.h"

enum { LONGEST = 64, SHOWN = 20 };

/* What is compared: the cases of this test. */
enum subject { CANONICAL, COMPATIBLE, FOLDING, CATEGORY, CLASS, MAYBE, COMPOSITE, SUBJECTS };

static const char *const names[SUBJECTS] = {
    [CANONICAL] = "canonical decomposition",
    [COMPATIBLE] = "compatibility decomposition",
    [FOLDING] = "case folding",
    [CATEGORY] = "general category",
    [CLASS] = "canonical combining class",
    [MAYBE] = "NFC_Quick_Check=Maybe",
    [COMPOSITE] = "composition",
};

static bool is_promised(enum subject subject)
{
	return subject != CATEGORY && subject != MAYBE;
}

static size_t mistakes[SUBJECTS];

static void report(bool same, uint32_t cp, enum subject subject)
{
	if (!same && ++mistakes[subject] <= SHOWN)
		printf("U+%04X: %s differs from ICU\n", (unsigned)cp, names[subject]);
}

static bool is_same(const UChar *text, int32_t len, const uint32_t *cps, size_t n)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar32 theirs[LONGEST];
	int32_t count;
	u_strToUTF32(theirs, LONGEST, &count, text, len, &status);
	return U_SUCCESS(status) && (size_t)count == n && memcmp(theirs, cps, n * sizeof *cps) == 0;
}

static void check_decomposition(const UNormalizer2 *icu, enum normal_form form, uint32_t cp, enum subject subject)
{
	static struct cpbuf ours;
	UErrorCode status = U_ZERO_ERROR;
	UChar theirs[LONGEST];
	int32_t len = unorm2_getDecomposition(icu, (UChar32)cp, theirs, LONGEST, &status);
	ours.len = 0;
	normal_decompose(form, cp, &ours);
	bool none = len < 0 && ours.len == 1 && ours.at[0] == cp;
	report(none || (len >= 0 && is_same(theirs, len, ours.at, ours.len)), cp, subject);
}

static void check_case_folding(uint32_t cp)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar source[2], theirs[LONGEST];
	int32_t len = 0;
	const uint32_t *ours = &cp;
	int n = cpmap_get(&unicode_casefold, cp, &ours);
	U16_APPEND_UNSAFE(source, len, cp);
	len = u_strFoldCase(theirs, LONGEST, source, len, U_FOLD_CASE_DEFAULT, &status);
	report(U_SUCCESS(status) && is_same(theirs, len, ours, n < 0 ? 1 : (size_t)n), cp, FOLDING);
}

static void check_properties(uint32_t cp)
{
	/* Both number the categories as Unicode lists them, but for private use and surrogates. */
	static const enum unicode_category ours[] = {
	    UNICODE_CN, UNICODE_LU, UNICODE_LL, UNICODE_LT, UNICODE_LM, UNICODE_LO, UNICODE_MN, UNICODE_ME,
	    UNICODE_MC, UNICODE_ND, UNICODE_NL, UNICODE_NO, UNICODE_ZS, UNICODE_ZL, UNICODE_ZP, UNICODE_CC,
	    UNICODE_CF, UNICODE_CO, UNICODE_CS, UNICODE_PD, UNICODE_PS, UNICODE_PE, UNICODE_PC, UNICODE_PO,
	    UNICODE_SM, UNICODE_SC, UNICODE_SK, UNICODE_SO, UNICODE_PI, UNICODE_PF};
	report(unicode_category(cp) == ours[u_charType((UChar32)cp)], cp, CATEGORY);
	report(unicode_ccc(cp) == u_getCombiningClass((UChar32)cp), cp, CLASS);
	bool maybe = u_getIntPropertyValue((UChar32)cp, UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE;
	report(unicode_composes_back(cp) == maybe, cp, MAYBE);
}

/* What ICU composes, we compose. */
static void check_composing(const UNormalizer2 *nfc, uint32_t cp)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar raw[4];
	UChar32 pair[2];
	int32_t count = 0, len = unorm2_getRawDecomposition(nfc, (UChar32)cp, raw, 4, &status);
	if (len > 0)
		u_strToUTF32(pair, 2, &count, raw, len, &status);
	if (U_SUCCESS(status) && count == 2 && unorm2_composePair(nfc, pair[0], pair[1]) == (UChar32)cp)
		report(normal_compose_pair((uint32_t)pair[0], (uint32_t)pair[1]) == cp, cp, COMPOSITE);
}

/* And the other way round. */
static void check_composites(const UNormalizer2 *nfc)
{
	for (uint32_t i = 0; i < UNICODE_COMPOSITE_SLOTS; i++) {
		const struct unicode_composite *entry = &unicode_composites[i];
		if (entry->composite)
			report(unorm2_composePair(nfc, (UChar32)entry->first, (UChar32)entry->second) ==
			           (UChar32)entry->composite,
			       entry->composite, COMPOSITE);
	}
}

int main(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status), *nfkc = unorm2_getNFKCInstance(&status);
	if (U_FAILURE(status)) {
		printf("ICU has no normal forms: %s\n", u_errorName(status));
		return EXIT_FAILURE;
	}
	UVersionInfo version;
	char icu[U_MAX_VERSION_STRING_LENGTH];
	u_getUnicodeVersion(version);
	u_versionToString(version, icu);
	printf("figure: Unicode %s in our tables, %s in utf8proc, %s in ICU\n", unicode_version,
	       utf8proc_unicode_version(), icu);
	if (strcmp(unicode_version, utf8proc_unicode_version()) != 0)
		printf("The tables were made from another utf8proc\n");
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		if (!u_isdefined((UChar32)cp) || unicode_category(cp) == UNICODE_CN || U_IS_SURROGATE(cp))
			continue;
		check_decomposition(nfc, NORMAL_NFC, cp, CANONICAL);
		check_decomposition(nfkc, NORMAL_NFKC, cp, COMPATIBLE);
		check_case_folding(cp);
		check_properties(cp);
		check_composing(nfc, cp);
	}
	check_composites(nfc);
	UVersionInfo own_version;
	u_versionFromString(own_version, unicode_version);
	bool same_version = !memcmp(own_version, version, sizeof version);
	int failed = 0;
	for (int i = 0; i < SUBJECTS; i++)
		failed += mistakes[i] && (same_version || is_promised(i));
	printf("%d passed, %d failed\n", SUBJECTS - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
