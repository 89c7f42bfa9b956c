/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"

Test(buffer, starts_empty_and_is_empty_after_release)
{
	struct buffer buffer = {0};
	buffer_append(&buffer, NULL, 0);
	cr_expect_eq(buffer.len, 0);
	cr_expect_null(buffer.at);
	buffer_append_text(&buffer, "text");
	buffer_release(&buffer);
	cr_expect_null(buffer.at);
	cr_expect_eq(buffer.len, 0);
	cr_expect_eq(buffer.cap, 0);
	buffer_append_text(&buffer, "again");
	cr_expect_eq(buffer.len, 5);
	buffer_release(&buffer);
}

Test(buffer, appends_bytes_of_every_value)
{
	struct buffer buffer = {0};
	for (int i = 0; i < 100000; i++)
		buffer_append(&buffer, &(uint8_t){(uint8_t)i}, 1);
	cr_assert_eq(buffer.len, 100000);
	for (int i = 0; i < 100000; i++)
		cr_assert_eq(buffer.at[i], (uint8_t)i, "byte %d", i);
	cr_expect_geq(buffer.cap, buffer.len);
	buffer_release(&buffer);
}

Test(buffer, appends_text_without_its_end)
{
	struct buffer buffer = {0};
	buffer_append_text(&buffer, "a");
	buffer_append_text(&buffer, "");
	buffer_append_text(&buffer, "bc");
	cr_expect_eq(buffer.len, 3);
	cr_expect(!memcmp(buffer.at, "abc", 3));
	buffer_release(&buffer);
}

Test(buffer, reserves_room_behind_its_length)
{
	struct buffer buffer = {0};
	buffer_append_text(&buffer, "abc");
	cr_expect(buffer_reserve(&buffer, 1000));
	cr_expect_geq(buffer.cap, 1003);
	cr_expect_eq(buffer.len, 3);
	const uint8_t *at = buffer.at;
	for (int i = 0; i < 1000; i++)
		buffer_append_text(&buffer, "x");
	cr_expect_eq(buffer.at, at, "what was reserved is not allocated again");
	buffer_release(&buffer);
}

Test(buffer, grows_seldom)
{
	struct buffer buffer = {0};
	size_t moves = 0;
	for (int i = 0; i < 1000000; i++) {
		size_t cap = buffer.cap;
		buffer_append_text(&buffer, "x");
		moves += buffer.cap != cap;
	}
	cr_expect_lt(moves, 40, "%zu allocations", moves);
	buffer_release(&buffer);
}

Test(buffer, failure_is_sticky)
{
	struct buffer buffer = {0};
	buffer_append_text(&buffer, "kept");
	cr_expect_not(buffer_reserve(&buffer, SIZE_MAX));
	cr_expect(buffer.failed);
	cr_expect_not(buffer_reserve(&buffer, 0));
	buffer_append_text(&buffer, "lost");
	cr_expect_eq(buffer.len, 4);
	cr_expect(!memcmp(buffer.at, "kept", 4));
	buffer_release(&buffer);
	cr_expect_not(buffer.failed);
}
