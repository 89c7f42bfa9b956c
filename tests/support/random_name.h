/* SPDX-License-Identifier: MIT */
/* Random names: pieces of both scripts, marks, signs, digits, invisible characters and bytes that are no characters. */
#ifndef SUPPORT_RANDOM_NAME_H
#define SUPPORT_RANDOM_NAME_H

#include <string.h>

#include "base/buffer.h"
#include "property/random.h"

/* Make `ret` a random name of up to 12 pieces. */
static inline void random_name(struct random *random, struct buffer *ret)
{
	static const char *const pieces[] = {
		"ال", "عين", "سيدي", "ب", "ة", "ى", "ي", "و", "ا", "ق", "گ", "ڨ", "پ", "ء", "آ", "س", "الش", " ", " ", "-", "’",
		"\u064E", "\u0651", "ـ", "\uFEFB", "\u200F", "El ", "aïn", "É", "œ", "ss", "gu", "x", "M'", "٣", "7", "(", "\xFF",
		"\xD8", "\U0001F600", "\uFFFD", "A", "#",
	};
	ret->len = 0;
	for (size_t n = random_below(random, 13); n > 0; n--)
		buffer_append_text(ret, pieces[random_below(random, sizeof pieces / sizeof *pieces)]);
}

#endif
