/* SPDX-License-Identifier: MIT */
#include "common/position.h"

#include <string.h>

/* Every byte but the continuations (10xxxxxx) starts a character; eight bytes at a time. */
static size_t count_characters(const char *text, size_t len)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	size_t characters = len;
	for (; len >= sizeof each; text += sizeof each, len -= sizeof each) {
		uint64_t eight;
		memcpy(&eight, text, sizeof eight);
		characters -= (size_t)(((eight >> 7 & ~eight >> 6 & each) * each) >> 56);
	}
	for (; len; text++, len--)
		characters -= ((unsigned char)*text & 0xC0) == 0x80;
	return characters;
}

void position_advance(struct position *position, const char *text, size_t len)
{
	const char *end = text + len, *newline;
	position->offset += len;
	for (; (newline = memchr(text, '\n', (size_t)(end - text))); text = newline + 1) {
		position->line++;
		position->column = 1;
	}
	position->column += count_characters(text, (size_t)(end - text));
}
