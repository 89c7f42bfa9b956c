/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "text/paragraph.h"

#define PS "\xE2\x80\xA9"

static const struct {
	const char *text;
	size_t first;  /* end of the first paragraph */
	bool complete; /* one ends at the end of the text */
	size_t last;   /* last end of a paragraph, 0: none */
} rows[] = {
    {"a", 1, false, 0},
    {"\n", 1, true, 1},
    {"a\n", 2, true, 2},
    {"a\nb", 2, false, 2},
    {"a\r\nb", 3, false, 3},
    {"a\rb", 3, false, 0},
    {"\n\n\n", 1, true, 3},
    {"a" PS "b", 4, false, 4},
    {"a" PS, 4, true, 4},
    {"a" PS "b\nc", 4, false, 6},
    {"a\nb" PS, 2, true, 6},
    {PS "\n", 3, true, 4},
    {"\xE2\x80", 2, false, 0},               /* the beginning of a separator … */
    {"\xE2\x80\n", 3, true, 3},
    {"\xE2\x80\xA8x\xE2\x80\xAA", 7, false, 0}, /* … and its neighbours */
    {"\x80\xA9\n\xFF", 3, false, 3},
};

Test(paragraph, ends)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const uint8_t *text = (const uint8_t *)rows[i].text;
		size_t len = strlen(rows[i].text);
		cr_expect_eq(paragraph_first_end(text, len), rows[i].first, "row %zu", i);
		cr_expect_eq(paragraph_is_complete(text, len), rows[i].complete, "row %zu", i);
		cr_expect_eq(paragraph_last_start(text, len), rows[i].last, "row %zu", i);
	}
}

/* By bytes, on many texts: the first end is the end of the shortest beginning that is complete. */
Test(paragraph, first_end_is_the_first_complete_one)
{
	static const char *const letters[] = {"a", "\n", "\r", PS, "\xE2", "\x80", "\xA9"};
	for (unsigned number = 0; number < 7 * 7 * 7 * 7; number++) {
		char text[16] = "";
		for (unsigned i = 0, rest = number; i < 4; i++, rest /= 7)
			memcpy(text + strlen(text), letters[rest % 7], strlen(letters[rest % 7]) + 1);
		size_t len = strlen(text), first = 1;
		while (first < len && !paragraph_is_complete((const uint8_t *)text, first))
			first++;
		cr_assert_eq(paragraph_first_end((const uint8_t *)text, len), first, "text %u", number);
	}
}
