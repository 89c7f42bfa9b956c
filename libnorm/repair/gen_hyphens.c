/* SPDX-License-Identifier: MIT */
/* gen_hyphens FILE: writes hyphen_table.c to the standard output, see hyphens.h. The FILE says what it holds. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repair/hyphens.h"
#include "text/gen_rows.h"

enum { KIND, WORD, SOURCE, COLUMNS };
enum { WORDS_MAX = 4096 };

static const char *const kinds[HYPHEN_KINDS] = {
	[HYPHEN_FIRST] = "first", [HYPHEN_JOINED] = "joined", [HYPHEN_LAST] = "last",
	[HYPHEN_LINK] = "link",   [HYPHEN_WHOLE] = "whole",
};

struct reader {
	struct rows rows;
	struct hyphen_word words[WORDS_MAX];
	unsigned count, kind;
	uint16_t index[HYPHEN_KINDS + 1];
};

static unsigned read_kind(const struct rows *rows)
{
	for (unsigned kind = 0; kind < HYPHEN_KINDS; kind++)
		if (!strcmp(kinds[kind], rows->cells[KIND]))
			return kind;
	rows_fail(rows, "there is no kind \"%s\"", rows->cells[KIND]);
}

/* Small letters, with a hyphen between them where the word is one of two parts. */
static void check_word(const struct rows *rows, const char *word, unsigned kind)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	size_t first = strspn(word, letters), second = word[first] == '-' ? strspn(word + first + 1, letters) : 0;
	bool parts = kind == HYPHEN_WHOLE || kind == HYPHEN_JOINED;
	size_t len = parts ? first + 1 + second : first;
	if (first == 0 || (parts && second == 0) || word[len] != '\0')
		rows_fail(rows, "\"%s\" is not small letters%s", word, parts ? ", a hyphen, small letters" : "");
	if (len > HYPHEN_TEXT_MAX)
		rows_fail(rows, "\"%s\" has more than %d characters", word, HYPHEN_TEXT_MAX);
}

static void add_row(struct reader *reader)
{
	unsigned kind = read_kind(&reader->rows);
	const char *word = reader->rows.cells[WORD];
	check_word(&reader->rows, word, kind);
	bool follows = reader->count > reader->index[reader->kind];
	if (kind < reader->kind ||
	    (kind == reader->kind && follows && strcmp(word, reader->words[reader->count - 1].text) <= 0))
		rows_fail(&reader->rows, "out of order: %s %s", kinds[kind], word);
	while (reader->kind < kind)
		reader->index[++reader->kind] = (uint16_t)reader->count;
	if (reader->count == WORDS_MAX)
		rows_fail(&reader->rows, "more than %d words", WORDS_MAX);
	memcpy(reader->words[reader->count++].text, word, strlen(word) + 1);
}

static void write_words(struct reader *reader)
{
	while (reader->kind < HYPHEN_KINDS)
		reader->index[++reader->kind] = (uint16_t)reader->count;
	puts("/* Written by gen_hyphens.c: do not edit. */\n#include \"repair/hyphens.h\"");
	puts("\nconst struct hyphen_word hyphen_words[] = {");
	for (unsigned i = 0; i < reader->count; i++)
		printf("\t{\"%s\"},\n", reader->words[i].text);
	printf("};\n\nconst uint16_t hyphen_index[HYPHEN_KINDS + 1] = {");
	for (unsigned kind = 0; kind <= HYPHEN_KINDS; kind++)
		printf("%s%u", kind ? ", " : "", (unsigned)reader->index[kind]);
	puts("};");
}

int main(int argc, char **argv)
{
	static struct reader reader;
	rows_open_argument(&reader.rows, argc, argv, COLUMNS);
	while (rows_next(&reader.rows))
		add_row(&reader);
	write_words(&reader);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
