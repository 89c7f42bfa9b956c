/* SPDX-License-Identifier: MIT */
/* Bytes that are no character, in a row. In noise every other byte decides anew, so nothing is asked of them one by one. */
#ifndef TEXT_BROKEN_H
#define TEXT_BROKEN_H

#include <stddef.h>

#include "text/eight.h"
#include "unicode/utf8.h"

/* How many bytes from `at` on, in front of `limit`, are broken by utf8_is_broken(), one behind the other; it looks up to `end`. */
static inline size_t broken_run(const uint8_t *at, const uint8_t *limit, const uint8_t *end)
{
	enum { STEP = sizeof(uint64_t) - 1 }; /* what the last byte of eight leads cannot be seen */
	const uint64_t seen = EIGHT_HIGH >> 8;
	const uint8_t *from = at;
	uint64_t stops = 0;
	for (; at < limit && end - at > STEP; at += STEP) {
		uint64_t eight = eight_load(at), trails = eight_range(eight, 0x80, 0xBF), leads = eight_range(eight, 0xC2, 0xF4);
		stops = (~eight | (leads & trails >> 8)) & seen;
		if (stops)
			break;
	}
	if (stops)
		at += (unsigned)__builtin_ctzll(stops) / 8;
	else
		while (at < limit && utf8_is_broken(at, end))
			at++;
	return (size_t)((at < limit ? at : limit) - from);
}

#endif
