/* SPDX-License-Identifier: MIT */
#include "accuracy/display.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ushape.h>
#include <unicode/ustring.h>

enum { ROOM = 1 << 16 };

static void require(UErrorCode status)
{
	if (U_SUCCESS(status))
		return;
	fprintf(stderr, "ICU: %s\n", u_errorName(status));
	exit(EXIT_FAILURE);
}

/* A paragraph as UTF-16, shaped where it shall be; -1 if it is too long to be one of ours. */
static int32_t read_text(const char *text, const struct display *display, UChar *ret)
{
	static UChar letters[ROOM];
	int32_t len;
	UErrorCode status = U_ZERO_ERROR;
	u_strFromUTF8(display->forms ? letters : ret, ROOM, &len, text, -1, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		return -1;
	require(status);
	if (!display->forms)
		return len;
	uint32_t options = U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_GROW_SHRINK;
	len = u_shapeArabic(letters, len, ret, ROOM, options, &status);
	require(status);
	return len;
}

static const char *write_text(const UChar *text, int32_t len, char *ret)
{
	UErrorCode status = U_ZERO_ERROR;
	u_strToUTF8(ret, 3 * ROOM, NULL, text, len, &status);
	require(status);
	return ret;
}

static void show_line(UBiDi *line, const UChar *text, int32_t len, const struct display *display, display_fn *take,
		      void *context)
{
	static UChar shown[ROOM];
	static char truth_text[3 * ROOM], shown_text[3 * ROOM];
	UErrorCode status = U_ZERO_ERROR;
	uint16_t options = (uint16_t)((display->mirrored ? UBIDI_DO_MIRRORING : 0) |
				      (display->marks_behind ? UBIDI_KEEP_BASE_COMBINING : 0));
	int32_t shown_len = ubidi_writeReordered(line, shown, ROOM, options, &status);
	require(status);
	take(context, write_text(text, len, truth_text), write_text(shown, shown_len, shown_text));
}

/* Behind so many words, or at the end. */
static int32_t line_end(const UChar *text, int32_t start, int32_t len, size_t words)
{
	int32_t end = start;
	while (end < len && (text[end] != ' ' || --words > 0))
		end++;
	return end;
}

void display_paragraph(const char *text, const struct display *display, size_t words, display_fn *take, void *context)
{
	static UChar letters[ROOM];
	int32_t len = read_text(text, display, letters);
	UErrorCode status = U_ZERO_ERROR;
	UBiDi *paragraph = ubidi_open(), *line = ubidi_open();
	ubidi_setPara(paragraph, letters, len < 0 ? 0 : len, display->right_to_left, NULL, &status);
	for (int32_t start = 0, end; start < len; start = end + 1) {
		end = line_end(letters, start, len, words);
		if (end == start)
			continue;
		ubidi_setLine(paragraph, start, end, line, &status);
		require(status);
		show_line(line, letters + start, end - start, display, take, context);
	}
	ubidi_close(line);
	ubidi_close(paragraph);
}

struct comparison {
	const char *shown;
	bool equal;
};

static void compare(void *context, const char *text, const char *shown)
{
	struct comparison *comparison = context;
	(void)text;
	comparison->equal = strcmp(shown, comparison->shown) == 0;
}

bool display_gives(const char *text, const struct display *display, const char *shown)
{
	struct comparison comparison = {shown, false};
	display_paragraph(text, display, SIZE_MAX, compare, &comparison);
	return comparison.equal;
}
