/* SPDX-License-Identifier: MIT */
/*
 * gen_cues CUES AMBIGUOUS: writes cue_table.c to the standard output, see find_words.h. The files are cues.tsv and
 * ambiguous.tsv of data/places.
 */
#include "places/find_words.h"

#include <string.h>

#include "text/gen_rows.h"
#include "unicode/gen_map.h"

struct table {
	struct cue at[CUE_SLOTS];
	size_t len;
};

static uint64_t hash_of(const struct rows *rows, const char *word)
{
	struct buffer key = {0};
	uint64_t hash = 0;
	if (!fold_name(word, strlen(word), &key))
		rows_fail(rows, "\"%s\" has no letters, or others than Latin and Arabic ones", word);
	for (size_t i = 0; i < key.len; i++)
		hash = cue_hash_add(hash, key.at[i]);
	buffer_release(&key);
	return hash;
}

/* A word may be several things. `kind`: CUE_…, above 16 bits the country of CUE_NATION. */
static void add(struct table *table, const struct rows *rows, const char *word, unsigned kind)
{
	uint64_t hash = hash_of(rows, word);
	size_t slot = cue_slot(hash);
	while (table->at[slot].kinds && table->at[slot].hash != hash)
		slot = (slot + 1) % CUE_SLOTS;
	if (!table->at[slot].kinds && table->len++ == CUE_SLOTS / 2)
		rows_fail(rows, "more than %d words", CUE_SLOTS / 2);
	table->at[slot].hash = hash;
	table->at[slot].kinds |= (uint16_t)kind;
	table->at[slot].nation |= (uint16_t)(kind >> 16);
}

static unsigned kind_of(const struct rows *rows, const char *name)
{
	static const struct {
		const char *name;
		unsigned kind;
	} kinds[] = {{"place", CUE_PLACE}, {"local", CUE_PLACE | CUE_LOCAL}, {"towards", CUE_TOWARDS}, {"person", CUE_PERSON}, {"not", CUE_NOT}, {"of", CUE_OF}, {"within", CUE_WITHIN}, {"name", CUE_NAME},
		      {"title", CUE_TITLE}};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	if (strlen(name) == 2 && strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2)
		return CUE_NATION | (unsigned)name[0] << 24 | (unsigned)name[1] << 16;
	rows_fail(rows, "there is no kind \"%s\"", name);
}

/* What is behind the next gap between two words of a phrase; NULL: there is none. `*ret_len` is how long it is in front of it. */
static const char *next_word(const char *phrase, const char *from, size_t *ret_len)
{
	const uint8_t *at = (const uint8_t *)from, *end = at + strlen(from);
	while (at < end) {
		uint32_t cp;
		*ret_len = (size_t)((const char *)at - phrase);
		at += utf8_decode(at, end, &cp);
		if (fold_find_kind(cp) == FOLD_GAP)
			return at < end ? (const char *)at : NULL;
	}
	return NULL;
}

/* Whoever reads a phrase word by word stops where these are not: the words at its end, in its order, or at its start. */
static void add_ways(struct table *table, const struct rows *rows, const char *phrase, unsigned kind)
{
	char start[256];
	size_t len;
	for (const char *word = phrase; (word = next_word(phrase, word, &len));) {
		snprintf(start, sizeof start, "%.*s", (int)len, phrase);
		if (kind & (CUE_WITHIN | CUE_NAME | CUE_TITLE))
			add(table, rows, start, CUE_OPENS);
		if (kind & ~(unsigned)CUE_WITHIN)
			add(table, rows, word, CUE_ENDS);
	}
}

static void add_phrase(struct table *table, const struct rows *rows, const char *phrase, unsigned kind)
{
	add(table, rows, phrase, kind);
	add_ways(table, rows, phrase, kind);
}

/* `ville de` also stands for `ville du`, and `né à` for `né au`: the words that end it may be one with an article. */
static void add_with_articles(struct table *table, const struct rows *rows, const char *word, unsigned kind)
{
	static const char *const links[][6] = {
		{" de", " du", " des", " de la", " de l", " d"},
		{" à", " au", " aux", " à la", " à l"},
	};
	size_t len = strlen(word);
	add_phrase(table, rows, word, kind);
	for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) {
		size_t link = strlen(links[i][0]);
		if (len <= link || strcmp(word + len - link, links[i][0]) != 0)
			continue;
		for (size_t k = 1; k < sizeof links[i] / sizeof links[i][0] && links[i][k]; k++) {
			char text[256];
			snprintf(text, sizeof text, "%.*s%s", (int)(len - link), word, links[i][k]);
			add_phrase(table, rows, text, kind);
		}
	}
}

/* A phrase that holds the name of a place: which of its words may be that name is not said, so all rows of them may. */
static void add_parts(struct table *table, const struct rows *rows, const char *phrase)
{
	char text[256];
	size_t len;
	for (const char *from = phrase; from; from = next_word(phrase, from, &len)) {
		add(table, rows, from, CUE_PART);
		for (const char *to = from; (to = next_word(phrase, to, &len));) {
			snprintf(text, sizeof text, "%.*s", (int)(len - (size_t)(from - phrase)), from);
			add(table, rows, text, CUE_PART);
		}
	}
}

/* The first row may hold the names of the columns. */
static bool is_heading(const struct rows *rows)
{
	return strcmp(rows->cells[1], "lang") == 0;
}

static void read_cues(struct table *table, const char *path)
{
	enum { WORD, LANGUAGE, KIND, COLUMNS };
	struct rows rows;
	rows_open(&rows, path, COLUMNS);
	while (rows_next(&rows)) {
		if (is_heading(&rows))
			continue;
		unsigned kind = kind_of(&rows, rows.cells[KIND]);
		add_with_articles(table, &rows, rows.cells[WORD], kind);
		if (kind & (CUE_NAME | CUE_TITLE))
			add_parts(table, &rows, rows.cells[WORD]);
	}
}

/* Who is nothing but an adjective is told by the word in front. */
static unsigned kinds_of_note(const char *note)
{
	if (strcmp(note, "adjective") == 0)
		return CUE_ADJECTIVE;
	return CUE_AMBIGUOUS | (strstr(note, " name") ? CUE_SOMEBODY : 0) | (strstr(note, "adjective") ? CUE_ADJECTIVE : 0);
}

static void read_ambiguous(struct table *table, const char *path)
{
	enum { FORM, LANGUAGE, NOTE, SOURCE, COLUMNS };
	struct rows rows;
	rows_open(&rows, path, COLUMNS);
	while (rows_next(&rows))
		if (!is_heading(&rows))
			add(table, &rows, rows.cells[FORM], kinds_of_note(rows.cells[NOTE]));
}

int main(int argc, char **argv)
{
	static struct table table;
	if (argc != 3)
		fail("usage: gen_cues CUES AMBIGUOUS");
	read_cues(&table, argv[1]);
	read_ambiguous(&table, argv[2]);
	puts("/* Written by gen_cues.c: do not edit. */\n#include \"places/find_words.h\"\n\nconst struct cue cues[CUE_SLOTS] = {");
	for (size_t i = 0; i < CUE_SLOTS; i++)
		printf("{0x%llXu,%u,%u},\n", (unsigned long long)table.at[i].hash, table.at[i].kinds, table.at[i].nation);
	puts("};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
