/* SPDX-License-Identifier: MIT */
/*
 * One version of a text may have broken a paragraph of the other in two, or put two in one. Beside each other both are shown
 * with the paragraphs of both: a line ends also where the other text begins one.
 */
#include <stdlib.h>
#include <string.h>

#include "compare/print.h"

/* Offsets of a text where lines begin. */
struct breaks {
	uint32_t *at;
	size_t count, cap;
};

static const struct form *form_at(const struct side *side, uint32_t index)
{
	return &side->lexicon->forms[side->forms[index]];
}

/* Does a paragraph begin with this token? Lines that are wrapped end anywhere, mostly behind a word. */
static bool begins_paragraph(const struct side *side, uint32_t index)
{
	const struct form *form = form_at(side, index);
	const char *line_end = memchr(form->gap, '\n', form->gap_len), *end = form->gap + form->gap_len;
	return index && line_end && (form_at(side, index - 1)->kind == TOKEN_MARK || memchr(line_end + 1, '\n', (size_t)(end - line_end - 1)));
}

static void add_break(struct breaks *breaks, size_t offset)
{
	if (breaks->count == breaks->cap) {
		breaks->cap = breaks->cap ? breaks->cap * 2 : 64;
		breaks->at = memory_grow(breaks->at, breaks->cap, sizeof *breaks->at);
	}
	breaks->at[breaks->count++] = (uint32_t)offset;
}

/* Where `len` tokens of a side go on in a line, and those of the other side begin a paragraph. */
static void find_breaks(const struct side *side, uint32_t start, const struct side *other, uint32_t other_start, uint32_t len,
			struct breaks *ret)
{
	size_t offset = side_offset(side, start);
	for (uint32_t i = 0; i < len; i++) {
		const struct form *form = form_at(side, start + i);
		if (begins_paragraph(other, other_start + i) && !side_starts_line(side, start + i))
			add_break(ret, offset + form->gap_len);
		offset += form->gap_len + form->core_len;
	}
}

/* Lines with these breaks, both in their order and none in both. */
static void break_lines(struct lines *lines, struct breaks *breaks)
{
	uint32_t *starts = memory_grow(NULL, lines->count + breaks->count + 1, sizeof *starts);
	size_t count = 0, next = 0;
	for (size_t line = 0; line <= lines->count; line++) {
		while (next < breaks->count && breaks->at[next] < lines->starts[line])
			starts[count++] = breaks->at[next++];
		starts[count++] = lines->starts[line];
	}
	lines->starts = starts;
	lines->count = count - 1;
	free(breaks->at);
}

void print_break_lines(struct print *print)
{
	const struct comparison *comparison = print->comparison;
	const struct side *a = &comparison->a, *b = &comparison->b;
	struct breaks in_a = {0}, in_b = {0};
	for (size_t i = 0; i < comparison->blocks.count; i++) {
		struct block block = comparison->blocks.at[i];
		find_breaks(a, block.a, b, block.b, block.len, &in_a);
		find_breaks(b, block.b, a, block.a, block.len, &in_b);
	}
	break_lines(&print->a, &in_a);
	break_lines(&print->b, &in_b);
}
