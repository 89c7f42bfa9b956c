/* SPDX-License-Identifier: MIT */
#include "text/gen_rows.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

void rows_fail(const struct rows *rows, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s:%u: ", rows->path, rows->number);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(EXIT_FAILURE);
}

void rows_open(struct rows *rows, const char *path, size_t columns)
{
	*rows = (struct rows){.path = path, .file = fopen(path, "r"), .columns = columns};
	if (!rows->file)
		rows_fail(rows, "%s", strerror(errno));
}

void rows_open_argument(struct rows *rows, int argc, char **argv, size_t columns)
{
	if (argc != 2) {
		const char *program = argc > 0 ? argv[0] : "", *slash = strrchr(program, '/');
		fprintf(stderr, "usage: %s FILE\n", slash ? slash + 1 : program);
		exit(EXIT_FAILURE);
	}
	rows_open(rows, argv[1], columns);
}

static void check_text(const struct rows *rows, size_t len)
{
	const uint8_t *at = (const uint8_t *)rows->line, *end = at + len;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (cp == UTF8_INVALID)
			rows_fail(rows, "bytes that are not UTF-8");
		if (cp < ' ' && cp != '\t')
			rows_fail(rows, "a control character");
	}
}

static void check_cell(const struct rows *rows, const char *cell)
{
	size_t len = strlen(cell);
	if (len == 0)
		rows_fail(rows, "an empty cell");
	if (cell[0] == ' ' || cell[len - 1] == ' ' || strstr(cell, "  "))
		rows_fail(rows, "a space too many in \"%s\"", cell);
}

static void split(struct rows *rows)
{
	size_t count = 0;
	for (char *cell = rows->line, *tab; cell; cell = tab ? tab + 1 : NULL) {
		tab = strchr(cell, '\t');
		if (tab)
			*tab = '\0';
		if (count == rows->columns)
			rows_fail(rows, "more than %zu cells", rows->columns);
		check_cell(rows, cell);
		rows->cells[count++] = cell;
	}
	if (count < rows->columns)
		rows_fail(rows, "%zu cells instead of %zu", count, rows->columns);
}

bool rows_next(struct rows *rows)
{
	ssize_t len;
	while ((len = getline(&rows->line, &rows->size, rows->file)) > 0) {
		rows->number++;
		if (rows->line[len - 1] == '\n')
			rows->line[--len] = '\0';
		check_text(rows, (size_t)len);
		if (len == 0 || rows->line[0] == '#')
			continue;
		split(rows);
		return true;
	}
	if (!feof(rows->file))
		rows_fail(rows, "%s", strerror(errno));
	fclose(rows->file);
	free(rows->line);
	return false;
}

void lines_each(void (*take)(const uint8_t *at, const uint8_t *end))
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	while ((len = getline(&line, &size, stdin)) > 0)
		take((uint8_t *)line, (uint8_t *)line + len);
	if (!feof(stdin)) {
		fprintf(stderr, "standard input: %s\n", strerror(errno));
		exit(EXIT_FAILURE);
	}
	free(line);
}
