/* SPDX-License-Identifier: MIT */
/* Writes letters.c to the standard output: see letter_class.h. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/lexer.h"
#include "unicode/ascii.h"

static void write_number(unsigned number, uint32_t i)
{
	printf("%s%u,", i % 24 ? " " : "\n\t\t", number);
}

static uint8_t find_class(uint32_t cp)
{
	return (uint8_t)letter_find_class(cp);
}

/* The rows of the tables for all characters; pages that are alike share one. */
struct row {
	uint8_t classes[LETTER_TABLE_PAGE], units[LETTER_TABLE_PAGE];
};

static struct row row_of(uint32_t page)
{
	struct row row;
	for (uint32_t i = 0; i < LETTER_TABLE_PAGE; i++) {
		row.classes[i] = (uint8_t)letter_find_class(page * LETTER_TABLE_PAGE + i);
		row.units[i] = unit_find(page * LETTER_TABLE_PAGE + i);
	}
	return row;
}

static void write_row(const uint8_t *numbers)
{
	fputs("\n\t\t{", stdout);
	for (uint32_t i = 0; i < LETTER_TABLE_PAGE; i++)
		write_number(numbers[i], i);
	fputs("},", stdout);
}

static void write_pages(void)
{
	static struct row rows[LETTER_ROWS_MAX + 1];
	uint32_t used = 0;
	printf("\n\t.pages = {");
	for (uint32_t page = 0; page < 0x110000 / LETTER_TABLE_PAGE; page++) {
		uint32_t same = 0;
		rows[used] = row_of(page);
		while (memcmp(&rows[same], &rows[used], sizeof rows[0]) != 0)
			same++;
		used += same == used;
		if (used > LETTER_ROWS_MAX) {
			fputs("gen_letters: enlarge LETTER_ROWS_MAX\n", stderr);
			exit(EXIT_FAILURE);
		}
		write_number(same, page);
	}
	printf("\n\t},\n\t.wide = {");
	for (uint32_t i = 0; i < used; i++)
		write_row(rows[i].classes);
	printf("\n\t},\n\t.units = {");
	for (uint32_t i = 0; i < used; i++)
		write_row(rows[i].units);
	printf("\n\t},");
}

static void write_bytes(const char *name, uint8_t (*find)(uint32_t cp))
{
	printf("\n\t.%s = {", name);
	for (uint32_t cp = 0; cp < LETTER_TABLE; cp++)
		write_number(find(cp), cp);
	printf("\n\t},");
}

/* Whether the scanner of levels may pass over a character, with no more than its script to note. */
static bool is_plain(uint32_t cp)
{
	unsigned flags = class_flags(letter_find_class(cp));
	if (flags >= LETTERS_EVENT || flags & (LETTERS_FOREIGN | LETTERS_OTHER))
		return false;
	bool letter = cp >= 0xC0 || ascii_is_letter(cp);
	return cp >= 0x100 ? !(flags & LETTERS_LATIN) : (flags == LETTERS_LATIN) == letter;
}

/* A row of bits for each low nibble of the bytes that stand for characters. */
static void write_rows(const char *name, uint32_t first)
{
	printf("\n\t\t.%s = {", name);
	for (uint32_t low = 0; low < 16; low++) {
		unsigned row = 0;
		for (uint32_t high = 0; high < 8; high++)
			row |= (unsigned)is_plain(first + high * 16 + low) << high;
		printf("%s%u", low ? ", " : "", row);
	}
	printf("},");
}

int main(void)
{
	puts("/* Written by gen_letters.c: do not edit. */\n#include \"text/letter_class.h\"\n");
	printf("const struct letter_tables letter_tables = {");
	write_bytes("classes", find_class);
	write_pages();
	write_bytes("keys", letter_find_key);
	write_bytes("exemplars", letter_find_exemplars);
	printf("\n\t.plain = {");
	write_rows("ascii", 0x00);
	write_rows("latin", 0x80);
	write_rows("arabic", 0x600);
	puts("\n\t},\n};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
