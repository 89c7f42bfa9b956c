/* SPDX-License-Identifier: MIT */
/*
 * gen_evidence FILE: writes evidence_tables.c to the standard output, see evidence.h. The FILE says what it holds.
 * gen_evidence --count FILE: writes the rows of pairs of such a FILE, with the counts of the text on the standard input:
 *     UTF-8, a paragraph a line.
 */
#include "repair/evidence.h"

#include <math.h>
#include <string.h>

#include "text/gen_rows.h"
#include "unicode/gen_map.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { KIND, NAME, LIST, COLUMNS };
enum { CODE_POINT_ROWS = 0x100, OTHER_MEMBERS = 1000, NAME_MAX = 16 };

/* How much the frequency of a class alone weighs against the pairs: as if it had been seen so often behind each class. */
#define PRIOR 8.0

struct model {
	uint8_t classes[CODE_POINT_ROWS << 8];
	char names[EVIDENCE_CLASSES][NAME_MAX];
	unsigned members[EVIDENCE_CLASSES];
	unsigned count; /* of classes */
	double pairs[EVIDENCE_CLASSES][EVIDENCE_CLASSES], lefts[EVIDENCE_CLASSES], rights[EVIDENCE_CLASSES], all;
};

/* ---- Classes ---- */

static unsigned new_class(struct model *model, const struct rows *rows, const char *name, size_t len)
{
	if (model->count == EVIDENCE_CLASSES || len >= NAME_MAX)
		rows_fail(rows, "too many classes, or the name of one too long");
	memcpy(model->names[model->count], name, len);
	return model->count++;
}

static void add_member(struct model *model, const struct rows *rows, uint32_t cp, unsigned class)
{
	if (cp >> 8 >= CODE_POINT_ROWS || model->classes[cp] != EVIDENCE_OTHER)
		rows_fail(rows, "U+%04X twice, or too large", (unsigned)cp);
	model->classes[cp] = (uint8_t)class;
	model->members[class]++;
}

/* The characters of a cell, each a class of its own. */
static void add_letters(struct model *model, const struct rows *rows)
{
	const uint8_t *at = (const uint8_t *)rows->cells[LIST], *end = at + strlen(rows->cells[LIST]);
	while (at < end) {
		uint32_t cp;
		unsigned len = utf8_decode(at, end, &cp);
		if (cp != ' ')
			add_member(model, rows, cp, new_class(model, rows, (const char *)at, len));
		at += len;
	}
}

static uint32_t read_code_point(const struct rows *rows, char **at)
{
	char *end = *at;
	uint32_t cp = strncmp(*at, "U+", 2) == 0 ? (uint32_t)strtoul(*at + 2, &end, 16) : 0;
	if (end - *at < 6 || cp > 0xFFFF)
		rows_fail(rows, "\"%s\" is not written like \"U+0041\"", *at);
	*at = end;
	return cp;
}

/* Code points, and ranges of them, that share a class; what has one already keeps it. */
static void add_shared(struct model *model, const struct rows *rows)
{
	unsigned class = new_class(model, rows, rows->cells[NAME], strlen(rows->cells[NAME]));
	for (char *at = rows->cells[LIST]; *at; at += *at == ' ') {
		uint32_t first = read_code_point(rows, &at), last = first;
		if (*at == '-')
			last = (at++, read_code_point(rows, &at));
		for (uint32_t cp = first; cp <= last; cp++)
			if (first == last || model->classes[cp] == EVIDENCE_OTHER)
				add_member(model, rows, cp, class);
	}
}

static unsigned find_class(const struct model *model, const struct rows *rows, const char *name)
{
	unsigned class = 0;
	while (class < model->count && strcmp(model->names[class], name) != 0)
		class++;
	if (class == model->count)
		rows_fail(rows, "there is no class \"%s\"", name);
	return class;
}

/* ---- Counts ---- */

static void count(struct model *model, unsigned left, unsigned right, double times)
{
	model->pairs[left][right] += times;
	model->lefts[left] += times;
	model->rights[right] += times;
	model->all += times;
}

static void add_pairs(struct model *model, const struct rows *rows)
{
	unsigned left = find_class(model, rows, rows->cells[NAME]);
	for (char *right = rows->cells[LIST], *space; right; right = space ? space + 1 : NULL) {
		space = strchr(right, ' ');
		if (space)
			*space = '\0';
		char *colon = strrchr(right, ':'), *end;
		unsigned long times = colon ? strtoul(colon + 1, &end, 10) : 0;
		if (!times || *end)
			rows_fail(rows, "\"%s\" is not written like \"a:12\"", right);
		*colon = '\0';
		count(model, left, find_class(model, rows, right), (double)times);
	}
}

static void add_row(struct model *model, const struct rows *rows)
{
	if (strcmp(rows->cells[KIND], "letters") == 0)
		add_letters(model, rows);
	else if (strcmp(rows->cells[KIND], "shared") == 0)
		add_shared(model, rows);
	else if (strcmp(rows->cells[KIND], "pairs") == 0)
		add_pairs(model, rows);
	else
		rows_fail(rows, "there is no kind \"%s\"", rows->cells[KIND]);
}

/* Presentation forms count as the last letter, or the mark, that they stand for. */
static void add_forms(struct model *model)
{
	for (uint32_t cp = 0xFB50; cp <= 0xFEFF; cp++) {
		const uint32_t *letters;
		int len = model->classes[cp] == EVIDENCE_OTHER ? cpmap_get(&arabic_forms, cp, &letters) : -1;
		if (len > 0 && letters[len - 1] < CODE_POINT_ROWS << 8)
			model->classes[cp] = model->classes[letters[len - 1]];
	}
}

static void read_model(struct model *model, const char *path)
{
	struct rows rows;
	rows_open(&rows, path, COLUMNS);
	memcpy(model->names[0], "other", sizeof "other");
	model->members[0] = OTHER_MEMBERS;
	model->count = 1;
	while (rows_next(&rows))
		add_row(model, &rows);
	add_forms(model);
}

/* ---- Tables ---- */

/* Pairs that were seen, and for those that were not how frequent the right one is at all. */
static int score(const struct model *model, unsigned left, unsigned right)
{
	double alone = (model->rights[right] + 0.5) / (model->all + 0.5 * model->count);
	double likely = (model->pairs[left][right] + PRIOR * alone) / (model->lefts[left] + PRIOR);
	double bits = log2(likely * model->count / model->members[right]);
	long eighths = lround(bits * EVIDENCE_BIT);
	return (int)(eighths < INT8_MIN ? INT8_MIN : eighths > INT8_MAX ? INT8_MAX : eighths);
}

static void write_classes(const struct model *model)
{
	uint8_t rows[CODE_POINT_ROWS] = {0};
	unsigned used = 0;
	printf("\nconst uint8_t evidence_cells[][256] = {{0}");
	for (size_t row = 0; row < CODE_POINT_ROWS; row++) {
		const uint8_t *cells = model->classes + (row << 8);
		static const uint8_t none[256];
		if (memcmp(cells, none, sizeof none) == 0)
			continue;
		rows[row] = (uint8_t)++used;
		fputs(",\n{", stdout);
		for (size_t i = 0; i < 256; i++)
			write_number(cells[i], i);
		putchar('}');
	}
	printf("};\nconst uint8_t evidence_rows[256] = {");
	for (size_t row = 0; row < CODE_POINT_ROWS; row++)
		write_number(rows[row], row);
	puts("};");
}

static void write_tables(const struct model *model)
{
	if (model->all == 0)
		fail("no pairs");
	puts("/* Written by gen_evidence.c: do not edit. */\n#include \"repair/evidence.h\"");
	write_classes(model);
	printf("const int8_t evidence_pairs[EVIDENCE_CLASSES][EVIDENCE_CLASSES] = {");
	for (unsigned left = 0; left < model->count; left++) {
		printf("%s{", left ? "},\n" : "");
		for (unsigned right = 0; right < model->count; right++)
			printf("%s%d", right ? "," : "", score(model, left, right));
	}
	puts("}};");
}

/* ---- Counting ---- */

static void forget_pairs(struct model *model)
{
	memset(model->pairs, 0, sizeof model->pairs);
	memset(model->lefts, 0, sizeof model->lefts);
	memset(model->rights, 0, sizeof model->rights);
	model->all = 0;
}

static unsigned class_of(const struct model *model, uint32_t cp)
{
	return cp >> 8 < CODE_POINT_ROWS ? model->classes[cp] : EVIDENCE_OTHER;
}

static void count_text(struct model *model)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	while ((len = getline(&line, &size, stdin)) > 0) {
		const uint8_t *at = (uint8_t *)line, *end = at + len;
		unsigned left = class_of(model, ' ');
		while (at < end) {
			uint32_t cp;
			at += utf8_decode(at, end, &cp);
			unsigned right = class_of(model, cp == '\n' ? ' ' : cp);
			count(model, left, right, 1);
			left = right;
		}
	}
	free(line);
}

static void write_pairs(const struct model *model)
{
	for (unsigned left = 0; left < model->count; left++) {
		if (model->lefts[left] == 0)
			continue;
		printf("pairs\t%s\t", model->names[left]);
		for (unsigned right = 0, written = 0; right < model->count; right++)
			if (model->pairs[left][right] > 0)
				printf("%s%s:%.0f", written++ ? " " : "", model->names[right], model->pairs[left][right]);
		putchar('\n');
	}
}

int main(int argc, char **argv)
{
	static struct model model;
	bool counts = argc == 3 && strcmp(argv[1], "--count") == 0;
	if (argc != 2 && !counts)
		fail("usage: gen_evidence [--count] FILE");
	read_model(&model, argv[argc - 1]);
	if (counts) {
		forget_pairs(&model);
		count_text(&model);
		write_pairs(&model);
	} else {
		write_tables(&model);
	}
	if (fflush(stdout) != 0 || ferror(stdout))
		fail("the output cannot be written");
	return EXIT_SUCCESS;
}
