/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "common/origin.h"

/* Letters of two bytes that were one byte each, at every tenth place of the text. */
static void fill(struct origin *origin, uint64_t count)
{
	origin_start(origin);
	for (uint64_t i = 0; i < count; i++)
		origin_add(origin, &(struct origin_span){i * 10, i * 10 + 2, i * 9, i * 9 + 1});
}

Test(origin, without_spans_both_are_the_same)
{
	struct origin origin = {0};
	origin_start(&origin);
	cr_expect_eq(origin_source(&origin, 0, false), 0);
	cr_expect_eq(origin_source(&origin, 77, true), 77);
	origin_release(&origin);
}

Test(origin, finds_the_byte)
{
	struct origin origin = {0};
	fill(&origin, 100);
	for (uint64_t i = 0; i < 100; i++) {
		cr_expect_eq(origin_source(&origin, i * 10, false), i * 9);
		cr_expect_eq(origin_source(&origin, i * 10 + 1, false), i * 9, "within a span, its start");
		cr_expect_eq(origin_source(&origin, i * 10 + 1, true), i * 9 + 1, "or its end");
		cr_expect_eq(origin_source(&origin, i * 10 + 2, true), i * 9 + 1);
		cr_expect_eq(origin_source(&origin, i * 10 + 7, false), i * 9 + 6);
	}
	origin_release(&origin);
}

Test(origin, what_is_forgotten_changes_nothing_behind_it)
{
	struct origin origin = {0};
	fill(&origin, 100);
	for (uint64_t at = 0; at < 1000; at += 33) {
		origin_forget(&origin, at);
		for (uint64_t next = at; next < 1000; next++) {
			uint64_t inside = next % 10;
			cr_assert_eq(origin_source(&origin, next, false), next / 10 * 9 + (inside > 1 ? inside - 1 : 0),
				     "%llu behind %llu", (unsigned long long)next, (unsigned long long)at);
		}
	}
	cr_expect_lt(origin.count, 50);
	origin_release(&origin);
}
