/* SPDX-License-Identifier: MIT */
#include "compare/side.h"

#include <stdlib.h>
#include <string.h>

/* Make room for another batch. */
static void reserve(struct side *side)
{
	if (side->count + LEXICON_BATCH < side->cap)
		return;
	/* Words of news with their gaps have six bytes and more; what is denser grows again. */
	size_t guess = side->text.len / 6 + 64;
	size_t cap = side->cap ? (size_t)side->cap + side->cap / 4 + 64 : guess;
	side->forms = memory_grow(side->forms, cap, sizeof *side->forms);
	side->cap = (uint32_t)cap;
	if (cap / SIDE_STRIDE + 1 > side->start_cap) {
		side->start_cap = (uint32_t)(cap / SIDE_STRIDE + 1);
		side->starts = memory_grow(side->starts, side->start_cap, sizeof *side->starts);
	}
}

/* Read tokens up to the end of the text, whose gap is one, too. @return how many. */
static uint32_t read_batch(struct side *side, const char **at, const char *end, struct token *ret)
{
	uint32_t count = 0;
	do {
		if ((side->count + count) % SIDE_STRIDE == 0)
			side->starts[(side->count + count) / SIDE_STRIDE] = (uint32_t)(*at - side->text.at);
		token_read(*at, end, &ret[count]);
		*at = ret[count].end;
	} while (ret[count++].kind != TOKEN_END && count < LEXICON_BATCH);
	return count;
}

void side_tokenize(struct side *side, struct lexicon *lexicon)
{
	struct token tokens[LEXICON_BATCH];
	const char *at = side->text.at, *end = at + side->text.len;
	/* a byte order mark says how the file is encoded, and is no part of what it says */
	if (side->text.len >= 3 && !memcmp(at, "\uFEFF", 3))
		at += 3;
	side->lexicon = lexicon;
	side->count = 0;
	for (bool more = true; more;) {
		reserve(side);
		uint32_t count = read_batch(side, &at, end, tokens);
		lexicon_intern(lexicon, tokens, count, end, side->forms + side->count);
		more = tokens[count - 1].kind != TOKEN_END;
		side->count += more ? count : count - 1;
	}
}

void side_release(struct side *side)
{
	text_release(&side->text);
	free(side->forms);
	free(side->starts);
	*side = (struct side){0};
}

size_t side_offset(const struct side *side, uint32_t index)
{
	size_t offset = side->starts[index / SIDE_STRIDE];
	for (uint32_t i = index - index % SIDE_STRIDE; i < index; i++) {
		const struct form *form = &side->lexicon->forms[side->forms[i]];
		offset += form->gap_len + form->core_len;
	}
	return offset;
}

uint32_t side_find(const struct side *side, size_t offset)
{
	uint32_t low = 0, high = side->count / SIDE_STRIDE;
	while (low < high) {
		uint32_t middle = high - (high - low) / 2;
		if (side->starts[middle] <= offset)
			low = middle;
		else
			high = middle - 1;
	}
	size_t end = side->starts[low];
	for (uint32_t i = low * SIDE_STRIDE; i < side->count; i++) {
		const struct form *form = &side->lexicon->forms[side->forms[i]];
		end += form->gap_len + form->core_len;
		if (end > offset)
			return i;
	}
	return side->count;
}

struct token side_token(const struct side *side, uint32_t index)
{
	const struct form *form = &side->lexicon->forms[side->forms[index]];
	const char *gap = side->text.at + side_offset(side, index);
	return (struct token){gap, gap + form->gap_len, gap + form->gap_len + form->core_len, (enum token_kind)form->kind};
}

bool side_starts_line(const struct side *side, uint32_t index)
{
	const struct form *form = &side->lexicon->forms[side->forms[index]];
	return !index || index == side->count || memchr(form->gap, '\n', form->gap_len);
}
