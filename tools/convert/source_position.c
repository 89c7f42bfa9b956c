/* SPDX-License-Identifier: MIT */
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

static void pass(struct position *position, uint32_t cp)
{
	if (cp == '\n') {
		position->line++;
		position->column = 0;
	}
	position->column++;
}

void source_position_advance(struct position *position, const char *encoding, const char *bytes, size_t len)
{
	const char *end = bytes + len;
	size_t unit = unit_of(encoding), step;
	bool big_endian = unit > 1 && !strcasecmp(encoding + 6, "BE");
	position->offset += len;
	for (uint32_t cp; (size_t)(end - bytes) >= unit; bytes += step) {
		step = unit;
		if (unit == 1)
			step = utf8_decode(bytes, end, &cp);
		else
			cp = read_unit((const unsigned char *)bytes, unit, big_endian);
		bool goes_on = cp >= 0xDC00 && cp < 0xE000; /* the second half of a pair */
		if (!goes_on)
			pass(position, cp);
	}
}
