/* SPDX-License-Identifier: MIT */
/* Which characters are spaces, for the steps and for the engine that wakes them. */
#ifndef TEXT_SPACE_H
#define TEXT_SPACE_H

#include <stdbool.h>
#include <stdint.h>

enum {
	SPACE_TAB = 0x09,
	SPACE_LF = 0x0A,
	SPACE_CR = 0x0D,
	SPACE_SP = 0x20,
	SPACE_NBSP = 0xA0,
	SPACE_NNBSP = 0x202F,
	SPACE_PS = 0x2029,
};

/* A space within a line that separates words, breaking or not. A tab is layout, not such a space. */
static inline bool space_is_inline(uint32_t cp)
{
	return cp == SPACE_SP || cp == SPACE_NBSP || cp == SPACE_NNBSP;
}

static inline bool space_is_no_break(uint32_t cp)
{
	return cp == SPACE_NBSP || cp == SPACE_NNBSP;
}

/* A character that ends a line or a paragraph. */
static inline bool space_is_line_end(uint32_t cp)
{
	return cp == SPACE_LF || cp == SPACE_CR || cp == SPACE_PS;
}

/* What the space rules look at: either of these. */
static inline bool space_is_open(uint32_t cp)
{
	return space_is_inline(cp) || space_is_line_end(cp);
}

/*
 * Whether two adjacent characters of the output wake the space rules. The engine asks for pairs only,
 * because single spaces between words are the rule and must cost nothing.
 */
static inline bool space_pair_wakes(uint32_t first, uint32_t second)
{
	bool spaces = space_is_inline(first) || space_is_inline(second);
	return spaces && space_is_open(first) && space_is_open(second);
}

#endif
