/* SPDX-License-Identifier: MIT */
/* Each difference as a JSON object on a line, for programs: no character is added to the texts. */
#include <string.h>

#include "common/json.h"
#include "compare/parts.h"

/* Where some text of a side stands, without the end of the object. */
static void append_place(struct bytes *line, struct print *print, bool is_a, struct slice slice)
{
	const struct text *text = is_a ? &print->comparison->a.text : &print->comparison->b.text;
	enum action action = print->options->action;
	size_t start, end;
	struct line_place place = lines_place(is_a ? &print->a : &print->b, slice.start);
	text_source_span(text, slice.start, slice.end, &start, &end);
	bytes_append_text(line, is_a ? ",\"a\":{" : ",\"b\":{");
	/* of two files whoever asked knows the names */
	if (action == ACTION_TREES || action == ACTION_GIT) {
		bytes_append_text(line, "\"file\":");
		json_append_text(line, text->shown);
		bytes_append_char(line, ',');
	}
	bytes_format(line, "\"start\":%zu,\"end\":%zu,\"line\":%zu,\"column\":%zu", start, end, place.line, place.column);
}

static void append_side(struct bytes *line, struct print *print, bool is_a, struct slice slice)
{
	const struct text *text = is_a ? &print->comparison->a.text : &print->comparison->b.text;
	append_place(line, print, is_a, slice);
	bytes_append_text(line, ",\"text\":");
	json_append_string(line, text->at + slice.start, slice.end - slice.start);
	bytes_append_char(line, '}');
}

void print_json_passage(struct bytes *line, struct print *print, const struct range *range, uint32_t same)
{
	bytes_format(line, "{\"same\":%u", same);
	append_place(line, print, true, print_slice(&print->comparison->a, range->a, range->a_end));
	bytes_append_char(line, '}');
	append_place(line, print, false, print_slice(&print->comparison->b, range->b, range->b_end));
	bytes_append_text(line, "}}\n");
}

/* The move that a difference tells. */
static const struct range *move_of(const struct comparison *comparison, const struct difference *difference)
{
	bool is_from = difference->a < difference->a_end;
	const struct moves *moves = is_from ? &comparison->moves : &comparison->moves_by_b;
	size_t low = 0, high = moves->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if ((is_from ? moves->at[middle].a <= difference->a : moves->at[middle].b <= difference->b))
			low = middle;
		else
			high = middle;
	}
	return &moves->at[low];
}

static void append_moved(struct bytes *line, const struct comparison *comparison, const struct difference *difference)
{
	bool is_from = difference->a < difference->a_end;
	const struct range *move = move_of(comparison, difference);
	const struct side *there = is_from ? &comparison->b : &comparison->a;
	struct slice slice = is_from ? print_slice(there, move->b, move->b_end) : print_slice(there, move->a, move->a_end);
	size_t start, end;
	text_source_span(&there->text, slice.start, slice.end, &start, &end);
	bytes_format(line, ",\"moved_%s\":{\"start\":%zu,\"end\":%zu}", is_from ? "to" : "from", start, end);
}

static void append_differences(struct print *print, size_t first, size_t last, struct bytes *page)
{
	const struct comparison *comparison = print->comparison;
	struct slice a, b;
	for (size_t i = first; i < last; i++) {
		const struct difference *difference = &comparison->differences.at[i];
		class_set classes = difference->classes;
		bytes_append_text(page, "{\"classes\":[");
		print_append_classes(page, classes, "\"", ",");
		bytes_append_char(page, ']');
		print_slices(comparison, difference, &a, &b);
		append_side(page, print, true, a);
		append_side(page, print, false, b);
		if (classes & CLASS(MOVED))
			append_moved(page, comparison, difference);
		bytes_append_text(page, "}\n");
	}
}

/* Each stands on a line of its own. */
static bool is_apart(const struct print *print, size_t index)
{
	(void)print;
	(void)index;
	return true;
}

bool print_json(struct print *print)
{
	return print_parts(print, is_apart, append_differences);
}
