/* SPDX-License-Identifier: MIT */
#include "accuracy/pair_names.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names of more words are sentences. */
enum { WORDS = 4 };

static bool is_ascii(const char *text)
{
	while (*text > 0)
		text++;
	return !*text;
}

static size_t count_words(const char *text)
{
	size_t count = 1;
	for (; *text; text++)
		count += (*text == ' ') + 2 * (*text == '-') + (*text == '\'');
	return count;
}

/* Nothing tells that other words are a name. */
static bool has_capital(const char *name)
{
	return *name < 'a' || *name > 'z';
}

/* The letters of an ASCII name. */
static void letters_of(const char *text, char *ret)
{
	for (; *text; text++) {
		if (isalpha((unsigned char)*text))
			*ret++ = (char)tolower((unsigned char)*text);
	}
	*ret = '\0';
}

static bool differ(const char *a, const char *b)
{
	char left[64], right[64];
	bool a_ascii = is_ascii(a), b_ascii = is_ascii(b);
	/* with accents only a name in the other script is sure to have other letters */
	if (!a_ascii || !b_ascii)
		return a_ascii != b_ascii && ((unsigned char)a[0] >= 0xD8) != ((unsigned char)b[0] >= 0xD8);
	letters_of(a, left);
	letters_of(b, right);
	return strcmp(left, right) != 0;
}

static void add(struct pair_names *names, const char *a, const char *b)
{
	if (strlen(a) >= sizeof names->at->a || strlen(b) >= sizeof names->at->b || count_words(a) > WORDS ||
	    count_words(b) > WORDS || !has_capital(a) || !has_capital(b) || !differ(a, b))
		return;
	if (names->count == names->cap) {
		names->cap = names->cap ? names->cap * 2 : 256;
		names->at = realloc(names->at, names->cap * sizeof *names->at);
		if (!names->at)
			exit(EXIT_FAILURE);
	}
	struct two_names *two = &names->at[names->count++];
	strcpy(two->a, a);
	strcpy(two->b, b);
}

void pair_names_read(struct pair_names *names, const char *path)
{
	enum { ID, FORM = 6, STATUS, COLUMNS = 9 };
	FILE *file = fopen(path, "r");
	char *line = NULL, id[128] = "", first[256] = "";
	size_t cap = 0;
	while (file && getline(&line, &cap, file) > 0) {
		char *cells[COLUMNS] = {0}, *at = line;
		for (size_t i = 0; i < COLUMNS && at; i++)
			cells[i] = strsep(&at, "\t");
		if (line[0] == '#' || !cells[STATUS] || !strcmp(cells[STATUS], "historic"))
			continue;
		/* the rows of a place stand together, and the first has its usual name */
		if (!strcmp(cells[ID], id)) {
			add(names, first, cells[FORM]);
		} else {
			snprintf(id, sizeof id, "%s", cells[ID]);
			snprintf(first, sizeof first, "%s", cells[FORM]);
		}
	}
	free(line);
	if (file)
		fclose(file);
}

void pair_names_release(struct pair_names *names)
{
	free(names->at);
	*names = (struct pair_names){0};
}
