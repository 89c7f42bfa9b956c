/* SPDX-License-Identifier: MIT */
/*
 * run_levels [FILE…]: the levels of a paragraph, from files of blocks of two lines (see support/escape.h); without a
 * file, those of the source tree, tests/golden/levels*.txt:
 *
 *     # a comment
 *     Il lit «\u{0627}». \u{0627}.                the paragraph
 *     {fr|Il lit «{ar|\u{0627}}». |ar|\u{0627}.}        the same with its levels in braces and the language of each sentence
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/escape.h"
#include "text/level.h"

enum { LINE_BYTES = 4096 };

static const char *const codes[LANGUAGE_COUNT] = {"none", "fr", "latin", "ar", "fa", "ur", "ckb", "ug", "other", "en"};

static void put_ends(const struct levels *levels, size_t at, struct buffer *out)
{
	for (size_t i = levels->level_count; i > 1; i--) {
		const struct level *level = &levels->level[i - 1];
		if (level->end == at && (level->start < at || level->opener == LEVEL_NONE))
			buffer_append_text(out, "}");
	}
}

static void put_code(struct levels *levels, size_t sentence, struct buffer *out)
{
	buffer_append_text(out, codes[levels_sentence_language(levels, sentence)]);
	buffer_append_text(out, "|");
}

static void put_starts(struct levels *levels, size_t at, struct buffer *out)
{
	for (size_t i = 0; i < levels->level_count; i++) {
		const struct level *level = &levels->level[i];
		if (level->start != at)
			continue;
		buffer_append_text(out, "{");
		put_code(levels, level->first_sentence, out);
		if (level->end == at && i > 0)
			buffer_append_text(out, "}");
	}
	for (size_t i = 0; i < levels->sentence_count; i++) {
		const struct sentence *sentence = &levels->sentence[i];
		if (sentence->start != at || levels->level[sentence->level].first_sentence == i)
			continue;
		buffer_append_text(out, "|");
		put_code(levels, i, out);
	}
}

static void put_levels(struct levels *levels, const struct buffer *text, struct buffer *out)
{
	for (size_t at = 0; at <= text->len; at++) {
		put_ends(levels, at, out);
		put_starts(levels, at, out);
		if (at < text->len)
			buffer_append(out, text->at + at, 1);
	}
	buffer_append_text(out, "}");
}

static bool check(const char *name, unsigned number, const char *input, const char *expected)
{
	static struct levels levels;
	struct buffer text = {0}, wanted = {0}, got = {0};
	bool good = escape_read(input, strlen(input), &text) && escape_read(expected, strlen(expected), &wanted);
	levels_read(&levels, text.at, text.len);
	put_levels(&levels, &text, &got);
	good = good && !levels.failed && got.len == wanted.len && !memcmp(got.at, wanted.at, got.len);
	if (!good) {
		printf("%s:%u: other levels\n  expected: %s\n  got:      ", name, number, expected);
		escape_print(stdout, got.at, got.len);
		printf("\n");
	}
	levels_release(&levels);
	buffer_release(&text);
	buffer_release(&wanted);
	buffer_release(&got);
	return good;
}

/* The next line that is neither empty nor a comment, without its end; false at the end of the file. */
static bool next_line(FILE *file, char line[LINE_BYTES], unsigned *number)
{
	while (fgets(line, LINE_BYTES, file)) {
		++*number;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] && line[0] != '#')
			return true;
	}
	return false;
}

static size_t passed, failed;

static void check_file(const char *name)
{
	static char input[LINE_BYTES], expected[LINE_BYTES];
	FILE *file = fopen(name, "r");
	unsigned number = 0;
	if (!file) {
		printf("%s: cannot be read\n", name);
		failed++;
		return;
	}
	while (next_line(file, input, &number))
		++*(next_line(file, expected, &number) && check(name, number, input, expected) ? &passed : &failed);
	fclose(file);
}

int main(int argc, char **argv)
{
	static const char *const names[] = {"levels.txt", "levels_arabic_script.txt", "levels_latin_script.txt"};
	const char *top = getenv("top_srcdir");
	for (size_t i = 0; argc == 1 && i < sizeof names / sizeof names[0]; i++) {
		char name[4096];
		snprintf(name, sizeof name, "%s/tests/golden/%s", top ? top : ".", names[i]);
		check_file(name);
	}
	for (int i = 1; i < argc; i++)
		check_file(argv[i]);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
