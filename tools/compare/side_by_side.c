/* SPDX-License-Identifier: MIT */
/* Old lines and new lines in two columns, those that differ and some around them, wrapped between words. */
#include <string.h>

#include "common/colour.h"
#include "common/width.h"
#include "compare/groups.h"

/* Between the columns: " │ ", or with the sign of a line that has no partner. */
enum { GUTTER = 3, ESCAPE = '\033' };

/* A cell: its text with marks, wrapped into lines. */
struct cell {
	struct bytes text, parted, wrapped;
	const char *next; /* of `wrapped`; NULL when all is taken */
};

static void append_mark(struct bytes *text, struct print *print, const char *at, const struct mark *mark, bool is_a)
{
	size_t len = mark->slice.end - mark->slice.start;
	mark_append_moved(text, print, mark);
	if (!mark->is_same)
		print_open_mark(text, is_a, print_is_noise(mark->difference));
	print_append_shown(text, at + mark->slice.start, len, mark_is_exact(mark));
	if (!mark->is_same)
		print_close_mark(text, is_a);
}

static void append_marked(struct bytes *text, struct print *print, struct slice line, const struct marks *marks, size_t *next,
			  bool is_a)
{
	const char *at = is_a ? print->comparison->a.text.at : print->comparison->b.text.at;
	for (struct mark mark; marks_next(marks, next, line, &mark); line.start = mark.slice.end) {
		print_append_shown(text, at + line.start, mark.slice.start - line.start, false);
		append_mark(text, print, at, &mark, is_a);
	}
	print_append_shown(text, at + line.start, line.end - line.start, false);
}

/* A colour ends with its line, for the other column stands behind it, and begins anew in the next. */
static void carry_colour(struct bytes *lines)
{
	struct bytes ret = {0};
	const char *at = lines->at, *end = at + lines->len, *colour = NULL;
	size_t len = 0;
	if (!lines->len || !memchr(at, ESCAPE, lines->len))
		return;
	for (; at < end; at++) {
		if (*at == ESCAPE) {
			len = strcspn(at, "m") + 1;
			colour = strncmp(at, colour_off(COLOUR_STDOUT), len) != 0 ? at : NULL;
		}
		if (*at == '\n' && colour)
			bytes_append_text(&ret, colour_off(COLOUR_STDOUT));
		bytes_append_char(&ret, *at);
		if (*at == '\n' && colour)
			bytes_append(&ret, colour, len);
	}
	bytes_release(lines);
	*lines = ret;
}

/* A line of the cell is an isolate of its own, so that Arabic stays in its column. */
static void finish_cell(struct cell *cell, int columns)
{
	bytes_text(&cell->text);
	for (char *tab = cell->text.at; (tab = strchr(tab, '\t'));)
		*tab = ' ';
	width_part_words(&cell->parted, cell->text.at, columns - 1);
	width_wrap(&cell->wrapped, bytes_text(&cell->parted), 0, columns);
	bytes_text(&cell->wrapped);
	carry_colour(&cell->wrapped);
	print_isolate_lines(&cell->wrapped, 0);
	bytes_text(&cell->wrapped);
	cell->next = cell->wrapped.len ? cell->wrapped.at : NULL;
}

static void fill_cell(struct cell *cell, struct print *print, size_t line, bool is_a, const struct marks *marks, size_t *next,
		      int columns)
{
	const struct lines *lines = is_a ? &print->a : &print->b;
	cell->text.len = cell->parted.len = cell->wrapped.len = 0;
	append_marked(&cell->text, print, line_slice(lines, line), marks, next, is_a);
	finish_cell(cell, columns);
}

static void empty_cell(struct cell *cell)
{
	cell->next = NULL;
}

static void release_cell(struct cell *cell)
{
	bytes_release(&cell->text);
	bytes_release(&cell->parted);
	bytes_release(&cell->wrapped);
}

/* Append the next line of a cell, and spaces up to the end of its column. */
static void append_piece(struct bytes *page, struct cell *cell, int columns)
{
	struct bytes piece = {0};
	if (cell->next) {
		size_t len = strcspn(cell->next, "\n");
		bytes_append(&piece, cell->next, len);
		cell->next = cell->next[len] ? cell->next + len + 1 : NULL;
	}
	width_pad(page, bytes_text(&piece), columns);
	bytes_release(&piece);
}

static void append_cells(struct bytes *page, struct cell *left, struct cell *right, int columns, const char *gutter)
{
	do {
		append_piece(page, left, columns);
		bytes_append(page, gutter, right->next ? GUTTER : GUTTER - 1); /* no blank at the end of a line */
		append_piece(page, right, 0);
		bytes_append_char(page, '\n');
	} while (left->next || right->next);
}

struct table {
	struct print *print;
	struct bytes page;
	struct cell left, right;
	int columns;
};

static void append_same(struct table *table, size_t line_a, size_t line_b, size_t count)
{
	static const struct marks none = {0};
	size_t next = 0;
	for (size_t i = 0; i < count; i++) {
		fill_cell(&table->left, table->print, line_a + i, true, &none, &next, table->columns);
		fill_cell(&table->right, table->print, line_b + i, false, &none, &next, table->columns);
		append_cells(&table->page, &table->left, &table->right, table->columns, "   ");
	}
}

/* The marks of both sides of a group, and those that are done with. */
struct group_marks {
	struct marks a, b;
	size_t next_a, next_b;
};

/* `same`: nothing in it is different, but for its line ends. */
static void append_row(struct table *table, const struct group *row, struct group_marks *marks, bool same)
{
	size_t a_count = row->a_end - row->a, b_count = row->b_end - row->b;
	for (size_t i = 0; i < a_count || i < b_count; i++) {
		if (i < a_count)
			fill_cell(&table->left, table->print, row->a + i, true, &marks->a, &marks->next_a, table->columns);
		else
			empty_cell(&table->left);
		if (i < b_count)
			fill_cell(&table->right, table->print, row->b + i, false, &marks->b, &marks->next_b, table->columns);
		else
			empty_cell(&table->right);
		append_cells(&table->page, &table->left, &table->right, table->columns,
			     same ? "   " : i >= b_count ? " < " : i >= a_count ? " > " : " | ");
	}
}

static void append_group(struct table *table, const struct group *group, bool same)
{
	struct group_marks marks = {0};
	struct line_rows rows = {0};
	marks_of_group(table->print, group, true, &marks.a);
	marks_of_group(table->print, group, false, &marks.b);
	line_rows_of_group(table->print, group, &rows);
	for (size_t i = 0; i < rows.count; i++)
		append_row(table, &rows.at[i], &marks, same);
	line_rows_release(&rows);
	marks_release(&marks.a);
	marks_release(&marks.b);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * The lines between two groups, or at an end: `context` of them behind the one and in front of the other. `range` has none
 * of the groups' lines; its `first` and `last` say whether a group stands in front of it and behind it.
 */
static void append_between(struct table *table, const struct group *range)
{
	size_t context = table->print->options->context, count = least(range->a_end - range->a, range->b_end - range->b);
	bool is_short = range->a_end - range->a <= 2 * context && range->b_end - range->b <= 2 * context;
	if (range->a_end - range->a != range->b_end - range->b && is_short && range->first && range->last) {
		append_group(table, &(struct group){range->a, range->a_end, range->b, range->b_end, 0, 0}, true);
		return;
	}
	size_t behind = range->first ? least(context, count) : 0, before = range->last ? least(context, count - behind) : 0;
	append_same(table, range->a, range->b, behind);
	if (behind + before < range->b_end - range->b && behind && range->last)
		bytes_append_text(&table->page, "…\n");
	append_same(table, range->a_end - before, range->b_end - before, before);
}

static bool flush(struct table *table)
{
	bool good = output_write(table->print->out, table->page.at, table->page.len);
	table->page.len = 0;
	return good;
}

bool print_side_by_side(struct print *print)
{
	struct table table = {.print = print, .columns = (print->options->width - GUTTER) / 2};
	struct group group, between = {0};
	bool good = true;
	print_break_lines(print);
	for (size_t next = 0; good && group_next(print, next, &group); next = group.last) {
		between.a_end = group.a;
		between.b_end = group.b;
		between.last = 1;
		append_between(&table, &between);
		append_group(&table, &group, false);
		between = (struct group){.a = group.a_end, .b = group.b_end, .first = 1};
		good = flush(&table);
	}
	between.a_end = print->a.count;
	between.b_end = print->b.count;
	append_between(&table, &between);
	good = good && flush(&table);
	bytes_release(&table.page);
	release_cell(&table.left);
	release_cell(&table.right);
	return good;
}
