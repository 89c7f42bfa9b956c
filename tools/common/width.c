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

/* Behind the colour that is switched on or off at `at`. */
static const char *skip_colour(const char *at, const char *end)
{
	if (end - at > 1 && at[0] == '\033' && at[1] == '[') {
		const char *last = memchr(at, 'm', (size_t)(end - at));
		return last ? last + 1 : at;
	}
	return at;
}

static int width_of_span(const char *at, const char *end)
{
	int columns = 0;
	uint32_t cp;
	while ((at = skip_colour(at, end)) < end) {
		at += utf8_decode(at, end, &cp);
		int width = wcwidth((wchar_t)cp);
		/* -1: the locale does not know it; most such characters take one column */
		columns += width < 0 ? 1 : width;
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

int width_of_output(void)
{
	struct winsize size;
	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return WIDTH_NO_TERMINAL;
	return size.ws_col < WIDTH_MIN ? WIDTH_MIN : size.ws_col;
}
