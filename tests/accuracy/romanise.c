/* SPDX-License-Identifier: MIT */
/*
 * How well names are written in the other script, by rules alone. The names are those of the file of the second argument (id,
 * country, French, Arabic), else pairs_dev.tsv beside the source tree, which is not ours to copy. Figures are by country:
 *
 *   exact     the first proposal is the name as the file has it, but for case and accents; "of 6": one of the proposals is
 *   CER       edits that make the first proposals the names, over the letters of these: as written, with case folded, and with
 *             accents folded, too
 *   mean      of the confidence of the first proposals: where it tells the truth, it is what "exact" is
 *
 * "unseen": without the Arabic names that stand in data/places/romanise-pairs.tsv, from which the model was trained. Of these,
 * and as written, the names of Algeria have to reach CER_MOST both ways.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "accuracy/name_pairs.h"
#include "libnorm/norm.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { LETTERS = 256, COUNTRIES = 64, LEAST = 10 };
#define CER_MOST 0.20
enum fold { AS_WRITTEN, CASE, ACCENTS, FOLDS };

struct figures {
	char country[3];
	size_t names, exact, offered, letters, edits[FOLDS];
	double confidence;
};

struct letters {
	uint32_t at[LETTERS];
	size_t len;
};

static void fold_letters(const char *text, enum fold fold, struct letters *ret)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text);
	ret->len = 0;
	while (at < end && ret->len < LETTERS) {
		uint32_t cp;
		const uint32_t *folded = &cp;
		at += utf8_decode(at, end, &cp);
		if (fold == ACCENTS)
			cpmap_get(&latin_accents, cp, &folded);
		cp = *folded;
		if (fold >= CASE)
			cpmap_get(&unicode_casefold, cp, &folded);
		ret->at[ret->len++] = *folded;
	}
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t distance(const char *a_text, const char *b_text, enum fold fold)
{
	struct letters a, b;
	size_t row[LETTERS + 1];
	fold_letters(a_text, fold, &a);
	fold_letters(b_text, fold, &b);
	for (size_t k = 0; k <= b.len; k++)
		row[k] = k;
	for (size_t i = 0; i < a.len; i++) {
		size_t corner = row[0];
		row[0] = i + 1;
		for (size_t k = 0; k < b.len; k++) {
			size_t above = row[k + 1];
			row[k + 1] = least(least(row[k], above) + 1, corner + (a.at[i] != b.at[k]));
			corner = above;
		}
	}
	return row[b.len];
}

static struct figures *figures_of(struct figures *all, const char *country)
{
	for (size_t i = 0; i < COUNTRIES; i++) {
		if (!all[i].names)
			memcpy(all[i].country, country, sizeof all[i].country);
		if (!strcmp(all[i].country, country))
			return &all[i];
	}
	fputs("too many countries\n", stderr);
	exit(EXIT_FAILURE);
}

static void measure(norm_romaniser *romaniser, const struct name_pair *pair, const struct name_pairs *pairs, bool arabise,
		    bool print, struct figures *all)
{
	const struct spelling *source = &pairs->names[pair->names[!arabise]], *wanted = &pairs->names[pair->names[arabise]];
	struct figures *ret = figures_of(all, pair->country);
	norm_proposal proposal = {.text = ""}, first;
	if ((arabise ? norm_arabise : norm_romanise)(romaniser, source->text, source->len) != NORM_OK)
		exit(EXIT_FAILURE);
	norm_romaniser_proposal(romaniser, 0, &proposal);
	first = proposal;
	bool exact = !distance(first.text, wanted->text, ACCENTS), offered = exact;
	for (size_t i = 1; norm_romaniser_proposal(romaniser, i, &proposal); i++)
		offered |= !distance(proposal.text, wanted->text, ACCENTS);
	struct letters letters;
	fold_letters(wanted->text, AS_WRITTEN, &letters);
	ret->names++;
	ret->exact += exact;
	ret->offered += offered;
	ret->letters += letters.len;
	ret->confidence += first.confidence;
	for (enum fold fold = AS_WRITTEN; fold < FOLDS; fold++)
		ret->edits[fold] += distance(first.text, wanted->text, fold);
	if (print && !exact)
		printf("miss: %s %s: %s, not %s\n", pair->country, source->text, first.text, wanted->text);
}

static bool is_seen(const struct name_pairs *trained, const struct spelling *name)
{
	for (size_t i = 0; i < trained->name_count; i++)
		if (trained->names[i].arabic && !strcmp(trained->names[i].text, name->text))
			return true;
	return false;
}

static void print_figures(const struct figures *all, const char *what)
{
	for (size_t i = 0; i < COUNTRIES && all[i].names; i++) {
		const struct figures *at = &all[i];
		double names = (double)at->names, letters = (double)at->letters;
		if (at->names < LEAST)
			continue;
		printf("figure: %s %s: %zu names, exact %.1f %%, of 6 %.1f %%, mean %.1f %%, CER %.4f, case folded %.4f, accents folded %.4f\n",
		       what, at->country, at->names, 100 * (double)at->exact / names, 100 * (double)at->offered / names,
		       100 * at->confidence / names, (double)at->edits[AS_WRITTEN] / letters,
		       (double)at->edits[CASE] / letters, (double)at->edits[ACCENTS] / letters);
	}
}

static bool reaches(const struct figures *all, const char *country)
{
	for (size_t i = 0; i < COUNTRIES && all[i].names; i++)
		if (!strcmp(all[i].country, country))
			return (double)all[i].edits[AS_WRITTEN] <= CER_MOST * (double)all[i].letters;
	return false;
}

static bool run(const struct name_pairs *pairs, const struct name_pairs *trained, bool arabise, bool print)
{
	struct figures all[COUNTRIES] = {0}, unseen[COUNTRIES] = {0};
	for (size_t i = 0; i < pairs->len; i++) {
		const struct name_pair *pair = &pairs->at[i];
		norm_romaniser *romaniser;
		if (norm_romaniser_new(pair->country[0] ? pair->country : NULL, NULL, &romaniser) != NORM_OK)
			exit(EXIT_FAILURE);
		bool seen = is_seen(trained, &pairs->names[pair->names[1]]);
		measure(romaniser, pair, pairs, arabise, print && !seen, all);
		if (!seen)
			measure(romaniser, pair, pairs, arabise, false, unseen);
		norm_romaniser_free(romaniser);
	}
	print_figures(all, arabise ? "arabise" : "romanise");
	print_figures(unseen, arabise ? "arabise, unseen" : "romanise, unseen");
	return reaches(unseen, "DZ");
}

int main(int argc, char **argv)
{
	struct name_pairs pairs = {0}, trained = {0};
	char path[4096], training[4096];
	const char *top = getenv("top_srcdir");
	bool print = argc > 3 && !strcmp(argv[3], "misses");
	snprintf(path, sizeof path, "%s/../shared/places/pairs_dev.tsv", top ? top : ".");
	snprintf(training, sizeof training, "%s/data/places/romanise-pairs.tsv", top ? top : ".");
	if (!name_pairs_read(&trained, training, 0, 1)) {
		printf("no %s here\n", training);
		return EXIT_FAILURE;
	}
	if (!name_pairs_read(&pairs, argc > 2 ? argv[2] : path, 1, 1)) {
		printf("no %s here\n", argc > 2 ? argv[2] : path);
		return BED_SKIPPED;
	}
	int failed = 0;
	for (int arabise = 0; arabise < 2; arabise++)
		failed += !run(&pairs, &trained, arabise, print);
	name_pairs_release(&pairs);
	name_pairs_release(&trained);
	printf("%d passed, %d failed\n", 2 - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
