/* SPDX-License-Identifier: MIT */
#include "compare/print.h"

#include <string.h>

#include "common/colour.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "compare/characters.h"

void print_init(struct print *print, const struct options *options, const struct comparison *comparison, struct output *out)
{
	*print = (struct print){.options = options, .comparison = comparison, .out = out};
	lines_init(&print->a, &comparison->a.text);
	lines_init(&print->b, &comparison->b.text);
	print->there_a = print->a;
	print->there_b = print->b;
}

void print_release(struct print *print)
{
	lines_release(&print->there_a);
	lines_release(&print->there_b);
	if (print->a.starts != print->there_a.starts) {
		lines_release(&print->a);
		lines_release(&print->b);
	}
}

struct slice print_slice(const struct side *side, uint32_t start, uint32_t end)
{
	const char *text = side->text.at;
	if (start == end) {
		size_t behind = start ? (size_t)(side_token(side, start - 1).end - text) : 0;
		return (struct slice){behind, behind};
	}
	struct token first = side_token(side, start), last = end - start > 1 ? side_token(side, end - 1) : first;
	return (struct slice){(size_t)(first.core - text), (size_t)(last.end - text)};
}

static bool same_cores(const struct token *a, const struct token *b)
{
	size_t len = (size_t)(a->end - a->core);
	return len == (size_t)(b->end - b->core) && memcmp(a->core, b->core, len) == 0;
}

void print_slices(const struct comparison *comparison, const struct difference *difference, struct slice *ret_a,
		  struct slice *ret_b)
{
	const struct side *a = &comparison->a, *b = &comparison->b;
	bool is_gap = difference->classes & (CLASS(SPACE) | CLASS(INVISIBLE) | CLASS(LINE_BREAK));
	if (!is_gap || difference->a_end - difference->a != 1 || difference->b_end - difference->b != 1) {
		*ret_a = print_slice(a, difference->a, difference->a_end);
		*ret_b = print_slice(b, difference->b, difference->b_end);
		return;
	}
	struct token left = side_token(a, difference->a), right = side_token(b, difference->b);
	*ret_a = (struct slice){(size_t)(left.gap - a->text.at), (size_t)(left.end - a->text.at)};
	*ret_b = (struct slice){(size_t)(right.gap - b->text.at), (size_t)(right.end - b->text.at)};
	if (same_cores(&left, &right) && !(difference->classes & CLASS(ENCODING))) {
		ret_a->end = (size_t)(left.core - a->text.at);
		ret_b->end = (size_t)(right.core - b->text.at);
	}
}

bool print_is_noise(const struct difference *difference)
{
	return !(difference->classes & ~CLASSES_NOISE);
}

void print_append_moved(struct bytes *bytes, struct print *print, const struct difference *difference)
{
	bool is_from = difference->a < difference->a_end;
	const struct side *there = is_from ? &print->comparison->b : &print->comparison->a;
	struct slice slice = print_slice(there, difference->other, difference->other + 1);
	struct line_place place = lines_place(is_from ? &print->there_b : &print->there_a, slice.start);
	/* TRANSLATORS: a line and a column */
	bytes_format(bytes, is_from ? _("[moved to %zu:%zu]") : _("[moved here from %zu:%zu]"), place.line, place.column);
}

void print_append_pair(struct bytes *bytes, const char *a, const char *b)
{
	bytes_append_text(bytes, "--- ");
	bytes_append_shown(bytes, a);
	bytes_append_text(bytes, "\n+++ ");
	bytes_append_shown(bytes, b);
	bytes_append_char(bytes, '\n');
}

void print_append_classes(struct bytes *bytes, class_set classes, const char *before, const char *between)
{
	const char *separator = "";
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		if (!(classes >> class & 1))
			continue;
		bytes_format(bytes, "%s%s%s%s", separator, before, class_name(class), before);
		separator = between;
	}
}

/* ---- Text for people ---- */

#define FIRST_STRONG_ISOLATE 0x2068u
#define POP_DIRECTIONAL_ISOLATE 0x2069u

static bool is_right_to_left(uint32_t cp)
{
	return cp >= 0x590 && character_row(cp)->right_to_left;
}

/* The lead byte of U+0590, before which nothing goes from right to left. */
#define RIGHT_TO_LEFT_LEAD 0xD6

static bool has_right_to_left(const char *at, const char *end)
{
	for (uint32_t cp; at < end;) {
		if ((unsigned char)*at < RIGHT_TO_LEFT_LEAD) {
			at++;
			continue;
		}
		at += utf8_decode(at, end, &cp);
		if (is_right_to_left(cp))
			return true;
	}
	return false;
}

/* What shows nothing, or would scramble the line. Joiners inside words do neither. */
static bool is_named(uint32_t cp, bool exact)
{
	if (cp < 0x80)
		return (cp < ' ' && cp != '\t' && (exact || cp != '\n')) || cp == 0x7F;
	switch (character_kind(cp)) {
	case CHARACTER_SPACE:
		return exact;
	case CHARACTER_CONTROL:
	case CHARACTER_SEPARATOR:
		return true;
	case CHARACTER_FORMAT:
		return exact || (cp != 0x200C && cp != 0x200D && cp != 0xAD);
	default:
		return false;
	}
}

/* The bytes of the letter, sign or digit at `at`, if it has one or two; 0 for what has to be looked at. */
static size_t plain_size(const char *at, const char *end)
{
	unsigned char first = (unsigned char)*at;
	if (first < 0x80)
		return first >= ' ' && first < 0x7F;
	bool plain = first >= 0xC2 && first < 0xE0 && end - at > 1 && ((unsigned char)at[1] & 0xC0) == 0x80 &&
		     character_kinds[(first & 0x1F) << 6 | ((unsigned char)at[1] & 0x3F)] <= CHARACTER_DIGIT;
	return plain ? 2 : 0;
}

/* What stands at `at` as it is, up to the first character that is named, which is in `ret_named`. */
static size_t plain_length(const char *at, const char *end, bool exact, uint32_t *ret_named)
{
	const char *start = at;
	for (size_t size; at < end; at += size) {
		size = plain_size(at, end);
		if (size)
			continue;
		size = utf8_decode(at, end, ret_named);
		if (*ret_named >= UTF8_BYTE || is_named(*ret_named, exact))
			break;
	}
	return (size_t)(at - start);
}

void print_append_shown(struct bytes *bytes, const char *text, size_t len, bool exact)
{
	const char *at = text, *end = text + len;
	for (uint32_t cp; at < end; at += utf8_decode(at, end, &cp)) {
		size_t plain = plain_length(at, end, exact, &cp);
		bytes_append(bytes, at, plain);
		at += plain;
		if (at == end)
			break;
		if (cp == '\n')
			bytes_append_text(bytes, "\u21B5");
		else
			bytes_format(bytes, "<U+%04X>", (unsigned)cp);
	}
}

/* An isolate ends with its line, so each line has its own. */
void print_isolate_lines(struct bytes *bytes, size_t from)
{
	if (bytes->len == from || !has_right_to_left(bytes->at + from, bytes->at + bytes->len))
		return;
	struct bytes lines = {0};
	const char *at = bytes->at + from, *end = bytes->at + bytes->len;
	while (at < end) {
		const char *line_end = memchr(at, '\n', (size_t)(end - at)), *stop = line_end ? line_end : end;
		bool isolate = has_right_to_left(at, stop);
		if (isolate)
			utf8_append(&lines, FIRST_STRONG_ISOLATE);
		bytes_append(&lines, at, (size_t)(stop - at));
		if (isolate)
			utf8_append(&lines, POP_DIRECTIONAL_ISOLATE);
		if (line_end)
			bytes_append_char(&lines, '\n');
		at = stop + (line_end != NULL);
	}
	bytes->len = from;
	bytes_append(bytes, lines.at, lines.len);
	bytes_release(&lines);
}

void print_open_mark(struct bytes *bytes, bool is_a, bool noise)
{
	enum colour colour = is_a ? (noise ? COLOUR_DIM : COLOUR_RED) : noise ? COLOUR_YELLOW : COLOUR_GREEN;
	bytes_append_text(bytes, colour_on(COLOUR_STDOUT, colour));
	bytes_append(bytes, is_a ? "[-" : "{+", 2);
}

void print_close_mark(struct bytes *bytes, bool is_a)
{
	bytes_append(bytes, is_a ? "-]" : "+}", 2);
	bytes_append_text(bytes, colour_off(COLOUR_STDOUT));
}

void print_append_mark(struct bytes *bytes, const char *text, size_t len, bool is_a, bool noise, bool exact)
{
	print_open_mark(bytes, is_a, noise);
	size_t from = bytes->len;
	print_append_shown(bytes, text, len, exact);
	print_isolate_lines(bytes, from);
	print_close_mark(bytes, is_a);
}
