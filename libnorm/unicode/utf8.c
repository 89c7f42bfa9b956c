/* SPDX-License-Identifier: MIT */
#include "unicode/utf8.h"

/* The bytes of a character with this lead; 1 for a byte that never starts a longer one. */
static size_t expected_length(uint8_t lead)
{
	if (lead < 0xC2 || lead > 0xF4)
		return 1;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

size_t utf8_incomplete_tail(const uint8_t *s, size_t len)
{
	size_t n = 1;
	while (n < 3 && n < len && utf8_is_trail(s[len - n]))
		n++;
	if (!len || expected_length(s[len - n]) <= n)
		return 0;
	/* The decoder stops at the end of the text only when all the bytes before it fit. */
	uint32_t cp;
	return utf8_decode(s + len - n, s + len, &cp) == n ? n : 0;
}
