/* SPDX-License-Identifier: MIT */
/* A paragraph of source bytes, and what the letter steps of a profile make of its characters. */
#ifndef TEXT_VIEW_H
#define TEXT_VIEW_H

#include <stddef.h>
#include <stdint.h>

#include "unicode/utf8.h"

/*
 * The first code point of what becomes of a code point, or of bytes that are none (UTF8_INVALID); 0 when it is deleted.
 * `user` tells profiles apart: for the same two pointers the answers are the same.
 */
typedef uint32_t seen_fn(const void *user, uint32_t cp);

/* Who reads a text by such a view finds in the output of the profile what he found in its input. */
struct text_view {
	const uint8_t *text;
	size_t len;
	seen_fn *seen_as; /* NULL: every character is seen as it is */
	const void *user; /* passed to seen_as() */
};

static inline uint32_t text_view_see(const struct text_view *view, uint32_t cp)
{
	if (view->seen_as)
		return view->seen_as(view->user, cp);
	return cp == UTF8_INVALID ? 0xFFFD : cp;
}

#endif
