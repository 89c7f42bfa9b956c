/* SPDX-License-Identifier: MIT */
/* gen_name_words FILE: writes name_word_table.c to the standard output, see name_words.h. The FILE says what it holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "places/name_words.h"
#include "text/gen_rows.h"

enum { KIND, MEANING, WORD, SOURCE, COLUMNS };
enum { WORDS_MAX = 1024, MEANINGS_MAX = 255, MEANING_LENGTH = 24 };

static const char *const kinds[NAME_WORD_KINDS] = {
	[NAME_WORD_PROPER] = "", [NAME_WORD_DIRECTION] = "direction", [NAME_WORD_FEATURE] = "feature",
	[NAME_WORD_AREA] = "area", [NAME_WORD_LINK] = "link",
};

struct reader {
	struct rows rows;
	struct name_word words[WORDS_MAX];
	char meanings[MEANINGS_MAX][MEANING_LENGTH];
	unsigned count, meaning_count;
};

static uint8_t read_kind(const struct rows *rows)
{
	for (uint8_t kind = NAME_WORD_DIRECTION; kind < NAME_WORD_KINDS; kind++)
		if (!strcmp(kinds[kind], rows->cells[KIND]))
			return kind;
	rows_fail(rows, "there is no kind \"%s\"", rows->cells[KIND]);
}

static uint8_t read_meaning(struct reader *reader)
{
	const char *cell = reader->rows.cells[MEANING];
	for (unsigned i = 0; i < reader->meaning_count; i++)
		if (!strcmp(reader->meanings[i], cell))
			return (uint8_t)(i + 1);
	if (reader->meaning_count == MEANINGS_MAX || strlen(cell) >= MEANING_LENGTH)
		rows_fail(&reader->rows, "too many meanings, or one too long");
	memcpy(reader->meanings[reader->meaning_count++], cell, strlen(cell) + 1);
	return (uint8_t)reader->meaning_count;
}

static int compare(const void *left, const void *right)
{
	const struct name_word *a = left, *b = right;
	int order = a->script - b->script;
	if (order == 0)
		order = a->length - b->length;
	return order ? order : memcmp(a->letters, b->letters, a->length);
}

static void add_row(struct reader *reader)
{
	struct rows *rows = &reader->rows;
	struct name_word word = {.kind = read_kind(rows), .meaning = read_meaning(reader)};
	struct name name;
	name_read(&name, rows->cells[WORD], strlen(rows->cells[WORD]));
	size_t len = name.words == 1 ? name_word_fold(&name, 0, word.letters) : 0;
	if (len == 0)
		rows_fail(rows, "\"%s\" is not one word of up to %d letters", rows->cells[WORD], NAME_WORD_LETTERS);
	word.script = name.script;
	word.length = (uint8_t)len;
	for (unsigned i = 0; i < reader->count; i++)
		if (!compare(&word, &reader->words[i]))
			rows_fail(rows, "\"%s\" stands here twice", rows->cells[WORD]);
	if (reader->count == WORDS_MAX)
		rows_fail(rows, "more than %d words", WORDS_MAX);
	reader->words[reader->count++] = word;
}

static void write_words(struct reader *reader)
{
	qsort(reader->words, reader->count, sizeof *reader->words, compare);
	puts("/* Written by gen_name_words.c: do not edit. */\n#include \"places/name_words.h\"");
	puts("\nconst struct name_word name_words[] = {");
	for (unsigned i = 0; i < reader->count; i++) {
		const struct name_word *word = &reader->words[i];
		printf("\t{%u, %u, {", (unsigned)word->script, (unsigned)word->length);
		for (unsigned k = 0; k < word->length; k++)
			printf("%s%u", k ? ", " : "", (unsigned)word->letters[k]);
		printf("}, %u, %u},\n", (unsigned)word->kind, (unsigned)word->meaning);
	}
	printf("};\n\nconst size_t name_words_count = %u;\n", reader->count);
}

int main(int argc, char **argv)
{
	static struct reader reader;
	if (argc != 2) {
		fputs("usage: gen_name_words FILE\n", stderr);
		return EXIT_FAILURE;
	}
	rows_open(&reader.rows, argv[1], COLUMNS);
	while (rows_next(&reader.rows))
		add_row(&reader);
	write_words(&reader);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
