/* SPDX-License-Identifier: MIT */
#include "report/locator.h"

#include <string.h>

#include "common/json.h"
#include "common/utf8.h"

#define CONTEXT 160 /* bytes of its line, on each side of a finding */

void locator_start(struct locator *locator, const struct text_place *place, const struct origin *origin)
{
	*locator = (struct locator){.place = place, .origin = origin, .at = POSITION_START};
	locator->raw = place->raw;
	locator->raw_position = (struct position){.line = place->record, .column = 1};
	if (place->raw)
		position_advance(&locator->raw_position, place->line, (size_t)(place->raw - place->line));
}

static void advance(struct locator *locator, const char *text, uint64_t text_at, uint64_t to)
{
	if (to <= locator->at.offset)
		return;
	const char *from = text + (locator->at.offset - text_at);
	size_t len = (size_t)(to - locator->at.offset);
	const char *last = memrchr(from, '\n', len);
	if (last)
		locator->line_start = text_at + (uint64_t)(last + 1 - text);
	position_advance(&locator->at, from, len);
}

void locator_pass(struct locator *locator, const char *text, size_t len, uint64_t text_at)
{
	advance(locator, text, text_at, text_at + len);
}

/* How many bytes, `most` of them, stand for themselves. */
static size_t plain_bytes(const char *raw, size_t len, uint64_t most)
{
	len = most < len ? (size_t)most : len;
	const char *escape = memchr(raw, '\\', len);
	return escape ? (size_t)(escape - raw) : len;
}

/* Read the string up to this byte of its text. */
static void advance_raw(struct locator *locator, uint64_t to)
{
	const char *start = locator->raw, *end = locator->place->raw_end;
	while (locator->raw_at < to && locator->raw < end) {
		size_t decoded, plain = plain_bytes(locator->raw, (size_t)(end - locator->raw), to - locator->raw_at);
		locator->raw += plain ? plain : json_unit(locator->raw, end, &decoded);
		locator->raw_at += plain ? plain : decoded;
	}
	position_advance(&locator->raw_position, start, (size_t)(locator->raw - start));
}

/* The line of --jsonl is what an editor shows. */
static void fill_record(struct locator *locator, struct finding *finding)
{
	advance_raw(locator, finding->start);
	struct locator end = *locator;
	advance_raw(&end, finding->end);
	finding->line = finding->end_line = locator->place->record;
	finding->column = locator->raw_position.column;
	finding->end_column = end.raw_position.column;
	finding->start = (uint64_t)(locator->raw - locator->place->line);
	finding->end = (uint64_t)(end.raw - locator->place->line);
	finding->byte_column = finding->start + 1;
	finding->end_byte_column = finding->end + 1;
}

/* The borders of characters that are nearest, towards `at`. */
static const char *forward_to_character(const char *from, const char *at)
{
	while (from < at && ((unsigned char)*from & 0xC0) == 0x80)
		from++;
	return from;
}

static const char *back_to_character(const char *from, const char *at)
{
	while (from > at && ((unsigned char)*from & 0xC0) == 0x80)
		from--;
	return from;
}

static void fill_context(struct finding *finding, const char *text, size_t len, const char *start, const char *end)
{
	const char *from = (size_t)(start - text) > CONTEXT ? forward_to_character(start - CONTEXT, start) : text;
	const char *text_end = text + len;
	const char *to = (size_t)(text_end - end) > CONTEXT ? back_to_character(end + CONTEXT, end) : text_end;
	const char *line = memrchr(from, '\n', (size_t)(start - from));
	const char *line_end = memchr(end, '\n', (size_t)(to - end));
	finding->context = line ? line + 1 : from;
	finding->context_at = (size_t)(start - finding->context);
	finding->context_len = (size_t)((line_end ? line_end : to) - finding->context);
}

void locator_fill(struct locator *locator, struct finding *finding, const char *text, size_t len, uint64_t text_at,
		  uint64_t start, uint64_t end)
{
	advance(locator, text, text_at, start);
	struct locator behind = *locator;
	advance(&behind, text, text_at, end);
	finding->file = locator->place->file;
	finding->record = locator->place->record;
	finding->line = locator->at.line;
	finding->column = locator->at.column;
	finding->end_line = behind.at.line;
	finding->end_column = behind.at.column;
	finding->byte_column = start - locator->line_start + 1;
	finding->end_byte_column = end - behind.line_start + 1;
	finding->start = origin_source(locator->origin, start, false);
	finding->end = origin_source(locator->origin, end, true);
	if (locator->place->raw)
		fill_record(locator, finding);
	finding->before = text + (start - text_at);
	finding->before_len = (size_t)(end - start);
	fill_context(finding, text, len, finding->before, finding->before + finding->before_len);
}

/* ---- Examples ---- */

#define BESIDE 40 /* code points that an example shows on each side of a finding */
#define WITHIN 80 /* and of what it is about */

/* Append the first code points of a text, an ellipsis behind what is cut. @return where in `strings` it begins. */
static size_t append_first(struct bytes *strings, const char *text, size_t len, unsigned most)
{
	const char *end = text + len, *at = position_skip_characters(text, end, most);
	size_t start = strings->len;
	bytes_append(strings, text, (size_t)(at - text));
	bytes_append_text(strings, at < end ? "…" : "");
	bytes_append_char(strings, '\0');
	return start;
}

/* The same of the last ones. */
static size_t append_last(struct bytes *strings, const char *text, size_t len, unsigned most)
{
	const char *end = text + len, *at = end;
	size_t start = strings->len;
	for (; at > text && most; most--)
		at = back_to_character(at - 1, text);
	bytes_append_text(strings, at > text ? "…" : "");
	bytes_append(strings, at, (size_t)(end - at));
	bytes_append_char(strings, '\0');
	return start;
}

/* The name of a file need not be valid; what was decoded is. */
void example_make(struct example *example, const struct finding *finding, struct bytes *strings)
{
	const char *behind = finding->before + finding->before_len, *end = finding->context + finding->context_len;
	bytes_reserve(strings, 512);
	utf8_append_valid(strings, finding->file, strlen(finding->file));
	bytes_append_char(strings, '\0');
	size_t left = append_last(strings, finding->context, finding->context_at, BESIDE);
	size_t right = append_first(strings, behind, behind < end ? (size_t)(end - behind) : 0, BESIDE);
	size_t text = append_first(strings, finding->before, finding->before_len, WITHIN);
	size_t after = append_first(strings, finding->after ? finding->after : "", finding->after_len, WITHIN);
	*example = (struct example){.file = strings->at,
				    .line = finding->line,
				    .column = finding->column,
				    .start = finding->start,
				    .end = finding->end,
				    .left = strings->at + left,
				    .right = strings->at + right,
				    .text = strings->at + text,
				    .after = finding->after ? strings->at + after : NULL,
				    .detail = finding->detail ? finding->detail : ""};
}
