/* SPDX-License-Identifier: MIT */
/* Where in a text: byte offset, and line and column as editors count them (from 1, columns in code points). */
#ifndef COMMON_POSITION_H
#define COMMON_POSITION_H

#include <stddef.h>
#include <stdint.h>

struct position {
	uint64_t offset, line, column;
};

#define POSITION_START ((struct position){.line = 1, .column = 1})

/* The code points of UTF-8: bytes that do not go on with one. */
size_t position_count_characters(const char *text, size_t len);

/* Behind the first `most` of them, or the end. */
const char *position_skip_characters(const char *text, const char *end, size_t most);

/* Move over the `len` bytes of text that come next. */
void position_advance(struct position *position, const char *text, size_t len);

#endif
