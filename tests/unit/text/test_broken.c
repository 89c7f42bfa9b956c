/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/broken.h"

enum { LEN = 64, TEXTS = 2000 };

static uint32_t next_random(uint32_t *state, uint32_t limit)
{
	*state = *state * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)*state * limit >> 32);
}

/* The same, one by one. */
static size_t count_broken(const uint8_t *at, const uint8_t *limit, const uint8_t *end)
{
	const uint8_t *start = at;
	while (at < limit && utf8_is_broken(at, end))
		at++;
	return (size_t)(at - start);
}

/* Few bytes begin or end a row, so that rows are long enough for more than one look. */
static uint8_t some_byte(uint32_t *random)
{
	static const uint8_t borders[] = {'a', 0xC1, 0xC2, 0xDF, 0xE0, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF, 0x7F, 0x80, 0xBF};
	bool border = next_random(random, 6) == 0;
	return border ? borders[next_random(random, sizeof borders)] : (uint8_t)(0x80 + next_random(random, 0x40));
}

Test(broken, a_row_is_what_is_broken_one_by_one)
{
	uint8_t text[LEN];
	uint32_t random = 1;
	for (int i = 0; i < TEXTS; i++) {
		for (size_t k = 0; k < LEN; k++)
			text[k] = some_byte(&random);
		const uint8_t *start = text + next_random(&random, LEN), *end = start + next_random(&random, (uint32_t)(text + LEN - start) + 1);
		for (const uint8_t *limit = start; limit <= end; limit++)
			cr_assert_eq(broken_run(start, limit, end), count_broken(start, limit, end), "text %d, %d of %d bytes", i,
				     (int)(limit - start), (int)(end - start));
	}
}

Test(broken, a_long_row_is_one)
{
	static uint8_t text[4096];
	memset(text, 0x80, sizeof text);
	cr_expect_eq(broken_run(text, text + sizeof text, text + sizeof text), sizeof text);
	text[4000] = ' ';
	cr_expect_eq(broken_run(text, text + sizeof text, text + sizeof text), 4000);
}
