/* SPDX-License-Identifier: MIT */
/* gen_entities FILE: writes entity_table.c to the standard output, see entity_table.h. The FILE says what it holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repair/entity_table.h"
#include "text/gen_rows.h"

enum { NAME, FORM, CODE_POINTS, SOURCE, COLUMNS };
enum { ENTITIES_MAX = 4096, NAMES_MAX = UINT16_MAX };

struct reader {
	struct rows rows;
	struct entity entities[ENTITIES_MAX];
	unsigned count;
	char names[NAMES_MAX];
	size_t names_len;
	char last[ENTITY_NAME_MAX + 1];
};

static uint32_t read_code_point(const struct rows *rows, const char **at)
{
	bool marked = strncmp(*at, "U+", 2) == 0;
	char *end;
	unsigned long cp = strtoul(marked ? *at + 2 : *at, &end, 16);
	bool surrogate = cp >= 0xD800 && cp < 0xE000;
	if (!marked || end - *at < 6 || cp == 0 || cp > 0x10FFFF || surrogate || (*end && *end != ' '))
		rows_fail(rows, "\"%s\" is not written like U+00E9", *at);
	*at = *end ? end + 1 : end;
	return (uint32_t)cp;
}

/* One or two of them; of one, the second is 0. */
static void read_code_points(const struct rows *rows, uint32_t cps[2])
{
	const char *at = rows->cells[CODE_POINTS];
	cps[0] = read_code_point(rows, &at);
	cps[1] = *at ? read_code_point(rows, &at) : 0;
	if (*at)
		rows_fail(rows, "more than two code points");
}

static bool is_name(const char *name)
{
	size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
	return name[len] == '\0' && len >= 2 && len <= ENTITY_NAME_MAX;
}

static void check_name(const struct reader *reader, const char *name, bool legacy)
{
	if (!is_name(name))
		rows_fail(&reader->rows, "\"%s\" is not 2 to %d letters and digits", name, ENTITY_NAME_MAX);
	if (strcmp(name, reader->last) <= 0)
		rows_fail(&reader->rows, "out of order: \"%s\"", name);
	if (legacy && strlen(name) > ENTITY_LEGACY_MAX)
		rows_fail(&reader->rows, "\"%s\" has more than %d letters", name, ENTITY_LEGACY_MAX);
	if (reader->count == ENTITIES_MAX || reader->names_len + strlen(name) > NAMES_MAX)
		rows_fail(&reader->rows, "too many names");
}

static void add_name(struct reader *reader, const uint32_t cps[2], bool legacy)
{
	const char *name = reader->rows.cells[NAME];
	size_t len = strlen(name);
	check_name(reader, name, legacy);
	reader->entities[reader->count++] = (struct entity){
		(uint16_t)reader->names_len, (uint8_t)len, legacy, {cps[0], cps[1]},
	};
	memcpy(reader->names + reader->names_len, name, len);
	reader->names_len += len;
	memcpy(reader->last, name, len + 1);
}

static void add_row(struct reader *reader)
{
	const char *form = reader->rows.cells[FORM];
	uint32_t cps[2];
	read_code_points(&reader->rows, cps);
	if (strcmp(form, "either") != 0 && strcmp(form, "semicolon") != 0)
		rows_fail(&reader->rows, "there is no form \"%s\"", form);
	add_name(reader, cps, form[0] == 'e');
}

static void write_entities(const struct reader *reader)
{
	printf("const char entity_names[] = {");
	for (size_t i = 0; i < reader->names_len; i++)
		printf("%s'%c',", i % 20 ? " " : "\n\t", reader->names[i]);
	printf("\n};\n\nconst unsigned entity_count = %u;\nconst struct entity entities[] = {\n", reader->count);
	for (unsigned i = 0; i < reader->count; i++) {
		const struct entity *entity = &reader->entities[i];
		printf("\t{%u, %u, %s, {%lu, %lu}},\n", (unsigned)entity->name, (unsigned)entity->length,
		       entity->legacy ? "true" : "false", (unsigned long)entity->cps[0], (unsigned long)entity->cps[1]);
	}
	puts("};");
}

int main(int argc, char **argv)
{
	static struct reader reader;
	rows_open_argument(&reader.rows, argc, argv, COLUMNS);
	while (rows_next(&reader.rows))
		add_row(&reader);
	puts("/* Written by gen_entities.c: do not edit. */\n#include \"repair/entity_table.h\"\n");
	write_entities(&reader);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
