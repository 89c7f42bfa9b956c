/* SPDX-License-Identifier: MIT */
/*
 * For the generators that read a table of data/: rows of cells with a TAB between them, checked as they are read.
 * Blank lines and those that begin with # are no rows. What is wrong ends the program, with its file and line.
 */
#ifndef TEXT_GEN_ROWS_H
#define TEXT_GEN_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { ROW_CELLS = 4 };

struct rows {
	const char *path;
	FILE *file;
	char *line;
	size_t size;     /* of the memory of `line` */
	unsigned number; /* of the line, from 1 */
	size_t columns;
	char *cells[ROW_CELLS]; /* of the current row: UTF-8, not empty, single spaces between words */
};

void rows_open(struct rows *rows, const char *path, size_t columns);
/* The same for a program whose only argument is the path; with others it tells the usage and exits. */
void rows_open_argument(struct rows *rows, int argc, char **argv, size_t columns);

/* Go to the next row; false at the end of the file, which is then closed. */
bool rows_next(struct rows *rows);

/* For those that count: call `take` for each line of the standard input, with its end. */
void lines_each(void (*take)(const uint8_t *at, const uint8_t *end));

/* Say what is wrong with the current row, and exit. */
__attribute__((format(printf, 2, 3))) _Noreturn void rows_fail(const struct rows *rows, const char *format, ...);

#endif
