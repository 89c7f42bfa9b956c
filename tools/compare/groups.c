/* SPDX-License-Identifier: MIT */
#include "compare/groups.h"

#include <stdlib.h>

#include "common/bytes.h"

/* The lines of a slice. One without bytes is a place in a line. */
static void lines_of(const struct lines *lines, struct slice slice, size_t *ret_first, size_t *ret_end)
{
	*ret_first = lines_find(lines, slice.start);
	*ret_end = 1 + (slice.end > slice.start ? lines_find(lines, slice.end - 1) : *ret_first);
}

static struct group group_of(const struct print *print, size_t index)
{
	const struct difference *difference = &print->comparison->differences.at[index];
	struct group group = {.first = index, .last = index + 1};
	struct slice a, b;
	print_slices(print->comparison, difference, &a, &b);
	lines_of(&print->a, a, &group.a, &group.a_end);
	lines_of(&print->b, b, &group.b, &group.b_end);
	return group;
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

bool group_next(const struct print *print, size_t first, struct group *ret)
{
	const struct differences *differences = &print->comparison->differences;
	if (first >= differences->count)
		return false;
	*ret = group_of(print, first);
	while (ret->last < differences->count) {
		struct group next = group_of(print, ret->last);
		/* where a passage came from is no place of this side */
		bool in_move = differences->at[ret->last].in_move;
		if (next.b >= ret->b_end && (in_move || next.a >= ret->a_end))
			break;
		if (!in_move)
			ret->a_end = larger(ret->a_end, next.a_end);
		ret->b_end = larger(ret->b_end, next.b_end);
		ret->last++;
	}
	return true;
}

static int compare_marks(const void *left, const void *right)
{
	const struct mark *one = left, *other = right;
	return (one->slice.start > other->slice.start) - (one->slice.start < other->slice.start);
}

void marks_of_group(const struct print *print, const struct group *group, bool is_a, struct marks *ret)
{
	*ret = (struct marks){0};
	for (size_t i = group->first; i < group->last; i++) {
		const struct difference *difference = &print->comparison->differences.at[i];
		struct slice a, b;
		print_slices(print->comparison, difference, &a, &b);
		struct slice slice = is_a ? a : b;
		if (slice.start == slice.end || (is_a && difference->in_move))
			continue;
		/* a passage that has moved here shows what is different in it, and is no mark as a whole */
		if (!is_a && difference->classes & CLASS(MOVED) && i + 1 < group->last && difference[1].in_move)
			continue;
		if (ret->count == ret->cap) {
			ret->cap = ret->cap ? ret->cap * 2 : 16;
			ret->at = memory_grow(ret->at, ret->cap, sizeof *ret->at);
		}
		ret->at[ret->count++] = (struct mark){slice, difference, true};
	}
	if (ret->count)
		qsort(ret->at, ret->count, sizeof *ret->at, compare_marks);
}

bool marks_next(const struct marks *marks, size_t *next, struct slice line, struct mark *ret)
{
	while (*next < marks->count && marks->at[*next].slice.end <= line.start)
		++*next;
	if (*next == marks->count || line.start >= line.end || marks->at[*next].slice.start >= line.end)
		return false;
	*ret = marks->at[*next];
	ret->is_start = ret->slice.start >= line.start;
	ret->slice.start = larger(ret->slice.start, line.start);
	ret->slice.end = ret->slice.end < line.end ? ret->slice.end : line.end;
	return true;
}

void marks_release(struct marks *marks)
{
	free(marks->at);
}

struct slice line_slice(const struct lines *lines, size_t line)
{
	const char *text = lines->text->at;
	struct slice slice = {lines->starts[line], lines->starts[line + 1]};
	while (slice.end > slice.start && (text[slice.end - 1] == '\n' || text[slice.end - 1] == '\r'))
		slice.end--;
	return slice;
}
