/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "text/lexer.h"

static void begin(struct lexer *lexer, const char *text)
{
	lexer_begin(lexer, (const uint8_t *)text, strlen(text));
}

static const struct {
	uint32_t cp;
	uint8_t unit;
} rows[] = {
    {'A', 'a'},          {'z', 'z'},           {0xE9, 'e'},         {0xC9, 'e'},        {0x153, UNIT_LATIN},
    {0x391, UNIT_LETTER}, {0x0661, '1'},       {0x06F9, '9'},       {0xA0, ' '},        {0x202F, ' '},
    {'\t', ' '},         {'\r', UNIT_LINE},    {0x2029, UNIT_LINE}, {0x2019, '\''},     {0x2032, '\''},
    {0x201D, '"'},       {0x2013, '-'},        {0x2014, UNIT_SYMBOL}, {0x2026, UNIT_ELLIPSIS}, {0xAB, UNIT_GUILLEMET},
    {0x060C, UNIT_ARABIC_STOP}, {0x0621, UNIT_HAMZA}, {0x064A, UNIT_ARABIC_YEH}, {0x06CC, UNIT_ARABIC},
    {0x0301, UNIT_NONE}, {0x064E, UNIT_NONE},  {0x200F, UNIT_NONE}, {0xAD, UNIT_NONE},  {0x226E, '<'},
    {0x37E, ';'},        {0x00, UNIT_SYMBOL},  {0x1F600, UNIT_SYMBOL},
};

Test(lexer, units_of_characters)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		cr_expect_eq(unit_of(rows[i].cp), rows[i].unit, "U+%04X is %u", rows[i].cp, unit_of(rows[i].cp));
}

/* Marks and further spaces belong to what is in front of them, bytes that are no characters are units. */
Test(lexer, a_row_of_units)
{
	static const uint8_t units[] = {'e', ' ', 'x', UNIT_BAD, '.'};
	static const size_t starts[] = {0, 5, 9, 10, 14, 15};
	struct lexer lexer = {0};
	begin(&lexer, "E\u0301\u0323  \u00A0x\xFF\u200F.");
	cr_assert_eq(lexer_seek(&lexer, 0), 0);
	for (size_t i = 0; i < sizeof units; i++) {
		cr_expect_eq(lexer_at(&lexer, i), units[i], "unit %zu", i);
		cr_expect_eq(lexer_offset(&lexer, i), starts[i], "unit %zu", i);
	}
	cr_expect_eq(lexer_at(&lexer, 5), UNIT_END);
	cr_expect_eq(lexer_offset(&lexer, 5), starts[5]);
	lexer_release(&lexer);
}

/* The row begins at a word, and what is in front of it is seen by looking back only. */
Test(lexer, looking_back)
{
	uint8_t back[16];
	struct lexer lexer = {0};
	begin(&lexer, "un  de\u0301but puis:12");
	size_t i = lexer_seek(&lexer, strlen("un  de\u0301but puis"));
	cr_assert_eq(i, 4);
	cr_expect_eq(lexer_before(&lexer, 0), ' ');
	cr_expect(lexer_has(&lexer, i, ":12"));
	cr_expect_not(lexer_has(&lexer, i, ":123"));
	cr_assert_eq(lexer_look_back(&lexer, i, back, sizeof back), 13);
	cr_expect(!memcmp(back, "siup tubed nu", 13));
	cr_expect_eq(lexer_look_back(&lexer, i, back, 6), 6);
	lexer_release(&lexer);
}

/* It also begins with what was no character; that is looked back over as well. */
Test(lexer, a_row_begins_with_what_is_broken)
{
	static const uint8_t expected[] = {UNIT_BAD, 'b', UNIT_BAD, 'a'};
	uint8_t back[4];
	struct lexer lexer = {0};
	begin(&lexer, "a\uFFFDb\uFFFDcd:\uFFFD\uFFFD");
	cr_assert_eq(lexer_seek(&lexer, strlen("a\uFFFDb\uFFFDcd")), 3);
	cr_expect_eq(lexer_at(&lexer, 0), UNIT_BAD);
	cr_expect_eq(lexer_before(&lexer, 1), UNIT_BAD);
	cr_assert_eq(lexer_look_back(&lexer, 1, back, sizeof back), sizeof back);
	cr_expect_arr_eq(back, expected, sizeof expected);
	cr_expect_eq(lexer_at(&lexer, lexer_seek(&lexer, strlen("a\uFFFDb\uFFFDcd:\uFFFD"))), UNIT_BAD);
	lexer_release(&lexer);
}

/* However long a word is, what lies far behind is forgotten. */
Test(lexer, memory_is_bounded)
{
	static char text[1 << 20];
	memset(text, 'x', sizeof text - 1);
	struct lexer lexer = {0};
	begin(&lexer, text);
	for (size_t at = 0; at < sizeof text - 1; at += 100) {
		size_t i = lexer_seek(&lexer, at);
		cr_assert_eq(lexer_offset(&lexer, i), at);
		cr_assert(at < LEXER_REACH || i >= LEXER_REACH);
	}
	cr_expect_lt(lexer.cap, 20000);
	cr_expect_leq(lexer.looked, 4 * sizeof text);
	lexer_release(&lexer);
}
