/* SPDX-License-Identifier: MIT */
#include "compare/align.h"

#include <stdlib.h>

#include "common/bytes.h"
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

/*
 * Rows of six tokens that occur once are hardly ever there by chance; then shorter ones; then single tokens. Where a text
 * repeats itself, nothing occurs once, but rows do so as often on both sides.
 */
static const struct {
	uint32_t window, times;
} levels[] = {{6, 1}, {3, 1}, {1, 1}, {6, 64}};
enum { LEVELS = sizeof levels / sizeof *levels };
/* What is as small as this needs no anchors. */
enum { SMALL = 48 };

static void align_level(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret);

/* Align what lies between the anchors, a level deeper, with the anchors among it. */
static void align_between(const struct keys *a, const struct keys *b, struct range range, unsigned level,
			  const struct blocks *anchors, struct blocks *ret)
{
	for (size_t i = 0; i < anchors->count; i++) {
		const struct block *anchor = &anchors->at[i];
		align_level(a, b, (struct range){range.a, anchor->a, range.b, anchor->b}, level, ret);
		blocks_add(ret, anchor->a, anchor->b, anchor->len);
		range.a = anchor->a + anchor->len;
		range.b = anchor->b + anchor->len;
	}
	align_level(a, b, range, level, ret);
}

static bool is_small(struct range range)
{
	return range.a_end - range.a <= SMALL && range.b_end - range.b <= SMALL;
}

static void align_middle(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret)
{
	struct blocks anchors = {0};
	for (; level < LEVELS && !is_small(range) && !anchors.count; level++)
		anchors_find(a, b, range, levels[level].window, levels[level].times, &anchors);
	if (anchors.count)
		align_between(a, b, range, level, &anchors, ret);
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
