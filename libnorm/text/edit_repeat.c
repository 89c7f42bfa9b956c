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

/* How many records from this one on are a row. */
static size_t row_length(const struct norm_edits *edits, size_t record)
{
	const struct edit_record *first = &edits->at[record], *at = first + 1, *end = edits->at + edits->len;
	uint32_t source_len = first->extent & 0xFF, output_len = first->extent >> 8 & 0xFF;
	if ((first->extent & EDIT_IS_LONG) == EDIT_IS_LONG)
		return 1;
	while (at < end && at->extent == first->extent && at->source == at[-1].source + source_len &&
	       at->output == at[-1].output + output_len)
		at++;
	return (size_t)(at - first);
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

void edit_list_pack_from(struct norm_edits *edits, size_t from)
{
	size_t to = from, longer = edits->longer_len;
	while (longer && edits->longer[longer - 1].index >= from)
		longer--;
	for (size_t i = from, count; i < edits->len && !edits->failed; i += count) {
		count = row_length(edits, i);
		if (longer < edits->longer_len && edits->longer[longer].index == i)
			edits->longer[longer++].index = to;
		bool row = count >= ROW_MIN;
		if (row)
			add_row(edits, to, count);
		size_t stay = row ? 1 : count;
		if (to != i)
			memmove(edits->at + to, edits->at + i, stay * sizeof *edits->at);
		to += stay;
	}
	edits->len = edits->packed = to;
}
