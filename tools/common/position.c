/* SPDX-License-Identifier: MIT */
#include "common/position.h"

#include <string.h>

void position_advance(struct position *position, const char *text, size_t len)
{
	const char *end = text + len, *newline;
	position->offset += len;
	for (; (newline = memchr(text, '\n', (size_t)(end - text))); text = newline + 1) {
		position->line++;
		position->column = 1;
	}
	/* every byte but the continuations (10xxxxxx) starts a character */
	for (; text < end; text++)
		position->column += ((unsigned char)*text & 0xC0) != 0x80;
}
