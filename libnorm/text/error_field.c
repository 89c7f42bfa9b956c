/* SPDX-License-Identifier: MIT */
#include "text/error_field.h"

#include <string.h>

#include "unicode/utf8.h"

void error_field_bytes(char *field, size_t size, const char *text, size_t len)
{
	if (len >= size)
		len = size - 1 - utf8_incomplete_tail((const uint8_t *)text, size - 1);
	memcpy(field, text, len);
	field[len] = '\0';
}

void error_field(char *field, size_t size, const char *text)
{
	error_field_bytes(field, size, text, strlen(text));
}

void error_list(char *field, size_t size, const char *word)
{
	size_t used = strlen(field), len = strlen(word), comma = used ? 2 : 0;
	if (used + comma + len >= size)
		return;
	memcpy(field + used, ", ", comma);
	memcpy(field + used + comma, word, len + 1);
}
