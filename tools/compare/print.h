/* SPDX-License-Identifier: MIT */
/* What all forms of output share: where a difference stands, its texts, and how text is shown to people. */
#ifndef COMPARE_PRINT_H
#define COMPARE_PRINT_H

#include <stdbool.h>

#include "common/bytes.h"
#include "common/output.h"
#include "compare/difference.h"
#include "compare/lines.h"
#include "compare/options.h"

/* A comparison that is printed. */
struct print {
	const struct options *options;
	const struct comparison *comparison;
	struct output *out;
	struct lines a, b; /* as they are shown */
	struct lines there_a, there_b; /* as they are in the files, for places that passages have moved to and from */
};

/* Bytes of a text: offsets. */
struct slice {
	size_t start, end;
};

void print_init(struct print *print, const struct options *options, const struct comparison *comparison, struct output *out);
void print_release(struct print *print);

/* For texts beside each other: lines end also where the other text begins a paragraph. */
void print_break_lines(struct print *print);

/*
 * The text of tokens [start, end) of a side, without the gap in front of them. Where there are none it is empty, and lies
 * behind the token before.
 */
struct slice print_slice(const struct side *side, uint32_t start, uint32_t end);
/* What differs on both sides: where words are the same it is the gaps in front of them. */
void print_slices(const struct comparison *comparison, const struct difference *difference, struct slice *ret_a,
		  struct slice *ret_b);

/*
 * Append text for people: controls and invisible characters as <U+XXXX>. With `exact` spaces that are not plain are named,
 * too, and ends of lines.
 */
void print_append_shown(struct bytes *bytes, const char *text, size_t len, bool exact);
/*
 * Put each line from `from` on that has Arabic between FSI and PDI: it then is laid out from right to left, and cannot put
 * what stands beside it in another order.
 */
void print_isolate_lines(struct bytes *bytes, size_t from);
/* What stands in front of what differs and behind it: its colour and brackets. */
void print_open_mark(struct bytes *bytes, bool is_a, bool noise);
void print_close_mark(struct bytes *bytes, bool is_a);
/* What differs, in its colour and between its brackets, Arabic isolated from what stands around it. */
void print_append_mark(struct bytes *bytes, const char *text, size_t len, bool is_a, bool noise, bool exact);

/* Append where a passage has moved to, or from where: "[moved to 12:1]". */
void print_append_moved(struct bytes *bytes, struct print *print, const struct difference *difference);

/* Append the names of two files that are compared: "--- a", "+++ b". */
void print_append_pair(struct bytes *bytes, const char *a, const char *b);

/* Append the names of classes: "space, quote", or with the quotes of JSON. */
void print_append_classes(struct bytes *bytes, class_set classes, const char *before, const char *between);

/* Colour of a difference: is it noise, or does it change what the text says? */
bool print_is_noise(const struct difference *difference);

/* The forms. False when output has failed. */
bool print_words(struct print *print);
bool print_unified(struct print *print);
bool print_side_by_side(struct print *print);
bool print_json(struct print *print);
bool print_html(struct print *print);
bool print_stat(struct print *print);
/* Append a passage of two pages, of which so many tokens are the same, as a JSON object on a line. */
void print_json_passage(struct bytes *line, struct print *print, const struct range *range, uint32_t same);

#endif
