/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "common/utf8.h"
/* What machines take that have no vectors of this kind: the others are seen by whatever counts characters. */
#undef __SSE2__
#include "report/plain.h"

#include "report/characters.h"

static size_t encode(char *at, uint32_t cp)
{
	struct bytes bytes = {0};
	utf8_append(&bytes, cp);
	size_t len = bytes.len;
	memcpy(at, bytes.at, len);
	bytes_release(&bytes);
	return len;
}

static bool is_plain_letter(uint32_t cp)
{
	return cp < 0x100 && character_low[cp].kind == CHARACTER_LETTER && cp != 0xAA && cp != 0xBA;
}

/* A character in a line of letters, at each place where it is whole. */
static void check(uint32_t cp)
{
	char window[PLAIN_WIDTH];
	size_t len = encode(window, cp);
	for (size_t place = 0; place + len <= PLAIN_WIDTH; place++) {
		memset(window, 'x', sizeof window);
		encode(window + place, cp);
		struct plain plain = plain_look(window);
		uint64_t bytes = UINT64_MAX >> (PLAIN_WIDTH - len) << place;
		cr_expect_eq(plain.loud & ~bytes, 0, "U+%04X at %zu", cp, place);
		cr_expect(!(plain.loud & bytes) || (plain.loud & bytes) == bytes, "U+%04X at %zu", cp, place);
		if (is_plain_letter(cp))
			cr_expect_eq(plain.loud, 0, "U+%04X at %zu", cp, place);
		else
			cr_expect(plain.loud || !character_low[cp].kind, "U+%04X at %zu", cp, place);
		bool is_letter = plain.letters >> place & 1;
		cr_expect_eq(is_letter, is_plain_letter(cp), "U+%04X at %zu", cp, place);
		cr_expect_eq(plain_count(plain.letters), PLAIN_WIDTH - len + is_letter);
	}
}

Test(plain, characters)
{
	for (uint32_t cp = 0; cp < CHARACTERS_LOW; cp++)
		check(cp);
}

/* The window has only one byte of a letter. */
Test(plain, halves)
{
	char window[PLAIN_WIDTH];
	memset(window, 'x', sizeof window);
	window[0] = '\xA9';
	window[PLAIN_WIDTH - 1] = '\xC3';
	struct plain plain = plain_look(window);
	cr_expect_eq(plain.loud, UINT64_C(1) << (PLAIN_WIDTH - 1) | 1);
	cr_expect_eq(plain_count(plain.letters), PLAIN_WIDTH - 2);
}
