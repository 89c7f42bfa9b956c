/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/arabic_map.h"
#include "unicode/find.h"

enum { LENGTH_MAX = 200, GROUPS = LENGTH_MAX / FIND_GROUP + 2, TEXTS = 20000 };

/* Plain are ASCII letters and SPACE, é (C3 A9) and U+0628 (D8 A8). */
static const struct find_set plain = {
	.ascii = {0xA4, [1 ... 10] = 0xF0, [11 ... 15] = 0x50},
	.latin = {[9] = 1 << 6},
	.arabic = {[8] = 1 << 2},
};

/* '.' in front of a letter from a to o, and D9 in front of A0–AF. */
static const struct find_pair_set pairs = {
	.first_low = {[14] = 1, [9] = 2},
	.first_high = {[2] = 1, [13] = 2},
	.next_low = {2, [1 ... 15] = 3},
	.next_high = {[6] = 1, [10] = 2},
};

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit)
{
	random_state = random_state * 1664525 + 1013904223;
	return (random_state >> 8) % limit;
}

/* A text at the end of its memory, so that who reads behind it is caught by the tools for that. */
static uint8_t *make_text(size_t len)
{
	static const char *const pieces[] = {"a", "Z", " ", ".", ".b", "\u00E9", "\u00D7", "\u0628", "\u061F",
					     "\u0660", "\u2019", "\xC3", "\xD9", "\x80", "\xFF", "words and words"};
	uint8_t *text = malloc(len ? len : 1);
	cr_assert_not_null(text);
	for (size_t n = 0; n < len;) {
		const char *piece = pieces[random_below(sizeof pieces / sizeof pieces[0])];
		size_t size = strlen(piece) < len - n ? strlen(piece) : len - n;
		memcpy(text + n, piece, size);
		n += size;
	}
	return text;
}

static void expect_masks(const char *text, const char *loud, const char *latin, const char *arabic)
{
	struct find_masks masks;
	find_loud_best()(&plain, (const uint8_t *)text, strlen(text), &masks);
	for (size_t n = 0; text[n]; n++) {
		cr_expect_eq(masks.loud >> n & 1, loud[n] == 'x', "loud %zu of %s", n, text);
		cr_expect_eq(masks.latin >> n & 1, latin[n] == 'x', "latin %zu of %s", n, text);
		cr_expect_eq(masks.arabic >> n & 1, arabic[n] == 'x', "arabic %zu of %s", n, text);
	}
}

Test(find, what_is_loud)
{
	expect_masks("Az 1\u00E9\u00D7\u0628\u061F.a", "---x---x---xx-", "xx---x-------x", "---------x----");
	expect_masks("\xC3" "a\x80\u2019" "b", "-xxxxx-", "------x", "-------");
}

Test(find, what_pairs)
{
	static const uint8_t text[] = "a.b. .z\u0660\u0641.";
	uint64_t bits;
	find_pairs_best()(&pairs, text, sizeof text - 1, &bits);
	cr_expect_eq(bits, (uint64_t)1 << 1 | (uint64_t)1 << 7);
}

Test(find, vectors_map_the_same)
{
	uint8_t table[ARABIC_MAP_SIZE];
	for (size_t i = 0; i < ARABIC_MAP_SIZE; i++)
		table[i] = (uint8_t)(255 - i);
	for (size_t i = 0; i < TEXTS; i++) {
		static uint8_t found[LENGTH_MAX + FIND_GROUP], others[LENGTH_MAX + FIND_GROUP];
		size_t len = random_below(LENGTH_MAX);
		uint8_t *text = make_text(len);
		arabic_map_best()(table, text, len, found);
		arabic_map_portable(table, text, len, others);
		for (size_t n = 1; n < len; n++) {
			if ((text[n - 1] & 0xFE) != 0xD8 || (text[n] & 0xC0) != 0x80)
				continue;
			cr_assert_eq(found[n], 255 - ((text[n - 1] & 1) << 6 | (text[n] & 0x3F)), "text %zu at %zu", i, n);
			cr_assert_eq(others[n], found[n], "text %zu at %zu", i, n);
		}
		free(text);
	}
}

Test(find, vectors_find_the_same)
{
	for (size_t i = 0; i < TEXTS; i++) {
		struct find_masks masks[GROUPS], others[GROUPS];
		uint64_t found[GROUPS], other[GROUPS];
		size_t len = random_below(LENGTH_MAX), groups = find_groups(len);
		uint8_t *text = make_text(len);
		find_loud_best()(&plain, text, len, masks);
		find_loud_portable(&plain, text, len, others);
		cr_assert_arr_eq(masks, others, groups * sizeof masks[0], "text %zu of %zu bytes", i, len);
		find_pairs_best()(&pairs, text, len, found);
		find_pairs_portable(&pairs, text, len, other);
		cr_assert_arr_eq(found, other, groups * sizeof found[0], "text %zu of %zu bytes", i, len);
		free(text);
	}
}
