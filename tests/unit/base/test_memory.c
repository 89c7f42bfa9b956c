/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/cpbuf.h"
#include "base/memory.h"

Test(memory, makes_room)
{
	uint64_t *at = NULL;
	size_t cap = 0;
	static const size_t needs[] = {1, 2, 16, 17, 100, 99, 5000};
	for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
		size_t before = cap;
		cr_assert(memory_reserve(&at, &cap, needs[i], sizeof *at));
		cr_expect_geq(cap, needs[i]);
		cr_expect_geq(cap, before, "row %zu: it never shrinks", i);
		at[needs[i] - 1] = i;
	}
	free(at);
}

Test(memory, leaves_alone_what_is_large_enough)
{
	uint32_t *at = NULL;
	size_t cap = 0;
	cr_assert(memory_reserve(&at, &cap, 100, sizeof *at));
	uint32_t *before = at;
	size_t cap_before = cap;
	cr_expect(memory_reserve(&at, &cap, 100, sizeof *at));
	cr_expect(memory_reserve(&at, &cap, 0, sizeof *at));
	cr_expect_eq(at, before);
	cr_expect_eq(cap, cap_before);
	free(at);
}

Test(memory, grows_by_more_than_was_asked_for)
{
	char *at = NULL;
	size_t cap = 0, moves = 0;
	for (size_t need = 1; need <= 1000000; need++) {
		size_t before = cap;
		cr_assert(memory_reserve(&at, &cap, need, 1));
		moves += cap != before;
	}
	cr_expect_lt(moves, 40, "%zu allocations", moves);
	free(at);
}

/* The product of elements and size must not overflow to something small. */
Test(memory, refuses_what_no_size_can_say)
{
	static const size_t sizes[] = {2, 4, 8, 12, 4096};
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		void *at = NULL;
		size_t cap = 0;
		cr_expect_not(memory_reserve(&at, &cap, SIZE_MAX, sizes[i]), "size %zu", sizes[i]);
		cr_expect_not(memory_reserve(&at, &cap, SIZE_MAX / sizes[i] + 1, sizes[i]), "size %zu", sizes[i]);
		cr_expect_null(at);
		cr_expect_eq(cap, 0);
	}
}

Test(memory, copies_text)
{
	char *copy = memory_copy_text("abcdef", 3);
	cr_assert_not_null(copy);
	cr_expect_str_eq(copy, "abc");
	free(copy);
	copy = memory_copy_text(NULL, 0);
	cr_assert_not_null(copy);
	cr_expect_str_eq(copy, "");
	free(copy);
	copy = memory_copy_text("a\0b", 3);
	cr_assert_not_null(copy);
	cr_expect(!memcmp(copy, "a\0b", 4));
	free(copy);
}

Test(cpbuf, pushes)
{
	struct cpbuf buf = {0};
	for (uint32_t i = 0; i < 10000; i++)
		cpbuf_push(&buf, i * 7);
	cr_assert_eq(buf.len, 10000);
	cr_expect_not(buf.failed);
	for (uint32_t i = 0; i < 10000; i++)
		cr_assert_eq(buf.at[i], i * 7);
	cpbuf_release(&buf);
	cr_expect_null(buf.at);
	cr_expect_eq(buf.len, 0);
	cpbuf_push(&buf, 1);
	cr_expect_eq(buf.len, 1);
	cpbuf_release(&buf);
}

Test(cpbuf, failure_is_sticky)
{
	struct cpbuf buf = {0};
	cpbuf_push(&buf, 'a');
	buf.failed = true;
	cpbuf_push(&buf, 'b');
	cr_expect_eq(buf.len, 1);
	cpbuf_release(&buf);
	cr_expect_not(buf.failed);
}
