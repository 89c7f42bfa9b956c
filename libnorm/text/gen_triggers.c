/* SPDX-License-Identifier: MIT */
/* Writes triggers.c to the standard output: see protect_triggers.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/protect_names.h"
#include "text/protect_triggers.h"
#include "text/step.h"
#include "unicode/ascii.h"

static uint16_t class_of(unsigned byte)
{
	if (ascii_is_letter(byte))
		return (byte | 0x20) == 'n' ? NEXT_LETTER | NEXT_N : NEXT_LETTER;
	if (byte >= '0' && byte <= '9')
		return NEXT_DIGIT;
	if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
		return NEXT_BLANK;
	/* A control may become a space, or be deleted and show what is behind it. */
	if (byte < 0x20 || byte == 0x7F)
		return NEXT_INK | NEXT_N | NEXT_BLANK;
	if (byte == '-')
		return NEXT_DASH;
	if (byte == '\'' || byte == '"')
		return NEXT_QUOTE;
	/* Profiles make an apostrophe of it. */
	if (byte == '`')
		return NEXT_QUOTE | NEXT_OTHER;
	if (byte == ':')
		return NEXT_OTHER | NEXT_COLON;
	if (byte < 0x80)
		return NEXT_OTHER;
	return (uint16_t)(NEXT_HIGH | ((byte & 0xF0) == 0xA0 ? NEXT_A : (byte & 0xF0) == 0xB0 ? NEXT_B : 0));
}

/* A full stop, a hyphen or an apostrophe is mostly just that. What follows says most about them. */
static const struct {
	uint8_t byte;
	uint16_t next;
} ascii_triggers[] = {
	{'.', NEXT_LETTER | NEXT_DIGIT | NEXT_HIGH},
	{'-', NEXT_DASH | NEXT_DIGIT | NEXT_HIGH},
	{'\'', NEXT_N | NEXT_DIGIT | NEXT_HIGH | NEXT_COLON},
	{'"', NEXT_COLON},
	{'/', NEXT_NAME},
	{':', NEXT_INK},
	{';', NEXT_DASH | NEXT_OTHER | NEXT_LETTER | NEXT_HIGH},
	{'=', NEXT_INK},
	{'<', NEXT_NAME},
	{'^', NEXT_DASH | NEXT_OTHER | NEXT_HIGH},
	{'&', NEXT_NAME},
	{'@', NEXT_NAME},
	{'#', NEXT_NAME},
	{'$', NEXT_LETTER | NEXT_OTHER | NEXT_HIGH},
	{'+', NEXT_DIGIT | NEXT_HIGH},
	{'(', NEXT_LETTER | NEXT_DIGIT | NEXT_OTHER | NEXT_HIGH},
	{'_', NEXT_LETTER | NEXT_DIGIT | NEXT_HIGH},
	{'\\', NEXT_INK},
	{'`', NEXT_INK},
};

static struct trigger_tables tables;

static void fill_classes(void)
{
	for (unsigned byte = 0; byte < 256; byte++)
		tables.next[byte] = class_of(byte);
	for (unsigned byte = '0'; byte <= '9'; byte++)
		tables.first[byte] = NEXT_BLANK | NEXT_QUOTE | NEXT_HIGH;
	for (size_t i = 0; i < sizeof ascii_triggers / sizeof ascii_triggers[0]; i++)
		tables.first[ascii_triggers[i].byte] = ascii_triggers[i].next;
	tables.first[0xC2] = NEXT_B;
	tables.first[0xD9] = NEXT_A;
	tables.first[0xDB] = NEXT_B;
	/* Few of the characters above U+0800 are seen as a trigger, but each may be. */
	for (unsigned byte = 0xE0; byte <= 0xF4; byte++)
		tables.first[byte] = NEXT_HIGH;
}

/*
 * The set of a pair. Sets know no more of bytes than their nibbles, so what is frequent and mostly has no trigger behind it is apart: digits,
 * and marks that nearly always have a letter behind them, of which one or two make a trigger of them.
 */
static unsigned set_of(unsigned first, unsigned next)
{
	static const unsigned sets[16] = {[2] = 1, [3] = 8, [4] = 4, [5] = 8, [6] = 4, [0xC] = 32, [0xD] = 32,
					  [0xE] = 128, [0xF] = 128};
	if (first >= '0' && first <= '9')
		return 2;
	if (first == '\'' || first == '"' || first == '-' || first == '+')
		return tables.next[next] & NEXT_LETTER || next == '-' || next == 0x7F ? 16 : 64;
	return sets[first >> 4];
}

/* Returns false where a trigger is in no set. */
static bool fill_pairs(void)
{
	struct find_pair_set *pairs = &tables.pairs;
	for (unsigned first = 0; first < 256; first++)
		for (unsigned next = 0; next < 256; next++) {
			uint8_t set = (uint8_t)set_of(first, next);
			if (!(tables.first[first] & tables.next[next]))
				continue;
			if (!set)
				return false;
			pairs->first_low[first & 15] |= set;
			pairs->first_high[first >> 4] |= set;
			pairs->next_low[next & 15] |= set;
			pairs->next_high[next >> 4] |= set;
		}
	return true;
}

/* Only the letters in front of the digit of mp3 matter. Returns false where a name is too long for the table. */
static bool fill_names(const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t letters = strspn(names[i], "abcdefghijklmnopqrstuvwxyz");
		if (letters < 2 || letters > NAME_LETTERS)
			return false;
		tables.names[letters - 1][names[i][0] - 'a'] |= UINT32_C(1) << (names[i][1] - 'a');
	}
	return true;
}

static bool fill_all_names(void)
{
	return fill_names(sure_domains, COUNT_OF(sure_domains)) && fill_names(word_domains, COUNT_OF(word_domains)) &&
	       fill_names(file_suffixes, COUNT_OF(file_suffixes));
}

static void write_names(void)
{
	puts("\t.names = {");
	for (size_t length = 0; length < NAME_LETTERS; length++) {
		printf("\t\t{");
		for (size_t first = 0; first < 26; first++)
			printf("%s0x%x", first ? ", " : "", (unsigned)tables.names[length][first]);
		puts("},");
	}
	puts("\t},");
}

static void write_words(const char *name, const uint16_t words[256])
{
	printf("\t.%s = {", name);
	for (unsigned i = 0; i < 256; i++)
		printf("%s%u,", i % 16 ? " " : "\n\t\t", words[i]);
	puts("\n\t},");
}

static void write_bytes(const char *name, const uint8_t bytes[16])
{
	printf("\t\t.%s = {", name);
	for (unsigned i = 0; i < 16; i++)
		printf("%s%u", i ? ", " : "", bytes[i]);
	puts("},");
}

int main(void)
{
	fill_classes();
	if (!fill_pairs()) {
		fputs("gen_triggers: a trigger is in no set\n", stderr);
		return EXIT_FAILURE;
	}
	if (!fill_all_names()) {
		fputs("gen_triggers: a name is too short or too long\n", stderr);
		return EXIT_FAILURE;
	}
	puts("/* Written by gen_triggers.c: do not edit. */\n#include \"text/protect_triggers.h\"\n");
	puts("const struct trigger_tables trigger_tables = {");
	write_words("first", tables.first);
	write_words("next", tables.next);
	puts("\t.pairs = {");
	write_bytes("first_low", tables.pairs.first_low);
	write_bytes("first_high", tables.pairs.first_high);
	write_bytes("next_low", tables.pairs.next_low);
	write_bytes("next_high", tables.pairs.next_high);
	puts("\t},");
	write_names();
	puts("};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
