/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "places/fold.h"
#include "unicode/utf8.h"

static bool fold(const char *name, struct buffer *ret)
{
	ret->len = 0;
	return fold_name(name, strlen(name), ret);
}

static bool same(const char *a, const char *b)
{
	struct buffer x = {0}, y = {0};
	bool equal = fold(a, &x) && fold(b, &y) && x.len == y.len && memcmp(x.at, y.at, x.len) == 0;
	buffer_release(&x);
	buffer_release(&y);
	return equal;
}

Test(fold, spellings_of_one_name)
{
	static const char *const pairs[][2] = {
		{"Tin Zaouatine", "TINZAOUATINE"},
		{"Abéché", "Abe\u0301che\u0301"},
		{"N’Djaména", "N'Djamena"},
		{"N\u02BCDjamena", "NDJAMENA"},
		{"Aïn-el-Hadjel", "ain el hadjel"},
		{"Saint\u00ADLouis", "Saint\u2011Louis"},
		{"Phœnix", "PHOENIX"},
		{"Łódź", "Lodz"},
		{"6 Octobre", "٦ Octobre"},
		{"أبشي", "ابشى"},
		{"مكة", "مكه"},
		{"تِينْ زَوَاتِين", "تين زواتين"},
		{"تـيـن زواتين", "تين\u00A0زواتين"},
		{"\u0622سفي", "ا\u0653سفي"},
		{"بئر العاتر", "بي\u0654ر العاتر"},
		{"بئر", "بير"},
		{"کیدال", "كيدال"},
		{"\uFEFC\uFEFC", "لالا"},
		{"\u200Fمالي\u200F", "مالي"},
		{"ما\u200Dلي", "مالي"},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		cr_expect(same(pairs[i][0], pairs[i][1]), "%s, %s", pairs[i][0], pairs[i][1]);
}

Test(fold, other_names)
{
	static const char *const pairs[][2] = {
		{"Gao", "Goa"}, {"Mali", "مالي"}, {"مالي", "مال"}, {"عمان", "امان"}, {"Niger", "Nigeria"}, {"پاريس", "باريس"},
		{"1", "2"},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		cr_expect_not(same(pairs[i][0], pairs[i][1]), "%s, %s", pairs[i][0], pairs[i][1]);
}

Test(fold, a_byte_a_letter)
{
	struct buffer key = {0};
	cr_assert(fold("Tin Zaouatène", &key));
	cr_expect_eq(key.len, 12);
	cr_expect_eq(memcmp(key.at, "tinzaouatene", 12), 0);
	cr_assert(fold("تين زواتين", &key));
	cr_expect_eq(key.len, 9);
	for (size_t i = 0; i < key.len; i++)
		cr_expect_geq(key.at[i], FOLD_ARABIC);
	buffer_release(&key);
}

Test(fold, no_names)
{
	static const char *const names[] = {"", " - ", "\u064B", "Москва", "Mali Россия", "北京", "...", "\xFF\xC3", "\u0640"};
	struct buffer key = {0};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		cr_expect_not(fold(names[i], &key), "%s", names[i]);
		cr_expect_eq(key.len, 0);
	}
	buffer_release(&key);
}

Test(fold, appends)
{
	struct buffer key = {0};
	cr_assert(fold_name("Gao", 3, &key));
	cr_assert(fold_name("Kidal", 5, &key));
	cr_assert_not(fold_name("Киев", 8, &key));
	cr_expect_eq(key.len, 8);
	cr_expect_eq(memcmp(key.at, "gaokidal", 8), 0);
	buffer_release(&key);
}

Test(fold, bytes_that_are_no_characters)
{
	struct buffer key = {0};
	cr_expect(same("Ga\xFFo", "Gao"));
	for (unsigned a = 0; a < 256; a++)
		for (unsigned b = 0; b < 256; b++) {
			char text[] = {(char)a, (char)b, 'x', (char)a};
			key.len = 0;
			bool folded = fold_name(text, sizeof text, &key);
			cr_expect_eq(folded, key.len > 0);
		}
	buffer_release(&key);
}

/* The table says what the slow functions say of the same character, and a key holds nothing but letters. */
Test(fold, every_character)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		uint8_t letters[FOLD_LETTERS_MAX], kind;
		unsigned count = fold_letters(cp, letters, &kind);
		cr_assert_leq(count, FOLD_LETTERS_MAX);
		cr_assert(count || kind < FOLD_SEVERAL, "U+%04X", (unsigned)cp);
		for (unsigned i = 0; i < count; i++)
			cr_assert_geq(letters[i], FOLD_LETTER, "U+%04X", (unsigned)cp);
	}
}

Test(fold, kinds)
{
	static const struct {
		uint32_t cp;
		uint8_t kind;
	} rows[] = {
		{' ', FOLD_GAP}, {0x00A0, FOLD_GAP}, {0x202F, FOLD_GAP}, {'-', FOLD_GAP}, {0x2019, FOLD_GAP}, {0x2011, FOLD_GAP},
		{0x2013, FOLD_OTHER}, {'.', FOLD_OTHER}, {'\n', FOLD_OTHER}, {',', FOLD_OTHER}, {0x060C, FOLD_OTHER},
		{0x0640, FOLD_NOTHING}, {0x0301, FOLD_NOTHING}, {0x064E, FOLD_NOTHING}, {0x200D, FOLD_NOTHING},
		{0x00AD, FOLD_NOTHING}, {0x2067, FOLD_NOTHING}, {0x0416, FOLD_FOREIGN}, {0x4E00, FOLD_FOREIGN},
		{0x0153, FOLD_SEVERAL}, {UTF8_INVALID, FOLD_OTHER}, {0, FOLD_OTHER},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		uint8_t letters[FOLD_LETTERS_MAX], kind;
		fold_letters(rows[i].cp, letters, &kind);
		cr_expect_eq(kind, rows[i].kind, "U+%04X", (unsigned)rows[i].cp);
	}
}
