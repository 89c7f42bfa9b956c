/* SPDX-License-Identifier: MIT */
#include "compare/polish.h"

#include <string.h>

static bool same_tokens(const struct side *side, uint32_t one, uint32_t other, uint32_t len)
{
	struct keys keys = {side->forms, side->lexicon->key_of};
	return keys_common_start(&keys, &keys, (struct range){one, one + len, other, other + len}) == len;
}

static bool ends_sentence(const struct side *side, uint32_t index)
{
	const struct form *form = side_form(side, index);
	struct letters letters = side_letters(side, index);
	return form->kind == TOKEN_MARK && letters.len &&
	       (strchr(".!?", letters.at[0]) || (letters.len == 2 && !memcmp(letters.at, "\u061F", 2)));
}

/* How good it is that a row begins with this token. */
static int quality(const struct side *side, uint32_t index)
{
	if (side_starts_line(side, index))
		return 2;
	return ends_sentence(side, index - 1);
}

/*
 * Where the row [start, end) may begin as well: up to `most_back` tokens further back, as long as the token in front of it is
 * the one at its end, or up to `most_on` further on, as long as its first token is the one behind it. @return how far on.
 */
static int64_t find_start(const struct side *side, uint32_t start, uint32_t end, uint32_t most_back, uint32_t most_on)
{
	struct keys keys = {side->forms, side->lexicon->key_of};
	int best = quality(side, start);
	int64_t ret = 0;
	for (uint32_t back = 1; back <= most_back && keys_equal(&keys, start - back, &keys, end - back); back++) {
		int here = quality(side, start - back);
		if (here > best) {
			best = here;
			ret = -(int64_t)back;
		}
	}
	for (uint32_t on = 1; on <= most_on && keys_equal(&keys, start + on - 1, &keys, end + on - 1); on++) {
		int here = quality(side, start + on);
		if (here > best) {
			best = here;
			ret = on;
		}
	}
	return ret;
}

/*
 * What lies in front of a block and behind it came in together, and so did the block: its tokens are also those behind.
 * Then the last block of `blocks` goes into `behind`.
 */
static void swallow(struct blocks *blocks, struct block *behind, const struct side *a, const struct side *b)
{
	if (blocks->count < 2)
		return;
	const struct block *before = &blocks->at[blocks->count - 2], *block = before + 1;
	bool in_b = before->a + before->len == block->a && block->a + block->len == behind->a;
	bool in_a = before->b + before->len == block->b && block->b + block->len == behind->b;
	uint32_t len = block->len;
	if ((in_b && behind->b - block->b >= 2 * len && same_tokens(b, block->b, behind->b - len, len)) ||
	    (in_a && behind->a - block->a >= 2 * len && same_tokens(a, block->a, behind->a - len, len))) {
		*behind = (struct block){behind->a - len, behind->b - len, behind->len + len};
		blocks->count--;
	}
}

/*
 * What lies between two blocks is on one side only. The first block of both texts may go into the second one, and the last one
 * may end here.
 */
static void slide(struct block *before, struct block *behind, const struct side *a, const struct side *b)
{
	uint32_t a_start = before->a + before->len, b_start = before->b + before->len;
	bool is_last = behind->a + behind->len == a->count && behind->b + behind->len == b->count;
	bool is_first = !before->a && !before->b;
	uint32_t most_back = before->len - !is_first, most_on = behind->len - !is_last;
	int64_t on = 0;
	if (a_start == behind->a)
		on = find_start(b, b_start, behind->b, most_back, most_on);
	else if (b_start == behind->b)
		on = find_start(a, a_start, behind->a, most_back, most_on);
	before->len = (uint32_t)(before->len + on);
	behind->len = (uint32_t)(behind->len - on);
	behind->a = (uint32_t)(behind->a + on);
	behind->b = (uint32_t)(behind->b + on);
}

/* ---- Lines that begin or end alike ---- */

/* So many words at most begin a line before the first that is different (Il a ajouté, وقال), or end it. */
enum { ALIKE = 8 };

/* How many tokens in front of `start` begin its line; 0 where they are too many. */
static uint32_t beginning_of_line(const struct side *side, uint32_t start, uint32_t most)
{
	for (uint32_t len = 1; len <= most && len <= ALIKE; len++) {
		if (side_starts_line(side, start - len))
			return len;
	}
	return 0;
}

/* How many tokens from `end` on end its line. */
static uint32_t ending_of_line(const struct side *side, uint32_t end, uint32_t most)
{
	for (uint32_t len = 1; len <= most && len <= ALIKE; len++) {
		if (side_starts_line(side, end + len))
			return len;
	}
	return 0;
}

/* The last line in [start, end) that begins like the one in front of `start`, or `end`. */
static uint32_t find_beginning(const struct side *side, uint32_t start, uint32_t end, uint32_t len)
{
	for (uint32_t at = end - start < len ? start : end - len + 1; len && at-- > start;) {
		if (side_starts_line(side, at) && same_tokens(side, start - len, at, len))
			return at;
	}
	return end;
}

/* Where the first line in [start, end) ends like the one behind `end`, or `end`. */
static uint32_t find_ending(const struct side *side, uint32_t start, uint32_t end, uint32_t len)
{
	for (uint32_t at = start; len && at + len <= end; at++) {
		if (side_starts_line(side, at + len) && same_tokens(side, at, end, len))
			return at;
	}
	return end;
}

/*
 * A paragraph that came in is followed by one that begins in the same way and then goes on with a change: the words they
 * share belong to the second. @return the block that these words are now, of no length where there are none.
 */
static struct block take_beginning(struct block *before, const struct block *behind, const struct side *a, const struct side *b)
{
	uint32_t a_start = before->a + before->len, b_start = before->b + before->len;
	uint32_t in_a = beginning_of_line(a, a_start, before->len - 1), in_b = beginning_of_line(b, b_start, before->len - 1);
	uint32_t a_at = find_beginning(a, a_start, behind->a, in_a), b_at = find_beginning(b, b_start, behind->b, in_b);
	struct block ret = {0};
	if (a_at < behind->a)
		ret = (struct block){a_at, b_start - in_a, in_a};
	else if (b_at < behind->b)
		ret = (struct block){a_start - in_b, b_at, in_b};
	before->len -= ret.len;
	return ret;
}

/* The same for a paragraph that follows one of which the end is as its own, and stands in front of that a change. */
static struct block take_ending(const struct block *before, struct block *behind, const struct side *a, const struct side *b)
{
	uint32_t a_start = before->a + before->len, b_start = before->b + before->len;
	uint32_t in_a = ending_of_line(a, behind->a, behind->len), in_b = ending_of_line(b, behind->b, behind->len);
	uint32_t a_at = find_ending(a, a_start, behind->a, in_b), b_at = find_ending(b, b_start, behind->b, in_a);
	struct block ret = {0};
	if (a_at < behind->a)
		ret = (struct block){a_at, behind->b, in_b};
	else if (b_at < behind->b)
		ret = (struct block){behind->a, b_at, in_a};
	behind->a += ret.len;
	behind->b += ret.len;
	behind->len -= ret.len;
	return ret;
}

void blocks_slide(struct blocks *blocks, const struct side *a, const struct side *b)
{
	struct blocks ret = {0};
	for (size_t i = 0; i < blocks->count; i++) {
		struct block block = blocks->at[i];
		if (ret.count) {
			swallow(&ret, &block, a, b);
			slide(&ret.at[ret.count - 1], &block, a, b);
			ret.count -= !ret.at[ret.count - 1].len;
		}
		if (ret.count) {
			struct block *before = &ret.at[ret.count - 1];
			struct block shared = take_beginning(before, &block, a, b);
			if (!shared.len)
				shared = take_ending(before, &block, a, b);
			blocks_add(&ret, shared.a, shared.b, shared.len);
		}
		blocks_add(&ret, block.a, block.b, block.len);
	}
	blocks_release(blocks);
	*blocks = ret;
}

/* ---- Islands ---- */

/* An island has so many tokens at most, and so many times more changed ones on both of its sides. */
enum { ISLAND = 4, SEA = 8 };

/* Tokens of both sides between two blocks, or in front of the first or behind the last one. */
static uint64_t gap_between(const struct block *before, const struct block *behind, const struct side *a, const struct side *b)
{
	uint64_t start = before ? (uint64_t)before->a + before->len + before->b + before->len : 0;
	return (behind ? (uint64_t)behind->a + behind->b : (uint64_t)a->count + b->count) - start;
}

/* A number that stayed is news in the middle of any change. */
static bool has_number(const struct side *a, const struct block *block)
{
	for (uint32_t i = block->a; i < block->a + block->len; i++) {
		if (side_form(a, i)->kind == TOKEN_NUMBER)
			return true;
	}
	return false;
}

void blocks_drop_islands(struct blocks *blocks, const struct side *a, const struct side *b)
{
	size_t kept = 0;
	for (size_t i = 0; i < blocks->count; i++) {
		struct block block = blocks->at[i];
		const struct block *before = kept ? &blocks->at[kept - 1] : NULL;
		const struct block *behind = i + 1 < blocks->count ? &blocks->at[i + 1] : NULL;
		uint64_t sea = (uint64_t)SEA * block.len;
		bool is_island = block.len <= ISLAND && gap_between(before, &block, a, b) >= sea &&
				 gap_between(&block, behind, a, b) >= sea && !has_number(a, &block);
		if (!is_island)
			blocks->at[kept++] = block;
	}
	blocks->count = kept;
}
