/* SPDX-License-Identifier: MIT */
/*
 * Old lines and new lines, one below the other, in the form of diff -u, with what differs in them marked. It is for
 * people: lines around a change are those of the second text, and what is ignored is not in it, so patch(1) cannot use it.
 */
#include <stdlib.h>

#include "common/colour.h"
#include "compare/groups.h"

/* Groups that are shown together, because the lines between them would be shown anyway. */
struct hunk {
	struct group *at;
	size_t count, cap;
};

static void append_mark(struct bytes *page, struct print *print, const struct side *side, const struct mark *mark, bool is_a)
{
	const char *text = side->text.at + mark->slice.start;
	size_t len = mark->slice.end - mark->slice.start;
	mark_append_moved(page, print, mark);
	if (mark->is_same)
		print_append_shown(page, text, len, false);
	else
		print_append_mark(page, text, len, is_a, print_is_noise(mark->difference), mark_is_exact(mark));
}

static void append_line(struct bytes *page, struct print *print, struct slice line, const struct marks *marks, size_t *next, bool is_a)
{
	const struct side *side = is_a ? &print->comparison->a : &print->comparison->b;
	size_t from = page->len;
	for (struct mark mark; marks_next(marks, next, line, &mark); line.start = mark.slice.end) {
		print_append_shown(page, side->text.at + line.start, mark.slice.start - line.start, false);
		append_mark(page, print, side, &mark, is_a);
	}
	print_append_shown(page, side->text.at + line.start, line.end - line.start, false);
	print_isolate_lines(page, from);
	bytes_append_char(page, '\n');
}

static void append_side(struct bytes *page, struct print *print, const struct group *group, bool is_a)
{
	const struct lines *lines = is_a ? &print->a : &print->b;
	struct marks marks;
	size_t next = 0;
	marks_of_group(print, group, is_a, &marks);
	for (size_t line = is_a ? group->a : group->b; line < (is_a ? group->a_end : group->b_end); line++) {
		bytes_append_char(page, is_a ? '-' : '+');
		append_line(page, print, line_slice(lines, line), &marks, &next, is_a);
	}
	marks_release(&marks);
}

static void append_context(struct bytes *page, const struct print *print, size_t from, size_t to)
{
	for (size_t line = from; line < to; line++) {
		struct slice slice = line_slice(&print->b, line);
		bytes_append_char(page, ' ');
		size_t start = page->len;
		print_append_shown(page, print->comparison->b.text.at + slice.start, slice.end - slice.start, false);
		print_isolate_lines(page, start);
		bytes_append_char(page, '\n');
	}
}

static void append_hunk(struct bytes *page, struct print *print, const struct hunk *hunk)
{
	const struct group *first = &hunk->at[0], *last = &hunk->at[hunk->count - 1];
	size_t context = print->options->context;
	size_t before = first->b < context ? first->b : context;
	size_t after = print->b.count - last->b_end < context ? print->b.count - last->b_end : context;
	size_t a_before = first->a < before ? first->a : before;
	size_t a_after = print->a.count - last->a_end < after ? print->a.count - last->a_end : after;
	bytes_format(page, "%s@@ -%zu,%zu +%zu,%zu @@%s\n", colour_on(COLOUR_STDOUT, COLOUR_CYAN), first->a - a_before + 1,
		     last->a_end - first->a + a_before + a_after, first->b - before + 1, last->b_end - first->b + before + after,
		     colour_off(COLOUR_STDOUT));
	size_t done = first->b - before;
	for (size_t i = 0; i < hunk->count; i++) {
		append_context(page, print, done, hunk->at[i].b);
		append_side(page, print, &hunk->at[i], true);
		append_side(page, print, &hunk->at[i], false);
		done = hunk->at[i].b_end;
	}
	append_context(page, print, done, done + after);
}

static void add_group(struct hunk *hunk, const struct group *group)
{
	if (hunk->count == hunk->cap) {
		hunk->cap = hunk->cap ? hunk->cap * 2 : 16;
		hunk->at = memory_grow(hunk->at, hunk->cap, sizeof *hunk->at);
	}
	hunk->at[hunk->count++] = *group;
}

static bool flush(struct bytes *page, struct print *print, struct hunk *hunk)
{
	if (hunk->count)
		append_hunk(page, print, hunk);
	hunk->count = 0;
	bool good = output_write(print->out, page->at, page->len);
	page->len = 0;
	return good;
}

bool print_unified(struct print *print)
{
	const struct comparison *comparison = print->comparison;
	struct bytes page = {0};
	struct hunk hunk = {0};
	struct group group;
	bool good = true;
	if (comparison->differences.count) {
		bytes_append_text(&page, colour_on(COLOUR_STDOUT, COLOUR_BOLD));
		print_append_pair(&page, comparison->a.text.shown, comparison->b.text.shown);
		bytes_append_text(&page, colour_off(COLOUR_STDOUT));
	}
	for (size_t next = 0; good && group_next(print, next, &group); next = group.last) {
		if (hunk.count && group.b > hunk.at[hunk.count - 1].b_end + 2 * (size_t)print->options->context)
			good = flush(&page, print, &hunk);
		add_group(&hunk, &group);
	}
	good = good && flush(&page, print, &hunk);
	bytes_release(&page);
	free(hunk.at);
	return good;
}
