/* SPDX-License-Identifier: MIT */
/* Reads a table of places, piece by piece, and cuts it into rows of cells. */
#ifndef PLACES_ROWS_H
#define PLACES_ROWS_H

#include "base/buffer.h"
#include "places/report.h"

enum row_column {
	COLUMN_ID,
	COLUMN_COUNTRY,
	COLUMN_FEATURE,
	COLUMN_LAT,
	COLUMN_LON,
	COLUMN_LANG,
	COLUMN_FORM,
	COLUMN_STATUS,
	COLUMN_SOURCE,
	COLUMNS
};

extern const char *const row_columns[COLUMNS];

/* More bytes than a row may have. */
enum { ROW_BYTES_MAX = 4096 };

/* Called with each row that has its nine cells, of valid UTF-8 without control characters. */
typedef void row_taker(void *user, const struct cell *cells);

struct rows {
	struct report *report; /* its line is set to that of the row */
	row_taker *take;
	void *user;
	struct buffer line; /* the part of a line that has come, up to ROW_BYTES_MAX + 1 bytes */
	bool too_long;      /* it has had more than that */
	bool had_row;       /* so no names of columns come any more */
};

/* Begin a table. */
void rows_begin(struct rows *rows);
/* A piece of it; false when memory ran out. */
bool rows_add(struct rows *rows, const char *text, size_t len);
/* Its end: the last line may lack its line feed. */
void rows_end(struct rows *rows);

#endif
