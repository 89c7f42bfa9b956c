/* SPDX-License-Identifier: MIT */
#include "compare/align.h"

#include <stdlib.h>

#include "common/bytes.h"
#include "compare/both.h"
#include "compare/keys.h"

void blocks_push(struct blocks *blocks, struct block block)
{
	if (blocks->count == blocks->cap) {
		blocks->cap = blocks->cap ? blocks->cap * 2 : 64;
		blocks->at = memory_grow(blocks->at, blocks->cap, sizeof *blocks->at);
	}
	blocks->at[blocks->count++] = block;
}

void blocks_add(struct blocks *blocks, uint32_t a, uint32_t b, uint32_t len)
{
	struct block *last = blocks->count ? &blocks->at[blocks->count - 1] : NULL;
	if (!len)
		return;
	if (last && last->a + last->len == a && last->b + last->len == b) {
		last->len += len;
		return;
	}
	blocks_push(blocks, (struct block){a, b, len});
}

void blocks_release(struct blocks *blocks)
{
	free(blocks->at);
	*blocks = (struct blocks){0};
}

/* What is as small as this needs no anchors. */
enum { SMALL = 48 };

static void align_level(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret);

/* Anchors, and what lies between and around them: to be aligned a level deeper. */
struct part {
	const struct keys *a, *b;
	struct range range;
	unsigned level;
	const struct block *anchors;
	size_t count;
	struct blocks *ret;
};

static void align_part(void *user)
{
	const struct part *part = user;
	struct range range = part->range;
	for (size_t i = 0; i < part->count; i++) {
		const struct block *anchor = &part->anchors[i];
		align_level(part->a, part->b, (struct range){range.a, anchor->a, range.b, anchor->b}, part->level, part->ret);
		blocks_add(part->ret, anchor->a, anchor->b, anchor->len);
		range.a = anchor->a + anchor->len;
		range.b = anchor->b + anchor->len;
	}
	align_level(part->a, part->b, range, part->level, part->ret);
}

/* The first anchor that stands in the second half of A. */
static size_t find_half(const struct part *part)
{
	uint32_t half = part->range.a + (part->range.a_end - part->range.a) / 2;
	size_t low = 0, high = part->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (part->anchors[middle].a < half)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What lies on both sides of an anchor has nothing to do with each other. */
static void align_halves(struct part *whole)
{
	struct blocks behind = {0};
	size_t half = find_half(whole);
	if (half == whole->count || whole->range.a_end - whole->range.a < BOTH_TOKENS) {
		align_part(whole);
		return;
	}
	struct part first = *whole, second = *whole;
	first.count = half;
	first.range.a_end = second.range.a = whole->anchors[half].a;
	first.range.b_end = second.range.b = whole->anchors[half].b;
	second.anchors += half;
	second.count -= half;
	second.ret = &behind;
	both_run(align_part, &first, &second);
	for (size_t i = 0; i < behind.count; i++)
		blocks_add(whole->ret, behind.at[i].a, behind.at[i].b, behind.at[i].len);
	blocks_release(&behind);
}

static bool is_small(struct range range)
{
	return range.a_end - range.a <= SMALL && range.b_end - range.b <= SMALL;
}

static void align_middle(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret)
{
	struct blocks anchors = {0};
	if (!is_small(range))
		level = anchors_find(a, b, range, level, &anchors);
	if (anchors.count)
		align_halves(&(struct part){a, b, range, level, anchors.at, anchors.count, ret});
	else
		myers_align(a, b, range, ret);
	blocks_release(&anchors);
}

static void align_level(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret)
{
	uint32_t start = keys_common_start(a, b, range);
	blocks_add(ret, range.a, range.b, start);
	range.a += start;
	range.b += start;
	uint32_t end = keys_common_end(a, b, range);
	range.a_end -= end;
	range.b_end -= end;
	if (range.a < range.a_end && range.b < range.b_end)
		align_middle(a, b, range, level, ret);
	blocks_add(ret, range.a_end, range.b_end, end);
}

void align(const struct keys *a, const struct keys *b, struct range range, struct blocks *ret)
{
	align_level(a, b, range, 0, ret);
}
