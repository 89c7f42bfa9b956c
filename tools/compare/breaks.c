/* SPDX-License-Identifier: MIT */
/*
 * One version of a text may have broken a paragraph of the other in two, or put two in one, or have empty lines between them.
 * Beside each other both are shown with the paragraphs of both: a line ends also where the other text begins one.
 */
#include <stdlib.h>

#include "compare/print.h"

/* Offsets of a text where lines begin; the same one again is an empty line. */
struct breaks {
	uint32_t *at;
	size_t count, cap;
};

/* Ends of lines in front of a token. */
static uint32_t count_line_ends(const struct form *form)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < form->gap_len; i++)
		count += form->gap[i] == '\n';
	return count;
}

static void add_breaks(struct breaks *breaks, size_t offset, uint32_t count)
{
	for (; count; count--) {
		if (breaks->count == breaks->cap) {
			breaks->cap = breaks->cap ? breaks->cap * 2 : 64;
			breaks->at = memory_grow(breaks->at, breaks->cap, sizeof *breaks->at);
		}
		breaks->at[breaks->count++] = (uint32_t)offset;
	}
}

/*
 * Where the other side begins paragraphs among `len` tokens, this one does, too, with as many lines between them. Lines that are
 * wrapped end anywhere, mostly behind a word; those of paragraphs end with a mark, or an empty line is behind them.
 */
static void find_breaks(const struct side *side, uint32_t start, const struct side *other, uint32_t other_start, uint32_t len,
			struct breaks *ret)
{
	size_t offset = side_offset(side, start);
	for (uint32_t i = 0; i < len; i++) {
		const struct form *form = side_form(side, start + i), *theirs = side_form(other, other_start + i);
		uint32_t line_ends = theirs->gap_len > 0 && other_start + i > 0 ? count_line_ends(theirs) : 0;
		bool is_paragraph = line_ends > 1 || (line_ends && side_form(other, other_start + i - 1)->kind == TOKEN_MARK);
		uint32_t ours = is_paragraph && start + i > 0 ? count_line_ends(form) : line_ends;
		if (line_ends > ours)
			add_breaks(ret, offset + form->gap_len, line_ends - ours);
		offset += form->gap_len + form->core_len;
	}
}

/* Lines with these breaks, both in their order. */
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
