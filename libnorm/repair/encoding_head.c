/* SPDX-License-Identifier: MIT */
/* What the beginning of a text tells. */
#include <string.h>

#include "repair/encoding.h"

bool encoding_is_of_bytes(const uint8_t *head, size_t len)
{
	const uint8_t *feed = len ? memchr(head, '\n', len) : NULL;
	return feed && head[0] < 0xFE && !memchr(head, 0, (size_t)(feed - head));
}

static const char *family_name(enum encoding_family family)
{
	switch (family) {
	case FAMILY_UTF16LE:
		return "UTF-16LE";
	case FAMILY_UTF16BE:
		return "UTF-16BE";
	case FAMILY_UTF32LE:
		return "UTF-32LE";
	case FAMILY_UTF32BE:
		return "UTF-32BE";
	case FAMILY_BYTES:
	case FAMILY_BINARY:
		break;
	}
	return NULL;
}

/* Whether there is what every text in UTF-16 or UTF-32 has: a mark at its start, or the high bytes of its letters. */
static bool may_be_wide(const uint8_t *head, size_t len)
{
	return head[0] >= 0xFE || memchr(head, 0, len) || memchr(head, 1, len) || memchr(head, 6, len);
}

const char *encoding_wide_name(const uint8_t *head, size_t len)
{
	if (len == 0 || encoding_is_of_bytes(head, len) || !may_be_wide(head, len))
		return NULL;
	return family_name(encoding_family_of(head, len));
}
