/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "unicode/utf8.h"

Test(utf8, every_code_point_survives)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		uint8_t text[4];
		uint32_t back;
		unsigned len = utf8_encode(cp, text);
		cr_assert_eq(len, utf8_length(cp), "U+%04X", cp);
		cr_assert_eq(utf8_decode(text, text + len, &back), len, "U+%04X", cp);
		cr_assert_eq(back, cp);
		cr_assert_eq(utf8_previous(text, text + len), text);
	}
}

/* By the definition: the value, the length and the range of each form. */
static unsigned decode_slowly(const uint8_t *s, size_t len, uint32_t *ret)
{
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned need = s[0] < 0x80 ? 1 : s[0] < 0xC0 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : s[0] < 0xF8 ? 4 : 0;
	*ret = UTF8_INVALID;
	if (!need || need > len)
		return 0;
	uint32_t cp = need == 1 ? s[0] : s[0] & 0x7Fu >> need;
	for (unsigned i = 1; i < need; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		cp = cp << 6 | (s[i] & 0x3Fu);
	}
	if (cp < smallest[need] || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		return 0;
	*ret = cp;
	return need;
}

/* Is there a character that starts with these bytes? */
static bool is_beginning(const uint8_t *s, size_t len)
{
	uint8_t text[4];
	uint32_t cp;
	memcpy(text, s, len);
	for (unsigned filler = 0x80; filler <= 0xBF; filler++) {
		memset(text + len, (int)filler, 4 - len);
		if (decode_slowly(text, 4, &cp) > len)
			return true;
	}
	return false;
}

/* All pairs of bytes, with some behind them, against the definition of a maximal subpart. */
Test(utf8, invalid_bytes_are_maximal_subparts)
{
	static const uint8_t more[] = {0x00, 0x41, 0x80, 0xBF, 0xC3, 0xE2, 0xFF};
	for (size_t i = 0; i < 0x10000 * sizeof more * sizeof more; i++) {
		size_t pair = i / (sizeof more * sizeof more);
		uint8_t third = more[i / sizeof more % sizeof more], fourth = more[i % sizeof more];
		uint8_t text[] = {(uint8_t)(pair >> 8), (uint8_t)pair, third, fourth};
		for (size_t len = 1; len <= 4; len++) {
			uint32_t cp, expected;
			unsigned used = utf8_decode(text, text + len, &cp);
			unsigned wanted = decode_slowly(text, len, &expected);
			if (!wanted)
				for (wanted = 1; wanted < len && is_beginning(text, wanted + 1);)
					wanted++;
			cr_assert(used == wanted && cp == expected, "%02X %02X %02X %02X, %zu bytes: %u, not %u",
			          text[0], text[1], text[2], text[3], len, used, wanted);
		}
	}
}

Test(utf8, incomplete_tail)
{
	static const struct {
		const char *text;
		size_t tail;
	} rows[] = {
	    {"", 0},
	    {"a", 0},
	    {"\xC3\xA9", 0},
	    {"a\xC3", 1},
	    {"a\xC1", 0},
	    {"\xE2", 1},
	    {"\xE2\x80", 2},
	    {"\xE2\x80\x99", 0},
	    {"\xE0\x80", 0},     /* overlong */
	    {"\xED\xA0", 0},     /* surrogate */
	    {"\xF0\x9F", 2},
	    {"\xF0\x9F\x99", 3},
	    {"\xF0\x9F\x99\x82", 0},
	    {"\xF4\x90", 0},     /* above U+10FFFF */
	    {"\xF5", 0},
	    {"\x80\x80\x80", 0},
	    {"a\x80", 0},
	    {"\xC3\xA9\x80\x80\x80\x80", 0},
	    {"\xE2\x80\x99\xE2\x80", 2},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *text = rows[i].text;
		cr_expect_eq(utf8_incomplete_tail((const uint8_t *)text, strlen(text)), rows[i].tail, "row %zu", i);
	}
}

/* A cut anywhere in a text leaves a tail which the rest completes. */
Test(utf8, cuts_can_be_mended)
{
	static const char text[] = "a\xC3\xA9\xD8\xB4\xE2\x80\x99\xF0\x9F\x99\x82z";
	const uint8_t *start = (const uint8_t *)text, *end = start + sizeof text - 1;
	for (size_t cut = 0; start + cut < end; cut++) {
		uint32_t cp;
		const uint8_t *from = start + cut - utf8_incomplete_tail(start, cut);
		unsigned used = utf8_decode(from, end, &cp);
		cr_expect_neq(cp, UTF8_INVALID, "cut at %zu", cut);
		cr_expect(from + used > start + cut);
		cr_expect_eq(utf8_previous(start, from + used), from);
	}
}

Test(utf8, bytes_that_begin_no_character)
{
	bool begins[256] = {false};
	uint8_t bytes[4];
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		if (cp >> 11 == 0xD800 >> 11)
			continue;
		utf8_encode(cp, bytes);
		begins[bytes[0]] = true;
	}
	for (unsigned byte = 0; byte < 256; byte++)
		cr_assert_eq(utf8_begins_none((uint8_t)byte), !begins[byte], "%02X", byte);
}

Test(utf8, broken_bytes_are_taken_alone)
{
	for (uint32_t pair = 0; pair < 0x10000; pair++) {
		uint8_t bytes[4] = {(uint8_t)(pair >> 8), (uint8_t)pair};
		for (size_t len = 1; len <= 2; len++) {
			uint32_t cp;
			unsigned used = utf8_decode(bytes, bytes + len, &cp);
			bool alone = used == 1 && cp == UTF8_INVALID, broken = utf8_is_broken(bytes, bytes + len);
			cr_assert(alone || !broken, "%04X", pair);
			/* What is missed: leads at the end, and those whose second byte has a range of its own. */
			cr_assert(broken || !alone || len == 1 || (bytes[0] >= 0xE0 && utf8_is_trail(bytes[1])), "%04X", pair);
		}
	}
}
