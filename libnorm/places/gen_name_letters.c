/* SPDX-License-Identifier: MIT */
/*
 * gen_name_letters FILE: writes name_letter_table.c to the standard output, see name_letters.h. The FILE says what
 * it holds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "places/name_letters.h"
#include "text/gen_rows.h"
#include "unicode/utf8.h"

enum { LETTER, READING, CLASSES, SOURCE, COLUMNS };

struct reader {
	struct rows rows;
	struct name_letter letters[NAME_LETTER_LIMIT];
	uint8_t count;
	uint8_t numbers[NAME_ARABIC_LAST - NAME_ARABIC_FIRST + 1];
};

static uint32_t read_letter(const struct rows *rows, const char *cell)
{
	uint32_t cp;
	size_t len = strlen(cell);
	if (utf8_decode((const uint8_t *)cell, (const uint8_t *)cell + len, &cp) != len)
		rows_fail(rows, "\"%s\" is more than one letter", cell);
	if (cp < NAME_ARABIC_FIRST || cp > NAME_ARABIC_LAST)
		rows_fail(rows, "\"%s\" is no Arabic letter", cell);
	return cp;
}

static void add_letter(struct reader *reader, uint32_t cp)
{
	const char *classes = reader->rows.cells[CLASSES], *known = NAME_CLASS_LETTERS;
	if (reader->count == NAME_LETTER_LIMIT)
		rows_fail(&reader->rows, "too many letters");
	struct name_letter *letter = &reader->letters[reader->count];
	letter->cp = (uint16_t)cp;
	for (const char *class = classes; *class; class++) {
		const char *at = strchr(known, *class);
		if (!at || *class == known[NAME_CLASS_VOWELS])
			rows_fail(&reader->rows, "there is no class \"%c\"", *class);
		if (letter->ways == NAME_CLASSES_MAX)
			rows_fail(&reader->rows, "more than %d classes", NAME_CLASSES_MAX);
		letter->classes[letter->ways++] = (uint8_t)(at - known);
	}
	reader->numbers[cp - NAME_ARABIC_FIRST] = reader->count++;
}

static void add_row(struct reader *reader)
{
	uint32_t cp = read_letter(&reader->rows, reader->rows.cells[LETTER]);
	uint32_t reading = read_letter(&reader->rows, reader->rows.cells[READING]);
	if (reader->numbers[cp - NAME_ARABIC_FIRST])
		rows_fail(&reader->rows, "\"%s\" stands here twice", reader->rows.cells[LETTER]);
	if (cp == reading)
		add_letter(reader, cp);
	else if (!reader->numbers[reading - NAME_ARABIC_FIRST])
		rows_fail(&reader->rows, "\"%s\" is read as a letter that is not above", reader->rows.cells[LETTER]);
	else
		reader->numbers[cp - NAME_ARABIC_FIRST] = reader->numbers[reading - NAME_ARABIC_FIRST];
}

/* Alef with its hamza or madda is alef, and the ends that are often mistaken for each other are one. */
static uint32_t fold(uint32_t cp)
{
	switch (cp) {
	case 0x622: /* alef with madda */
	case 0x623: /* with hamza above */
	case 0x625: /* below */
		return 0x627;
	case 0x649: /* alef maqsura: yeh */
		return 0x64A;
	case 0x629: /* teh marbuta: heh */
		return 0x647;
	default:
		return cp;
	}
}

static void write_table(const struct reader *reader)
{
	puts("/* Written by gen_name_letters.c: do not edit. */\n#include \"places/name_letters.h\"");
	puts("\nconst uint8_t name_arabic_letters[] = {");
	for (size_t i = 0; i < sizeof reader->numbers; i++)
		printf("%s%u,", i % 16 ? " " : "\n\t", (unsigned)reader->numbers[i]);
	puts("\n};\n\nconst struct name_letter name_letters[NAME_LETTER_LIMIT] = {");
	for (unsigned i = NAME_ARTICLE; i < reader->count; i++) {
		const struct name_letter *letter = &reader->letters[i];
		unsigned folded = letter->cp ? reader->numbers[fold(letter->cp) - NAME_ARABIC_FIRST] : i;
		printf("\t[%u] = {0x%04X, {%u, %u}, %u, %u},\n", i, (unsigned)letter->cp, (unsigned)letter->classes[0],
		       (unsigned)letter->classes[1], (unsigned)letter->ways, folded);
	}
	puts("};");
}

int main(int argc, char **argv)
{
	/* The article: its l may be left out. */
	static struct reader reader = {.letters[NAME_ARTICLE] = {.classes = {NAME_CLASS_L}, .ways = 2}, .count = NAME_ARTICLE + 1};
	rows_open_argument(&reader.rows, argc, argv, COLUMNS);
	while (rows_next(&reader.rows))
		add_row(&reader);
	write_table(&reader);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
