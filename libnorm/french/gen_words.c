/* SPDX-License-Identifier: MIT */
/*
 * Writes words.c, the words of data/french: gen_words capitals.tsv ligatures.tsv abbreviations.tsv. Whatever is wrong in
 * these files is an error that names the line.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "french/words.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { FIELDS_MAX = 3, LINES_MAX = 8192 };

/* A line of a file. */
struct line {
	const char *path;
	unsigned number;
	char text[256];
	char *field[FIELDS_MAX];
};

/* A word under construction. */
struct word {
	struct line line;
	uint8_t bare[FRENCH_WORD_MAX], spelled[FRENCH_WORD_MAX];
	size_t length, ligature, ligatures;
	unsigned kind;
};

static struct word words[LINES_MAX];

__attribute__((format(printf, 2, 3))) static _Noreturn void fail(const struct line *line, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s:%u: ", line->path, line->number);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(EXIT_FAILURE);
}

static void require(const struct line *line, bool holds, const char *what)
{
	if (!holds)
		fail(line, "%s", what);
}

/* Split a line at its tabs into so many fields, none of them empty. */
static void split(struct line *line, size_t fields)
{
	char *at = line->text;
	for (size_t i = 0; i < fields; i++) {
		line->field[i] = at;
		at = strchr(at, '\t');
		require(line, (at != NULL) == (i + 1 < fields), "wrong number of fields");
		if (at)
			*at++ = '\0';
		require(line, *line->field[i], "empty field");
	}
}

/* The index of `name` in a list. */
static unsigned find(const struct line *line, const char *name, const char *const *list, size_t count)
{
	for (unsigned i = 0; i < count; i++)
		if (!strcmp(list[i], name))
			return i;
	fail(line, "unknown word in a column: %s", name);
}

/* Read the lines of a file that are no comments. Returns how many. */
static size_t read_lines(const char *path, size_t fields)
{
	FILE *file = fopen(path, "r");
	struct line line = {.path = path};
	size_t count = 0;
	require(&line, file != NULL, "cannot be read");
	while (fgets(line.text, sizeof line.text, file)) {
		line.number++;
		char *end = strchr(line.text, '\n');
		require(&line, end != NULL, "no end of line, or too long");
		*end = '\0';
		if (line.text[0] == '#')
			continue;
		require(&line, count < LINES_MAX, "too many lines");
		words[count] = (struct word){.line = line};
		split(&words[count++].line, fields);
	}
	require(&line, !ferror(file) && fclose(file) == 0, "cannot be read");
	return count;
}

static uint32_t without_accent(uint32_t cp)
{
	const uint32_t *to;
	return cpmap_get(&unicode_nfd, cp, &to) > 0 ? to[0] : cp;
}

static void add_letter(struct word *word, uint32_t cp)
{
	uint32_t bare = without_accent(cp);
	bool small = (bare >= 'a' && bare <= 'z') || bare == '-';
	require(&word->line, cp < 0x100 && small, "not in small letters of French");
	require(&word->line, word->length < FRENCH_WORD_MAX, "too long");
	word->bare[word->length] = (uint8_t)bare;
	word->spelled[word->length++] = (uint8_t)cp;
}

static void add_ligature(struct word *word, char first)
{
	word->ligature = word->length;
	word->ligatures++;
	add_letter(word, (uint8_t)first);
	add_letter(word, 'e');
}

static void spell(struct word *word)
{
	const uint8_t *at = (const uint8_t *)word->line.field[0], *end = at + strlen(word->line.field[0]);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (cp == 0x153 || cp == 0xE6)
			add_ligature(word, cp == 0xE6 ? 'a' : 'o');
		else
			add_letter(word, cp);
	}
}

static int compare(const void *left, const void *right)
{
	const struct word *a = left, *b = right;
	size_t length = a->length < b->length ? a->length : b->length;
	int order = memcmp(a->bare, b->bare, length);
	if (order == 0 && a->length != b->length)
		order = a->length < b->length ? -1 : 1;
	return order ? order : memcmp(a->spelled, b->spelled, length);
}

static bool has_same_letters(const struct word *a, const struct word *b)
{
	return a->length == b->length && !memcmp(a->bare, b->bare, a->length);
}

static void sort(size_t count)
{
	qsort(words, count, sizeof words[0], compare);
	for (size_t i = 1; i < count; i++)
		require(&words[i].line, compare(&words[i - 1], &words[i]) != 0, "the word is there twice");
}

static void write_bytes(const uint8_t *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		printf("%u,", bytes[i]);
}

static void write_words(const char *name, size_t count)
{
	size_t offset = 0;
	printf("\nstatic const uint8_t %s_pool[] = {\n", name);
	for (size_t i = 0; i < count; i++) {
		write_bytes(words[i].bare, words[i].length);
		write_bytes(words[i].spelled, words[i].length);
		putchar('\n');
	}
	printf("};\nstatic const struct french_word %s_words[] = {\n", name);
	for (size_t i = 0; i < count; offset += 2 * words[i++].length)
		printf("\t{%zu, %zu, %u, %zu},\n", offset, words[i].length, words[i].kind, words[i].ligature);
	printf("};\nconst struct french_words french_%s = {%s_words, %zu, %s_pool};\n", name, name, count, name);
}

/* Where the part of a word behind its last hyphen starts. */
static size_t last_part(const struct word *word)
{
	size_t i = word->length;
	while (i > 0 && word->bare[i - 1] != '-')
		i--;
	return i;
}

static void write_openings(size_t count)
{
	uint32_t openings[26][26] = {{0}};
	for (size_t i = 0; i < count; i++) {
		const uint8_t *letters = words[i].bare + last_part(&words[i]);
		size_t length = words[i].length - last_part(&words[i]);
		if (length > 1)
			openings[letters[0] - 'a'][letters[1] - 'a'] |= UINT32_C(1) << (length > 2 ? letters[2] - 'a' : FRENCH_ENDS);
	}
	printf("\nconst uint32_t french_openings[26][26] = {");
	for (int i = 0; i < 26; i++) {
		printf("\n\t{");
		for (int k = 0; k < 26; k++)
			printf("0x%X,", (unsigned)openings[i][k]);
		printf("},");
	}
	puts("};");
}

static void write_capitals(const char *path)
{
	static const char *const when[] = {"any", "initial", "french", "sentence", "ask"};
	static const char *const sources[] = {"news", "form", "place"};
	size_t count = read_lines(path, 3);
	for (size_t i = 0; i < count; i++) {
		struct word *word = &words[i];
		spell(word);
		size_t start = last_part(word);
		word->kind = find(&word->line, word->line.field[1], when, 5);
		find(&word->line, word->line.field[2], sources, 3);
		require(&word->line, start < word->length && word->bare[start] != word->spelled[start], "no accent to restore");
	}
	sort(count);
	for (size_t i = 1; i < count; i++)
		require(&words[i].line, !has_same_letters(&words[i - 1], &words[i]) ||
			(words[i - 1].kind != FRENCH_ANY && words[i].kind != FRENCH_ANY), "in capitals it is two words");
	write_words("capitals", count);
	write_openings(count);
}

static void write_ligatures(const char *path)
{
	static const char *const sources[] = {"news", "lexicon", "place"};
	size_t count = read_lines(path, 2);
	for (size_t i = 0; i < count; i++) {
		spell(&words[i]);
		find(&words[i].line, words[i].line.field[1], sources, 3);
		require(&words[i].line, words[i].ligatures == 1, "not one ligature");
		words[i].kind = FRENCH_ANY;
	}
	sort(count);
	write_words("ligatures", count);
}

/* The characters of an abbreviation, as Latin-1. */
static void write_abbreviation(const struct line *line, unsigned before)
{
	const uint8_t *at = (const uint8_t *)line->field[0], *end = at + strlen(line->field[0]);
	uint8_t text[FRENCH_ABBREVIATION_MAX];
	size_t length = 0;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		require(line, cp < 0x100 && length < FRENCH_ABBREVIATION_MAX, "too long, or not Latin-1");
		text[length++] = (uint8_t)cp;
	}
	printf("\t{{");
	write_bytes(text, length);
	printf("}, %zu, %u},\n", length, before);
}

static void write_abbreviations(const char *path)
{
	static const char *const before[] = {"title", "name", "number", "sign", "perhaps", "wrong", "particle", "lead"};
	static const char *const sources[] = {"lexique", "project"};
	size_t count = read_lines(path, 3);
	puts("\nconst struct french_abbreviation french_abbreviations[] = {");
	for (size_t i = 0; i < count; i++) {
		const struct line *line = &words[i].line;
		find(line, line->field[2], sources, 2);
		for (size_t k = 0; k < i; k++)
			require(line, strcmp(words[k].line.field[0], line->field[0]), "the abbreviation is there twice");
		write_abbreviation(line, find(line, line->field[1], before, 8));
	}
	printf("};\nconst size_t french_abbreviation_count = %zu;\n", count);
}

int main(int argc, char **argv)
{
	struct line usage = {.path = "gen_words"};
	require(&usage, argc == 4, "usage: gen_words capitals.tsv ligatures.tsv abbreviations.tsv");
	puts("/* Written by gen_words.c from data/french: do not edit. */\n#include \"french/words.h\"");
	write_capitals(argv[1]);
	write_ligatures(argv[2]);
	write_abbreviations(argv[3]);
	require(&usage, fflush(stdout) == 0 && !ferror(stdout), "the words cannot be written");
	return EXIT_SUCCESS;
}
