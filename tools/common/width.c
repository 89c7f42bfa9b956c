/* SPDX-License-Identifier: MIT */
#include "common/width.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "common/utf8.h"

#define WIDTH_NO_TERMINAL 100
#define WIDTH_MIN 40

/* Behind the colours that are switched on and off at `at`. */
static const char *skip_colours(const char *at, const char *end)
{
	while (end - at > 1 && at[0] == '\033' && at[1] == '[') {
		const char *last = memchr(at, 'm', (size_t)(end - at));
		if (!last)
			return at;
		at = last + 1;
	}
	return at;
}

static int width_of_character(uint32_t cp)
{
	int width = wcwidth((wchar_t)cp);
	/* -1: the locale does not know it; most such characters take one column */
	return width < 0 ? 1 : width;
}

static int width_of_span(const char *at, const char *end)
{
	int columns = 0;
	uint32_t cp;
	while ((at = skip_colours(at, end)) < end) {
		at += utf8_decode(at, end, &cp);
		columns += width_of_character(cp);
	}
	return columns;
}

int width_of(const char *text)
{
	return width_of_span(text, text + strlen(text));
}

void width_spaces(struct bytes *bytes, int count)
{
	for (; count > 0; count--)
		bytes_append_char(bytes, ' ');
}

void width_pad(struct bytes *bytes, const char *text, int columns)
{
	bytes_append_text(bytes, text);
	width_spaces(bytes, columns - width_of(text));
}

void width_wrap(struct bytes *bytes, const char *text, int indent, int columns)
{
	int column = indent;
	for (;;) {
		text += strspn(text, " ");
		size_t len = strcspn(text, " ");
		if (!len)
			return;
		int width = width_of_span(text, text + len);
		if (column > indent && column + 1 + width >= columns) {
			bytes_append_char(bytes, '\n');
			width_spaces(bytes, indent);
			column = indent;
		} else if (column > indent) {
			bytes_append_char(bytes, ' ');
			column++;
		}
		bytes_append(bytes, text, len);
		column += width;
		text += len;
	}
}

static void append_parted(struct bytes *bytes, const char *at, const char *end, int most)
{
	int column = 0;
	while (at < end) {
		uint32_t cp;
		const char *start = skip_colours(at, end);
		bytes_append(bytes, at, (size_t)(start - at));
		if (start == end)
			return;
		size_t len = utf8_decode(start, end, &cp);
		int width = width_of_character(cp);
		if (column + width > most) {
			bytes_append_char(bytes, ' ');
			column = 0;
		}
		bytes_append(bytes, start, len);
		column += width;
		at = start + len;
	}
}

void width_part_words(struct bytes *bytes, const char *text, int most)
{
	const char *done = text;
	while (*text) {
		size_t len = strcspn(text, " ");
		/* no character takes more columns than bytes */
		if (len > (size_t)most) {
			bytes_append(bytes, done, (size_t)(text - done));
			append_parted(bytes, text, text + len, most);
			done = text + len;
		}
		text += len + (text[len] == ' ');
	}
	bytes_append(bytes, done, (size_t)(text - done));
}

int width_of_output(void)
{
	struct winsize size;
	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return WIDTH_NO_TERMINAL;
	return size.ws_col < WIDTH_MIN ? WIDTH_MIN : size.ws_col;
}
