/* SPDX-License-Identifier: MIT */
#include "compare/side.h"

#include <stdlib.h>
#include <string.h>

void side_reserve(struct side *side, size_t more)
{
	if (side->count + more < side->cap)
		return;
	/* Words of news with their gaps have six bytes and more; what is denser grows again. */
	size_t guess = side->text.len / 6 + 64;
	size_t cap = side->cap ? (size_t)side->cap + side->cap / 4 + 64 : guess;
	cap = cap > side->count + more ? cap : side->count + more + 1;
	side->forms = memory_grow(side->forms, cap, sizeof *side->forms);
	side->cap = (uint32_t)cap;
	if (cap / SIDE_STRIDE + 1 > side->start_cap) {
		side->start_cap = (uint32_t)(cap / SIDE_STRIDE + 1);
		side->starts = memory_grow(side->starts, side->start_cap, sizeof *side->starts);
	}
}

/*
 * Read tokens that start in front of `stop`, and the gap at the end of the text, which is one, too, once that is reached.
 * @return how many.
 */
static uint32_t read_batch(struct side *side, size_t *offset, size_t stop, struct token *ret)
{
	const char *text = side->text.at, *at = text + *offset, *end = text + side->text.len;
	uint32_t count = 0;
	do {
		if ((side->count + count) % SIDE_STRIDE == 0)
			side->starts[(side->count + count) / SIDE_STRIDE] = (uint32_t)(at - text);
		/* the end of the longest word is looked at, which would be waited for */
		__builtin_prefetch((const void *)((uintptr_t)at + WORD_BYTES_MAX + 512));
		token_read(at, end, &ret[count]);
		at = ret[count].end;
	} while (ret[count++].kind != TOKEN_END && (at < text + stop || at == end) && count < LEXICON_BATCH);
	*offset = (size_t)(at - text);
	return count;
}

size_t side_read(struct side *side, struct lexicon *lexicon, size_t at, size_t stop)
{
	struct token tokens[LEXICON_BATCH];
	bool more = true;
	while (more) {
		side_reserve(side, LEXICON_BATCH);
		uint32_t count = read_batch(side, &at, stop, tokens);
		lexicon_intern(lexicon, tokens, count, side->text.at + side->text.len, side->forms + side->count);
		bool is_end = tokens[count - 1].kind == TOKEN_END;
		side->count += count - is_end;
		more = !is_end && (at < stop || at == side->text.len);
	}
	return at;
}

void side_number(struct side *side, const uint32_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		side->forms[i] = numbers[side->forms[i]];
}

void side_append(struct side *side, struct side *rest, size_t at, const uint32_t *numbers)
{
	const struct form *forms = side->lexicon->forms;
	for (uint32_t i = 0; i <= rest->count; i++) {
		uint32_t number = numbers[rest->forms[i]];
		if (side->count % SIDE_STRIDE == 0)
			side->starts[side->count / SIDE_STRIDE] = (uint32_t)at;
		side->forms[side->count++] = number;
		at += forms[number].gap_len + forms[number].core_len;
	}
	side->count--; /* the gap at the end */
	free(rest->forms);
	free(rest->starts);
	*rest = (struct side){0};
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
		const struct form *form = side_form(side, i);
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
		const struct form *form = side_form(side, i);
		end += form->gap_len + form->core_len;
		if (end > offset)
			return i;
	}
	return side->count;
}

struct token side_token(const struct side *side, uint32_t index)
{
	const struct form *form = side_form(side, index);
	const char *gap = side->text.at + side_offset(side, index);
	return (struct token){gap, gap + form->gap_len, gap + form->gap_len + form->core_len, (enum token_kind)form->kind};
}
