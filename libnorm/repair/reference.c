/* SPDX-License-Identifier: MIT */
#include "repair/reference.h"

#include <string.h>

#include "repair/codepage.h"
#include "unicode/ascii.h"

enum { WINDOWS_FIRST = 128, WINDOWS_LAST = 159 }; /* numbers by which old pages mean a character of Windows, not a control */
enum { LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029, LAST = 0x10FFFF };

/* As strcmp() would for a name that ends with a NUL. */
static int compare(const struct entity *entity, const char *name, size_t len)
{
	size_t shorter = entity->length < len ? entity->length : len;
	int order = memcmp(entity_names + entity->name, name, shorter);
	return order ? order : (entity->length > len) - (entity->length < len);
}

static const struct entity *find_name(const char *name, size_t len)
{
	size_t low = 0, high = entity_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(&entities[middle], name, len);
		if (order == 0)
			return &entities[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static int digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* A number behind # or #x. What is too large is LAST + 1. */
static bool read_number(const char *text, size_t len, uint32_t *ret)
{
	bool hex = len > 1 && (text[1] | 0x20) == 'x';
	unsigned base = hex ? 16 : 10;
	size_t i = hex ? 2 : 1;
	uint32_t number = 0;
	if (i == len)
		return false;
	for (; i < len; i++) {
		unsigned digit = (unsigned)digit_value(text[i]);
		if (digit >= base)
			return false;
		number = number > LAST ? number : number * base + digit;
	}
	*ret = number > LAST ? LAST + 1 : number;
	return true;
}

bool reference_may_make(uint32_t cp)
{
	bool noncharacter = (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
	bool control = cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
	bool surrogate = cp >= 0xD800 && cp < 0xE000;
	return cp <= LAST && !noncharacter && !control && !surrogate && cp != LINE_SEPARATOR && cp != PARAGRAPH_SEPARATOR;
}

enum reference_kind reference_read(const char *text, size_t len, uint32_t cps[2])
{
	const struct entity *entity;
	cps[1] = 0;
	if (len > 0 && text[0] == '#') {
		if (!read_number(text, len, &cps[0]))
			return REFERENCE_NONE;
		if (cps[0] >= WINDOWS_FIRST && cps[0] <= WINDOWS_LAST)
			cps[0] = codepage_characters[CODEPAGE_CP1252][cps[0]];
	} else if ((entity = find_name(text, len))) {
		memcpy(cps, entity->cps, sizeof entity->cps);
	} else {
		return REFERENCE_NONE;
	}
	return reference_may_make(cps[0]) ? REFERENCE_CHARACTER : REFERENCE_IMPOSSIBLE;
}

uint32_t reference_read_open(const char *text, size_t len)
{
	const struct entity *entity = find_name(text, len);
	return entity && entity->legacy ? entity->cps[0] : 0;
}

/* Canonical equivalents of ASCII characters, and <, = and > with a stroke. */
uint32_t reference_fold(uint32_t cp)
{
	static const struct {
		uint32_t from, to;
	} folds[] = {{0x037E, ';'}, {0x1FEF, '`'}, {0x212A, 'K'}, {0x2260, '='}, {0x226E, '<'}, {0x226F, '>'}};
	for (size_t i = 0; cp >= 0x80 && i < sizeof folds / sizeof folds[0]; i++)
		if (folds[i].from == cp)
			return folds[i].to;
	return cp;
}

bool reference_has(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || ascii_is_letter(cp) || cp == '#';
}
