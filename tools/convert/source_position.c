/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
#include "convert/source_position.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "common/utf8.h"

/* The bytes of a unit of UTF-16 or UTF-32; 1 in other encodings. */
static size_t unit_of(const char *encoding)
{
	if (!encoding || strncasecmp(encoding, "UTF-", 4) != 0)
		return 1;
	return !strncmp(encoding + 4, "16", 2) ? 2 : !strncmp(encoding + 4, "32", 2) ? 4 : 1;
}

static uint32_t read_unit(const unsigned char *at, size_t size, bool big_endian)
{
	uint32_t unit = 0;
	for (size_t i = 0; i < size; i++)
		unit = unit << 8 | at[big_endian ? i : size - 1 - i];
	return unit;
}

/* In bytes that are no UTF-8 each is a character, also one that would go on with another in UTF-8. */
static void advance_in_bytes(struct position *position, const char *bytes, size_t len)
{
	const char *end = bytes + len, *newline = memrchr(bytes, '\n', len), *line = newline ? newline + 1 : bytes;
	uint32_t cp;
	position_advance(position, bytes, (size_t)(line - bytes)); /* ends with a line: nobody asks for columns in front of it */
	position->offset += (uint64_t)(end - line);
	for (; line < end; position->column++)
		line += utf8_decode(line, end, &cp);
}

static void advance_in_units(struct position *position, const char *bytes, size_t len, size_t size, bool big_endian)
{
	position->offset += len;
	for (; len >= size; bytes += size, len -= size) {
		uint32_t unit = read_unit((const unsigned char *)bytes, size, big_endian);
		bool goes_on = unit >= 0xDC00 && unit < 0xE000; /* the second half of a pair */
		position->column = unit == '\n' ? 1 : position->column + !goes_on;
		position->line += unit == '\n';
	}
}

void source_position_advance(struct position *position, const char *encoding, const char *bytes, size_t len)
{
	size_t size = unit_of(encoding);
	if (size == 1)
		advance_in_bytes(position, bytes, len);
	else
		advance_in_units(position, bytes, len, size, !strcasecmp(encoding + 6, "BE"));
}
