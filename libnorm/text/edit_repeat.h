/* SPDX-License-Identifier: MIT */
/*
 * Edits in a row that are alike, as one record: for text that is nothing but such edits, a megabyte of spaces or of bytes that
 * are no characters. Each edit of such a row begins where the one before it ends, in both texts, and has the same extent. Most
 * lists have no rows, and then the index of an edit is that of its record.
 */
#ifndef TEXT_EDIT_REPEAT_H
#define TEXT_EDIT_REPEAT_H

#include "text/edit_list.h"

/* Where an edit is: its record, and how many of the row of that record stand in front of it. */
struct edit_place {
	size_t record, before;
};
struct edit_place edit_repeat_place(const struct norm_edits *edits, size_t index);

/* The row of a record, and the index of its first edit. */
struct edit_row {
	size_t first, count;
};
struct edit_row edit_repeat_row(const struct norm_edits *edits, size_t record);

/* The edits that the last of the rows, and all in front of it, have beyond one each. */
static inline size_t edit_repeat_more(const struct norm_edits *edits)
{
	return edits->repeat_len ? edits->repeats[edits->repeat_len - 1].more : 0;
}

/* Records have been taken back from the end of the list: so are their rows. */
void edit_repeat_cut(struct norm_edits *edits);
/* Of the row of the last record only the first `count` edits stay, at least one. */
void edit_repeat_shorten(struct norm_edits *edits, size_t count);

#endif
