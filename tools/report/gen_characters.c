/* SPDX-License-Identifier: MIT */
/* Writes the tables of characters.h, of the data that ICU has. */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "report/characters.h"

/* Numbers of scripts, in the order in which letters of them come. */
static uint8_t numbers[USCRIPT_CODE_LIMIT];
static UScriptCode scripts[256];
static unsigned script_count = 1;

static uint8_t script_number(UChar32 cp)
{
	UErrorCode error = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(cp, &error);
	if (U_FAILURE(error) || script <= USCRIPT_INHERITED || script == USCRIPT_UNKNOWN)
		return 0;
	if (!numbers[script]) {
		if (script_count == 256)
			exit(EXIT_FAILURE);
		scripts[script_count] = script;
		numbers[script] = (uint8_t)script_count++;
	}
	return numbers[script];
}

/* Signs of numbers and of verses are format characters, but seen. */
static bool is_invisible(UChar32 cp)
{
	if (cp == '\t' || cp == '\n' || cp == '\r' || cp == ' ')
		return false;
	return (U_GET_GC_MASK(cp) & (U_GC_Z_MASK | U_GC_CC_MASK)) ||
	       u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
	       (u_charType(cp) == U_FORMAT_CHAR && !u_hasBinaryProperty(cp, UCHAR_PREPENDED_CONCATENATION_MARK));
}

/*
 * What styles.c looks at: marks that ask for a space, quotation marks and what stands for them and for apostrophes,
 * digits of Latin and Arabic text.
 */
static bool has_style(UChar32 cp)
{
	static const UChar32 marks[] = {'!', ':', ';', '?', '%', '\'', '`', 0xB4, 0x2BC, 0x61B, 0x61F, 0x66A, 0x2032};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (marks[i] == cp)
			return true;
	}
	return u_hasBinaryProperty(cp, UCHAR_QUOTATION_MARK) ||
	       (cp < (UChar32)CHARACTERS_LOW && u_charType(cp) == U_DECIMAL_DIGIT_NUMBER);
}

static unsigned form_kind(UChar32 cp)
{
	switch (ublock_getCode(cp)) {
	case UBLOCK_ARABIC_PRESENTATION_FORMS_A:
		return CHARACTER_FORM_A;
	case UBLOCK_ARABIC_PRESENTATION_FORMS_B:
		return cp == 0xFEFF ? 0 : CHARACTER_FORM_B;
	default:
		return 0;
	}
}

static struct character character_of(UChar32 cp)
{
	/* tatweel and the like are letters of no script */
	struct character character = {.script = U_GET_GC_MASK(cp) & U_GC_L_MASK ? script_number(cp) : 0};
	bool is_letter = character.script != 0;
	character.kind = (uint8_t)((is_letter ? CHARACTER_LETTER : 0) | (is_invisible(cp) ? CHARACTER_INVISIBLE : 0) |
				   (has_style(cp) ? CHARACTER_STYLE : 0) | form_kind(cp));
	return character;
}

static void print_low(void)
{
	printf("const struct character character_low[CHARACTERS_LOW] = {\n");
	for (UChar32 cp = 0; cp < (UChar32)CHARACTERS_LOW; cp++) {
		struct character character = character_of(cp);
		printf("%s{%u, %u},%s", cp % 8 ? " " : "\t", character.script, character.kind, cp % 8 == 7 ? "\n" : "");
	}
	printf("};\n\n");
}

static void print_rows(void)
{
	size_t count = 0;
	struct character last = {0};
	printf("const struct character_row character_rows[] = {\n");
	for (UChar32 cp = (UChar32)CHARACTERS_LOW; cp <= UCHAR_MAX_VALUE; cp++) {
		struct character character = character_of(cp);
		if (count && character.script == last.script && character.kind == last.kind)
			continue;
		printf("\t{0x%X, {%u, %u}},\n", (unsigned)cp, character.script, character.kind);
		last = character;
		count++;
	}
	printf("};\nconst size_t character_row_count = %zu;\n\n", count);
}

/* Of those in the table. */
static void print_low_invisible(void)
{
	printf("const uint16_t character_low_invisible[] = {\n");
	for (UChar32 cp = 0; cp < (UChar32)CHARACTERS_LOW; cp++) {
		if (is_invisible(cp))
			printf("\t0x%X,\n", (unsigned)cp);
	}
	printf("};\nconst size_t character_low_invisible_count = sizeof character_low_invisible / sizeof *character_low_invisible;\n\n");
}

static void print_scripts(void)
{
	printf("const char *const character_scripts[] = {\n\t\"\",\n");
	for (unsigned i = 1; i < script_count; i++)
		printf("\t\"%s\",\n", uscript_getName(scripts[i]));
	printf("};\nconst size_t character_script_count = %u;\n\n", script_count);
}

/* Control characters have only labels ("<control-0090>"); what is not assigned goes without. */
static void print_name(UChar32 cp)
{
	char name[128] = "";
	UErrorCode error = U_ZERO_ERROR;
	u_charName(cp, u_charType(cp) == U_CONTROL_CHAR ? U_EXTENDED_CHAR_NAME : U_UNICODE_CHAR_NAME, name, sizeof name, &error);
	if (U_SUCCESS(error) && *name)
		printf("\t{0x%X, \"%s\"},\n", (unsigned)cp, name);
}

static void print_names(void)
{
	printf("const struct character_name character_names[] = {\n");
	for (UChar32 cp = 0; cp <= UCHAR_MAX_VALUE; cp++) {
		if (is_invisible(cp))
			print_name(cp);
	}
	printf("};\nconst size_t character_name_count = sizeof character_names / sizeof *character_names;\n");
}

int main(void)
{
	printf("/* Written by gen_characters.c from ICU %s, Unicode %s. */\n#include \"report/characters.h\"\n\n", U_ICU_VERSION,
	       U_UNICODE_VERSION);
	print_low();
	print_low_invisible();
	print_rows();
	print_scripts();
	print_names();
	return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
