/* SPDX-License-Identifier: MIT */
/* gen_exceptions FILE: writes exceptions.c to the standard output, see exceptions.h. The FILE says what it holds. */
#include "arabic/exceptions.h"

#include <string.h>

#include "text/gen_rows.h"
#include "unicode/gen_map.h"
#include "unicode/utf8.h"

enum { KIND, FROM, TO, SOURCE, COLUMNS };

/* Words come last, behind those that have a table. */
enum { WORD = EXCEPTION_KINDS, NO_KIND };

static const char *const names[] = {
	[EXCEPTION_ALEF] = "alef",
	[EXCEPTION_HAMZA_SEAT] = "hamza-seat",
	[EXCEPTION_TEH_MARBUTA] = "teh-marbuta",
	[EXCEPTION_ALEF_MAQSURA] = "alef-maqsura",
	[EXCEPTION_PERSIAN_LETTER] = "persian-letter",
	[EXCEPTION_PUNCTUATION] = "punctuation",
	[EXCEPTION_INITIAL_RUN] = "initial-run",
	[EXCEPTION_RUN_BEFORE] = "run-before",
	[WORD] = "word",
};

struct output {
	struct exceptions tables[EXCEPTION_KINDS];
	size_t counts[EXCEPTION_KINDS];
	struct map *words;
	unsigned kind; /* of the row before */
	uint32_t from;
};

static unsigned read_kind(const struct rows *rows)
{
	unsigned kind = 0;
	while (kind < NO_KIND && strcmp(names[kind], rows->cells[KIND]) != 0)
		kind++;
	if (kind == NO_KIND)
		rows_fail(rows, "there is no kind \"%s\"", rows->cells[KIND]);
	return kind;
}

/* A cell such as "U+0629 ة", in which both have to be the same. */
static uint32_t read_character(const struct rows *rows, const char *cell)
{
	size_t digits = strncmp(cell, "U+", 2) == 0 ? strspn(cell + 2, "0123456789ABCDEF") : 0;
	const char *shown = cell + 2 + digits + 1;
	if (digits < 4 || digits > 6 || shown[-1] != ' ')
		rows_fail(rows, "\"%s\" is not written like \"U+0041 A\"", cell);
	uint32_t cp, named = (uint32_t)strtoul(cell + 2, NULL, 16);
	unsigned length = utf8_decode((const uint8_t *)shown, (const uint8_t *)shown + strlen(shown), &cp);
	if (shown[length] != '\0' || cp != named)
		rows_fail(rows, "the code point and the character of \"%s\" are not the same", cell);
	return cp;
}

static void add_word(struct output *output, const struct rows *rows, uint32_t from)
{
	struct sequence words = {.len = 0};
	const uint8_t *at = (const uint8_t *)rows->cells[TO], *end = at + strlen(rows->cells[TO]);
	if (!exception_may_be_word(from))
		rows_fail(rows, "%s is no sign for words", rows->cells[FROM]);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (words.len == SEQUENCE_MAX)
			rows_fail(rows, "more than %d characters", SEQUENCE_MAX);
		words.at[words.len++] = (int32_t)cp;
	}
	map_add(output->words, from, &words);
}

static void add_pair(struct output *output, const struct rows *rows, unsigned kind, uint32_t from)
{
	size_t row = output->counts[kind]++;
	if (row == EXCEPTION_ROWS)
		rows_fail(rows, "more than %d rows of this kind", EXCEPTION_ROWS);
	if (kind <= EXCEPTION_ALEF_MAQSURA && !exception_may_fold(from))
		rows_fail(rows, "no fold looks at %s", rows->cells[FROM]);
	bool alone = kind == EXCEPTION_INITIAL_RUN;
	if (alone && strcmp(rows->cells[TO], "-") != 0)
		rows_fail(rows, "this kind has \"-\" in its third column");
	uint32_t to = alone ? 0 : read_character(rows, rows->cells[TO]);
	output->tables[kind].pairs[row] = (struct step_pair){from, {to}};
}

static void add_row(struct output *output, const struct rows *rows)
{
	unsigned kind = read_kind(rows);
	uint32_t from = read_character(rows, rows->cells[FROM]);
	if (kind == output->kind && from == output->from)
		rows_fail(rows, "%s twice", rows->cells[FROM]);
	if (kind < output->kind || (kind == output->kind && from < output->from))
		rows_fail(rows, "out of order: %s %s", rows->cells[KIND], rows->cells[FROM]);
	if (kind == WORD)
		add_word(output, rows, from);
	else
		add_pair(output, rows, kind, from);
	output->kind = kind;
	output->from = from;
}

static void write_table(const struct exceptions *table, size_t count)
{
	puts("{{");
	for (size_t i = 0; i < EXCEPTION_ROWS; i++) {
		const struct step_pair *pair = &table->pairs[i < count ? i : count - 1];
		printf("{%u,{%u}},", (unsigned)pair->cp, (unsigned)pair->to[0]);
	}
	puts("},\n{");
	for (size_t i = 0; i < EXCEPTION_ROWS; i++) {
		unsigned cp = (unsigned)table->pairs[i < count ? i : count - 1].cp;
		printf("{%u,%u},", cp, cp);
	}
	puts("}},");
}

static void write_output(const struct output *output)
{
	puts("/* Written by gen_exceptions.c: do not edit. */\n#include \"arabic/exceptions.h\"");
	puts("\nconst struct exceptions arabic_exceptions[EXCEPTION_KINDS] = {");
	for (unsigned kind = 0; kind < EXCEPTION_KINDS; kind++)
		write_table(&output->tables[kind], output->counts[kind]);
	puts("};");
	map_write(output->words, "arabic_words");
}

int main(int argc, char **argv)
{
	struct output output = {.words = map_new()};
	struct rows rows;
	if (argc != 2)
		fail("usage: gen_exceptions FILE");
	rows_open(&rows, argv[1], COLUMNS);
	while (rows_next(&rows))
		add_row(&output, &rows);
	for (unsigned kind = 0; kind < EXCEPTION_KINDS; kind++)
		if (output.counts[kind] == 0)
			rows_fail(&rows, "no rows of kind \"%s\"", names[kind]);
	write_output(&output);
	if (fflush(stdout) != 0 || ferror(stdout))
		fail("the tables cannot be written");
	return EXIT_SUCCESS;
}
