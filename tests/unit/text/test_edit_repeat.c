/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/edit_list.h"
#include "text/step.h"

/* A list that is packed says what the same list says that is not. Rows of all lengths, between single edits and long ones. */

enum { LISTS = 60, ROWS = 25 };

static const norm_rule rule_a = {.id = "a"};
static const norm_rule *const rules[RULESET_MAX] = {&rule_a};
static struct ruleset_pool shared;

static uint32_t next_random(uint32_t *state, uint32_t limit)
{
	*state = *state * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)*state * limit >> 32);
}

static void begin(struct norm_edits *plain, struct norm_edits *packed)
{
	struct ruleset set = {0};
	ruleset_add(&set, 0);
	ruleset_intern(&shared, &set);
	*plain = *packed = (struct norm_edits){.shared = &shared, .rules = rules};
}

static void end(struct norm_edits *plain, struct norm_edits *packed)
{
	edit_list_release(plain);
	edit_list_release(packed);
	ruleset_pool_release(&shared);
}

static void add(struct norm_edits *plain, struct norm_edits *packed, struct edit_span span)
{
	edit_list_add(plain, span);
	edit_list_add(packed, span);
}

/* Append a row of edits that are alike, or of one. Returns where it ends. */
static struct edit_span add_row(struct norm_edits *plain, struct norm_edits *packed, struct edit_span at, uint32_t *random)
{
	uint32_t gap = next_random(random, 3), from = next_random(random, 4), to = next_random(random, 3) + (from == 0);
	uint32_t count = next_random(random, 2) ? next_random(random, 40) : 1;
	if (next_random(random, 6) == 0)
		from = 300; /* too long for a record */
	at = (struct edit_span){at.source_end + gap, at.source_end + gap, at.output_end + gap, at.output_end + gap, 0};
	for (; count; count--) {
		at = (struct edit_span){at.source_end, at.source_end + from, at.output_end, at.output_end + to, 0};
		add(plain, packed, at);
	}
	return at;
}

static void fill(struct norm_edits *plain, struct norm_edits *packed, uint32_t *random)
{
	struct edit_span at = {0};
	for (int row = 0; row < ROWS; row++) {
		at = add_row(plain, packed, at, random);
		if (next_random(random, 5) == 0)
			edit_list_pack_from(packed, packed->packed);
	}
	plain->source_len = packed->source_len = at.source_end + 5;
	plain->output_len = packed->output_len = at.output_end + 5;
}

static void expect_same_edits(const struct norm_edits *plain, const struct norm_edits *packed)
{
	norm_edit_iter left = {0}, right = {0};
	norm_edit a, b;
	cr_assert_eq(norm_edits_count(plain), norm_edits_count(packed));
	while (norm_edits_next(plain, &left, &a)) {
		cr_assert(norm_edits_next(packed, &right, &b));
		cr_assert(a.source_start == b.source_start && a.source_end == b.source_end && a.output_start == b.output_start &&
			  a.output_end == b.output_end && a.index == b.index, "edit %zu", a.index);
		cr_assert_eq(norm_edits_rules(packed, b.index, NULL, 0), 1);
		cr_assert(edit_list_ends_at(plain, (uint32_t)a.source_end, false) ==
			  edit_list_ends_at(packed, (uint32_t)a.source_end, false));
	}
	cr_assert_not(norm_edits_next(packed, &right, &b));
}

static void expect_same_map(const struct norm_edits *plain, const struct norm_edits *packed)
{
	for (uint64_t at = 0; at <= plain->source_len; at++)
		cr_assert_eq(norm_edits_to_output(plain, at), norm_edits_to_output(packed, at), "source %d", (int)at);
	for (uint64_t at = 0; at <= plain->output_len; at++) {
		uint64_t start[2], stop[2];
		norm_edits_source_span(plain, at, at + 1, &start[0], &stop[0]);
		norm_edits_source_span(packed, at, at + 1, &start[1], &stop[1]);
		cr_assert(start[0] == start[1] && stop[0] == stop[1], "output %d", (int)at);
	}
}

Test(edit_repeat, says_the_same)
{
	for (uint32_t seed = 1; seed <= LISTS; seed++) {
		struct norm_edits plain, packed;
		uint32_t random = seed;
		begin(&plain, &packed);
		fill(&plain, &packed, &random);
		edit_list_pack_from(&packed, packed.packed);
		cr_assert_lt(packed.len, plain.len);
		expect_same_edits(&plain, &packed);
		expect_same_map(&plain, &packed);
		end(&plain, &packed);
	}
}

Test(edit_repeat, is_cut_in_the_middle_of_a_row)
{
	for (uint32_t seed = 1; seed <= LISTS; seed++) {
		struct norm_edits plain, packed;
		uint32_t random = seed;
		begin(&plain, &packed);
		fill(&plain, &packed, &random);
		while (norm_edits_count(&plain)) {
			struct edit_span at = edit_list_span(&plain, next_random(&random, (uint32_t)norm_edits_count(&plain)));
			edit_list_cut(&plain, at.source_start, at.output_start);
			edit_list_cut(&packed, at.source_start, at.output_start);
			expect_same_edits(&plain, &packed);
			if (next_random(&random, 3) == 0)
				edit_list_pack_from(&packed, packed.packed);
		}
		end(&plain, &packed);
	}
}

Test(edit_repeat, goes_back_to_what_is_not_packed)
{
	struct norm_edits plain, packed;
	uint32_t random = 7;
	begin(&plain, &packed);
	fill(&plain, &packed, &random);
	edit_list_pack_from(&packed, packed.packed);
	struct edit_mark marks[] = {edit_list_mark(&plain), edit_list_mark(&packed)};
	fill(&plain, &packed, &random);
	edit_list_pack_from(&packed, marks[1].len);
	edit_list_rewind(&plain, marks[0]);
	edit_list_rewind(&packed, marks[1]);
	expect_same_edits(&plain, &packed);
	end(&plain, &packed);
}

Test(edit_repeat, waits_for_many)
{
	struct norm_edits plain, packed;
	begin(&plain, &packed);
	for (uint32_t i = 0; i < 1 << 17; i++) {
		add(&plain, &packed, (struct edit_span){i, i + 1, 0, 0, 0});
		edit_list_pack(&packed, 0);
	}
	cr_assert_lt(packed.cap, 1 << 17);
	expect_same_edits(&plain, &packed);
	end(&plain, &packed);
}
