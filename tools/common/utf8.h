/* SPDX-License-Identifier: MIT */
/* The little UTF-8 that tools need to show and count text; normalising is the library's. */
#ifndef COMMON_UTF8_H
#define COMMON_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"

/* A byte that is not UTF-8 decodes to UTF8_BYTE + its value, past the last code point. */
#define UTF8_BYTE 0x110000u

static inline bool utf8_is_ascii_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* Decode the character at `at`, before `end` (at < end). @return the bytes it takes, at least 1. */
size_t utf8_decode_long(const char *at, const char *end, uint32_t *ret);
static inline size_t utf8_decode(const char *at, const char *end, uint32_t *ret)
{
	if ((unsigned char)*at >= 0x80)
		return utf8_decode_long(at, end, ret);
	*ret = (unsigned char)*at;
	return 1;
}
void utf8_append(struct bytes *bytes, uint32_t cp);
/* Append `len` bytes, with U+FFFD for what is not valid. @return true when all was valid. */
bool utf8_append_valid(struct bytes *bytes, const char *text, size_t len);

#endif
