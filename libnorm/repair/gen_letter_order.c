/* SPDX-License-Identifier: MIT */
/*
 * gen_letter_order FILE: writes letter_order_table.c to the standard output, see letter_order.h. The FILE says what it holds.
 * gen_letter_order --count: writes the rows of such a FILE, with the counts of the text on the standard input: UTF-8, a
 *     paragraph a line.
 */
#include "repair/letter_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text/gen_rows.h"
#include "unicode/gen_map.h"
#include "unicode/utf8.h"

enum { BEFORE, LETTER, BEHIND, COLUMNS };
enum { SEEN_MIN = 2 }; /* what was counted less often is not written */

/* What weighs beside the counts of triples: what their pairs make expect, and a little for what pairs do not have either. */
#define EXPECTED_WEIGHT 0.05
#define UNSEEN 0.1
#define UNSEEN_PAIR 0.5

typedef double counts[LETTER_ORDER_OTHER][LETTER_ORDER_OTHER][LETTER_ORDER_OTHER];

static struct {
	counts triples;
	double pairs[LETTER_ORDER_OTHER][LETTER_ORDER_OTHER], letters[LETTER_ORDER_OTHER];
} model;

/* ---- Reading ---- */

/* The class of the character that a cell, or an entry of a list, begins with; _ is the edge of a word. */
static unsigned read_class(const struct rows *rows, const char **at)
{
	uint32_t cp;
	const uint8_t *text = (const uint8_t *)*at;
	*at += utf8_decode(text, text + strlen(*at), &cp);
	unsigned class = letter_order_class(cp);
	if (class == LETTER_ORDER_EDGE && cp != '_')
		rows_fail(rows, "\"%s\" does not begin with an Arabic letter or _", (const char *)text);
	return class;
}

static unsigned read_cell(const struct rows *rows, size_t column)
{
	const char *at = rows->cells[column];
	unsigned class = read_class(rows, &at);
	if (*at)
		rows_fail(rows, "\"%s\" is more than one letter", rows->cells[column]);
	return class;
}

static void add(unsigned before, unsigned letter, unsigned behind, double times)
{
	model.triples[before][letter][behind] += times;
	model.pairs[before][letter] += times;
	model.letters[letter] += times;
	if (behind == LETTER_ORDER_EDGE)
		model.pairs[letter][behind] += times;
}

static void read_row(const struct rows *rows)
{
	unsigned before = read_cell(rows, BEFORE), letter = read_cell(rows, LETTER);
	if (letter == LETTER_ORDER_EDGE)
		rows_fail(rows, "the edge of a word is no letter");
	for (const char *at = rows->cells[BEHIND], *entry; *at; at += *at == ' ') {
		entry = at;
		unsigned behind = read_class(rows, &at);
		char *end = NULL;
		unsigned long times = *at == ':' ? strtoul(at + 1, &end, 10) : 0;
		if (!times || (*end && *end != ' '))
			rows_fail(rows, "\"%s\" does not begin like \"_:12\"", entry);
		if (model.triples[before][letter][behind] > 0)
			rows_fail(rows, "\"%s\" twice", entry);
		add(before, letter, behind, (double)times);
		at = end;
	}
}

/* ---- The table ---- */

/* How often a triple occurs, as far as counts can tell. */
static double weight(unsigned a, unsigned b, unsigned c)
{
	double expected = model.letters[b] > 0 ? model.pairs[a][b] * model.pairs[b][c] / model.letters[b] : 0;
	return model.triples[a][b][c] + EXPECTED_WEIGHT * expected + UNSEEN;
}

/* Two triples that follow each other share two letters, and what these two say is said once. */
static double shared(unsigned left, unsigned right)
{
	double turned = model.pairs[right][left] + UNSEEN_PAIR, as_it_is = model.pairs[left][right] + UNSEEN_PAIR;
	bool letters = left != LETTER_ORDER_EDGE && right != LETTER_ORDER_EDGE;
	return letters ? log2(turned / as_it_is) / 2 : 0;
}

static int score(unsigned a, unsigned b, unsigned c)
{
	if (a >= LETTER_ORDER_OTHER || b >= LETTER_ORDER_OTHER || c >= LETTER_ORDER_OTHER || b == LETTER_ORDER_EDGE)
		return 0;
	double bits = log2(weight(c, b, a) / weight(a, b, c)) - shared(a, b) - shared(b, c);
	long eighths = lround(bits * LETTER_ORDER_BIT);
	return (int)(eighths < -INT8_MAX ? -INT8_MAX : eighths > INT8_MAX ? INT8_MAX : eighths);
}

static unsigned lead_row(uint32_t lead)
{
	if (lead >= 0xC2 && lead <= 0xC5)
		return LETTER_ORDER_LATIN;
	return lead == 0xD8 ? LETTER_ORDER_D8 : lead == 0xD9 ? LETTER_ORDER_D9 : LETTER_ORDER_NO_LEAD;
}

/* See letter_order_ends. */
static unsigned end_class(unsigned row, uint32_t byte)
{
	if (byte < 0x80 || row == LETTER_ORDER_NO_LEAD || byte >= 0xC0)
		return byte < 0x80 && byte != '\n' ? LETTER_ORDER_EDGE : LETTER_ORDER_UNKNOWN;
	if (row == LETTER_ORDER_LATIN)
		return LETTER_ORDER_EDGE;
	uint32_t cp = (row == LETTER_ORDER_D8 ? 0x0600 : 0x0640) | (byte & 0x3F);
	if (letter_order_passes(cp))
		return LETTER_ORDER_PASSED;
	unsigned class = letter_order_class(cp);
	return class == LETTER_ORDER_EDGE && !letter_order_is_sign(cp) ? LETTER_ORDER_UNKNOWN : class;
}

static void write_ends(void)
{
	printf("const uint8_t letter_order_leads[256] = {");
	for (uint32_t lead = 0; lead < 256; lead++)
		write_number(lead_row(lead), lead);
	printf("};\n\nconst uint8_t letter_order_ends[%d][256] = {\n", LETTER_ORDER_LEADS);
	for (unsigned row = 0; row < LETTER_ORDER_LEADS; row++) {
		putchar('{');
		for (uint32_t byte = 0; byte < 256; byte++)
			write_number(end_class(row, byte), byte);
		puts("},");
	}
	puts("};\n");
}

static void write_scores(void)
{
	printf("const int8_t letter_order[%d][%d][%d] = {\n", LETTER_ORDER_CLASSES, LETTER_ORDER_CLASSES, LETTER_ORDER_CLASSES);
	for (unsigned a = 0; a < LETTER_ORDER_CLASSES; a++) {
		puts("{");
		for (unsigned b = 0; b < LETTER_ORDER_CLASSES; b++) {
			putchar('{');
			for (unsigned c = 0; c < LETTER_ORDER_CLASSES; c++)
				printf("%s%d", c ? "," : "", score(a, b, c));
			puts("},");
		}
		puts("},");
	}
	puts("};");
}

static void write_table(void)
{
	puts("/* Written by gen_letter_order.c: do not edit. */\n#include \"repair/letter_order.h\"\n");
	write_ends();
	write_scores();
}

/* ---- Counting ---- */

static void count_line(const uint8_t *at, const uint8_t *end)
{
	unsigned before = LETTER_ORDER_EDGE, letter = LETTER_ORDER_EDGE;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (letter_order_passes(cp))
			continue;
		unsigned behind = letter_order_class(cp);
		if (letter != LETTER_ORDER_EDGE)
			model.triples[before][letter][behind]++;
		before = letter;
		letter = behind;
	}
}

static void write_class(unsigned class)
{
	uint8_t bytes[5] = "_";
	if (class != LETTER_ORDER_EDGE)
		bytes[utf8_encode(letter_order_character(class), bytes)] = '\0';
	fputs((const char *)bytes, stdout);
}

static void write_row(unsigned before, unsigned letter)
{
	unsigned written = 0;
	for (unsigned behind = 0; behind < LETTER_ORDER_OTHER; behind++) {
		double times = model.triples[before][letter][behind];
		if (times < SEEN_MIN)
			continue;
		if (written++ == 0) {
			write_class(before);
			putchar('\t');
			write_class(letter);
		}
		putchar(written == 1 ? '\t' : ' ');
		write_class(behind);
		printf(":%.0f", times);
	}
	if (written)
		putchar('\n');
}

static void write_counts(void)
{
	for (unsigned before = 0; before < LETTER_ORDER_OTHER; before++)
		for (unsigned letter = 1; letter < LETTER_ORDER_OTHER; letter++)
			write_row(before, letter);
}

int main(int argc, char **argv)
{
	struct rows rows;
	if (argc != 2)
		fail("usage: gen_letter_order FILE, or --count");
	if (strcmp(argv[1], "--count") == 0) {
		lines_each(count_line);
		write_counts();
	} else {
		rows_open(&rows, argv[1], COLUMNS);
		while (rows_next(&rows))
			read_row(&rows);
		write_table();
	}
	if (fflush(stdout) != 0 || ferror(stdout))
		fail("the output cannot be written");
	return EXIT_SUCCESS;
}
