/* SPDX-License-Identifier: MIT */
#include "compare/lines.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/position.h"

void lines_init(struct lines *lines, const struct text *text)
{
	*lines = (struct lines){.text = text};
	size_t cap = 0;
	for (const char *at = text->at, *end = at + text->len, *line_end;; at = line_end ? line_end + 1 : end) {
		if (lines->count == cap) {
			cap = cap ? cap * 2 : 64;
			lines->starts = memory_grow(lines->starts, cap, sizeof *lines->starts);
		}
		lines->starts[lines->count] = (uint32_t)(at - text->at);
		if (at == end)
			return;
		lines->count++;
		line_end = memchr(at, '\n', (size_t)(end - at));
	}
}

void lines_release(struct lines *lines)
{
	free(lines->starts);
}

size_t lines_find(const struct lines *lines, size_t offset)
{
	size_t low = 0, high = lines->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (lines->starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct line_place lines_place(struct lines *lines, size_t offset)
{
	size_t line = lines_find(lines, offset), start = lines->starts[line];
	/* in a very long line go on from the last place */
	if (lines->at < start || lines->at > offset) {
		lines->at = start;
		lines->column = 0;
	}
	lines->column += position_count_characters(lines->text->at + lines->at, offset - lines->at);
	lines->at = offset;
	return (struct line_place){line + 1, lines->column + 1};
}
