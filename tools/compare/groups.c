/* SPDX-License-Identifier: MIT */
#include "compare/groups.h"

#include <stdlib.h>

#include "common/bytes.h"

/* The lines of a slice. One without bytes is a place in a line, if the text has any. */
static void lines_of(const struct lines *lines, struct slice slice, size_t *ret_first, size_t *ret_end)
{
	*ret_first = lines_find(lines, slice.start);
	*ret_end = slice.end > slice.start ? lines_find(lines, slice.end - 1) + 1 : *ret_first + (lines->count > 0);
}

/* Do these tokens fill their lines? */
static bool fills_lines(const struct side *side, uint32_t start, uint32_t end)
{
	return start < end && side_starts_line(side, start) && side_starts_line(side, end);
}

static size_t line_of_token(const struct lines *lines, const struct side *side, uint32_t index)
{
	if (index == side->count)
		return lines->count;
	return lines_find(lines, (size_t)(side_token(side, index).core - side->text.at));
}

/* The line behind that of the token in front of this one. */
static size_t line_behind(const struct lines *lines, const struct side *side, uint32_t index)
{
	return index ? 1 + lines_find(lines, (size_t)(side_token(side, index - 1).end - 1 - side->text.at)) : 0;
}

/*
 * Lines that came in or went out, up to the next one with text, stand between two lines of the other side, none of which
 * they change. At the end of the text they begin behind the last one with text.
 */
static void place_lines(const struct print *print, const struct difference *difference, struct group *group)
{
	const struct side *a = &print->comparison->a, *b = &print->comparison->b;
	bool out = difference->b == difference->b_end && fills_lines(a, difference->a, difference->a_end) &&
		   side_starts_line(b, difference->b);
	bool in = difference->a == difference->a_end && fills_lines(b, difference->b, difference->b_end) &&
		  side_starts_line(a, difference->a);
	if (!out && !in)
		return;
	group->a_end = line_of_token(&print->a, a, difference->a_end);
	group->b_end = line_of_token(&print->b, b, difference->b_end);
	if (difference->a_end == a->count && difference->b_end == b->count) {
		group->a = line_behind(&print->a, a, difference->a);
		group->b = line_behind(&print->b, b, difference->b);
	} else if (out) {
		group->b = group->b_end;
	} else {
		group->a = group->a_end;
	}
}

static struct group group_of(const struct print *print, size_t index)
{
	const struct difference *difference = &print->comparison->differences.at[index];
	struct group group = {.first = index, .last = index + 1};
	struct slice a, b;
	print_slices(print->comparison, difference, &a, &b);
	lines_of(&print->a, a, &group.a, &group.a_end);
	lines_of(&print->b, b, &group.b, &group.b_end);
	if (!difference->in_move)
		place_lines(print, difference, &group);
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

/* What marks are added to, and the passage that has moved in which they lie. */
struct marker {
	struct marks *marks;
	const struct difference *passage; /* NULL for none */
	const struct difference *moved;	  /* the same, as long as it has no mark */
	size_t done, end;		  /* of it there are marks up to here */
};

static void add_mark(struct marker *marker, struct slice slice, const struct difference *difference)
{
	struct marks *marks = marker->marks;
	if (slice.start >= slice.end)
		return;
	if (marks->count == marks->cap) {
		marks->cap = marks->cap ? marks->cap * 2 : 16;
		marks->at = memory_grow(marks->at, marks->cap, sizeof *marks->at);
	}
	bool is_same = difference == marker->passage;
	const struct difference *moved = marker->passage ? marker->moved : difference->classes & CLASS(MOVED) ? difference : NULL;
	marks->at[marks->count++] = (struct mark){slice, difference, moved, is_same};
	marker->moved = NULL;
}

/* What is the same in a passage that has moved, up to a difference in it or to its end. */
static void add_same(struct marker *marker, size_t end)
{
	if (marker->passage)
		add_mark(marker, (struct slice){marker->done, end}, marker->passage);
}

static void end_passage(struct marker *marker)
{
	add_same(marker, marker->end);
	marker->passage = marker->moved = NULL;
}

static void mark_difference(struct marker *marker, const struct difference *difference, struct slice slice)
{
	if (slice.start == slice.end)
		return;
	add_same(marker, slice.start);
	add_mark(marker, slice, difference);
	marker->done = slice.end;
}

void marks_of_group(const struct print *print, const struct group *group, bool is_a, struct marks *ret)
{
	struct marker marker = {.marks = ret};
	*ret = (struct marks){0};
	for (size_t i = group->first; i < group->last; i++) {
		const struct difference *difference = &print->comparison->differences.at[i];
		struct slice a, b;
		if (is_a && difference->in_move)
			continue; /* where a passage came from is no place of this side */
		if (!difference->in_move)
			end_passage(&marker);
		print_slices(print->comparison, difference, &a, &b);
		/* a passage that has moved here shows what is different in it, and is no mark as a whole */
		if (!is_a && difference->classes & CLASS(MOVED) && i + 1 < group->last && difference[1].in_move)
			marker = (struct marker){ret, difference, difference, b.start, b.end};
		else
			mark_difference(&marker, difference, is_a ? a : b);
	}
	end_passage(&marker);
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
	if (ret->slice.start < line.start)
		ret->moved = NULL;
	ret->slice.start = larger(ret->slice.start, line.start);
	ret->slice.end = ret->slice.end < line.end ? ret->slice.end : line.end;
	return true;
}

bool mark_is_exact(const struct mark *mark)
{
	enum { EXACT_MAX = 64 }; /* bytes: what is longer is no gap */
	class_set seen = mark->difference->classes & (CLASS(SPACE) | CLASS(INVISIBLE));
	return seen && mark->slice.end - mark->slice.start < EXACT_MAX;
}

void mark_append_moved(struct bytes *page, struct print *print, const struct mark *mark)
{
	if (!mark->moved)
		return;
	print_append_moved(page, print, mark->moved);
	if (mark->moved != mark->difference || mark->is_same)
		bytes_append_char(page, ' '); /* no bracket is behind it */
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
