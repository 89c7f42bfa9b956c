/* SPDX-License-Identifier: MIT */
/*
 * The Unicode Consortium's own test of normal forms: every column of every line of NormalizationTest.txt in every
 * form, and every code point that its part 1 does not list. The file is the first argument or in the environment as
 * NORMALIZATION_TEST.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cpbuf.h"
#include "unicode/normal.h"

enum { COLUMNS = 5, LONGEST = 64, SHOWN = 20 };

struct column {
	uint32_t cps[LONGEST];
	size_t len;
};

/* The ways to normalise. All of them have to agree with the file. */
static const struct way {
	const char *name;
	void (*apply)(enum normal_form form, const uint32_t *cps, size_t n, struct cpbuf *out);
} ways[] = {
    {"normal_apply", normal_apply},
};

static size_t mistakes;

static void print_cps(const char *label, const uint32_t *cps, size_t n)
{
	printf("  %s:", label);
	for (size_t i = 0; i < n; i++)
		printf(" %04X", (unsigned)cps[i]);
	putchar('\n');
}

static bool check(const struct way *way, enum normal_form form, const struct column *in, const struct column *expected)
{
	static const char *const names[] = {"none", "NFC", "NFD", "NFKC", "NFKD"};
	static struct cpbuf out;
	way->apply(form, in->cps, in->len, &out);
	if (!out.failed && out.len == expected->len && memcmp(out.at, expected->cps, out.len * sizeof *out.at) == 0)
		return true;
	if (++mistakes <= SHOWN) {
		printf("%s is wrong in %s:\n", way->name, names[form]);
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
		for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
			count(result, check_line(&ways[i], columns));
	}
	return !ferror(file) && result->passed + result->failed > 10000;
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

int main(int argc, char **argv)
{
	static bool listed[0x110000];
	struct result result = {0};
	const char *path = argc > 1 ? argv[1] : getenv("NORMALIZATION_TEST");
	FILE *file = path ? fopen(path, "r") : NULL;
	if (!file) {
		printf("Cannot open NormalizationTest.txt (%s)\n",
		       path ? path : "no argument and no NORMALIZATION_TEST");
		return EXIT_FAILURE;
	}
	bool complete = check_file(file, listed, &result);
	fclose(file);
	if (!complete) {
		printf("%s is not the whole NormalizationTest.txt\n", path);
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		count(&result, check_others(&ways[i], listed));
	printf("%zu passed, %zu failed\n", result.passed, result.failed);
	return result.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
