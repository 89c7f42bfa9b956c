/* SPDX-License-Identifier: MIT */
/*
 * How well keys and scores bring the spellings of one name together, without a gazetteer. Every name of a pool is
 * ranked against all names of the other script in it; a pool is a country, or all countries. Places are those of the
 * file of the second argument (id, country, French, Arabic), else of pairs_dev.tsv beside the source tree, which is
 * not ours to copy; `misses` as a third argument prints what went wrong, and a country there asks only about its names, among
 * all (cross_validate.sh). Without `long` every eighth pair is tried. Persons are those of persons.tsv.
 *
 *   told      the score is told the country
 *   top-1     the first of the ranking is a spelling of that name in the file
 *   recall    the two spellings of a pair share a key
 *   F1        of the pairs that are taken for one name: all those with a score from a threshold on, and, as best
 *             matches, only those that are the first in the ranking of either name
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "accuracy/name_pairs.h"
#include "libnorm/norm.h"

enum { STEPS = 100 /* of thresholds */, QUICK_STEP = 8 };

struct targets {
	double recall, top, top_global, f1;
};

struct bed_names {
	struct name_pairs pairs;
	const char *only;    /* the country that is asked about, or NULL: all */
	size_t asked;        /* pairs */
	float *scores;       /* by French, Arabic: numbers of names */
	uint8_t *same;       /* is that a pair? */
	const char **pooled; /* the country that both are in, or NULL */
};

enum pool { POOL_COUNTRY, POOL_TOLD, POOL_GLOBAL, POOLS };
static const char *const pool_names[POOLS] = {"country", "country, told,", "global"};

static size_t cell(const struct bed_names *bed, size_t french, size_t arabic)
{
	return french * bed->pairs.name_count + arabic;
}

static bool is_asked(const struct bed_names *bed, const char *country)
{
	return !bed->only || !strcmp(bed->only, country);
}

static void find_pairs(struct bed_names *bed)
{
	size_t count = bed->pairs.name_count;
	bed->scores = calloc(count * count, sizeof *bed->scores);
	bed->same = calloc(count, count);
	bed->pooled = calloc(count * count, sizeof *bed->pooled);
	if (!bed->scores || !bed->same || !bed->pooled)
		exit(EXIT_FAILURE);
	for (size_t i = 0; i < bed->pairs.len; i++) {
		const struct name_pair *pair = &bed->pairs.at[i];
		bed->same[cell(bed, pair->names[0], pair->names[1])] = 1;
		for (size_t k = 0; k < bed->pairs.len; k++)
			if (!strcmp(pair->country, bed->pairs.at[k].country))
				bed->pooled[cell(bed, pair->names[0], bed->pairs.at[k].names[1])] = pair->country;
	}
}

static void score_all(struct bed_names *bed, enum pool pool)
{
	size_t count = bed->pairs.name_count;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count; k++) {
			const struct spelling *a = &bed->pairs.names[i], *b = &bed->pairs.names[k];
			const char *country = bed->pooled[cell(bed, i, k)];
			if (!a->arabic && b->arabic && (pool == POOL_GLOBAL || country))
				bed->scores[cell(bed, i, k)] = (float)norm_name_score(a->text, a->len, b->text, b->len,
										      pool == POOL_TOLD ? country : NULL);
		}
}

/* The cell of the best name for one of a pair, of the other script (`side` is that of the name). */
static size_t find_best(const struct bed_names *bed, size_t name, int side, bool global)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < bed->pairs.name_count; i++) {
		size_t at = side == 0 ? cell(bed, name, i) : cell(bed, i, name);
		if (bed->pairs.names[i].arabic != (side == 0) || (!global && !bed->pooled[at]))
			continue;
		if (best == SIZE_MAX || bed->scores[at] > bed->scores[best])
			best = at;
	}
	return best;
}

static double measure_top(const struct bed_names *bed, int side, bool global, bool print)
{
	size_t good = 0;
	for (size_t i = 0; i < bed->pairs.len; i++) {
		const struct name_pair *pair = &bed->pairs.at[i];
		if (!is_asked(bed, pair->country))
			continue;
		size_t best = find_best(bed, pair->names[side], side, global), count = bed->pairs.name_count;
		size_t own = cell(bed, pair->names[0], pair->names[1]);
		good += bed->same[best];
		if (print && !bed->same[best])
			printf("miss: %s %s = %s %.3f, but %s = %s %.3f\n", pair->country, bed->pairs.names[own / count].text,
			       bed->pairs.names[own % count].text, (double)bed->scores[own],
			       bed->pairs.names[best / count].text, bed->pairs.names[best % count].text,
			       (double)bed->scores[best]);
	}
	return (double)good / (double)bed->asked;
}

struct counts {
	size_t good, bad;
};

static double f1(const struct counts *counts, size_t pairs)
{
	return 2.0 * (double)counts->good / (double)(counts->good + counts->bad + pairs);
}

/* Count the pairs with a score from each step of thresholds on. */
static void count_pairs(const struct bed_names *bed, bool global, bool best_only, struct counts *ret)
{
	size_t count = bed->pairs.name_count, *best[2];
	for (int side = 0; side < 2; side++) {
		best[side] = calloc(count, sizeof *best[side]);
		for (size_t i = 0; best[side] && i < count; i++)
			best[side][i] = bed->pairs.names[i].arabic == (side == 1) ? find_best(bed, i, side, global) : SIZE_MAX;
	}
	for (size_t at = 0; at < count * count; at++) {
		bool chosen = best[0][at / count] == at || best[1][at % count] == at;
		if ((!global && !bed->pooled[at]) || (bed->pooled[at] && !is_asked(bed, bed->pooled[at])) || (best_only && !chosen) || bed->scores[at] <= 0)
			continue;
		for (int step = 0; step < STEPS && (double)bed->scores[at] >= (double)step / STEPS; step++)
			*(bed->same[at] ? &ret[step].good : &ret[step].bad) += 1;
	}
	free(best[0]);
	free(best[1]);
}

static double measure_f1(const struct bed_names *bed, enum pool pool, bool best_only)
{
	struct counts counts[STEPS] = {{0, 0}};
	int best = 0, ours = (int)(NORM_NAME_SAME * STEPS + 0.5);
	count_pairs(bed, pool == POOL_GLOBAL, best_only, counts);
	for (int step = 0; step < STEPS; step++)
		if (f1(&counts[step], bed->asked) > f1(&counts[best], bed->asked))
			best = step;
	printf("figure: %s pool, F1 of %s: %.4f from %.2f on; %.4f with our threshold\n", pool_names[pool],
	       best_only ? "best matches" : "all pairs", f1(&counts[best], bed->asked), (double)best / STEPS,
	       f1(&counts[ours], bed->asked));
	return f1(&counts[ours], bed->asked);
}

static double measure_recall(const struct bed_names *bed, bool print)
{
	size_t shared = 0, keys = 0;
	for (size_t i = 0; i < bed->pairs.len; i++) {
		const struct spelling *names[2] = {&bed->pairs.names[bed->pairs.at[i].names[0]],
						   &bed->pairs.names[bed->pairs.at[i].names[1]]};
		if (!is_asked(bed, bed->pairs.at[i].country))
			continue;
		uint64_t a[NORM_NAME_KEYS], b[NORM_NAME_KEYS];
		size_t a_count = norm_name_keys(names[0]->text, names[0]->len, a, NORM_NAME_KEYS);
		size_t b_count = norm_name_keys(names[1]->text, names[1]->len, b, NORM_NAME_KEYS);
		bool found = false;
		for (size_t k = 0; k < a_count * b_count; k++)
			found |= a[k / b_count] == b[k % b_count];
		shared += found;
		keys += a_count + b_count;
		if (print && !found)
			printf("apart: %s %s\n", names[0]->text, names[1]->text);
	}
	printf("figure: %.2f keys a name\n", (double)keys / (double)bed->asked / 2);
	return (double)shared / (double)bed->asked;
}

static void release(struct bed_names *bed)
{
	free(bed->scores);
	free(bed->same);
	free(bed->pooled);
	name_pairs_release(&bed->pairs);
}

/* Returns whether what is measured reaches what it has to. */
static bool measure(struct bed_names *bed, const char *what, const struct targets *targets, bool print)
{
	for (size_t i = 0; i < bed->pairs.len; i++)
		bed->asked += is_asked(bed, bed->pairs.at[i].country);
	double recall = measure_recall(bed, print), f1[POOLS], top[POOLS];
	printf("figure: %s: %zu pairs, key recall %.4f\n", what, bed->asked, recall);
	find_pairs(bed);
	for (enum pool pool = 0; pool < POOLS; pool++) {
		score_all(bed, pool);
		double french = measure_top(bed, 0, pool == POOL_GLOBAL, print && pool == POOL_COUNTRY);
		double arabic = measure_top(bed, 1, pool == POOL_GLOBAL, print && pool == POOL_COUNTRY);
		printf("figure: %s, %s pool, top-1 of French names %.4f, of Arabic names %.4f\n", what, pool_names[pool], french,
		       arabic);
		top[pool] = french < arabic ? french : arabic;
		f1[pool] = measure_f1(bed, pool, false);
		measure_f1(bed, pool, true);
	}
	release(bed);
	return recall >= targets->recall && top[POOL_COUNTRY] >= targets->top && top[POOL_GLOBAL] >= targets->top_global &&
	       f1[POOL_COUNTRY] >= targets->f1;
}

static bool measure_places(int argc, char **argv, const char *path)
{
	static const struct targets targets = {.recall = 0.92, .top = 0.95, .top_global = 0.90, .f1 = 0.87};
	const char *third = argc > 3 ? argv[3] : "";
	struct bed_names bed = {.only = strlen(third) == 2 ? third : NULL};
	if (!name_pairs_read(&bed.pairs, argc > 2 ? argv[2] : path, 1, bed_is_long(argc, argv) ? 1 : QUICK_STEP)) {
		printf("no %s here\n", argc > 2 ? argv[2] : path);
		exit(BED_SKIPPED);
	}
	return measure(&bed, "places", &targets, !strcmp(third, "misses"));
}

static bool measure_persons(const char *path, bool print)
{
	static const struct targets targets = {.recall = 0.90, .top = 0.95, .top_global = 0.95, .f1 = 0.90};
	struct bed_names bed = {0};
	return name_pairs_read(&bed.pairs, path, 0, 1) && measure(&bed, "persons", &targets, print);
}

int main(int argc, char **argv)
{
	char places[4096], persons[4096];
	const char *top = getenv("top_srcdir");
	snprintf(places, sizeof places, "%s/../shared/places/pairs_dev.tsv", top ? top : ".");
	snprintf(persons, sizeof persons, "%s/tests/accuracy/persons.tsv", top ? top : ".");
	bool good = measure_persons(persons, argc > 3 && !strcmp(argv[3], "misses"));
	good &= measure_places(argc, argv, places);
	printf("%d passed, %d failed\n", good, !good);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
