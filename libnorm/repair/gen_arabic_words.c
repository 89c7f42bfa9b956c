/* SPDX-License-Identifier: MIT */
/*
 * gen_arabic_words FILE: writes arabic_word_table.c to the standard output, see arabic_words.h. The FILE says what it holds.
 * gen_arabic_words --count: writes the rows of such a FILE, with the words of the text on the standard input: UTF-8, a paragraph
 *     a line.
 */
#include "repair/gen_word_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/gen_rows.h"
#include "unicode/gen_map.h"
#include "unicode/utf8.h"

enum { TIMES, BEGINNING, WORDS, COLUMNS };
enum {
	FEH = 0x0641,
	FREQUENT = 6, /* words without feh that were counted less often are not known, … */
	SELDOM = 2,   /* … and below that they are not written */
	TIMES_MAX = 1 << 16,
	BEGINNING_LETTERS = 2,
};

struct word {
	uint8_t letters[ARABIC_WORD_MAX], len;
	unsigned times;
};

static struct {
	struct word *at;
	size_t len, cap;
} words;

static void add_word(const struct word *word)
{
	if (!memory_reserve(&words.at, &words.cap, words.len + 1, sizeof *words.at))
		fail("out of memory");
	words.at[words.len++] = *word;
}

static void clear_word(struct word *word)
{
	memset(word, 0, sizeof *word);
}

/* ---- The table ---- */

static struct {
	uint32_t *at;
	size_t len, cap;
} hashes;

static void add_hash(const uint8_t *letters, size_t len)
{
	if (!memory_reserve(&hashes.at, &hashes.cap, hashes.len + 1, sizeof *hashes.at))
		fail("out of memory");
	hashes.at[hashes.len++] = arabic_word_hash(letters, len);
}

static bool has_feh(const struct word *word)
{
	return memchr(word->letters, (int)letter_order_class(FEH), word->len);
}

static void add_hashes(const struct word *word)
{
	if (word->times < FREQUENT && !has_feh(word))
		return;
	struct arabic_starts starts = arabic_word_starts(word->letters, word->len);
	for (size_t i = 0; i < starts.count; i++)
		if (starts.at[i] == 0 || word->len - starts.at[i] >= ARABIC_STEM_MIN)
			add_hash(word->letters + starts.at[i], word->len - starts.at[i]);
}

/* Read letters into a word, up to a space or the end. */
static const char *read_letters(const struct rows *rows, const char *at, struct word *word)
{
	const uint8_t *text = (const uint8_t *)at, *end = text + strlen(at);
	while (text < end && *text != ' ') {
		uint32_t cp;
		text += utf8_decode(text, end, &cp);
		unsigned class = letter_order_class(cp);
		if (class == LETTER_ORDER_EDGE || word->len == ARABIC_WORD_MAX)
			rows_fail(rows, "\"%s\" does not begin with a word of at most %d Arabic letters", at, ARABIC_WORD_MAX);
		word->letters[word->len++] = (uint8_t)class;
	}
	return (const char *)text;
}

static unsigned read_times(const struct rows *rows)
{
	char *end;
	unsigned long times = strtoul(rows->cells[TIMES], &end, 10);
	if (*end || times == 0 || times > TIMES_MAX)
		rows_fail(rows, "\"%s\" is no number from 1 to %d", rows->cells[TIMES], TIMES_MAX);
	return (unsigned)times;
}

static void read_row(const struct rows *rows)
{
	struct word beginning = {.len = 0, .times = read_times(rows)}, word;
	if (*read_letters(rows, rows->cells[BEGINNING], &beginning) || beginning.len != BEGINNING_LETTERS)
		rows_fail(rows, "\"%s\" is not two letters", rows->cells[BEGINNING]);
	for (const char *at = rows->cells[WORDS]; *at; at += *at == ' ') {
		word = beginning;
		at = *at == '_' ? at + 1 : read_letters(rows, at, &word);
		if (*at && *at != ' ')
			rows_fail(rows, "\"%s\" is behind a word", at);
		add_hashes(&word);
		word_model_add(word.letters, word.len, word.times);
	}
}

static int compare_hashes(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return (a > b) - (a < b);
}

static void write_table(void)
{
	size_t written = 0;
	if (hashes.len == 0)
		fail("no words");
	qsort(hashes.at, hashes.len, sizeof *hashes.at, compare_hashes);
	puts("/* Written by gen_arabic_words.c: do not edit. */\n#include \"repair/arabic_words.h\"\n\nconst uint32_t news_words[] = {");
	for (size_t i = 0; i < hashes.len; i++)
		if (i == 0 || hashes.at[i] != hashes.at[i - 1])
			printf("%u,%c", (unsigned)hashes.at[i], ++written % 10 ? ' ' : '\n');
	printf("};\nconst size_t news_word_count = %zu;\n", written);
	word_model_write();
}

/* ---- Counting ---- */

static void end_word(struct word *word, size_t letters)
{
	if (letters >= ARABIC_WORD_MIN && letters <= ARABIC_WORD_MAX)
		add_word(word);
	clear_word(word);
}

static void count_line(const uint8_t *at, const uint8_t *end)
{
	struct word word = {.len = 0};
	size_t letters = 0;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		unsigned class = letter_order_class(cp);
		if (class != LETTER_ORDER_EDGE && letters++ < ARABIC_WORD_MAX)
			word.letters[word.len++] = (uint8_t)class;
		if (class == LETTER_ORDER_EDGE && !letter_order_passes(cp)) {
			end_word(&word, letters);
			letters = 0;
		}
	}
	end_word(&word, letters);
}

/* Letters are 0 behind the end, so a word stands in front of those that begin with it. */
static int compare_words(const void *left, const void *right)
{
	return memcmp(((const struct word *)left)->letters, ((const struct word *)right)->letters, ARABIC_WORD_MAX);
}

static int compare_rows(const void *left, const void *right)
{
	unsigned a = ((const struct word *)left)->times, b = ((const struct word *)right)->times;
	return a == b ? compare_words(left, right) : (a < b) - (a > b);
}

/* The largest of 1, 2, 3, 4, 6, 8, 12, 16 … that is not above `times`. */
static unsigned round_times(size_t times)
{
	unsigned power = 1;
	while (power * 2 <= times && power < TIMES_MAX)
		power *= 2;
	return power > 1 && power + power / 2 <= times ? power + power / 2 : power;
}

/* Leave each word once, with how often it was there; what is seldom is left out. */
static void count_words(void)
{
	size_t count = 0;
	qsort(words.at, words.len, sizeof *words.at, compare_words);
	for (size_t i = 0, end; i < words.len; i = end) {
		struct word word = words.at[i];
		for (end = i; end < words.len && compare_words(&word, &words.at[end]) == 0; end++)
			;
		word.times = round_times(end - i);
		if (word.times >= SELDOM || has_feh(&word))
			words.at[count++] = word;
	}
	words.len = count;
}

static void write_letters(const uint8_t *letters, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		uint8_t bytes[4];
		unsigned count = utf8_encode(letter_order_character(letters[i]), bytes);
		fwrite(bytes, 1, count, stdout);
	}
}

static bool is_same_row(const struct word *word, const struct word *before)
{
	return word->times == before->times && memcmp(word->letters, before->letters, BEGINNING_LETTERS) == 0;
}

static void write_word(const struct word *word, const struct word *before)
{
	if (before && is_same_row(word, before)) {
		putchar(' ');
	} else {
		printf("%s%u\t", before ? "\n" : "", word->times);
		write_letters(word->letters, BEGINNING_LETTERS);
		putchar('\t');
	}
	if (word->len == BEGINNING_LETTERS)
		putchar('_');
	write_letters(word->letters + BEGINNING_LETTERS, word->len - BEGINNING_LETTERS);
}

static void write_words(void)
{
	count_words();
	qsort(words.at, words.len, sizeof *words.at, compare_rows);
	for (size_t i = 0; i < words.len; i++)
		write_word(&words.at[i], i ? &words.at[i - 1] : NULL);
	putchar('\n');
}

int main(int argc, char **argv)
{
	struct rows rows;
	if (argc != 2)
		fail("usage: gen_arabic_words FILE, or --count");
	if (strcmp(argv[1], "--count") == 0) {
		lines_each(count_line);
		write_words();
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
