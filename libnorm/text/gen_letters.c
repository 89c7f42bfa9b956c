/* SPDX-License-Identifier: MIT */
/* Writes letters.c to the standard output: see letter_class.h. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "text/letter_class.h"

static void write_number(unsigned number, uint32_t i)
{
	printf("%s%u,", i % 24 ? " " : "\n\t\t", number);
}

static void write_classes(const char *name, uint32_t first, uint32_t count)
{
	printf("\n\t.%s = {", name);
	for (uint32_t i = 0; i < count; i++)
		write_number(letter_find_class(first + i), i);
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
	bool letter = cp >= 0xC0 || (cp | 0x20) - 'a' < 26;
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
	write_classes("classes", 0, LETTER_TABLE);
	write_classes("general", LETTER_GENERAL, LETTER_GENERAL_COUNT);
	write_bytes("keys", letter_find_key);
	write_bytes("exemplars", letter_find_exemplars);
	printf("\n\t.plain = {");
	write_rows("ascii", 0x00);
	write_rows("latin", 0x80);
	write_rows("arabic", 0x600);
	puts("\n\t},\n};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
