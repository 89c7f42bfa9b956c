/* SPDX-License-Identifier: MIT */
/* Each difference as a JSON object on a line, for programs: no character is added to the texts. */
#include "common/json.h"
#include "compare/print.h"

static void append_side(struct bytes *line, const char *name, const struct side *side, struct lines *lines, struct slice slice)
{
	size_t start, end;
	struct line_place place = lines_place(lines, slice.start);
	text_source_span(&side->text, slice.start, slice.end, &start, &end);
	bytes_format(line, ",\"%s\":{\"start\":%zu,\"end\":%zu,\"line\":%zu,\"column\":%zu,\"text\":", name, start, end, place.line,
		     place.column);
	json_append_string(line, side->text.at + slice.start, slice.end - slice.start);
	bytes_append_char(line, '}');
}

static void append_moved(struct bytes *line, struct print *print, const struct difference *difference)
{
	const struct comparison *comparison = print->comparison;
	bool is_from = difference->a < difference->a_end;
	const struct side *there = is_from ? &comparison->b : &comparison->a;
	uint32_t tokens = is_from ? difference->a_end - difference->a : difference->b_end - difference->b;
	struct slice slice = print_slice(there, difference->other, difference->other + tokens);
	size_t start, end;
	text_source_span(&there->text, slice.start, slice.end, &start, &end);
	bytes_format(line, ",\"moved_%s\":{\"start\":%zu,\"end\":%zu}", is_from ? "to" : "from", start, end);
}

bool print_json(struct print *print)
{
	const struct comparison *comparison = print->comparison;
	struct bytes line = {0};
	struct slice a, b;
	bool good = true;
	for (size_t i = 0; good && i < comparison->differences.count; i++) {
		const struct difference *difference = &comparison->differences.at[i];
		class_set classes = difference->classes;
		line.len = 0;
		bytes_append_text(&line, "{\"classes\":[");
		print_append_classes(&line, classes, "\"", ",");
		bytes_append_char(&line, ']');
		print_slices(comparison, difference, &a, &b);
		append_side(&line, "a", &comparison->a, &print->a, a);
		append_side(&line, "b", &comparison->b, &print->b, b);
		if (classes & CLASS(MOVED))
			append_moved(&line, print, difference);
		bytes_append_text(&line, "}\n");
		good = output_write(print->out, line.at, line.len);
	}
	bytes_release(&line);
	return good;
}
