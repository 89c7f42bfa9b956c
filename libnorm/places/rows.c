/* SPDX-License-Identifier: MIT */
#include "places/rows.h"

#include <stdio.h>
#include <string.h>

#include "unicode/utf8.h"

const char *const row_columns[COLUMNS] = {"id", "country", "feature", "lat", "lon", "lang", "form", "status", "source"};

static const struct cell nothing = {"", 0};

void rows_begin(struct rows *rows)
{
	rows->line.len = 0;
	rows->too_long = rows->had_row = false;
	rows->report->line = 0;
}

/* Valid UTF-8 without control characters but the tab; else says what is wrong. */
static bool check_text(struct rows *rows, const uint8_t *start, const uint8_t *end)
{
	for (const uint8_t *at = start; at < end;) {
		uint32_t cp;
		unsigned len = utf8_decode(at, end, &cp);
		if (cp == UTF8_INVALID || ((cp < ' ' || cp - 0x7F < 0x21) && cp != '\t')) {
			char place[32], bytes[32];
			snprintf(place, sizeof place, "byte %zu", (size_t)(at - start) + 1);
			int size = snprintf(bytes, sizeof bytes, cp == UTF8_INVALID ? "0x%02X" : "U+%04X",
					    cp == UTF8_INVALID ? (unsigned)at[0] : (unsigned)cp);
			report_error(rows->report, cp == UTF8_INVALID ? NORM_ERROR_ROW_ENCODING : NORM_ERROR_ROW_CONTROL,
				     place, (struct cell){bytes, (size_t)size}, NULL);
			return false;
		}
		at += len;
	}
	return true;
}

static size_t split(struct cell line, struct cell *cells)
{
	size_t count = 0;
	for (const char *at = line.at, *end = line.at + line.len;;) {
		const char *tab = memchr(at, '\t', (size_t)(end - at));
		if (count < COLUMNS)
			cells[count] = (struct cell){at, (size_t)((tab ? tab : end) - at)};
		count++;
		if (!tab)
			return count;
		at = tab + 1;
	}
}

static bool is_header(const struct cell *cells)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (strlen(row_columns[i]) != cells[i].len || memcmp(row_columns[i], cells[i].at, cells[i].len) != 0)
			return false;
	return true;
}

static void take_line(struct rows *rows, struct cell line)
{
	struct cell cells[COLUMNS];
	char found[32];
	if (line.len && line.at[line.len - 1] == '\r')
		line.len--;
	if (rows->report->line == 1 && line.len >= 3 && !memcmp(line.at, "\xEF\xBB\xBF", 3)) {
		line.at += 3;
		line.len -= 3;
	}
	if (!line.len || line.at[0] == '#' || !check_text(rows, (const uint8_t *)line.at, (const uint8_t *)line.at + line.len))
		return;
	size_t count = split(line, cells);
	if (count != COLUMNS) {
		size_t len = (size_t)snprintf(found, sizeof found, "%zu", count);
		report_error(rows->report, NORM_ERROR_ROW_CELLS, NULL, (struct cell){found, len}, NULL);
	} else if (rows->had_row || !is_header(cells)) {
		rows->take(rows->user, cells);
	}
	rows->had_row = true;
}

/* The line is whole: what came before, if any, and `rest`. */
static void end_line(struct rows *rows, struct cell rest)
{
	rows->report->line++;
	rows->too_long |= rows->line.len + rest.len > ROW_BYTES_MAX;
	if (rows->line.len && !rows->too_long) {
		buffer_append(&rows->line, rest.at, rest.len);
		rest = (struct cell){(const char *)rows->line.at, rows->line.len};
	}
	if (rows->line.failed)
		return;
	if (rows->too_long)
		report_error(rows->report, NORM_ERROR_ROW_TOO_LONG, NULL, nothing, NULL);
	else
		take_line(rows, rest);
	rows->line.len = 0;
	rows->too_long = false;
}

/* Keep the beginning of a line for later, but not of one that is too long. */
static void keep(struct rows *rows, struct cell part)
{
	rows->too_long |= rows->line.len + part.len > ROW_BYTES_MAX;
	if (!rows->too_long)
		buffer_append(&rows->line, part.at, part.len);
}

bool rows_add(struct rows *rows, const char *text, size_t len)
{
	while (len && !rows->line.failed) {
		const char *feed = memchr(text, '\n', len);
		size_t part = feed ? (size_t)(feed - text) : len;
		if (feed)
			end_line(rows, (struct cell){text, part});
		else
			keep(rows, (struct cell){text, part});
		part += feed != NULL;
		text += part;
		len -= part;
	}
	return !rows->line.failed;
}

void rows_end(struct rows *rows)
{
	if (rows->line.len || rows->too_long)
		end_line(rows, nothing);
}
