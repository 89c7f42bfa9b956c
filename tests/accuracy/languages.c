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
	bool likely; /* what counts languages asks, not what governs the rules */
	double target;
} rows[] = {{0, false, 99}, {5, false, 97}, {3, false, 0}, {0, true, 99}, {5, true, 97}, {3, true, 0}};

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

/* The language of a text: that of its level, or what its longest sentence is most likely in. */
static norm_language language_of(const norm_levels *levels, bool likely)
{
	norm_level whole;
	norm_sentence part;
	norm_language language = norm_levels_level(levels, 0, &whole) ? whole.language : NORM_LANGUAGE_NONE;
	size_t longest = 0;
	for (size_t i = 0; likely && norm_levels_sentence(levels, i, &part); i++) {
		if (part.end - part.start > longest)
			language = norm_levels_likely_language(levels, i);
		longest = part.end - part.start > longest ? part.end - part.start : longest;
	}
	return language;
}

static bool hear(norm_levels *levels, const struct bed_paragraph *sentence, const struct row *row, struct tally *tally)
{
	norm_sentence part;
	if (norm_levels_read(levels, sentence->text, length_of(sentence, row->words)) != NORM_OK)
		return false;
	norm_language language = language_of(levels, row->likely);
	tally->told[sentence->language][language]++;
	for (size_t i = 0; norm_levels_sentence(levels, i, &part); i++) {
		norm_language of_part = row->likely ? norm_levels_likely_language(levels, i) : part.language;
		tally->parts[sentence->language]++;
		tally->wrong_parts[sentence->language] += of_part != truth[sentence->language];
	}
	return language == truth[sentence->language];
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
		const struct bed_paragraph *sentence = &bed->at[i];
		if (hear(levels, sentence, row, &tally))
			right++;
		else if (row->target > 0 && shown++ < SHOWN_MAX)
			printf("    not %s: %.*s\n", norm_language_tag(truth[sentence->language]),
			       (int)length_of(sentence, row->words), sentence->text);
	}
	double percent = 100.0 * (double)right / (double)bed->len;
	printf("figure: %s language of ", row->likely ? "likely" : "governing");
	if (row->words)
		printf("the first %u words: ", row->words);
	else
		printf("sentences: ");
	printf("%.2f %% of %zu right\n", percent, bed->len);
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
