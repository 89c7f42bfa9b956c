/* SPDX-License-Identifier: MIT */
#include "common/excerpt.h"

#include <stdint.h>
#include <wchar.h>

#include "common/utf8.h"

#define MOST 24 /* code points that are shown */

#define MOST_A_COLUMN 4 /* code points: marks take none, and a text may be all marks */

#define FIRST_STRONG_ISOLATE 0x2068u
#define POP_DIRECTIONAL_ISOLATE 0x2069u
#define ELLIPSIS 0x2026u

/* What takes a column and shows nothing, or not itself: spaces, and the soft hyphen. */
static bool is_blank(uint32_t cp)
{
	return cp == 0x00A0 || cp == 0x00AD || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F ||
	       cp == 0x3000;
}

/* Characters without a width are controls, format characters and marks, which would merge with the quotes. */
static bool is_visible(uint32_t cp)
{
	return cp == ' ' || (cp < UTF8_BYTE && !is_blank(cp) && wcwidth((wchar_t)cp) > 0);
}

static void append_name(struct bytes *bytes, uint32_t cp)
{
	if (cp < UTF8_BYTE)
		bytes_format(bytes, "U+%04X", (unsigned)cp);
	else
		bytes_format(bytes, "%02X", (unsigned)(cp - UTF8_BYTE));
}

static void append_shown(struct bytes *bytes, uint32_t cp)
{
	if (is_visible(cp)) {
		utf8_append(bytes, cp);
		return;
	}
	bytes_append_char(bytes, '<');
	append_name(bytes, cp);
	bytes_append_char(bytes, '>');
}

/* Call `append` for up to MOST code points, with `separator` between them. */
static void append_each(struct bytes *bytes, const char *at, const char *end, const char *separator,
			void (*append)(struct bytes *, uint32_t))
{
	uint32_t cp;
	for (int count = 0; at < end; count++) {
		if (count)
			bytes_append_text(bytes, separator);
		if (count == MOST) {
			utf8_append(bytes, ELLIPSIS);
			return;
		}
		at += utf8_decode(at, end, &cp);
		append(bytes, cp);
	}
}

void excerpt_append_quoted(struct bytes *bytes, const char *text, size_t len, bool isolate)
{
	bytes_append_char(bytes, '"');
	if (isolate)
		utf8_append(bytes, FIRST_STRONG_ISOLATE);
	append_each(bytes, text, text + len, "", append_shown);
	if (isolate)
		utf8_append(bytes, POP_DIRECTIONAL_ISOLATE);
	bytes_append_char(bytes, '"');
}

void excerpt_append(struct bytes *bytes, const char *text, size_t len, bool isolate)
{
	excerpt_append_quoted(bytes, text, len, isolate);
	if (!len)
		return;
	bytes_append_text(bytes, " (");
	append_each(bytes, text, text + len, " ", append_name);
	bytes_append_char(bytes, ')');
}

/* ---- Lines of running text ---- */

static bool is_any_space(uint32_t cp)
{
	return cp == '\t' || cp == ' ' || (is_blank(cp) && cp != 0x00AD);
}

/* A mark of a letter, or a joiner: without a width, and harmless. */
static bool is_mark(uint32_t cp)
{
	bool control = cp == 0x00AD || cp == 0x061C || cp == 0xFEFF ||
		       (cp >= 0x2000 && cp <= 0x206F && cp != 0x200C && cp != 0x200D);
	return cp < UTF8_BYTE && !control && wcwidth((wchar_t)cp) == 0 && cp != 0;
}

/* Append a character of a line. @return the columns that it takes. */
static int append_in_line(struct bytes *bytes, uint32_t cp)
{
	if (is_any_space(cp)) {
		bytes_append_char(bytes, ' ');
		return 1;
	}
	if (is_mark(cp)) {
		utf8_append(bytes, cp);
		return 0;
	}
	size_t before = bytes->len;
	append_shown(bytes, cp);
	return is_visible(cp) ? wcwidth((wchar_t)cp) : (int)(bytes->len - before);
}

/* Append from `at` on what fits into `columns`. @return where it ended. */
static const char *append_start(struct bytes *bytes, const char *at, const char *end, int columns, int *ret_used)
{
	int used = 0;
	for (int count = 0; at < end && used < columns && count < columns * MOST_A_COLUMN; count++) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		used += append_in_line(bytes, cp);
	}
	*ret_used = used;
	return at;
}

/* Where the last `count` characters of a text start, without the marks of a letter before them. */
static const char *find_tail(const char *start, const char *end, int count)
{
	const char *at = end;
	uint32_t cp;
	for (; at > start && count > 0; count--) {
		at--;
		while (at > start && ((unsigned char)*at & 0xC0) == 0x80)
			at--;
	}
	for (size_t len; at < end && (len = utf8_decode(at, end, &cp)) && is_mark(cp);)
		at += len;
	return at;
}

int excerpt_append_line(struct bytes *bytes, const char *text, size_t len, int columns, bool isolate)
{
	const char *end = text + len;
	int used, more = 0;
	if (isolate)
		utf8_append(bytes, FIRST_STRONG_ISOLATE);
	size_t start = bytes->len;
	if (append_start(bytes, text, end, columns, &used) < end) {
		bytes->len = start;
		const char *tail = find_tail(text, end, columns / 3);
		append_start(bytes, text, tail, columns - columns / 3 - 1, &used);
		utf8_append(bytes, ELLIPSIS);
		append_start(bytes, tail, end, columns / 3, &more);
		used += 1 + more;
	}
	if (isolate)
		utf8_append(bytes, POP_DIRECTIONAL_ISOLATE);
	return used;
}
