/* SPDX-License-Identifier: MIT */
/* Lines and columns of a text, as editors count them. Questions that come in order are answered fast. */
#ifndef COMPARE_LINES_H
#define COMPARE_LINES_H

#include <stddef.h>
#include <stdint.h>

#include "compare/text.h"

struct lines {
	const struct text *text;
	uint32_t *starts; /* of the lines, and the end of the text */
	size_t count;     /* an empty text has none */
	size_t at, column; /* where the last question led to */
};

struct line_place {
	size_t line, column; /* from 1; columns are code points */
};

void lines_init(struct lines *lines, const struct text *text);
void lines_release(struct lines *lines);

/* The number of the line, from 0, in which an offset lies. */
size_t lines_find(const struct lines *lines, size_t offset);
struct line_place lines_place(struct lines *lines, size_t offset);

#endif
