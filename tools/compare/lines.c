/* SPDX-License-Identifier: MIT */
#include "compare/lines.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"

void lines_init(struct lines *lines, const struct text *text)
{
	*lines = (struct lines){.text = text};
	size_t cap = 0;
	const char *at = text->at, *end = at + text->len;
	for (bool more = true; more;) {
		if (lines->count + 2 > cap) {
			cap = cap ? cap * 2 : 64;
			lines->starts = memory_grow(lines->starts, cap, sizeof *lines->starts);
		}
		lines->starts[lines->count++] = (uint32_t)(at - text->at);
		const char *line_end = text->len ? memchr(at, '\n', (size_t)(end - at)) : NULL;
		more = line_end && line_end + 1 < end;
		at = more ? line_end + 1 : end;
	}
	lines->starts[lines->count] = (uint32_t)text->len;
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

/* The code points of some bytes: those that do not go on with one. */
static size_t count_characters(const char *at, size_t len)
{
	size_t count = len, i = 0;
	for (uint64_t word; i + sizeof word <= len; i += sizeof word) {
		const uint64_t ones = UINT64_C(0x0101010101010101);
		memcpy(&word, at + i, sizeof word);
		/* a byte of 1 for each that goes on with a character, and their sum in the highest one */
		count -= ((word >> 7 & ~(word >> 6) & ones) * ones) >> 56;
	}
	for (; i < len; i++)
		count -= ((unsigned char)at[i] & 0xC0) == 0x80;
	return count;
}

struct line_place lines_place(struct lines *lines, size_t offset)
{
	size_t line = lines_find(lines, offset), start = lines->starts[line];
	/* in a very long line go on from the last place */
	if (lines->at < start || lines->at > offset) {
		lines->at = start;
		lines->column = 0;
	}
	lines->column += count_characters(lines->text->at + lines->at, offset - lines->at);
	lines->at = offset;
	return (struct line_place){line + 1, lines->column + 1};
}
