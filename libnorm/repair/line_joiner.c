/* SPDX-License-Identifier: MIT */
#include "repair/line_joiner.h"

#include <string.h>

enum {
	/* A longer line was not broken by a layout, and is not kept until the next one is there. */
	LINE_MAX_BYTES = 1 << 14,
	HYPHEN_BYTES = 3, /* at most */
};

/* A line in the source: where it starts, its text without spaces at the ends, and where the next one starts. */
struct line {
	const uint8_t *start, *text, *text_end, *end;
};

static bool is_space(uint8_t byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r';
}

/* The line that starts at `start`. Returns false where its end is not there yet. */
static bool find_line(const uint8_t *start, const uint8_t *end, bool last, struct line *ret)
{
	const uint8_t *feed = start < end ? memchr(start, '\n', (size_t)(end - start)) : NULL;
	if (!feed && !last)
		return false;
	struct line line = {start, start, feed ? feed : end, feed ? feed + 1 : end};
	while (line.text < line.text_end && is_space(*line.text))
		line.text++;
	while (line.text_end > line.text && is_space(line.text_end[-1]))
		line.text_end--;
	*ret = line;
	return true;
}

/* The bytes that the hyphen at the end of a line takes: ASCII, U+2010, or SOFT HYPHEN. */
static size_t hyphen_length(const struct line *line)
{
	size_t len = (size_t)(line->text_end - line->text);
	if (len >= HYPHEN_BYTES && !memcmp(line->text_end - HYPHEN_BYTES, "\xE2\x80\x90", HYPHEN_BYTES))
		return HYPHEN_BYTES;
	return len >= 2 && !memcmp(line->text_end - 2, "\xC2\xAD", 2) ? 2 : 1;
}

static void copy(struct decoded *lines, size_t len)
{
	decoded_put(lines, len, lines->source.at + lines->settled, len);
}

/* Put a line out, and what is between its text and that of the next one. */
static void put_line(struct line_joiner *joiner, const struct line *line, enum line_join join, struct decoded *lines)
{
	size_t hyphen = join == LINE_JOIN_WORD ? hyphen_length(line) : 0;
	if (joiner->indented)
		decoded_put(lines, (size_t)(line->text - line->start), "", 0);
	joiner->indented = join != LINE_JOIN_NONE;
	const uint8_t *at = lines->source.at + lines->settled;
	if (join == LINE_JOIN_NONE) {
		copy(lines, (size_t)(line->end - at));
		return;
	}
	copy(lines, (size_t)(line->text_end - hyphen - at));
	size_t between = (size_t)(line->end - line->text_end) + hyphen;
	decoded_put(lines, between, " ", join == LINE_JOIN_SPACE);
}

static bool is_short(const struct line *line)
{
	return line->end - line->start <= LINE_MAX_BYTES;
}

/* How a line is joined with the next one. A part of a long one is as it is. */
static enum line_join decide(struct line_joiner *joiner, const struct line *line, const struct line *next)
{
	if (joiner->inside || !is_short(line) || !is_short(next) || line->end == next->end)
		return LINE_JOIN_NONE;
	return line_ends_decide(&joiner->ends, line->start, (size_t)(line->text_end - line->start), next->start,
				(size_t)(next->text_end - next->start));
}

/* Put out what has waited too long for the end of its line. */
static void put_long(struct line_joiner *joiner, struct decoded *lines)
{
	size_t waits = lines->source.len - lines->settled;
	const uint8_t *at = lines->source.at + lines->settled;
	if (waits <= 2 * LINE_MAX_BYTES || memchr(at, '\n', waits))
		return;
	copy(lines, waits);
	joiner->inside = true;
	joiner->indented = false;
}

void line_joiner_push(struct line_joiner *joiner, const uint8_t *in, size_t len, bool last, struct decoded *lines)
{
	buffer_append(&lines->source, in, len);
	if (!lines->source.len)
		return;
	while (!lines->source.failed && !lines->text.failed && !lines->edits.failed) {
		const uint8_t *at = lines->source.at + lines->settled, *end = lines->source.at + lines->source.len;
		struct line line, next;
		if (at == end || !find_line(at, end, last, &line))
			break;
		bool alone = joiner->inside || !is_short(&line);
		if (!alone && !find_line(line.end, end, last, &next))
			break;
		put_line(joiner, &line, alone ? LINE_JOIN_NONE : decide(joiner, &line, &next), lines);
		joiner->inside = false;
	}
	if (!last)
		put_long(joiner, lines);
}
