/* SPDX-License-Identifier: MIT */
/* Writes the table of characters.h, of the data that ICU has. */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>

#include "compare/characters.h"

static enum character_kind kind_of(UChar32 cp)
{
	switch (u_charType(cp)) {
	case U_UPPERCASE_LETTER:
		return CHARACTER_CAPITAL;
	case U_LOWERCASE_LETTER:
	case U_TITLECASE_LETTER:
	case U_MODIFIER_LETTER:
	case U_OTHER_LETTER:
		return CHARACTER_LETTER;
	case U_NON_SPACING_MARK:
	case U_ENCLOSING_MARK:
	case U_COMBINING_SPACING_MARK:
		return CHARACTER_MARK;
	case U_DECIMAL_DIGIT_NUMBER:
		return CHARACTER_DIGIT;
	case U_SPACE_SEPARATOR:
		return CHARACTER_SPACE;
	case U_LINE_SEPARATOR:
	case U_PARAGRAPH_SEPARATOR:
		return CHARACTER_SEPARATOR;
	case U_CONTROL_CHAR:
		return CHARACTER_CONTROL;
	case U_FORMAT_CHAR:
		return CHARACTER_FORMAT;
	default:
		return CHARACTER_OTHER;
	}
}

static bool is_right_to_left(UChar32 cp)
{
	UCharDirection direction = u_charDirection(cp);
	return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

static void write_kinds(void)
{
	printf("const uint8_t character_kinds[CHARACTERS_DIRECT] = {\n");
	for (UChar32 cp = 0; cp < CHARACTERS_DIRECT; cp++)
		printf("%d,%c", (int)kind_of(cp), cp % 32 == 31 ? '\n' : ' ');
	printf("};\n\n");
}

static void write_rows(void)
{
	size_t count = 0;
	struct character_row last = {0};
	printf("const struct character_row character_rows[] = {\n");
	for (UChar32 cp = 0; cp <= UCHAR_MAX_VALUE; cp++) {
		struct character_row row = {(uint32_t)cp, (uint8_t)kind_of(cp), is_right_to_left(cp)};
		if (count && row.kind == last.kind && row.right_to_left == last.right_to_left)
			continue;
		printf("\t{0x%X, %u, %d},\n", (unsigned)row.first, row.kind, row.right_to_left);
		last = row;
		count++;
	}
	printf("};\nconst size_t character_row_count = %zu;\n", count);
}

int main(void)
{
	printf("/* Written by gen_characters.c from ICU %s, Unicode %s. */\n#include \"compare/characters.h\"\n\n", U_ICU_VERSION,
	       U_UNICODE_VERSION);
	write_kinds();
	write_rows();
	return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
