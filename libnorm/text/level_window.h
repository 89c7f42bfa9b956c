/* SPDX-License-Identifier: MIT */
/* For level_scan.c only: a part of the text where it is known which characters are plain. */
#ifndef TEXT_LEVEL_WINDOW_H
#define TEXT_LEVEL_WINDOW_H

#include "text/letter_class.h"
#include "unicode/find.h"
#include "unicode/scan.h"

enum { WINDOW = 4096, WINDOW_GROUPS = WINDOW / FIND_GROUP };

struct window {
	find_loud_fn *find;
	const uint8_t *at, *end;
	struct find_masks masks[WINDOW_GROUPS];
};

/* Know the masks of what follows. */
static inline void look_ahead(struct window *window, const uint8_t *at, const uint8_t *end)
{
	size_t len = end - at < WINDOW ? (size_t)(end - at) : WINDOW;
	window->at = at;
	window->end = at + len;
	window->find(&letter_tables.plain, at, len, window->masks);
}

/* The scripts of some bytes of a group, all of which are plain; `start` is where it begins. */
static inline unsigned scripts_in(const struct find_masks *masks, const uint8_t *start, uint64_t bytes)
{
	unsigned scripts = masks->latin & bytes ? LETTERS_LATIN : 0;
	for (uint64_t left = masks->arabic & bytes; left && !(scripts & LETTERS_ARABIC); left &= left - 1) {
		const uint8_t *trail = start + __builtin_ctzll(left);
		scripts |= class_flags(letter_tables.classes[(size_t)(trail[-1] & 0x1F) << 6 | (*trail & 0x3F)]);
	}
	return scripts;
}

/* Go from a place in the window to the next character that is not plain, or to the end, and note the scripts on the way. */
static inline const uint8_t *skip_in_window(const struct window *window, const uint8_t *at, unsigned *scripts)
{
	size_t place = (size_t)(at - window->at);
	const struct find_masks *masks = &window->masks[place / FIND_GROUP];
	const uint8_t *start = window->at + place / FIND_GROUP * FIND_GROUP, *found = window->end;
	uint64_t bytes = ~UINT64_C(0) << place % FIND_GROUP, loud;
	unsigned seen = 0;
	for (; !(loud = masks->loud & bytes); bytes = ~UINT64_C(0), masks++) {
		seen |= scripts_in(masks, start, bytes);
		start += FIND_GROUP;
		if (start >= window->end)
			break;
	}
	if (loud) {
		seen |= scripts_in(masks, start, bytes & ((loud & -loud) - 1));
		start += __builtin_ctzll(loud);
		found = start < window->end ? start : window->end;
	}
	*scripts |= seen;
	/* What is not plain, or cut by the end, begins with its lead. */
	return found > at && scan_is_lead(found[-1]) ? found - 1 : found;
}

#endif
