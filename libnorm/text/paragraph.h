/* SPDX-License-Identifier: MIT */
/*
 * Where paragraphs end: behind LINE FEED (so behind CR LF, too) and PARAGRAPH SEPARATOR U+2029.
 * Works on bytes, so also on invalid UTF-8: neither is part of another character.
 */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A paragraph that is longer is cut. */
enum { PARAGRAPH_MAX = 1 << 20 };

/* PARAGRAPH SEPARATOR U+2029 in UTF-8 */
static const uint8_t paragraph_separator[3] = {0xE2, 0x80, 0xA9};

/* Whether a text ends with PARAGRAPH SEPARATOR. */
static inline bool paragraph_is_separated(const uint8_t *text, size_t len)
{
	const size_t own = sizeof paragraph_separator;
	return len >= own && !memcmp(text + len - own, paragraph_separator, own);
}

/* The length of the first paragraph with its end; all of `len` when none ends there. */
size_t paragraph_first_end(const uint8_t *text, size_t len);

/* Whether a paragraph ends at the end of the text, which is not empty. */
bool paragraph_is_complete(const uint8_t *text, size_t len);

/* The length up to the last end of a paragraph, 0 when there is none. */
size_t paragraph_last_start(const uint8_t *text, size_t len);

#endif
