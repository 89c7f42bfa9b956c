/* SPDX-License-Identifier: MIT */
#include "compare/side.h"

#include <stdlib.h>
#include <string.h>

static void reserve(struct side *side)
{
	if (side->count < side->cap)
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

void side_tokenize(struct side *side, struct lexicon *lexicon)
{
	const char *at = side->text.at, *end = at + side->text.len;
	/* a byte order mark says how the file is encoded, and is no part of what it says */
	if (side->text.len >= 3 && !memcmp(at, "\uFEFF", 3))
		at += 3;
	side->lexicon = lexicon;
	side->count = 0;
	for (;;) {
		reserve(side);
		if (side->count % SIDE_STRIDE == 0)
			side->starts[side->count / SIDE_STRIDE] = (uint32_t)(at - side->text.at);
		struct token token = token_read(at, end);
		side->forms[side->count] = lexicon_intern(lexicon, &token);
		if (token.kind == TOKEN_END)
			return;
		side->count++;
		at = token.end;
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
