/* SPDX-License-Identifier: MIT */
/*
 * run_golden FILE…: what a profile makes of a text, from files of blocks:
 *
 *     # a comment, up to the first line of a block
 *     search arabic.alef=keep          the profile (see support/spec.h)
 *     L\u{2019}\u{00C9}cole            the input (see support/escape.h)
 *     l'ecole                          the output
 *     ! punctuation.apostrophes unicode.case+latin.accents      may be left out: the rules of each edit, in order
 *
 * Blocks are parted by empty lines. Of each block it is also tested that the output stays what it is when the profile
 * is applied to it, that a stream which gets the input in chunks of 1, 2, 3 and 7 bytes gives the same, and that the
 * edits are true.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/escape.h"
#include "support/laws.h"
#include "support/spec.h"

enum { LINES = 3, LINE_BYTES = 4096 };

enum { PROFILE_LINE, INPUT_LINE, OUTPUT_LINE };

struct block {
	char lines[LINES][LINE_BYTES];
	char edits[LINE_BYTES]; /* empty: not tested */
	unsigned number;        /* of its first line */
};

struct reader {
	FILE *file;
	const char *name;
	char line[LINE_BYTES]; /* without its end */
	unsigned number;
	bool held; /* the line has been read ahead */
	bool bad;  /* a line is too long, or cannot be read */
};

/* The next line in reader->line; false at the end of the file. */
static bool next_line(struct reader *reader)
{
	if (reader->held) {
		reader->held = false;
		return true;
	}
	if (!fgets(reader->line, sizeof reader->line, reader->file)) {
		reader->bad |= ferror(reader->file) != 0;
		return false;
	}
	size_t len = strcspn(reader->line, "\n");
	reader->bad |= len + 1 == sizeof reader->line;
	reader->line[len] = '\0';
	reader->number++;
	return true;
}

static void copy_line(char to[LINE_BYTES], const struct reader *reader)
{
	memcpy(to, reader->line, LINE_BYTES);
}

/* Read the next block. False at the end of the file, or when a block is not complete (and reader->bad). */
static bool next_block(struct reader *reader, struct block *block)
{
	bool more;
	do
		more = next_line(reader);
	while (more && (reader->line[0] == '#' || reader->line[0] == '\0'));
	if (!more)
		return false;
	block->number = reader->number;
	for (int i = 0; i < LINES; i++) {
		copy_line(block->lines[i], reader);
		more = more && reader->line[0] && next_line(reader);
	}
	reader->bad |= !block->lines[OUTPUT_LINE][0];
	block->edits[0] = '\0';
	if (more && reader->line[0] == '!')
		copy_line(block->edits, reader);
	else if (more)
		reader->held = true;
	return !reader->bad;
}

/* Write what was done as the last line of a block says it: "! rule rule+rule". */
static void write_edits(const struct outcome *outcome, struct buffer *out)
{
	buffer_append_text(out, "!");
	for (size_t i = 0; i < outcome->edit_count; i++) {
		const struct outcome_edit *edit = &outcome->edits[i];
		for (size_t k = 0; k < edit->rule_count; k++) {
			buffer_append_text(out, k ? "+" : " ");
			buffer_append_text(out, outcome->rules[edit->first_rule + k]->id);
		}
	}
	buffer_append(out, "", 1);
}

static void report(const struct reader *reader, const struct block *block, const char *wrong, const struct outcome *got)
{
	struct buffer edits = {0};
	write_edits(got, &edits);
	printf("%s:%u: %s\n", reader->name, block->number, wrong);
	printf("  profile:  %s\n  input:    %s\n  expected: %s\n  got:      ", block->lines[PROFILE_LINE],
	       block->lines[INPUT_LINE], block->lines[OUTPUT_LINE]);
	escape_print(stdout, got->text.at, got->text.len);
	printf("\n  edits:    %s\n", (const char *)edits.at);
	buffer_release(&edits);
}

static bool same_edits(const struct outcome *outcome, const char *expected)
{
	struct buffer edits = {0};
	write_edits(outcome, &edits);
	bool same = !strcmp((const char *)edits.at, expected);
	buffer_release(&edits);
	return same;
}

static const char *check_chunks(const norm_profile *profile, const struct buffer *in)
{
	static const size_t sizes[] = {1, 2, 3, 7};
	const char *wrong = NULL;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0] && !wrong; i++)
		wrong = law_stream(profile, in->at, in->len, (struct chunks){&sizes[i], 1});
	return wrong;
}

static bool check_texts(const struct reader *reader, const struct block *block, const norm_profile *profile,
			const struct buffer *in, const struct buffer *expected)
{
	struct outcome got;
	outcome_apply(profile, in->at, in->len, NORM_WITH_EDITS, &got);
	const char *wrong = NULL;
	bool same = got.text.len == expected->len;
	same = same && (expected->len == 0 || !memcmp(got.text.at, expected->at, expected->len));
	if (got.status != NORM_OK)
		wrong = norm_status_message(got.status);
	else if (!same)
		wrong = "another output";
	else if (block->edits[0] && !same_edits(&got, block->edits))
		wrong = "other edits";
	if (!wrong)
		wrong = law_idempotence(profile, in->at, in->len);
	if (!wrong)
		wrong = check_chunks(profile, in);
	if (!wrong)
		wrong = law_edits(profile, in->at, in->len);
	if (wrong)
		report(reader, block, wrong, &got);
	outcome_release(&got);
	return !wrong;
}

static bool check_block(const struct reader *reader, const struct block *block, const norm_context *context)
{
	struct buffer in = {0}, expected = {0};
	norm_error error;
	char message[1024];
	bool good = false;
	norm_profile *profile = spec_compile(context, block->lines[PROFILE_LINE], &error);
	if (!profile) {
		norm_error_format(&error, message, sizeof message);
		printf("%s:%u: %s\n", reader->name, block->number, message);
	} else if (!escape_read(block->lines[INPUT_LINE], strlen(block->lines[INPUT_LINE]), &in) ||
		   !escape_read(block->lines[OUTPUT_LINE], strlen(block->lines[OUTPUT_LINE]), &expected)) {
		printf("%s:%u: an escape is wrong\n", reader->name, block->number);
	} else {
		good = check_texts(reader, block, profile, &in, &expected);
	}
	norm_profile_free(profile);
	buffer_release(&in);
	buffer_release(&expected);
	return good;
}

static void check_file(const char *name, const norm_context *context, size_t *passed, size_t *failed)
{
	struct reader reader = {.file = fopen(name, "r"), .name = name};
	static struct block block;
	size_t before = *passed + *failed;
	if (!reader.file) {
		printf("%s: cannot be read\n", name);
		++*failed;
		return;
	}
	while (next_block(&reader, &block))
		++*(check_block(&reader, &block, context) ? passed : failed);
	if (reader.bad || *passed + *failed == before) {
		printf("%s:%u: not a whole block\n", name, reader.number);
		++*failed;
	}
	fclose(reader.file);
}

int main(int argc, char **argv)
{
	size_t passed = 0, failed = 0;
	norm_context *context = spec_context();
	for (int i = 1; i < argc; i++)
		check_file(argv[i], context, &passed, &failed);
	norm_context_free(context);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
