/* SPDX-License-Identifier: MIT */
#include "text/edit_repeat.h"

#include <string.h>

#include "base/memory.h"

/* A row takes more room than so many records less one. */
enum { ROW_MIN = 8 };

/* How many rows have their records up to this one. */
static size_t rows_to(const struct norm_edits *edits, size_t record)
{
	size_t low = 0, high = edits->repeat_len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (edits->repeats[middle].record <= record)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The edits that the first `rows` rows have beyond one each. */
static size_t more_of(const struct norm_edits *edits, size_t rows)
{
	return rows ? edits->repeats[rows - 1].more : 0;
}

struct edit_row edit_repeat_row(const struct norm_edits *edits, size_t record)
{
	size_t rows = rows_to(edits, record);
	bool repeated = rows && edits->repeats[rows - 1].record == record;
	size_t more = more_of(edits, repeated ? rows - 1 : rows);
	return (struct edit_row){record + more, 1 + (repeated ? more_of(edits, rows) - more : 0)};
}

struct edit_place edit_repeat_place(const struct norm_edits *edits, size_t index)
{
	size_t low = 0, high = edits->repeat_len;
	while (low < high) { /* the rows that begin up to there */
		size_t middle = low + (high - low) / 2;
		if (edits->repeats[middle].record + more_of(edits, middle) <= index)
			low = middle + 1;
		else
			high = middle;
	}
	if (low && index < edits->repeats[low - 1].record + edits->repeats[low - 1].more + 1) {
		size_t record = edits->repeats[low - 1].record;
		return (struct edit_place){record, index - record - more_of(edits, low - 1)};
	}
	return (struct edit_place){index - more_of(edits, low), 0};
}

void edit_repeat_cut(struct norm_edits *edits)
{
	while (edits->repeat_len && edits->repeats[edits->repeat_len - 1].record >= edits->len)
		edits->repeat_len--;
	if (edits->packed > edits->len)
		edits->packed = edits->len;
}

void edit_repeat_shorten(struct norm_edits *edits, size_t count)
{
	edits->repeats[edits->repeat_len - 1].more = more_of(edits, edits->repeat_len - 1) + count - 1;
	if (count == 1)
		edits->repeat_len--;
}

/* Whether one edit is like another and `count` of their kind behind it. */
static inline bool is_behind(const struct edit_record *at, const struct edit_record *first, uint32_t count)
{
	const uint32_t extent = first->extent;
	return at->extent == extent && at->source - first->source == count * (extent & 0xFF) &&
	       at->output - first->output == count * (extent >> 8 & 0xFF) && (extent & EDIT_IS_LONG) != EDIT_IS_LONG;
}

/* How many records from this one on are a row. */
static size_t row_length(const struct norm_edits *edits, size_t record)
{
	const struct edit_record *first = &edits->at[record], *at = first + 1, *end = edits->at + edits->len;
	while (at < end && is_behind(at, at - 1, 1))
		at++;
	return (size_t)(at - first);
}

/* The first record from this one on that begins a row which takes less room as one, or the end. */
static size_t find_row(const struct norm_edits *edits, size_t record)
{
	/* Nearly always the last that has to be in the row is not. */
	for (; record + ROW_MIN <= edits->len; record++)
		if (is_behind(&edits->at[record + ROW_MIN - 1], &edits->at[record], ROW_MIN - 1) && row_length(edits, record) >= ROW_MIN)
			return record;
	return edits->len;
}

static void add_row(struct norm_edits *edits, size_t record, size_t count)
{
	if (!memory_reserve(&edits->repeats, &edits->repeat_cap, edits->repeat_len + 1, sizeof *edits->repeats)) {
		edits->failed = true;
		return;
	}
	size_t more = edit_repeat_more(edits) + count - 1;
	edits->repeats[edits->repeat_len++] = (struct edit_repeat){record, more};
}

/* Move the records [from, to) to the front, to where `record` is; `*longer` is the first of edits->longer that names one of them. */
static void move_records(struct norm_edits *edits, size_t from, size_t to, size_t record, size_t *longer)
{
	for (; *longer < edits->longer_len && edits->longer[*longer].index < to; ++*longer)
		edits->longer[*longer].index -= from - record;
	if (record != from)
		memmove(edits->at + record, edits->at + from, (to - from) * sizeof *edits->at);
}

void edit_list_pack_from(struct norm_edits *edits, size_t from)
{
	size_t to = from, longer = edits->longer_len;
	while (longer && edits->longer[longer - 1].index >= from)
		longer--;
	for (size_t i = from; i < edits->len && !edits->failed;) {
		size_t row = find_row(edits, i), count = row < edits->len ? row_length(edits, row) : 0;
		move_records(edits, i, row + (count > 0), to, &longer);
		to += row - i;
		if (count)
			add_row(edits, to++, count);
		i = row + count;
	}
	edits->len = edits->packed = to;
}
