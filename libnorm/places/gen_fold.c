/* SPDX-License-Identifier: MIT */
/*
 * gen_fold FILE: writes fold_table.c to the standard output, see fold.h. The FILE is data/arabic/exceptions.tsv: which Arabic
 * letters spelling confuses is said there, for all rooms.
 */
#include "places/fold.h"

#include <string.h>

#include "text/gen_rows.h"
#include "text/letter_class.h"
#include "unicode/gen_map.h"
#include "unicode/tables.h"

enum { KIND, FROM, TO, SOURCE, COLUMNS };

static const char *const kinds[] = {"alef", "hamza-seat", "teh-marbuta", "alef-maqsura", "persian-letter"};

/* What becomes of a letter: the table of the rows, and of letters of the tables of Unicode. */
static uint32_t folded[FOLD_NEAR];

/* Whether a row says what letters spelling confuses. */
static bool is_fold(const char *kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i], kind) == 0)
			return true;
	return false;
}

/* The code point of a cell such as "U+0629 ة". gen_exceptions.c has looked at the rest of it. */
static uint32_t read_code_point(const struct rows *rows, const char *cell)
{
	uint32_t cp = strncmp(cell, "U+", 2) == 0 ? (uint32_t)strtoul(cell + 2, NULL, 16) : 0;
	if (cp == 0 || cp >= FOLD_NEAR)
		rows_fail(rows, "\"%s\" is no character of one or two bytes", cell);
	return cp;
}

static void read_folds(const char *path)
{
	struct rows rows;
	rows_open(&rows, path, COLUMNS);
	while (rows_next(&rows))
		if (is_fold(rows.cells[KIND]))
			folded[read_code_point(&rows, rows.cells[FROM])] = read_code_point(&rows, rows.cells[TO]);
}

/* The letters of Arabic, then those of other languages that are not folded: there is a byte for each. */
static uint8_t arabic_letter(uint32_t cp)
{
	enum { FIRST = 0x0620, LAST = 0x064A, OTHER_FIRST = 0x066E, OTHER_LAST = 0x06BF, FAR = 0xFD };
	cp = letter_base(cp);
	if (folded[cp])
		cp = folded[cp];
	if (cp >= FIRST && cp <= LAST)
		return (uint8_t)(FOLD_ARABIC + cp - FIRST);
	if (cp >= OTHER_FIRST && cp <= OTHER_LAST)
		return (uint8_t)(FOLD_ARABIC + (LAST - FIRST + 1) + cp - OTHER_FIRST);
	return FAR; /* no name of ours has them */
}

/* Digits stand in rows of ten. */
static uint8_t digit(uint32_t cp)
{
	uint32_t first = cp;
	while (unicode_category(first - 1) == UNICODE_ND)
		first--;
	return (uint8_t)('0' + (cp - first) % 10);
}

static uint8_t find_near(uint32_t cp)
{
	uint8_t letters[FOLD_LETTERS_MAX];
	unsigned count;
	switch (letter_find_class(cp)) {
	case CLASS_DIGIT:
		return digit(cp);
	case CLASS_ARABIC: case CLASS_ARABIC_FOREIGN:
		return arabic_letter(cp);
	case CLASS_LOWER: case CLASS_UPPER:
		count = fold_find_latin(cp, letters);
		return count == 0 ? FOLD_FOREIGN : count == 1 ? letters[0] : FOLD_SEVERAL;
	default:
		return fold_find_kind(cp);
	}
}

int main(int argc, char **argv)
{
	if (argc != 2)
		fail("usage: gen_fold FILE");
	read_folds(argv[1]);
	puts("/* Written by gen_fold.c: do not edit. */\n#include \"places/fold.h\"");
	printf("\nconst uint8_t fold_near[FOLD_NEAR] = {");
	for (uint32_t cp = 0; cp < FOLD_NEAR; cp++)
		write_number(find_near(cp), cp);
	puts("};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
