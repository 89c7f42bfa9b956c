/* SPDX-License-Identifier: MIT */
/* Which language the library hears in sentences of news, each read alone, and in their first words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "libnorm/norm.h"

enum { LANGUAGES = NORM_LANGUAGE_ENGLISH + 1, SHOWN_MAX = 10 };

/* Lengths in words, 0: whole sentences; and what has to be right, in percent. */
static const struct row {
	unsigned words;
	double target;
} rows[] = {{0, 99}, {5, 97}, {3, 0}, {1, 0}};

struct tally {
	size_t told[2][LANGUAGES]; /* [true language][what it was called] */
	size_t parts[2];           /* sentences of the library in all texts, … */
	size_t wrong_parts[2];     /* … and those in another language than the text: names, quotations, mistakes */
};

static const norm_language truth[] = {[BED_FRENCH] = NORM_LANGUAGE_FRENCH, [BED_ARABIC] = NORM_LANGUAGE_ARABIC};

/* The bytes of the first `words` words, which white space parts; all of them for 0. */
static size_t length_of(const struct bed_paragraph *sentence, unsigned words)
{
	const char *at = sentence->text;
	if (!words)
		return sentence->len;
	for (; words && *at; words--) {
		at += strspn(at, " ");
		at += strcspn(at, " ");
	}
	return (size_t)(at - sentence->text);
}

static bool hear(norm_levels *levels, const struct bed_paragraph *sentence, size_t len, struct tally *tally)
{
	norm_level whole;
	norm_sentence part;
	if (norm_levels_read(levels, sentence->text, len) != NORM_OK || !norm_levels_level(levels, 0, &whole))
		return false;
	tally->told[sentence->language][whole.language]++;
	for (size_t i = 0; norm_levels_sentence(levels, i, &part); i++) {
		tally->parts[sentence->language]++;
		tally->wrong_parts[sentence->language] += part.language != truth[sentence->language];
	}
	return whole.language == truth[sentence->language];
}

static void print_tally(const struct tally *tally)
{
	for (size_t language = 0; language < 2; language++) {
		printf("    %s:", norm_language_tag(truth[language]));
		for (size_t told = 0; told < LANGUAGES; told++)
			if (tally->told[language][told])
				printf(" %zu %s,", tally->told[language][told], norm_language_tag((norm_language)told));
		printf(" of %zu sentences in them %zu in another\n", tally->parts[language], tally->wrong_parts[language]);
	}
}

static bool measure(norm_levels *levels, const struct bed *bed, const struct row *row)
{
	struct tally tally = {0};
	size_t right = 0, shown = 0;
	for (size_t i = 0; i < bed->len; i++) {
		size_t len = length_of(&bed->at[i], row->words);
		if (hear(levels, &bed->at[i], len, &tally))
			right++;
		else if (row->target > 0 && shown++ < SHOWN_MAX)
			printf("    not %s: %.*s\n", norm_language_tag(truth[bed->at[i].language]), (int)len, bed->at[i].text);
	}
	double percent = 100.0 * (double)right / (double)bed->len;
	if (row->words)
		printf("figure: language of the first %u words: %.2f %% of %zu right\n", row->words, percent, bed->len);
	else
		printf("figure: language of sentences: %.2f %% of %zu right\n", percent, bed->len);
	print_tally(&tally);
	return percent >= row->target;
}

int main(void)
{
	struct bed bed = {0};
	norm_profile *profile = NULL;
	norm_levels *levels = NULL;
	size_t passed = 0;
	const size_t all = sizeof rows / sizeof rows[0];
	if (!bed_read_sentences(&bed)) {
		printf("no corpus here\n");
		return BED_SKIPPED;
	}
	if (norm_profile_parse(NULL, "", 0, &profile, NULL) != NORM_OK || norm_levels_new(profile, &levels) != NORM_OK)
		return EXIT_FAILURE;
	for (size_t i = 0; i < all; i++)
		passed += measure(levels, &bed, &rows[i]);
	printf("%zu passed, %zu failed\n", passed, all - passed);
	norm_levels_free(levels);
	norm_profile_free(profile);
	bed_release(&bed);
	return passed == all ? EXIT_SUCCESS : EXIT_FAILURE;
}
