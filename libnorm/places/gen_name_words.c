/* SPDX-License-Identifier: MIT */
/*
 * gen_name_words FILE: writes name_word_table.c to the standard output, see name_words.h. The FILE says what it
 * holds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "places/name_words.h"
#include "text/gen_rows.h"

enum { KIND, MEANING, WORD, SOURCE, COLUMNS };
enum { WORDS_MAX = (1 << NAME_WORD_BITS) / 2, MEANINGS_MAX = 255, MEANING_LENGTH = 24 };

static const char *const kinds[NAME_WORD_KINDS] = {
	[NAME_WORD_PROPER] = "", [NAME_WORD_DIRECTION] = "direction", [NAME_WORD_FEATURE] = "feature",
	[NAME_WORD_AREA] = "area", [NAME_WORD_LINK] = "link",
};

struct reader {
	struct rows rows;
	struct name_word words[1 << NAME_WORD_BITS];
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

static void add_row(struct reader *reader)
{
	struct rows *rows = &reader->rows;
	struct name_word word;
	struct name name;
	name_read(&name, rows->cells[WORD], strlen(rows->cells[WORD]));
	if (name.words != 1 || !name_word_read(&name, 0, &word))
		rows_fail(rows, "\"%s\" is not one word of up to %d letters", rows->cells[WORD], NAME_WORD_LETTERS);
	word.kind = read_kind(rows);
	word.meaning = read_meaning(reader);
	size_t slot = name_word_slot(&word);
	for (; reader->words[slot].kind; slot = (slot + 1) % (1 << NAME_WORD_BITS))
		if (!memcmp(reader->words[slot].letters, word.letters, sizeof word.letters) &&
		    reader->words[slot].script == word.script)
			rows_fail(rows, "\"%s\" stands here twice", rows->cells[WORD]);
	if (reader->count++ == WORDS_MAX)
		rows_fail(rows, "more than %d words", WORDS_MAX);
	reader->words[slot] = word;
}

static void write_words(const struct reader *reader)
{
	puts("/* Written by gen_name_words.c: do not edit. */\n#include \"places/name_words.h\"");
	puts("\nconst struct name_word name_words[] = {");
	for (unsigned i = 0; i < 1 << NAME_WORD_BITS; i++) {
		const struct name_word *word = &reader->words[i];
		if (word->kind)
			printf("\t[%u] = {{0x%llx, 0x%llx}, %u, %u, %u},\n", i, (unsigned long long)word->letters[0],
			       (unsigned long long)word->letters[1], (unsigned)word->script, (unsigned)word->kind,
			       (unsigned)word->meaning);
	}
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
