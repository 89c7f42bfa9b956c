/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>

#include "compare/align.h"
#include "property/random.h"

enum { LEN_MAX = 400, KEYS = 32 };

/* Two rows of tokens, each its own form and key. */
struct rows {
	uint32_t a[LEN_MAX], b[LEN_MAX], key_of[KEYS];
	uint32_t a_len, b_len;
};

/* The more alike, the more of B is A. */
static void make_rows(struct rows *rows, struct random *random, size_t len_max)
{
	size_t keys = 2 + random_below(random, KEYS - 2), alike = 1 + random_below(random, 6);
	for (uint32_t i = 0; i < KEYS; i++)
		rows->key_of[i] = i;
	rows->a_len = (uint32_t)random_below(random, len_max);
	rows->b_len = (uint32_t)random_below(random, len_max);
	for (uint32_t i = 0; i < rows->a_len; i++)
		rows->a[i] = (uint32_t)random_below(random, keys);
	for (uint32_t i = 0; i < rows->b_len; i++)
		rows->b[i] = i < rows->a_len && !random_once_in(random, alike) ? rows->a[i] : (uint32_t)random_below(random, keys);
}

/* The length of the longest common subsequence, by the table that every textbook has. */
static uint32_t longest_common(const struct rows *rows)
{
	static uint32_t table[LEN_MAX + 1][LEN_MAX + 1];
	for (uint32_t i = 0; i <= rows->a_len; i++) {
		for (uint32_t j = 0; j <= rows->b_len; j++) {
			if (!i || !j)
				table[i][j] = 0;
			else if (rows->a[i - 1] == rows->b[j - 1])
				table[i][j] = table[i - 1][j - 1] + 1;
			else
				table[i][j] = table[i - 1][j] > table[i][j - 1] ? table[i - 1][j] : table[i][j - 1];
		}
	}
	return table[rows->a_len][rows->b_len];
}

/* The tokens of all blocks, after a look at each: in order, inside, equal. */
static uint32_t check_blocks(const struct rows *rows, const struct blocks *blocks)
{
	uint32_t a = 0, b = 0, sum = 0;
	for (size_t i = 0; i < blocks->count; i++) {
		struct block block = blocks->at[i];
		cr_assert_gt(block.len, 0);
		cr_assert(block.a >= a && block.b >= b, "block %zu begins behind the one before", i);
		cr_assert(block.a + block.len <= rows->a_len && block.b + block.len <= rows->b_len);
		for (uint32_t k = 0; k < block.len; k++)
			cr_assert_eq(rows->a[block.a + k], rows->b[block.b + k]);
		a = block.a + block.len;
		b = block.b + block.len;
		sum += block.len;
	}
	return sum;
}

static struct range all_of(const struct rows *rows)
{
	return (struct range){0, rows->a_len, 0, rows->b_len};
}

Test(align, myers_finds_as_many_as_there_are)
{
	struct random random = {7};
	static struct rows rows;
	for (int round = 0; round < 3000; round++) {
		make_rows(&rows, &random, round % 50 ? 60 : LEN_MAX);
		struct keys a = {rows.a, rows.key_of}, b = {rows.b, rows.key_of};
		struct blocks blocks = {0};
		myers_align(&a, &b, all_of(&rows), &blocks);
		cr_assert_eq(check_blocks(&rows, &blocks), longest_common(&rows), "round %d", round);
		blocks_release(&blocks);
	}
}

/* Blocks that ascend within a range. */
static void check_inside(const struct blocks *blocks, struct range range, int round)
{
	for (size_t i = 0; i < blocks->count; i++) {
		struct block block = blocks->at[i];
		cr_assert(block.a >= range.a && block.b >= range.b, "round %d, block %zu", round, i);
		range.a = block.a + block.len;
		range.b = block.b + block.len;
		cr_assert(range.a <= range.a_end && range.b <= range.b_end, "round %d, block %zu", round, i);
	}
}

/* The search ends before the longer side does, and has been at the end of the shorter one long ago. */
Test(align, a_few_tokens_beside_very_many)
{
	enum { MANY = 6000, FEW = 16, AT = 4000 };
	static uint32_t many[MANY], few[AT + FEW], key_of[MANY];
	struct random random = {9};
	for (uint32_t i = 0; i < MANY; i++)
		key_of[i] = i;
	for (int round = 0; round < 300; round++) {
		uint32_t keys = 2 + (uint32_t)random_below(&random, MANY - 2), len = 1 + (uint32_t)random_below(&random, FEW);
		for (uint32_t i = 0; i < MANY; i++)
			many[i] = (uint32_t)random_below(&random, keys);
		for (uint32_t i = 0; i < len; i++)
			few[AT + i] = (uint32_t)random_below(&random, keys);
		struct keys a = {many, key_of}, b = {few, key_of};
		struct range range = {0, MANY, AT, AT + len}, turned = {AT, AT + len, 0, MANY};
		struct blocks blocks = {0};
		myers_align(&a, &b, range, &blocks);
		check_inside(&blocks, range, round);
		blocks_release(&blocks);
		myers_align(&b, &a, turned, &blocks);
		check_inside(&blocks, turned, round);
		blocks_release(&blocks);
	}
}

/* Tokens of so few keys are the worst for anchors: what stands once there stands there by chance. */
Test(align, anchors_leave_little_behind)
{
	struct random random = {8};
	static struct rows rows;
	uint64_t found = 0, there = 0;
	for (int round = 0; round < 1000; round++) {
		make_rows(&rows, &random, LEN_MAX);
		struct keys a = {rows.a, rows.key_of}, b = {rows.b, rows.key_of};
		struct blocks blocks = {0};
		align(&a, &b, all_of(&rows), &blocks);
		found += check_blocks(&rows, &blocks);
		there += longest_common(&rows);
		blocks_release(&blocks);
	}
	cr_expect_leq(found, there);
	cr_expect_geq(found * 100, there * 90, "%llu of %llu", (unsigned long long)found, (unsigned long long)there);
}

Test(align, equal_forms_need_no_equal_numbers)
{
	/* forms 0 and 1 have the same key */
	static const uint32_t key_of[] = {5, 5, 6}, in_a[] = {0, 2, 1}, in_b[] = {1, 2, 0};
	struct keys a = {in_a, key_of}, b = {in_b, key_of};
	struct blocks blocks = {0};
	align(&a, &b, (struct range){0, 3, 0, 3}, &blocks);
	cr_assert_eq(blocks.count, 1);
	cr_expect_eq(blocks.at[0].len, 3);
	blocks_release(&blocks);
}

/* Texts of which nothing is the same must not take for ever, whatever the size. */
Test(align, what_has_nothing_in_common_ends, .timeout = 60)
{
	enum { LEN = 300000 };
	uint32_t *forms = malloc(2 * LEN * sizeof *forms), *key_of = malloc(2 * LEN * sizeof *key_of);
	cr_assert(forms && key_of);
	for (uint32_t i = 0; i < 2 * LEN; i++) {
		forms[i] = i;
		key_of[i] = i;
	}
	struct keys a = {forms, key_of}, b = {forms + LEN, key_of};
	struct blocks blocks = {0};
	align(&a, &b, (struct range){0, LEN, 0, LEN}, &blocks);
	cr_expect_eq(blocks.count, 0);
	blocks_release(&blocks);
	free(forms);
	free(key_of);
}
