/* SPDX-License-Identifier: MIT */
/*
 * The Unicode Consortium's own test of normal forms: every column of every line of NormalizationTest.txt in every
 * form, and every code point that its part 1 does not list, all as a whole and through streams fed in small chunks.
 * The file is the first argument or in the environment as NORMALIZATION_TEST.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cpbuf.h"
#include "libnorm/norm.h"
#include "support/spec.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

enum { COLUMNS = 5, LONGEST = 64, SHOWN = 20, FORMS = NORMAL_NFKD + 1 };

struct column {
	uint32_t cps[LONGEST];
	size_t len;
};

/* The ways to normalise. All of them have to agree with the file. */
static const struct way {
	const char *name;
	size_t chunk; /* a stream gets so many bytes at a time; 0: normal_apply() */
} ways[] = {
    {"normal_apply", 0},        {"a stream in single bytes", 1}, {"a stream in pairs of bytes", 2},
    {"a stream by 3 bytes", 3}, {"a stream by 7 bytes", 7},
};
enum { WAYS = sizeof ways / sizeof ways[0] };

static const char *const form_names[FORMS] = {"none", "NFC", "NFD", "NFKC", "NFKD"};
static norm_stream *streams[FORMS]; /* each is used again and again: it has to forget the text before */
static struct cpbuf out;
static size_t mistakes;

static norm_status take_block(void *user, const norm_block *block)
{
	(void)user;
	const uint8_t *at = (const uint8_t *)block->output, *end = at + block->output_len;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		cpbuf_push(&out, cp);
	}
	return NORM_OK;
}

/* One for each form: a profile that does nothing else. */
static void open_streams(const norm_context *context, norm_profile *profiles[FORMS])
{
	for (enum normal_form form = NORMAL_NFC; form <= NORMAL_NFKD; form++) {
		char spec[32];
		snprintf(spec, sizeof spec, "none unicode.form=%s", form_names[form]);
		profiles[form] = spec_profile(context, spec);
		if (norm_stream_new(profiles[form], NORM_PLAIN, take_block, NULL, &streams[form]) != NORM_OK) {
			printf("no memory for a stream\n");
			exit(EXIT_FAILURE);
		}
	}
}

static void close_streams(norm_profile *profiles[FORMS])
{
	for (enum normal_form form = NORMAL_NFC; form <= NORMAL_NFKD; form++) {
		norm_stream_free(streams[form]);
		norm_profile_free(profiles[form]);
	}
}

/* Fill `out` through the stream. */
static bool apply_stream(norm_stream *stream, size_t chunk, const struct column *in)
{
	char text[LONGEST * 4];
	size_t len = 0;
	bool good = true;
	for (size_t i = 0; i < in->len; i++)
		len += utf8_encode(in->cps[i], (uint8_t *)text + len);
	norm_stream_reset(stream);
	out.len = 0;
	for (size_t at = 0; at < len; at += chunk)
		good &= norm_stream_write(stream, text + at, len - at < chunk ? len - at : chunk) == NORM_OK;
	return norm_stream_finish(stream) == NORM_OK && good;
}

static bool apply(const struct way *way, enum normal_form form, const struct column *in)
{
	if (way->chunk)
		return apply_stream(streams[form], way->chunk, in);
	normal_apply(form, in->cps, in->len, &out);
	return true;
}

static void print_cps(const char *label, const uint32_t *cps, size_t n)
{
	printf("  %s:", label);
	for (size_t i = 0; i < n; i++)
		printf(" %04X", (unsigned)cps[i]);
	putchar('\n');
}

static bool check(const struct way *way, enum normal_form form, const struct column *in, const struct column *expected)
{
	bool good = apply(way, form, in) && !out.failed && out.len == expected->len;
	if (good && memcmp(out.at, expected->cps, out.len * sizeof *out.at) == 0)
		return true;
	if (++mistakes <= SHOWN) {
		printf("%s is wrong in %s:\n", way->name, form_names[form]);
		print_cps("source", in->cps, in->len);
		print_cps("expected", expected->cps, expected->len);
		print_cps("got", out.at, out.len);
	}
	return false;
}

/* Columns, from 0: source, NFC, NFD, NFKC, NFKD. */
static bool check_line(const struct way *way, const struct column columns[COLUMNS])
{
	bool good = true;
	for (int i = 0; i < COLUMNS; i++) {
		bool compatible = i >= 3;
		good &= check(way, NORMAL_NFC, &columns[i], &columns[compatible ? 3 : 1]);
		good &= check(way, NORMAL_NFD, &columns[i], &columns[compatible ? 4 : 2]);
		good &= check(way, NORMAL_NFKC, &columns[i], &columns[3]);
		good &= check(way, NORMAL_NFKD, &columns[i], &columns[4]);
	}
	return good;
}

/* Hexadecimal code points up to a semicolon; returns what is behind it, or NULL. */
static const char *read_column(const char *line, struct column *ret)
{
	ret->len = 0;
	while (*line != ';') {
		char *end;
		unsigned long cp = strtoul(line, &end, 16);
		if (end == line || cp > 0x10FFFF || ret->len == LONGEST)
			return NULL;
		ret->cps[ret->len++] = (uint32_t)cp;
		line = end;
		line += strspn(line, " ");
	}
	return line + 1;
}

static bool read_line(const char *line, struct column columns[COLUMNS])
{
	for (int i = 0; i < COLUMNS && line; i++)
		line = read_column(line, &columns[i]);
	return line;
}

/* The cases of a test are lines, once for each way, and last all other code points together. */
struct result {
	size_t passed, failed;
};

static void count(struct result *result, bool good)
{
	if (good)
		result->passed++;
	else
		result->failed++;
}

/* Check each line, and mark the code points of part 1 as listed. False when the file is not as it should be. */
static bool check_file(FILE *file, bool *listed, struct result *result)
{
	char line[4096];
	struct column columns[COLUMNS];
	bool in_part_1 = false;
	while (fgets(line, sizeof line, file)) {
		if (line[0] == '@')
			in_part_1 = strncmp(line, "@Part1", 6) == 0;
		if (strchr("@#\r\n", line[0]))
			continue;
		if (!read_line(line, columns)) {
			printf("Not a line of NormalizationTest.txt: %s", line);
			return false;
		}
		if (in_part_1)
			listed[columns[0].cps[0]] = true;
		for (size_t i = 0; i < WAYS; i++)
			count(result, check_line(&ways[i], columns));
	}
	return !ferror(file) && result->passed + result->failed > (size_t)10000 * WAYS;
}

static bool check_others(const struct way *way, const bool *listed)
{
	bool good = true;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		if (listed[cp] || (cp >= 0xD800 && cp <= 0xDFFF))
			continue;
		struct column self = {.cps = {cp}, .len = 1};
		for (enum normal_form form = NORMAL_NFC; form <= NORMAL_NFKD; form++)
			good &= check(way, form, &self, &self);
	}
	return good;
}

/* Each way on each line, then on what the file does not list. False after a message. */
static bool check_all(const char *path, FILE *file, struct result *result)
{
	static bool listed[0x110000];
	if (!check_file(file, listed, result)) {
		printf("%s is not the whole NormalizationTest.txt\n", path);
		return false;
	}
	for (size_t i = 0; i < WAYS; i++)
		count(result, check_others(&ways[i], listed));
	return true;
}

int main(int argc, char **argv)
{
	norm_profile *profiles[FORMS];
	struct result result = {0};
	const char *path = argc > 1 ? argv[1] : getenv("NORMALIZATION_TEST");
	FILE *file = path ? fopen(path, "r") : NULL;
	if (!file) {
		printf("Cannot open NormalizationTest.txt (%s)\n",
		       path ? path : "no argument and no NORMALIZATION_TEST");
		return EXIT_FAILURE;
	}
	norm_context *context = spec_context();
	open_streams(context, profiles);
	bool complete = check_all(path, file, &result);
	fclose(file);
	close_streams(profiles);
	norm_context_free(context);
	cpbuf_release(&out);
	printf("%zu passed, %zu failed\n", result.passed, result.failed);
	return complete && !result.failed ? EXIT_SUCCESS : EXIT_FAILURE;
}
