/* SPDX-License-Identifier: MIT */
/* gen_words FILE: writes word_table.c to the standard output, see function_words.h. The FILE says what it holds. */
#include "text/function_words.h"

#include <stdlib.h>
#include <string.h>

#include "text/gen_rows.h"

enum { LANGUAGE, WORDS, SOURCE, COLUMNS };

static const char *const codes[WORD_LANGUAGES] = {
	[WORD_FRENCH] = "fr",  [WORD_ENGLISH] = "en",    [WORD_SPANISH] = "es", [WORD_GERMAN] = "de",
	[WORD_ITALIAN] = "it", [WORD_PORTUGUESE] = "pt", [WORD_TURKISH] = "tr", [WORD_ARABIC] = "ar",
	[WORD_PERSIAN] = "fa", [WORD_URDU] = "ur",       [WORD_KURDISH] = "ckb", [WORD_UYGHUR] = "ug",
	[WORD_ABBREVIATION] = "abbreviation",
};

struct output {
	uint64_t keys[WORD_SLOTS];
	uint16_t languages[WORD_SLOTS];
	unsigned count, language;
	char last[WORD_LETTERS * 4 + 1]; /* the word before, of this language */
};

static unsigned read_language(const struct rows *rows)
{
	unsigned language = 0;
	while (language < WORD_LANGUAGES && strcmp(codes[language], rows->cells[LANGUAGE]) != 0)
		language++;
	if (language == WORD_LANGUAGES)
		rows_fail(rows, "there is no language \"%s\"", rows->cells[LANGUAGE]);
	return language;
}

/* The key of a word. The tables of the library are made beside this one: what they hold is found slowly. */
static uint64_t read_key(const struct rows *rows, const char *word)
{
	const uint8_t *at = (const uint8_t *)word, *end = at + strlen(word);
	uint64_t key = 0;
	for (unsigned count = 0; at < end; count++) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (!class_is_letter(letter_find_class(cp)) || letter_find_key(cp) == UINT8_MAX)
			rows_fail(rows, "\"%s\" has a character that no key has", word);
		key = word_key_add(key, count, letter_find_key(cp));
	}
	if (!key)
		rows_fail(rows, "\"%s\" has more than %d letters", word, WORD_LETTERS);
	return key;
}

static void add_key(struct output *output, const struct rows *rows, uint64_t key, const char *word)
{
	uint32_t home = function_words_slot(key), slot = home;
	while (output->keys[slot] && output->keys[slot] != key)
		slot = (slot + 1) % WORD_SLOTS;
	if (output->languages[slot] >> output->language & 1)
		rows_fail(rows, "\"%s\" twice, or with another word of the same key", word);
	if (!output->keys[slot] && ++output->count > WORD_SLOTS * 3 / 4)
		rows_fail(rows, "too many words: make WORD_SLOTS larger");
	output->keys[slot] = key;
	output->languages[slot] |= (uint16_t)(1u << output->language);
	if (slot != home)
		output->languages[home] |= WORD_GOES_ON;
}

static void add_word(struct output *output, const struct rows *rows, const char *word)
{
	uint64_t key = read_key(rows, word);
	if (strcmp(word, output->last) < 0)
		rows_fail(rows, "out of order: \"%s\"", word);
	add_key(output, rows, key, word);
	memcpy(output->last, word, strlen(word) + 1);
}

static void add_row(struct output *output, const struct rows *rows)
{
	unsigned language = read_language(rows);
	if (language < output->language)
		rows_fail(rows, "out of order: %s", codes[language]);
	if (language > output->language)
		output->last[0] = '\0';
	output->language = language;
	for (char *word = rows->cells[WORDS], *space; word; word = space ? space + 1 : NULL) {
		space = strchr(word, ' ');
		if (space)
			*space = '\0';
		add_word(output, rows, word);
	}
}

static void write_output(const struct output *output)
{
	puts("/* Written by gen_words.c: do not edit. */\n#include \"text/function_words.h\"");
	puts("\nconst struct function_word function_words[WORD_SLOTS] = {");
	for (unsigned i = 0; i < WORD_SLOTS; i++)
		printf("{%lluu,%u},\n", (unsigned long long)output->keys[i], (unsigned)output->languages[i]);
	puts("};");
}

/* The sum of what the bytes add: one that is less than 0 takes from those above it. */
static uint64_t ballot_of(unsigned languages)
{
	uint64_t french = languages >> WORD_FRENCH & 1, ballot = (uint64_t)(languages != 0) << 8 * WORD_LATIN_LANGUAGES;
	for (unsigned language = 0; language < WORD_LATIN_LANGUAGES; language++) {
		uint64_t own = language == WORD_FRENCH ? 0 : languages >> language & 1;
		ballot += (own - french) << 8 * language;
	}
	return ballot;
}

static void write_ballots(void)
{
	puts("\nconst uint64_t word_ballots[WORD_BALLOTS] = {");
	for (unsigned languages = 0; languages < WORD_BALLOTS; languages++)
		printf("%lluu,\n", (unsigned long long)ballot_of(languages));
	puts("};");
}

int main(int argc, char **argv)
{
	static struct output output;
	struct rows rows;
	rows_open_argument(&rows, argc, argv, COLUMNS);
	while (rows_next(&rows))
		add_row(&output, &rows);
	write_output(&output);
	write_ballots();
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
