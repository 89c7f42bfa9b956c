/* SPDX-License-Identifier: MIT */
/*
 * gen_romanise NAME FILE: writes a table of NAME_model to the standard output, see romanise_model.h. The FILE is of
 * train-romaniser.py.
 */
#include "places/romanise_model.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/gen_rows.h"
#include "unicode/utf8.h"

enum { KIND, KEY, STEP, LIST, COLUMNS };
enum {
	TEMPLATES_MAX = 80,
	OPTIONS_MAX = 512,
	CHOICES_MAX = 8192,
	CHUNKS_MAX = 256,
	TEXT_MAX = ROMANISE_TEXT_MAX,
	KEY_MAX = 16,
	FEATURES_MAX = 1 << 17,
	WEIGHTS_MAX = 1 << 18,
	SEEDS = 10000
};

struct feature {
	uint32_t key[KEY_MAX], hash;
	unsigned length, first, count;
};

struct model {
	struct rows rows;
	char templates[TEMPLATES_MAX][3][TEXT_MAX]; /* step, name, atoms */
	struct romanise_options options[OPTIONS_MAX];
	uint8_t choices[CHOICES_MAX];
	char chunks[CHUNKS_MAX][TEXT_MAX];
	struct feature features[FEATURES_MAX];
	struct romanise_weight weights[WEIGHTS_MAX];
	unsigned template_count, option_count, choice_count, chunk_count, feature_count, weight_count;
};

/* ---- Reading ---- */

/* A cell as text: _ stands for a space, 0 for nothing. */
static void read_text(const struct rows *rows, const char *cell, size_t len, char *ret)
{
	if (len >= TEXT_MAX)
		rows_fail(rows, "\"%.*s\" is too long", (int)len, cell);
	bool none = len == 1 && cell[0] == '0';
	for (size_t i = 0; i < len; i++)
		ret[i] = cell[i] == '_' ? ' ' : cell[i];
	ret[none ? 0 : len] = '\0';
}

static unsigned read_code_points(const struct rows *rows, const char *cell, uint32_t *ret, unsigned max)
{
	const uint8_t *at = (const uint8_t *)cell, *end = at + strlen(cell);
	unsigned count = 0;
	for (; at < end; count++) {
		if (count == max)
			rows_fail(rows, "\"%s\" is too long", cell);
		at += utf8_decode(at, end, &ret[count]);
		if (ret[count] == '_')
			ret[count] = ' ';
	}
	return count;
}

static uint8_t find_chunk(struct model *model, const char *cell, size_t len)
{
	char text[TEXT_MAX];
	read_text(&model->rows, cell, len, text);
	unsigned chunk = 0;
	while (chunk < model->chunk_count && strcmp(model->chunks[chunk], text) != 0)
		chunk++;
	if (chunk == CHUNKS_MAX)
		rows_fail(&model->rows, "more than %d chunks", CHUNKS_MAX);
	if (chunk == model->chunk_count)
		memcpy(model->chunks[model->chunk_count++], text, sizeof text);
	return (uint8_t)chunk;
}

static void add_template(struct model *model)
{
	if (model->template_count == TEMPLATES_MAX || strlen(model->rows.cells[LIST]) >= TEXT_MAX - 2)
		rows_fail(&model->rows, "a template too many, or too long");
	for (unsigned i = 0; i < 3; i++)
		if (snprintf(model->templates[model->template_count][i], TEXT_MAX, "%s", model->rows.cells[i + 1]) >= TEXT_MAX)
			rows_fail(&model->rows, "\"%s\" is too long", model->rows.cells[i + 1]);
	model->template_count++;
}

static void add_options(struct model *model)
{
	struct romanise_options *options = &model->options[model->option_count++];
	if (model->option_count == OPTIONS_MAX)
		rows_fail(&model->rows, "more than %d symbols", OPTIONS_MAX);
	read_code_points(&model->rows, model->rows.cells[KEY], &options->symbol, 1);
	options->step = model->rows.cells[STEP][0];
	options->first = (uint16_t)model->choice_count;
	for (char *at = model->rows.cells[LIST]; *at; options->count++) {
		size_t len = strcspn(at, " ");
		if (model->choice_count == CHOICES_MAX || options->count == UINT8_MAX)
			rows_fail(&model->rows, "too many choices");
		model->choices[model->choice_count++] = find_chunk(model, at, len);
		at += len + (at[len] == ' ');
	}
	const struct romanise_options *before = options - 1;
	if (options > model->options &&
	    (before->step > options->step || (before->step == options->step && before->symbol >= options->symbol)))
		rows_fail(&model->rows, "out of order");
}

static void add_weights(struct model *model)
{
	if (model->feature_count == FEATURES_MAX)
		rows_fail(&model->rows, "more than %d features", FEATURES_MAX);
	struct feature *feature = &model->features[model->feature_count++];
	feature->length = read_code_points(&model->rows, model->rows.cells[KEY], feature->key, KEY_MAX);
	feature->first = model->weight_count;
	for (char *at = model->rows.cells[LIST], *end; *at; at = end + (*end == ' ')) {
		size_t len = strcspn(at, ":");
		if (model->weight_count == WEIGHTS_MAX || ++feature->count > UINT8_MAX)
			rows_fail(&model->rows, "too many weights");
		struct romanise_weight *weight = &model->weights[model->weight_count++];
		weight->choice = find_chunk(model, at, len);
		long value = at[len] ? strtol(at + len + 1, &end, 10) : 0;
		if (value == 0 || value < -127 || value > 127 || (*end && *end != ' '))
			rows_fail(&model->rows, "no weight at \"%s\"", at);
		weight->weight = (int8_t)value;
	}
}

static void read_model(struct model *model, const char *path)
{
	rows_open(&model->rows, path, COLUMNS);
	while (rows_next(&model->rows)) {
		switch (model->rows.cells[KIND][0]) {
		case 't':
			add_template(model);
			break;
		case 'c':
			add_options(model);
			break;
		case 'w':
			add_weights(model);
			break;
		default:
			rows_fail(&model->rows, "there is no kind \"%s\"", model->rows.cells[KIND]);
		}
	}
}

/* ---- Hashes ---- */

static int compare(const void *a, const void *b)
{
	uint32_t first = ((const struct feature *)a)->hash, second = ((const struct feature *)b)->hash;
	return (first > second) - (first < second);
}

/* Sort the features by their hash. False where two have the same. */
static bool hash_features(struct model *model, uint32_t seed)
{
	for (unsigned i = 0; i < model->feature_count; i++) {
		struct feature *feature = &model->features[i];
		uint32_t hash = seed;
		for (unsigned k = 0; k < feature->length; k++)
			hash = romanise_mix(hash, feature->key[k]);
		feature->hash = hash >> (32 - ROMANISE_BUCKET_BITS - ROMANISE_FEATURE_BITS);
	}
	qsort(model->features, model->feature_count, sizeof *model->features, compare);
	for (unsigned i = 1; i < model->feature_count; i++)
		if (model->features[i].hash == model->features[i - 1].hash)
			return false;
	return true;
}

static uint32_t find_seed(struct model *model)
{
	for (uint32_t seed = 1; seed < SEEDS; seed++)
		if (hash_features(model, seed))
			return seed;
	rows_fail(&model->rows, "too many features for their hashes");
}

/* ---- Writing ---- */

static void write_features(const struct model *model)
{
	puts("static const uint16_t features[] = {");
	for (unsigned i = 0; i < model->feature_count; i++)
		printf("%u,%s", (unsigned)(model->features[i].hash & ((1u << ROMANISE_FEATURE_BITS) - 1)), i % 16 == 15 ? "\n" : "");
	puts("};\nstatic const uint8_t counts[] = {");
	for (unsigned i = 0; i < model->feature_count; i++)
		printf("%u,%s", model->features[i].count, i % 32 == 31 ? "\n" : "");
	puts("};\nstatic const struct romanise_weight weights[] = {");
	for (unsigned i = 0; i < model->feature_count; i++) {
		const struct feature *feature = &model->features[i];
		for (unsigned k = feature->first; k < feature->first + feature->count; k++)
			printf("{%u,%d},", model->weights[k].choice, model->weights[k].weight);
		putchar('\n');
	}
	puts("};");
}

static void write_buckets(const struct model *model)
{
	unsigned feature = 0, weight = 0;
	puts("static const struct romanise_bucket buckets[ROMANISE_BUCKETS + 1] = {");
	for (unsigned bucket = 0; bucket <= ROMANISE_BUCKETS; bucket++) {
		for (; feature < model->feature_count && model->features[feature].hash >> ROMANISE_FEATURE_BITS < bucket; feature++)
			weight += model->features[feature].count;
		printf("{%u,%u},%s", feature, weight, bucket % 8 == 7 ? "\n" : "");
	}
	puts("};");
}

static void write_options(const struct model *model)
{
	puts("static const struct romanise_template templates[] = {");
	for (unsigned i = 0; i < model->template_count; i++) /* the name of a template may be anything but ' and \ */
		printf("\t{'%c', '%c', \"%s\"},\n", model->templates[i][1][0], model->templates[i][0][0], model->templates[i][2]);
	puts("};\nstatic const struct romanise_options options[] = {");
	for (unsigned i = 0; i < model->option_count; i++) {
		const struct romanise_options *at = &model->options[i];
		printf("\t{0x%04X, '%c', %u, %u},\n", (unsigned)at->symbol, at->step, at->count, at->first);
	}
	puts("};\nstatic const uint8_t choices[] = {");
	for (unsigned i = 0; i < model->choice_count; i++)
		printf("%u,%s", model->choices[i], i % 32 == 31 ? "\n" : "");
	puts("};\nstatic const char chunks[][ROMANISE_TEXT_MAX] = {");
	for (unsigned i = 0; i < model->chunk_count; i++)
		printf("\t\"%s\",\n", model->chunks[i]);
	puts("};");
}

int main(int argc, char **argv)
{
	static struct model model;
	if (argc != 3) {
		fputs("usage: gen_romanise NAME FILE\n", stderr);
		return EXIT_FAILURE;
	}
	read_model(&model, argv[2]);
	uint32_t seed = find_seed(&model);
	puts("/* Written by gen_romanise.c: do not edit. */\n#include \"places/romanise_model.h\"\n");
	write_options(&model);
	write_features(&model);
	write_buckets(&model);
	printf("const struct romanise_model %s_model = {\n", argv[1]);
	puts("\ttemplates, buckets, features, counts, weights, options, choices, chunks,");
	printf("\t%u, %u, %u\n};\n", model.template_count, model.option_count, (unsigned)seed);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
