/* SPDX-License-Identifier: MIT */
/*
 * make_gazetteer NAMES TABLE…
 * Writes a gazetteer of the names in the tables, and of as many others as make NAMES in all: two or three words of real names, put
 * together by chance, the same each time. So they begin and go on as names do, and news has many words of them.
 */
#include <libnorm/norm.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "property/random.h"

enum { WORDS_MAX = 200000, COLUMNS = 9, LANGUAGE = 5, FORM = 6, NAME_BYTES = 512, WORD_BYTES = 100 };

struct word {
	const char *at;
	size_t len;
};

struct words {
	struct word at[WORDS_MAX];
	size_t len;
};

static struct words french, arabic;

static void check(norm_status status)
{
	if (status != NORM_OK)
		die("%s", norm_status_message(status));
}

/* Nothing but letters: signs would have to stand where they may. */
static bool is_plain(struct word word)
{
	for (size_t i = 0; i < word.len; i++) {
		unsigned byte = (unsigned char)word.at[i];
		if (byte < 0x80 && (byte | 0x20) - 'a' >= 26)
			return false;
	}
	return word.len && word.len < WORD_BYTES;
}

static void add_words(struct words *words, const char *form, size_t len)
{
	while (len) {
		const char *space = memchr(form, ' ', len);
		struct word word = {form, space ? (size_t)(space - form) : len};
		if (is_plain(word) && words->len < WORDS_MAX)
			words->at[words->len++] = word;
		form += word.len + (space != NULL);
		len -= word.len + (space != NULL);
	}
}

/* Note the words of a row; false where there is no name in it. */
static bool read_row(const char *row, const char *end)
{
	const char *column[COLUMNS + 1] = {row};
	int count = 1;
	for (const char *at = row; at < end && count <= COLUMNS; at++)
		if (*at == '\t')
			column[count++] = at + 1;
	if (*row == '#' || count != COLUMNS || !strncmp(row, "id\t", 3))
		return false;
	size_t len = (size_t)(column[FORM + 1] - 1 - column[FORM]);
	if (!strncmp(column[LANGUAGE], "fr\t", 3))
		add_words(&french, column[FORM], len);
	else if (!strncmp(column[LANGUAGE], "ar\t", 3))
		add_words(&arabic, column[FORM], len);
	return len > 0;
}

static unsigned long read_table(norm_gazetteer_builder *builder, const char *path)
{
	struct text text = read_text(path);
	unsigned long names = 0;
	check(norm_gazetteer_builder_begin(builder, path));
	check(norm_gazetteer_builder_add(builder, text.at, text.len));
	for (const char *at = text.at, *end = text.at + text.len; at < end;) {
		const char *line = memchr(at, '\n', (size_t)(end - at));
		const char *line_end = line ? line : end;
		names += read_row(at, line_end);
		at = line_end + 1;
	}
	return names;
}

static void make_name(struct random *random, const struct words *words, char *ret)
{
	int count = random_once_in(random, 4) ? 3 : 2, len = 0;
	for (int i = 0; i < count; i++) {
		struct word word = words->at[random_below(random, words->len)];
		len += snprintf(ret + len, NAME_BYTES - (size_t)len, "%s%.*s", i ? " " : "", (int)word.len, word.at);
	}
}

static void add_names(norm_gazetteer_builder *builder, unsigned long from, unsigned long end)
{
	struct random random = {1};
	check(norm_gazetteer_builder_begin(builder, "made"));
	for (unsigned long i = from; i < end; i++) {
		char name[NAME_BYTES], row[NAME_BYTES + 128];
		bool is_arabic = i % 3 == 0;
		make_name(&random, is_arabic ? &arabic : &french, name);
		int len = snprintf(row, sizeof row, "made:%lu\tTD\tvillage\t10\t10\t%s\t%s\tpreferred\tbench\n", i, is_arabic ? "ar" : "fr", name);
		check(norm_gazetteer_builder_add(builder, row, (size_t)len));
	}
}

static norm_status put(void *user, const void *bytes, size_t len)
{
	return fwrite(bytes, 1, len, user) == len ? NORM_OK : NORM_E_SINK;
}

int main(int argc, char **argv)
{
	norm_gazetteer_builder *builder;
	if (argc < 3)
		die("NAMES TABLE...");
	unsigned long wanted = read_number(argv[1], 1), names = 0;
	check(norm_gazetteer_builder_new(NULL, NULL, &builder));
	for (int i = 2; i < argc; i++)
		names += read_table(builder, argv[i]);
	if (!french.len || !arabic.len)
		die("no names in the tables");
	add_names(builder, names, wanted);
	check(norm_gazetteer_builder_write(builder, put, stdout, NULL));
	norm_gazetteer_builder_free(builder);
	return fflush(stdout) == 0 ? 0 : 1;
}
