/* SPDX-License-Identifier: MIT */
/* Lines that differ: differences on the same lines make a group, and each side of it has lines with marks in them. */
#ifndef COMPARE_GROUPS_H
#define COMPARE_GROUPS_H

#include <stddef.h>

#include "compare/print.h"

/* Lines [a, a_end) of the one text and [b, b_end) of the other, counted from 0; one side may have none. */
struct group {
	size_t a, a_end, b, b_end;
	size_t first, last; /* its differences: [first, last) */
};

/* The group of the next differences, from number `first` on. False when there are none. */
bool group_next(const struct print *print, size_t first, struct group *ret);

/* The rows of a group in their order: lines that have something in common stand beside each other. Zero-initialise. */
struct line_rows {
	struct group *at; /* without differences */
	size_t count, cap;
};

void line_rows_of_group(const struct print *print, const struct group *group, struct line_rows *ret);
void line_rows_release(struct line_rows *rows);

/* A part of a line of one side that differs. */
struct mark {
	struct slice slice;
	const struct difference *difference;
	const struct difference *moved; /* the passage that has moved and begins here; NULL for none */
	bool is_same; /* in a passage that has moved, but is not quite the same */
};

/* The marks of one side of a group in the order of its text. */
struct marks {
	struct mark *at;
	size_t count, cap;
};

void marks_of_group(const struct print *print, const struct group *group, bool is_a, struct marks *ret);
/*
 * The next mark in what is left of a line, cut off at its ends; false when there is none. `next` counts the marks that are
 * done with; lines are asked for in order.
 */
bool marks_next(const struct marks *marks, size_t *next, struct slice line, struct mark *ret);
void marks_release(struct marks *marks);
/* Is the text of a mark shown with the names of its spaces? */
bool mark_is_exact(const struct mark *mark);
/* Append where a passage has moved to or from, if it begins with this mark: "[moved to 12:1]". */
void mark_append_moved(struct bytes *page, struct print *print, const struct mark *mark);

/* The bytes of a line without its end. */
struct slice line_slice(const struct lines *lines, size_t line);

#endif
