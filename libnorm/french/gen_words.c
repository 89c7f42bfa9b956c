/* SPDX-License-Identifier: MIT */
/*
 * Writes words.c, the words of data/french: gen_words capitals.tsv ligatures.tsv abbreviations.tsv. Whatever is wrong in
 * these files is an error that names the line.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "french/words.h"
#include "text/gen_rows.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { LINES_MAX = 8192 };

/* A word under construction. */
struct word {
	struct rows row; /* a copy, for what is found wrong later */
	uint8_t bare[FRENCH_WORD_MAX], spelled[FRENCH_WORD_MAX];
	size_t length, ligature, ligatures;
	unsigned kind;
};

static struct word words[LINES_MAX];

static void require(const struct rows *row, bool holds, const char *what)
{
	if (!holds)
		rows_fail(row, "%s", what);
}

/* The index of `name` in a list. */
static unsigned find(const struct rows *row, const char *name, const char *const *list, size_t count)
{
	for (unsigned i = 0; i < count; i++)
		if (!strcmp(list[i], name))
			return i;
	rows_fail(row, "unknown word in a column: %s", name);
}

/* Read the rows of a file. Returns how many. */
static size_t read_rows(const char *path, size_t columns)
{
	struct rows rows;
	size_t count = 0;
	rows_open(&rows, path, columns);
	while (rows_next(&rows)) {
		require(&rows, count < LINES_MAX, "too many lines");
		words[count] = (struct word){.row = rows};
		for (size_t i = 0; i < columns; i++)
			if (!(words[count].row.cells[i] = strdup(rows.cells[i])))
				rows_fail(&rows, "out of memory");
		count++;
	}
	return count;
}

/* Give back what read_rows() copied. */
static void free_rows(size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < words[i].row.columns; k++)
			free(words[i].row.cells[k]);
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
	require(&word->row, cp < 0x100 && small, "not in small letters of French");
	require(&word->row, word->length < FRENCH_WORD_MAX, "too long");
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
	const uint8_t *at = (const uint8_t *)word->row.cells[0], *end = at + strlen(word->row.cells[0]);
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
		require(&words[i].row, compare(&words[i - 1], &words[i]) != 0, "the word is there twice");
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
	size_t count = read_rows(path, 3);
	for (size_t i = 0; i < count; i++) {
		struct word *word = &words[i];
		spell(word);
		size_t start = last_part(word);
		word->kind = find(&word->row, word->row.cells[1], when, 5);
		find(&word->row, word->row.cells[2], sources, 3);
		require(&word->row, start < word->length && word->bare[start] != word->spelled[start], "no accent to restore");
	}
	sort(count);
	for (size_t i = 1; i < count; i++)
		require(&words[i].row, !has_same_letters(&words[i - 1], &words[i]) ||
			(words[i - 1].kind != FRENCH_ANY && words[i].kind != FRENCH_ANY), "in capitals it is two words");
	write_words("capitals", count);
	write_openings(count);
	free_rows(count);
}

static void write_ligatures(const char *path)
{
	static const char *const sources[] = {"news", "lexicon", "place"};
	size_t count = read_rows(path, 2);
	for (size_t i = 0; i < count; i++) {
		spell(&words[i]);
		find(&words[i].row, words[i].row.cells[1], sources, 3);
		require(&words[i].row, words[i].ligatures == 1, "not one ligature");
		words[i].kind = FRENCH_ANY;
	}
	sort(count);
	write_words("ligatures", count);
	free_rows(count);
}

/* The characters of an abbreviation, as Latin-1. */
static void write_abbreviation(const struct rows *row, unsigned before)
{
	const uint8_t *at = (const uint8_t *)row->cells[0], *end = at + strlen(row->cells[0]);
	uint8_t text[FRENCH_ABBREVIATION_MAX];
	size_t length = 0;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		require(row, cp < 0x100 && length < FRENCH_ABBREVIATION_MAX, "too long, or not Latin-1");
		text[length++] = (uint8_t)cp;
	}
	printf("\t{{");
	write_bytes(text, length);
	printf("}, %zu, %u},\n", length, before);
}

static unsigned stop_index(const struct rows *row, char letter)
{
	require(row, letter >= 'A' && letter <= 'z', "no letter from a to z near the full stop");
	return FRENCH_STOP((unsigned)letter);
}

static void write_stops(size_t count)
{
	uint64_t stops[0x40] = {0};
	for (size_t i = 0; i < count; i++) {
		const struct rows *row = &words[i].row;
		const char *text = row->cells[0];
		size_t length = strlen(text);
		if (text[length - 1] != '.')
			continue;
		require(row, length > 1, "a full stop alone");
		unsigned before = length > 2 ? stop_index(row, text[length - 3]) : FRENCH_STOP('@');
		stops[stop_index(row, text[length - 2])] |= UINT64_C(1) << before;
	}
	printf("\nconst uint64_t french_stops[0x40] = {");
	for (int i = 0; i < 0x40; i++)
		printf("0x%llX,", (unsigned long long)stops[i]);
	puts("};");
}

static void write_abbreviations(const char *path)
{
	static const char *const before[] = {"title", "name", "number", "sign", "perhaps", "wrong", "particle", "lead"};
	static const char *const sources[] = {"lexique", "project"};
	size_t count = read_rows(path, 3);
	puts("\nconst struct french_abbreviation french_abbreviations[] = {");
	for (size_t i = 0; i < count; i++) {
		const struct rows *row = &words[i].row;
		find(row, row->cells[2], sources, 2);
		for (size_t k = 0; k < i; k++)
			require(row, strcmp(words[k].row.cells[0], row->cells[0]), "the abbreviation is there twice");
		write_abbreviation(row, find(row, row->cells[1], before, 8));
	}
	printf("};\nconst size_t french_abbreviation_count = %zu;\n", count);
	write_stops(count);
	free_rows(count);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("usage: gen_words capitals.tsv ligatures.tsv abbreviations.tsv\n", stderr);
		return EXIT_FAILURE;
	}
	puts("/* Written by gen_words.c from data/french: do not edit. */\n#include \"french/words.h\"");
	write_capitals(argv[1]);
	write_ligatures(argv[2]);
	write_abbreviations(argv[3]);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
