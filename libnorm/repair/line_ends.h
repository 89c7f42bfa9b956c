/* SPDX-License-Identifier: MIT */
/*
 * Lines that a layout has broken, in text that was extracted from pages: whether two of them belong together, and what becomes
 * of a hyphen between them. Decided from the end of one and the beginning of the next, and from what the lines before have
 * shown: how wide the column is, and whether it holds prose.
 */
#ifndef REPAIR_LINE_ENDS_H
#define REPAIR_LINE_ENDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum line_join {
	LINE_JOIN_NONE,   /* the end of the line stays: a paragraph, a heading, an item of a list, a verse ends there */
	LINE_JOIN_SPACE,  /* becomes a space */
	LINE_JOIN_HYPHEN, /* goes, the hyphen in front of it stays: "celui-", "ci" */
	LINE_JOIN_WORD,   /* goes with the hyphen in front of it: "gou-", "vernement" */
};

/* What the lines since the last empty one have shown. Zero-initialise at the start of a text. */
struct line_ends {
	size_t width; /* characters of the widest */
	bool prose;   /* one went on with a small letter, or in a script without capitals */
};

/*
 * How `line` is joined with `next`: UTF-8 without ends of lines; either may be empty, and is not kept. To be asked for each pair of
 * adjacent lines of a text in order. Spaces at the end of the first and at the beginning of the second are no part of the result.
 * Takes time in proportion to both lines.
 */
enum line_join line_ends_decide(struct line_ends *ends, const uint8_t *line, size_t len, const uint8_t *next,
				size_t next_len);

#endif
