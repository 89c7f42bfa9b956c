/* SPDX-License-Identifier: MIT */
#include "compare/slide.h"

#include <string.h>

static bool ends_sentence(const struct side *side, uint32_t index)
{
	const struct form *form = &side->lexicon->forms[side->forms[index]];
	struct key key = side->lexicon->keys[side->lexicon->key_of[side->forms[index]]];
	const char *text = side->lexicon->key_text.at + key.at;
	return form->kind == TOKEN_MARK && key.len && (strchr(".!?", text[0]) || (key.len == 2 && !memcmp(text, "\u061F", 2)));
}

/* How good it is that a row begins with this token. */
static int quality(const struct side *side, uint32_t index)
{
	if (side_starts_line(side, index))
		return 2;
	return ends_sentence(side, index - 1);
}

/*
 * Alignments put a row as late as can be, so it can only go back: over `most` tokens at most, as long as the token in
 * front of the row is the one at its end. @return how far.
 */
static uint32_t find_start(const struct side *side, uint32_t start, uint32_t end, uint32_t most)
{
	struct keys keys = {side->forms, side->lexicon->key_of};
	int best = quality(side, start);
	uint32_t ret = 0;
	for (uint32_t back = 1; back <= most && keys_equal(&keys, start - back, &keys, end - back); back++) {
		int here = quality(side, start - back);
		if (here > best) {
			best = here;
			ret = back;
		}
	}
	return ret;
}

/* What lies between two blocks is on one side only. */
static void slide(struct block *before, struct block *behind, const struct side *a, const struct side *b)
{
	uint32_t a_start = before->a + before->len, b_start = before->b + before->len, back = 0;
	if (a_start == behind->a)
		back = find_start(b, b_start, behind->b, before->len - 1);
	else if (b_start == behind->b)
		back = find_start(a, a_start, behind->a, before->len - 1);
	before->len -= back;
	behind->len += back;
	behind->a -= back;
	behind->b -= back;
}

/* ---- Paragraphs that begin alike ---- */

/* So many words at most begin a line before the first that is different: Il a ajouté, وقال. */
enum { BEGINNING = 8 };

/* How many tokens in front of `start` begin its line; 0 where they are too many. */
static uint32_t beginning_of_line(const struct side *side, uint32_t start, uint32_t most)
{
	for (uint32_t back = 1; back <= most && back <= BEGINNING; back++) {
		if (side_starts_line(side, start - back))
			return back;
	}
	return 0;
}

/* The last line in [start, end) that begins like the one in front of `start`, or `end`. */
static uint32_t find_beginning(const struct side *side, uint32_t start, uint32_t end, uint32_t len)
{
	struct keys keys = {side->forms, side->lexicon->key_of};
	for (uint32_t at = end; at-- > start;) {
		struct range both = {start - len, start, at, end};
		if (side_starts_line(side, at) && keys_common_start(&keys, &keys, both) == len)
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
	uint32_t a_at = in_a ? find_beginning(a, a_start, behind->a, in_a) : behind->a;
	uint32_t b_at = in_b && a_at == behind->a ? find_beginning(b, b_start, behind->b, in_b) : behind->b;
	struct block ret = {0};
	if (a_at < behind->a)
		ret = (struct block){a_at, b_start - in_a, in_a};
	else if (b_at < behind->b)
		ret = (struct block){a_start - in_b, b_at, in_b};
	before->len -= ret.len;
	return ret;
}

void blocks_slide(struct blocks *blocks, const struct side *a, const struct side *b)
{
	struct blocks ret = {0};
	for (size_t i = 0; i < blocks->count; i++) {
		struct block block = blocks->at[i];
		if (ret.count) {
			slide(&ret.at[ret.count - 1], &block, a, b);
			struct block beginning = take_beginning(&ret.at[ret.count - 1], &block, a, b);
			blocks_add(&ret, beginning.a, beginning.b, beginning.len);
		}
		blocks_add(&ret, block.a, block.b, block.len);
	}
	blocks_release(blocks);
	*blocks = ret;
}
