/* SPDX-License-Identifier: MIT */
/* Writes units.c to the standard output, from the file of units that is named: see units.h and the head of that file. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "french/units.h"
#include "unicode/utf8.h"

enum { UNITS_MAX = 512, LINE_MAX_BYTES = 256, FIELDS = 4 };

struct reader {
	const char *name;
	unsigned line;
	struct french_unit units[UNITS_MAX];
	size_t count;
};

static const struct {
	const char *name;
	enum french_unit_kind kind;
} kinds[] = {
	{"percent", FRENCH_UNIT_PERCENT}, {"sign", FRENCH_UNIT_SIGN}, {"unit", FRENCH_UNIT_UNIT},
	{"code", FRENCH_UNIT_CODE},       {"word", FRENCH_UNIT_WORD}, {"noun", FRENCH_UNIT_NOUN},
};

/* Say what is wrong with the line in hand, and exit. */
__attribute__((format(printf, 2, 3))) static _Noreturn void fail(const struct reader *reader, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s:%u: ", reader->name, reader->line);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(EXIT_FAILURE);
}

/* Part the line at its tabs. */
static void split(const struct reader *reader, char *line, char *fields[FIELDS])
{
	for (size_t i = 0; i < FIELDS; i++) {
		fields[i] = strsep(&line, "\t");
		if (!fields[i] || !fields[i][0])
			fail(reader, "a line has %d fields, parted by tabs", FIELDS);
	}
	if (line)
		fail(reader, "too many fields");
}

static void read_symbol(const struct reader *reader, const char *symbol, struct french_unit *unit)
{
	const uint8_t *at = (const uint8_t *)symbol, *end = at + strlen(symbol);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (cp > UINT16_MAX || cp <= ' ')
			fail(reader, "the symbol holds what no symbol does");
		if (unit->length == FRENCH_UNIT_MAX)
			fail(reader, "the symbol has more than %d characters", FRENCH_UNIT_MAX);
		unit->symbol[unit->length++] = (uint16_t)cp;
	}
}

static enum french_unit_kind read_kind(const struct reader *reader, const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(kinds[i].name, name))
			return kinds[i].kind;
	fail(reader, "there is no kind '%s'", name);
}

static bool read_insert(const struct reader *reader, const char *field)
{
	if (strcmp(field, "insert") != 0 && strcmp(field, "keep") != 0)
		fail(reader, "'insert' or 'keep' expected, not '%s'", field);
	return field[0] == 'i';
}

static int compare(const void *left, const void *right)
{
	const struct french_unit *a = left, *b = right;
	uint32_t first = french_unit_fold(a->symbol[0]), second = french_unit_fold(b->symbol[0]);
	if (first != second)
		return first < second ? -1 : 1;
	for (size_t i = 0; i < FRENCH_UNIT_MAX; i++)
		if (a->symbol[i] != b->symbol[i])
			return a->symbol[i] < b->symbol[i] ? -1 : 1;
	return 0;
}

static void add_unit(struct reader *reader, char *line)
{
	char *fields[FIELDS];
	struct french_unit unit = {.length = 0};
	split(reader, line, fields);
	read_symbol(reader, fields[0], &unit);
	unit.kind = (uint8_t)read_kind(reader, fields[1]);
	unit.insert = read_insert(reader, fields[2]);
	if (reader->count == UNITS_MAX)
		fail(reader, "more than %d units", UNITS_MAX);
	for (size_t i = 0; i < reader->count; i++)
		if (compare(&reader->units[i], &unit) == 0)
			fail(reader, "'%s' stands here twice", fields[0]);
	reader->units[reader->count++] = unit;
}

static void read_units(struct reader *reader)
{
	char line[LINE_MAX_BYTES];
	FILE *file = fopen(reader->name, "r");
	if (!file)
		fail(reader, "cannot be opened");
	while (fgets(line, sizeof line, file)) {
		reader->line++;
		char *feed = strchr(line, '\n');
		if (!feed)
			fail(reader, "the line is too long, or does not end");
		*feed = '\0';
		if (line[0] != '#')
			add_unit(reader, line);
	}
	if (ferror(file) || fclose(file) != 0)
		fail(reader, "cannot be read");
	if (reader->count == 0)
		fail(reader, "there are no units");
}

static void write_unit(const struct french_unit *unit)
{
	fputs("\t{{", stdout);
	for (size_t i = 0; i < unit->length; i++)
		printf("%s%u", i ? ", " : "", (unsigned)unit->symbol[i]);
	printf("}, %u, %u, %s},\n", (unsigned)unit->length, (unsigned)unit->kind, unit->insert ? "true" : "false");
}

static void write_index(const struct reader *reader)
{
	size_t unit = 0;
	printf("};\n\nconst uint16_t french_unit_index[FRENCH_UNIT_ASCII + 2] = {");
	for (uint32_t c = 0; c < FRENCH_UNIT_ASCII; c++) {
		while (unit < reader->count && french_unit_fold(reader->units[unit].symbol[0]) < c)
			unit++;
		printf("%s%zu,", c % 16 ? " " : "\n\t", unit);
	}
	while (unit < reader->count && french_unit_fold(reader->units[unit].symbol[0]) < FRENCH_UNIT_ASCII)
		unit++;
	printf("\n\t%zu, %zu,\n};\n", unit, reader->count);
}

int main(int argc, char **argv)
{
	static struct reader reader;
	reader.name = argc == 2 ? argv[1] : "gen_units: one file, please";
	read_units(&reader);
	qsort(reader.units, reader.count, sizeof reader.units[0], compare);
	puts("/* Written by gen_units.c: do not edit. */\n#include \"french/units.h\"\n\nconst struct french_unit french_units[] = {");
	for (size_t i = 0; i < reader.count; i++)
		write_unit(&reader.units[i]);
	write_index(&reader);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
