/* SPDX-License-Identifier: MIT */
/*
 * Letters are counted once for each word of the list, however often it was seen: what words ask is how letters go on in words that
 * are not in the list, and these are rare ones.
 */
#include "repair/gen_word_model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "unicode/gen_map.h"

enum { PAD = WORD_MODEL_GRAM - 1, CLASSES = LETTER_ORDER_OTHER };

/* How much what fewer letters say weighs against the counts: as if it had been seen so often. */
#define PRIOR 6.0
#define UNSEEN 0.5

/* Four letters, or three; and how often they were there. */
struct gram {
	uint8_t letters[WORD_MODEL_GRAM];
	unsigned times;
};

struct grams {
	struct gram *at;
	size_t len, cap;
};

static struct {
	struct grams fours, threes; /* `threes` are what stands in front of a letter */
	double triples[CLASSES][CLASSES][CLASSES], behind_two[CLASSES][CLASSES];
	double pairs[CLASSES][CLASSES], behind_one[CLASSES];
	double letters[CLASSES], all;
} model;

static struct {
	uint32_t *at;
	size_t len, cap;
} entries;

static void add_gram(struct grams *grams, const uint8_t *letters, size_t len)
{
	if (!memory_reserve(&grams->at, &grams->cap, grams->len + 1, sizeof *grams->at))
		fail("out of memory");
	struct gram gram = {.times = 1};
	memcpy(gram.letters, letters, len);
	grams->at[grams->len++] = gram;
}

/* An amount of bits as it is written. */
static long eighths(double bits, long max)
{
	long value = lround(bits * LETTER_ORDER_BIT);
	return value < max ? value : max;
}

static void add_entry(enum word_model_kind kind, const uint8_t *letters, size_t len, double bits)
{
	if (!memory_reserve(&entries.at, &entries.cap, entries.len + 1, sizeof *entries.at))
		fail("out of memory");
	entries.at[entries.len++] = word_model_key(kind, letters, len) | (uint32_t)eighths(bits, WORD_MODEL_VALUE_MAX);
}

/* ---- Counting ---- */

static void count_letter(const uint8_t *letters)
{
	uint8_t second = letters[1], third = letters[2], last = letters[3];
	add_gram(&model.fours, letters, WORD_MODEL_GRAM);
	add_gram(&model.threes, letters, PAD);
	model.triples[second][third][last]++;
	model.behind_two[second][third]++;
	model.pairs[third][last]++;
	model.behind_one[third]++;
	model.letters[last]++;
	model.all++;
}

void word_model_add(const uint8_t *letters, size_t len, unsigned times)
{
	uint8_t padded[PAD + ARABIC_WORD_MAX + 1] = {LETTER_ORDER_EDGE}, root[ARABIC_WORD_MAX];
	memcpy(padded + PAD, letters, len);
	for (size_t i = 0; i <= len; i++)
		count_letter(padded + i);
	add_entry(WORD_MODEL_WORD, letters, len, log2(times));
	size_t root_len = word_model_root(letters, len, root);
	if (root_len >= WORD_MODEL_ROOT_MIN)
		add_entry(WORD_MODEL_ROOT, root, root_len, 0);
}

static int compare_grams(const void *left, const void *right)
{
	return memcmp(((const struct gram *)left)->letters, ((const struct gram *)right)->letters, WORD_MODEL_GRAM);
}

/* Leave each once, with how often it was there. */
static void merge(struct grams *grams)
{
	size_t count = 0;
	qsort(grams->at, grams->len, sizeof *grams->at, compare_grams);
	for (size_t i = 0; i < grams->len; i++)
		if (count > 0 && compare_grams(&grams->at[count - 1], &grams->at[i]) == 0)
			grams->at[count - 1].times++;
		else
			grams->at[count++] = grams->at[i];
	grams->len = count;
}

/* ---- Tables ---- */

/* How likely the last letter is behind two others. */
static double behind_two(unsigned first, unsigned second, unsigned last)
{
	double alone = (model.letters[last] + UNSEEN) / (model.all + UNSEEN * CLASSES);
	double behind_one = (model.pairs[second][last] + PRIOR * alone) / (model.behind_one[second] + PRIOR);
	return (model.triples[first][second][last] + PRIOR * behind_one) / (model.behind_two[first][second] + PRIOR);
}

/* How often what stands in front of the last letter was there. */
static unsigned times_in_front(const struct gram *four)
{
	struct gram context = {.times = 0};
	memcpy(context.letters, four->letters, PAD);
	const struct gram *found = bsearch(&context, model.threes.at, model.threes.len, sizeof context, compare_grams);
	return found ? found->times : 0;
}

static void add_letters(void)
{
	merge(&model.fours);
	merge(&model.threes);
	for (size_t i = 0; i < model.fours.len; i++) {
		const struct gram *four = &model.fours.at[i];
		const uint8_t *letters = four->letters;
		double likely = four->times + PRIOR * behind_two(letters[1], letters[2], letters[3]);
		add_entry(WORD_MODEL_LETTERS, letters, WORD_MODEL_GRAM, -log2(likely / (times_in_front(four) + PRIOR)));
	}
	for (size_t i = 0; i < model.threes.len; i++)
		add_entry(WORD_MODEL_CONTEXT, model.threes.at[i].letters, PAD, log2((model.threes.at[i].times + PRIOR) / PRIOR));
}

static int compare_entries(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return (a > b) - (a < b);
}

/* Of entries that have the same hash the one with the largest value is left. */
static void write_entries(void)
{
	size_t written = 0;
	qsort(entries.at, entries.len, sizeof *entries.at, compare_entries);
	puts("\nconst uint32_t word_model_entries[] = {");
	for (size_t i = 0; i < entries.len; i++)
		if (i + 1 == entries.len || (entries.at[i] ^ entries.at[i + 1]) > WORD_MODEL_VALUE_MAX)
			printf("%u,%c", (unsigned)entries.at[i], ++written % 10 ? ' ' : '\n');
	printf("};\nconst size_t word_model_entry_count = %zu;\n", written);
}

static void write_triples(void)
{
	printf("\nconst uint8_t word_model_triples[%d][%d][%d] = {\n", CLASSES, CLASSES, CLASSES);
	for (unsigned first = 0; first < CLASSES; first++) {
		puts("{");
		for (unsigned second = 0; second < CLASSES; second++) {
			putchar('{');
			for (unsigned last = 0; last < CLASSES; last++)
				printf("%s%ld", last ? "," : "", eighths(-log2(behind_two(first, second, last)), UINT8_MAX));
			puts("},");
		}
		puts("},");
	}
	puts("};");
}

void word_model_write(void)
{
	add_letters();
	write_entries();
	write_triples();
}
