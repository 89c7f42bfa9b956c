/* SPDX-License-Identifier: MIT */
/*
 * From the order of display back to the order in which a line is read: the bidirectional algorithm (UAX #9) the other way
 * round. Two orders of reading may be displayed as one ("Boeing 737" between Arabic words may be 737 before Boeing); then
 * this chooses what is more frequent in news.
 */
#ifndef REPAIR_VISUAL_LINE_H
#define REPAIR_VISUAL_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A character of a line. */
struct visual_cell {
	uint32_t cp;
	uint32_t from; /* where it stood in the line that is displayed */
	uint8_t kind;
	uint8_t level; /* as UAX #9 has it: 0 and 2 run to the right, 1 to the left */
};

/* Set the kinds of the cells of a line by their characters; then their levels, in a line that runs this way. */
void visual_kinds(struct visual_cell *cells, size_t count);
void visual_levels(struct visual_cell *cells, size_t count, bool right_to_left);

/* Whether a line as it is displayed runs from right to left. It has Arabic letters, and its kinds are set. */
bool visual_runs_left(const struct visual_cell *cells, size_t count);

/*
 * Put the cells of a displayed line in the order of reading. Brackets that run to the left are turned if they stand as they look
 * when displayed; marks come to stand behind their letters.
 */
void visual_line_read(struct visual_cell *cells, size_t count);

/* Marks that end a sentence, or a part of it, and lean on what is in front of them. */
bool visual_ends_part(uint32_t cp);

/* Kinds of characters, in the terms of UAX #9. */
enum visual_kind {
	VISUAL_NEUTRAL,
	VISUAL_LEFT,       /* L: runs to the right, as Latin letters */
	VISUAL_RIGHT,      /* R, AL: Arabic letters */
	VISUAL_DIGIT,      /* EN, AN */
	VISUAL_SEPARATOR,  /* CS: stands inside a number */
	VISUAL_SIGN,       /* ES: + and - */
	VISUAL_TERMINATOR, /* ET: % and currencies */
	VISUAL_MARK,       /* NSM */
};

#endif
