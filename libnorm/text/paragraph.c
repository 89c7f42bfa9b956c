/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
#include "text/paragraph.h"

#include <string.h>

static const uint8_t separator[] = {0xE2, 0x80, 0xA9};

size_t paragraph_first_end(const uint8_t *text, size_t len)
{
	const uint8_t *feed = memchr(text, '\n', len);
	if (feed)
		len = (size_t)(feed - text) + 1;
	const uint8_t *found = memmem(text, len, separator, sizeof separator);
	return found ? (size_t)(found - text) + sizeof separator : len;
}

bool paragraph_is_complete(const uint8_t *text, size_t len)
{
	bool separated = len >= sizeof separator && !memcmp(text + len - sizeof separator, separator, sizeof separator);
	return separated || text[len - 1] == '\n';
}

size_t paragraph_last_end(const uint8_t *text, size_t len)
{
	const uint8_t *feed = memrchr(text, '\n', len);
	return feed ? (size_t)(feed - text) + 1 : 0;
}

size_t paragraph_last_start(const uint8_t *text, size_t len)
{
	size_t line = paragraph_last_end(text, len), start = line;
	const uint8_t *found;
	while ((found = memmem(text + start, len - start, separator, sizeof separator)))
		start = (size_t)(found - text) + sizeof separator;
	return start;
}
