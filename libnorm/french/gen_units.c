/* SPDX-License-Identifier: MIT */
/* Writes units.c to the standard output, from the file of units that is named: see units.h and the head of that file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "french/units.h"
#include "text/gen_rows.h"
#include "unicode/utf8.h"

enum { UNITS_MAX = 512 };
enum { SYMBOL, KIND, GLUED, SOURCE, COLUMNS };

struct reader {
	struct rows rows;
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

static void read_symbol(const struct reader *reader, const char *symbol, struct french_unit *unit)
{
	const uint8_t *at = (const uint8_t *)symbol, *end = at + strlen(symbol);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (cp > UINT16_MAX || cp <= ' ')
			rows_fail(&reader->rows, "the symbol holds what no symbol does");
		if (unit->length == FRENCH_UNIT_MAX)
			rows_fail(&reader->rows, "the symbol has more than %d characters", FRENCH_UNIT_MAX);
		unit->symbol[unit->length++] = (uint16_t)cp;
	}
}

static enum french_unit_kind read_kind(const struct reader *reader, const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(kinds[i].name, name))
			return kinds[i].kind;
	rows_fail(&reader->rows, "there is no kind '%s'", name);
}

static bool read_insert(const struct reader *reader, const char *field)
{
	if (strcmp(field, "insert") != 0 && strcmp(field, "keep") != 0)
		rows_fail(&reader->rows, "'insert' or 'keep' expected, not '%s'", field);
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

static void add_unit(struct reader *reader)
{
	char *const *cells = reader->rows.cells;
	struct french_unit unit = {.length = 0};
	read_symbol(reader, cells[SYMBOL], &unit);
	unit.kind = (uint8_t)read_kind(reader, cells[KIND]);
	unit.insert = read_insert(reader, cells[GLUED]);
	if (reader->count == UNITS_MAX)
		rows_fail(&reader->rows, "more than %d units", UNITS_MAX);
	for (size_t i = 0; i < reader->count; i++)
		if (compare(&reader->units[i], &unit) == 0)
			rows_fail(&reader->rows, "'%s' stands here twice", cells[SYMBOL]);
	reader->units[reader->count++] = unit;
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

static void write_kinds(const struct reader *reader)
{
	unsigned kinds_of[FRENCH_UNIT_ASCII + 1] = {0};
	for (size_t i = 0; i < reader->count; i++) {
		uint32_t first = french_unit_fold(reader->units[i].symbol[0]);
		kinds_of[first < FRENCH_UNIT_ASCII ? first : FRENCH_UNIT_ASCII] |= reader->units[i].kind;
	}
	printf("\nconst uint8_t french_unit_kinds[FRENCH_UNIT_ASCII + 1] = {");
	for (uint32_t c = 0; c <= FRENCH_UNIT_ASCII; c++)
		printf("%s%u,", c % 16 ? " " : "\n\t", kinds_of[c]);
	puts("\n};");
}

/* The place of a letter of ASCII, whatever its case, from 0 on; FRENCH_UNIT_LETTERS for any other character. */
static unsigned letter_of(uint32_t cp)
{
	uint32_t folded = french_unit_fold(cp);
	return folded >= 'a' && folded <= 'z' ? folded - 'a' : FRENCH_UNIT_LETTERS;
}

/* Behind a sign of one letter any other may stand: see french_ends_unit(). */
static bool begins_with(const struct french_unit *unit, unsigned first, unsigned second)
{
	if (letter_of(unit->symbol[0]) != first)
		return false;
	return unit->length > 1 ? letter_of(unit->symbol[1]) == second : unit->kind == FRENCH_UNIT_SIGN;
}

static void write_pairs(const struct reader *reader)
{
	printf("\nconst uint8_t french_unit_pairs[FRENCH_UNIT_LETTERS][FRENCH_UNIT_LETTERS] = {");
	for (unsigned first = 0; first < FRENCH_UNIT_LETTERS; first++) {
		for (unsigned second = 0; second < FRENCH_UNIT_LETTERS; second++) {
			unsigned kinds_of = 0;
			for (size_t i = 0; i < reader->count; i++)
				kinds_of |= begins_with(&reader->units[i], first, second) ? reader->units[i].kind : 0;
			printf("%s%u", second ? ", " : "\n\t{", kinds_of);
		}
		printf("},");
	}
	puts("\n};");
}

int main(int argc, char **argv)
{
	static struct reader reader;
	rows_open_argument(&reader.rows, argc, argv, COLUMNS);
	while (rows_next(&reader.rows))
		add_unit(&reader);
	qsort(reader.units, reader.count, sizeof reader.units[0], compare);
	puts("/* Written by gen_units.c: do not edit. */\n#include \"french/units.h\"\n\nconst struct french_unit french_units[] = {");
	for (size_t i = 0; i < reader.count; i++)
		write_unit(&reader.units[i]);
	write_index(&reader);
	write_kinds(&reader);
	write_pairs(&reader);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
