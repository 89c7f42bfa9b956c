/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "unicode/tables.h"

/* A row of expectations: what a map has for a code point; an empty sequence: nothing. */
struct row {
	const struct cpmap *map;
	uint32_t cp;
	uint32_t sequence[20];
};

static size_t length(const uint32_t *cps)
{
	size_t n = 0;
	while (cps[n])
		n++;
	return n;
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const uint32_t *got = NULL;
		int n = cpmap_get(rows[i].map, rows[i].cp, &got);
		size_t expected = length(rows[i].sequence);
		cr_expect_eq(n, expected ? (int)expected : -1, "U+%04X: %d", rows[i].cp, n);
		if (n > 0 && n == (int)expected)
			cr_expect_arr_eq(got, rows[i].sequence, expected * sizeof *got, "U+%04X", rows[i].cp);
		if (n < 0)
			cr_expect_null(got);
	}
}

Test(tables, unicode_maps)
{
	static const struct row rows[] = {
	    {&unicode_nfd, 0x00E9, {'e', 0x0301}},
	    {&unicode_nfd, 0x1EAD, {'a', 0x0323, 0x0302}},
	    {&unicode_nfd, 0x0622, {0x0627, 0x0653}},
	    {&unicode_nfd, 0xFB01, {0}},
	    {&unicode_nfd, 0xAC00, {0}},
	    {&unicode_nfd, 'e', {0}},
	    {&unicode_nfd, 0x10FFFF, {0}},
	    {&unicode_nfd, 0x2F800, {0x4E3D}},
	    {&unicode_nfkd, 0xFB01, {'f', 'i'}},
	    {&unicode_nfkd, 0x01C4, {'D', 'Z', 0x030C}},
	    {&unicode_nfkd, 0xFDFA,
	     {0x0635, 0x0644, 0x0649, ' ', 0x0627, 0x0644, 0x0644, 0x0647, ' ', 0x0639, 0x0644, 0x064A, 0x0647, ' ',
	      0x0648, 0x0633, 0x0644, 0x0645}},
	    {&unicode_casefold, 'A', {'a'}},
	    {&unicode_casefold, 'a', {0}},
	    {&unicode_casefold, 0x00C9, {0x00E9}},
	    {&unicode_casefold, 0x00DF, {'s', 's'}},
	    {&unicode_casefold, 0x0130, {'i', 0x0307}},
	    {&unicode_casefold, 'I', {'i'}},
	    {&unicode_casefold, 0x03C2, {0x03C3}},
	    {&arabic_forms, 0xFEFB, {0x0644, 0x0627}},
	    {&arabic_forms, 0xFE81, {0x0622}},
	    {&arabic_forms, 0xFE70, {' ', 0x064B}},
	    {&arabic_forms, 0xFE71, {0x0640, 0x064B}},
	    {&arabic_forms, 0xFB50, {0x0671}},
	    {&arabic_forms, 0xFD3E, {0}},
	    {&arabic_forms, 0xFEFF, {0}},
	    {&arabic_forms, 0xFE6F, {0}},
	};
	check_rows(rows, sizeof rows / sizeof rows[0]);
}

Test(tables, latin_maps)
{
	static const struct row rows[] = {
	    {&latin_accents, 0x00E9, {'e'}},       {&latin_accents, 0x00C7, {'C'}},
	    {&latin_accents, 0x00F8, {'o'}},       {&latin_accents, 0x0142, {'l'}},
	    {&latin_accents, 0x0111, {'d'}},       {&latin_accents, 0x0131, {'i'}},
	    {&latin_accents, 0x014B, {'n'}},       {&latin_accents, 0x00F0, {'d'}},
	    {&latin_accents, 0x0259, {'e'}},       {&latin_accents, 0x018F, {'E'}},
	    {&latin_accents, 0x0254, {'o'}},       {&latin_accents, 0x1EAD, {'a'}},
	    {&latin_accents, 0x0180, {'b'}},       {&latin_accents, 0x026A, {'i'}}, /* a small capital */
	    {&latin_accents, 0x0153, {0}},         {&latin_accents, 'e', {0}},
	    {&latin_accents, 0x00AA, {0}},         {&latin_accents, 0xFF41, {0}},
	    {&latin_accents, 0x0301, {0}},         {&latin_accents, 0x02BC, {0}},
	    {&latin_accents, 0x01FD, {0x00E6}},    {&latin_accents, 0x01EF, {0x0292}},
	    {&latin_ligatures, 0x0153, {'o', 'e'}}, {&latin_ligatures, 0x0152, {'O', 'E'}},
	    {&latin_ligatures, 0x00E6, {'a', 'e'}}, {&latin_ligatures, 0x00DF, {'s', 's'}},
	    {&latin_ligatures, 0x1E9E, {'S', 'S'}}, {&latin_ligatures, 0xFB01, {'f', 'i'}},
	    {&latin_ligatures, 0x0133, {'i', 'j'}}, {&latin_ligatures, 0x00FE, {'t', 'h'}},
	    {&latin_ligatures, 0x0263, {'g', 'h'}}, {&latin_ligatures, 0x01A2, {'G', 'H'}},
	    {&latin_ligatures, 0x01F6, {'H', 'V'}}, {&latin_ligatures, 0x00E9, {0}},
	    {&latin_ligatures, 0x01FD, {'a', 0x00E9}},
	};
	check_rows(rows, sizeof rows / sizeof rows[0]);
}

static uint32_t first_of(const struct cpmap *map, uint32_t cp)
{
	const uint32_t *sequence;
	return cpmap_get(map, cp, &sequence) > 0 ? sequence[0] : cp;
}

/* Without its accents a letter is what its decomposition is without them; and nothing is left to do. */
Test(tables, latin_maps_are_closed)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		const uint32_t *got;
		if (cpmap_get(&latin_accents, cp, &got) == 1) {
			cr_expect_eq(got[0], first_of(&latin_accents, first_of(&unicode_nfd, cp)), "U+%04X", cp);
			cr_expect_eq(cpmap_get(&latin_accents, got[0], &got), -1, "U+%04X", cp);
		}
		if (unicode_script(cp) == UNICODE_SCRIPT_LATIN && unicode_category(cp) <= UNICODE_LO &&
		    cpmap_get(&unicode_nfd, cp, &got) > 0)
			cr_expect_eq(cpmap_get(&latin_accents, cp, &got), 1, "U+%04X", cp);
		int n = cpmap_get(&latin_ligatures, cp, &got);
		for (int i = 0; i < n; i++) {
			const uint32_t *more;
			cr_expect_eq(cpmap_get(&latin_ligatures, got[i], &more), -1, "U+%04X", cp);
		}
	}
}

/* Nothing in a decomposition decomposes, and its marks are in order. */
Test(tables, decompositions_are_full)
{
	const struct cpmap *maps[] = {&unicode_nfd, &unicode_nfkd};
	for (size_t m = 0; m < 2; m++) {
		uint32_t bit = m ? UNICODE_NFKD_CHANGES : UNICODE_NFD_CHANGES;
		for (uint32_t cp = 0; cp < 0x110000; cp++) {
			const uint32_t *got = NULL;
			int n = cpmap_get(maps[m], cp, &got);
			bool hangul = cp >= 0xAC00 && cp <= 0xD7A3;
			cr_assert_eq(!(unicode_props(cp) & bit), n < 0 && !hangul, "U+%04X", cp);
			for (int i = 0; i < n; i++) {
				cr_assert_not(unicode_props(got[i]) & bit, "U+%04X", cp);
				unsigned class = unicode_ccc(got[i]);
				cr_assert(!i || !class || unicode_ccc(got[i - 1]) <= class, "U+%04X", cp);
			}
		}
	}
}

Test(tables, composites)
{
	size_t count = 0;
	for (uint32_t i = 0; i < UNICODE_COMPOSITE_SLOTS; i++) {
		const struct unicode_composite *entry = &unicode_composites[i];
		if (!entry->composite)
			continue;
		count++;
		cr_expect_eq(unicode_compose(entry->first, entry->second), entry->composite);
		cr_expect(unicode_composes_back(entry->second), "U+%04X", entry->second);
	}
	cr_expect_geq(count, 941); /* of Unicode 15; later versions add some (tests/conformance compares them with ICU) */
	cr_expect_eq(unicode_compose('e', 0x0301), 0x00E9);
	cr_expect_eq(unicode_compose('b', 0x0301), 0);
	cr_expect_eq(unicode_compose(0x0308, 0x0301), 0); /* excluded */
	cr_expect_eq(unicode_compose(0, 0), 0);
	cr_expect_eq(unicode_compose(0x10FFFF, 0x10FFFF), 0);
}

Test(tables, properties)
{
	static const struct {
		uint32_t cp;
		unsigned ccc;
		enum unicode_category category;
		enum unicode_script script;
		bool ignorable, composes_back, white_space;
	} rows[] = {
	    {'e', 0, UNICODE_LL, UNICODE_SCRIPT_LATIN, false, false, false},
	    {' ', 0, UNICODE_ZS, UNICODE_SCRIPT_COMMON, false, false, true},
	    {'\n', 0, UNICODE_CC, UNICODE_SCRIPT_COMMON, false, false, true},
	    {0x0153, 0, UNICODE_LL, UNICODE_SCRIPT_LATIN, false, false, false},
	    {0x0301, 230, UNICODE_MN, UNICODE_SCRIPT_INHERITED, false, true, false},
	    {0x0628, 0, UNICODE_LO, UNICODE_SCRIPT_ARABIC, false, false, false},
	    {0x0640, 0, UNICODE_LM, UNICODE_SCRIPT_COMMON, false, false, false},
	    {0x064B, 27, UNICODE_MN, UNICODE_SCRIPT_INHERITED, false, false, false},
	    {0x0653, 230, UNICODE_MN, UNICODE_SCRIPT_INHERITED, false, true, false},
	    {0x0660, 0, UNICODE_ND, UNICODE_SCRIPT_ARABIC, false, false, false},
	    {0x060C, 0, UNICODE_PO, UNICODE_SCRIPT_COMMON, false, false, false},
	    {0x05D0, 0, UNICODE_LO, UNICODE_SCRIPT_HEBREW, false, false, false},
	    {0x2D30, 0, UNICODE_LO, UNICODE_SCRIPT_TIFINAGH, false, false, false},
	    {0x0915, 0, UNICODE_LO, UNICODE_SCRIPT_OTHER, false, false, false},
	    {0x1161, 0, UNICODE_LO, UNICODE_SCRIPT_OTHER, false, true, false},
	    {0x200D, 0, UNICODE_CF, UNICODE_SCRIPT_INHERITED, true, false, false},
	    {0x202F, 0, UNICODE_ZS, UNICODE_SCRIPT_COMMON, false, false, true},
	    {0xD800, 0, UNICODE_CS, UNICODE_SCRIPT_OTHER, false, false, false},
	    {0xE000, 0, UNICODE_CO, UNICODE_SCRIPT_OTHER, false, false, false},
	    {0x0378, 0, UNICODE_CN, UNICODE_SCRIPT_OTHER, false, false, false},
	    {0x10FFFF, 0, UNICODE_CN, UNICODE_SCRIPT_OTHER, false, false, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		uint32_t cp = rows[i].cp;
		cr_expect_eq(unicode_ccc(cp), rows[i].ccc, "U+%04X", cp);
		cr_expect_eq(unicode_category(cp), rows[i].category, "U+%04X", cp);
		cr_expect_eq(unicode_script(cp), rows[i].script, "U+%04X", cp);
		cr_expect_eq(unicode_is_ignorable(cp), rows[i].ignorable, "U+%04X", cp);
		cr_expect_eq(unicode_composes_back(cp), rows[i].composes_back, "U+%04X", cp);
		cr_expect_eq(unicode_is_white_space(cp), rows[i].white_space, "U+%04X", cp);
	}
}
