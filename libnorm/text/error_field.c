/* SPDX-License-Identifier: MIT */
#include "text/error_field.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "text/category.h"
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

/* What stands behind the last word of a list that is not complete. */
static const char more[] = ", \xE2\x80\xA6";

static bool is_cut(const char *field, size_t used)
{
	return used >= sizeof more - 1 && !strcmp(field + used - (sizeof more - 1), more);
}

void error_list(char *field, size_t size, const char *word)
{
	size_t used = strlen(field), len = strlen(word), comma = used ? 2 : 0;
	if (is_cut(field, used))
		return;
	/* there is always room for the sign that more would follow */
	if (used + comma + len + sizeof more > size) {
		memcpy(field + used, more, used ? sizeof more : 0);
		return;
	}
	memcpy(field + used, ", ", comma);
	memcpy(field + used + comma, word, len + 1);
}

const char *error_reason(int number)
{
	switch (number) {
	case ENOENT:
		return N_("no such file");
	case EACCES:
		return N_("permission denied");
	case EISDIR:
		return N_("is a directory");
	case ENOTDIR:
		return N_("not a directory");
	case ENODEV:
		return N_("is not a file");
	case EFBIG:
		return N_("too large for a profile");
	default:
		return N_("input error");
	}
}
