/* SPDX-License-Identifier: MIT */
/*
 * Which lines of a group stand beside each other: those that have most tokens in common, as long as they are in order. What
 * lies between two such pairs is a row of its own.
 */
#include <stdlib.h>

#include "common/bytes.h"
#include "compare/groups.h"

/* Lines that have so many tokens in common. */
struct line_pair {
	size_t a, b, common;
};

struct line_pairs {
	struct line_pair *at;
	size_t count, cap;
};

/* One more token. Of pairs that share a line the one with more of them stays. */
static void add_common(struct line_pairs *pairs, struct line_pair *run, size_t a, size_t b)
{
	if (run->a != a || run->b != b)
		*run = (struct line_pair){a, b, 0};
	run->common++;
	struct line_pair *last = pairs->count ? &pairs->at[pairs->count - 1] : NULL;
	if (last && (last->a == a || last->b == b)) {
		if (run->common > last->common)
			*last = *run;
		return;
	}
	if (pairs->count == pairs->cap) {
		pairs->cap = pairs->cap ? pairs->cap * 2 : 16;
		pairs->at = memory_grow(pairs->at, pairs->cap, sizeof *pairs->at);
	}
	pairs->at[pairs->count++] = *run;
}

/* The line of an offset that does not lie before `line`. */
static size_t line_from(const struct lines *lines, size_t line, size_t offset)
{
	while (line + 1 < lines->count && lines->starts[line + 1] <= offset)
		line++;
	return line;
}

/* Goes through tokens [from, to) of a block, counted from its start, which belong together. */
static void pair_lines(const struct print *print, const struct group *group, const struct block *block, uint32_t from, uint32_t to,
		       struct line_pairs *ret)
{
	const struct side *a = &print->comparison->a, *b = &print->comparison->b;
	size_t at_a = side_offset(a, block->a + from), at_b = side_offset(b, block->b + from);
	size_t line_a = group->a, line_b = lines_find(&print->b, at_b);
	struct line_pair run = {0};
	for (uint32_t i = from; i < to; i++) {
		const struct form *in_a = side_form(a, block->a + i), *in_b = side_form(b, block->b + i);
		line_a = line_from(&print->a, line_a, at_a + in_a->gap_len);
		line_b = line_from(&print->b, line_b, at_b + in_b->gap_len);
		if (line_a < group->a_end && line_b >= group->b && line_b < group->b_end)
			add_common(ret, &run, line_a, line_b);
		at_a += in_a->gap_len + in_a->core_len;
		at_b += in_b->gap_len + in_b->core_len;
	}
}

/* The first block that ends behind token `token` of A. */
static size_t block_behind(const struct blocks *blocks, uint32_t token)
{
	size_t low = 0, high = blocks->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (blocks->at[middle].a + blocks->at[middle].len <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void find_pairs(const struct print *print, const struct group *group, struct line_pairs *ret)
{
	const struct blocks *blocks = &print->comparison->blocks;
	const struct side *a = &print->comparison->a;
	uint32_t start = side_find(a, print->a.starts[group->a]), end = side_find(a, print->a.starts[group->a_end]);
	for (size_t i = block_behind(blocks, start); i < blocks->count && blocks->at[i].a < end; i++) {
		const struct block *block = &blocks->at[i];
		uint32_t from = start > block->a ? start - block->a : 0;
		uint32_t to = end - block->a < block->len ? end - block->a : block->len;
		pair_lines(print, group, block, from, to, ret);
	}
}

static void add_row(struct line_rows *rows, struct group row)
{
	if (row.a == row.a_end && row.b == row.b_end)
		return;
	if (rows->count == rows->cap) {
		rows->cap = rows->cap ? rows->cap * 2 : 16;
		rows->at = memory_grow(rows->at, rows->cap, sizeof *rows->at);
	}
	rows->at[rows->count++] = row;
}

void line_rows_of_group(const struct print *print, const struct group *group, struct line_rows *ret)
{
	struct line_pairs pairs = {0};
	struct group rest = *group;
	ret->count = 0;
	if (group->a < group->a_end && group->b < group->b_end)
		find_pairs(print, group, &pairs);
	for (size_t i = 0; i < pairs.count; i++) {
		const struct line_pair *pair = &pairs.at[i];
		add_row(ret, (struct group){.a = rest.a, .a_end = pair->a, .b = rest.b, .b_end = pair->b});
		add_row(ret, (struct group){.a = pair->a, .a_end = pair->a + 1, .b = pair->b, .b_end = pair->b + 1});
		rest.a = pair->a + 1;
		rest.b = pair->b + 1;
	}
	add_row(ret, rest);
	free(pairs.at);
}

void line_rows_release(struct line_rows *rows)
{
	free(rows->at);
}
