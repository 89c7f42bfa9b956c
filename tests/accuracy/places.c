/* SPDX-License-Identifier: MIT */
/*
 * Places in the news, for reading: precision and recall are judged by people.
 *
 *     places                       every match is what it says, over all of the news (`make check')
 *     places read fr|ar N SEED     N random documents with their matches: [name|id|confidence]
 *     places list fr|ar N SEED     the matches of as many, one a line, with what stands around
 *     places text < FILE           the matches of a text, marked in it
 *     places speed fr|ar           MB/s
 *
 * NORM_PLACE_TABLES names tables to use instead of the gazetteer, separated by spaces.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "accuracy/bed.h"
#include "base/buffer.h"
#include "libnorm/place_finder.h"
#include "places/fold.h"
#include "property/random.h"
#include "support/table_gazetteer.h"

enum { CONTEXT = 40 };

struct documents {
	struct bed bed;
	size_t *first; /* paragraphs of each; one more at the end */
	size_t count;
};

static void read_documents(struct documents *ret, enum bed_language language)
{
	*ret = (struct documents){.count = 0};
	if (!bed_read_news(&ret->bed, language, BED_EVEN) || !bed_read_news(&ret->bed, language, BED_ODD)) {
		fputs("no corpus here\n", stderr);
		exit(BED_SKIPPED);
	}
	ret->first = calloc(ret->bed.len + 1, sizeof *ret->first);
	if (!ret->first)
		abort();
	for (size_t i = 0; i < ret->bed.len; i++)
		if (i == 0 || ret->bed.at[i].document != ret->bed.at[i - 1].document)
			ret->first[ret->count++] = i;
	ret->first[ret->count] = ret->bed.len;
}

static void release_documents(struct documents *documents)
{
	bed_release(&documents->bed);
	free(documents->first);
}

static void get_text(const struct documents *documents, size_t index, struct buffer *ret)
{
	ret->len = 0;
	for (size_t i = documents->first[index]; i < documents->first[index + 1]; i++) {
		buffer_append(ret, documents->bed.at[i].text, documents->bed.at[i].len);
		buffer_append(ret, "\n", 1);
	}
}

/* ---- For reading ---- */

typedef void print_fn(const norm_gazetteer *gazetteer, const norm_place_finder *finder, const struct buffer *text);

static void print_marked(const norm_gazetteer *gazetteer, const norm_place_finder *finder, const struct buffer *text)
{
	norm_place_match match;
	norm_place place;
	size_t at = 0;
	for (size_t i = 0; norm_place_finder_match(finder, i, &match); i++) {
		norm_gazetteer_place(gazetteer, match.place, &place);
		printf("%.*s[%.*s|%s|%.2f]", (int)(match.start - at), text->at + at, (int)(match.end - match.start),
		       text->at + match.start, place.id, match.confidence);
		at = match.end;
	}
	printf("%.*s", (int)(text->len - at), text->at + at);
}

static size_t character_border(const struct buffer *text, size_t at)
{
	while (at < text->len && (text->at[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* A stretch of the text on one line. */
static void print_line(const struct buffer *text, size_t start, size_t end)
{
	for (size_t i = character_border(text, start); i < end; i++)
		putchar(text->at[i] == '\n' ? '/' : text->at[i]);
}

static void print_list(const norm_gazetteer *gazetteer, const norm_place_finder *finder, const struct buffer *text)
{
	norm_place_match match;
	norm_place place;
	for (size_t i = 0; norm_place_finder_match(finder, i, &match); i++) {
		size_t start = match.start > CONTEXT ? match.start - CONTEXT : 0;
		size_t end = match.end + CONTEXT < text->len ? match.end + CONTEXT : text->len;
		norm_gazetteer_place(gazetteer, match.place, &place);
		printf("%.2f\t%s\t", match.confidence, place.id);
		print_line(text, start, match.start);
		printf("[");
		print_line(text, match.start, match.end);
		printf("]");
		print_line(text, match.end, character_border(text, end));
		putchar('\n');
	}
}

static void print_random(const norm_gazetteer *gazetteer, norm_place_finder *finder, enum bed_language language, unsigned count,
			 unsigned seed, print_fn *print)
{
	struct documents documents;
	struct buffer text = {0};
	read_documents(&documents, language);
	struct random random = {.state = seed};
	for (unsigned i = 0; i < count; i++) {
		size_t index = random_below(&random, documents.count);
		get_text(&documents, index, &text);
		norm_place_finder_read(finder, (const char *)text.at, text.len);
		printf("=== %zu\n", index);
		print(gazetteer, finder, &text);
	}
	buffer_release(&text);
	release_documents(&documents);
}

static void print_text(const norm_gazetteer *gazetteer, norm_place_finder *finder)
{
	struct buffer text = {0};
	size_t got = 1;
	while (got && buffer_reserve(&text, 65536))
		text.len += got = fread(text.at + text.len, 1, 65536, stdin);
	norm_place_finder_read(finder, (const char *)text.at, text.len);
	print_marked(gazetteer, finder, &text);
	buffer_release(&text);
}

/* ---- For the machine ---- */

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t count_matches(const norm_place_finder *finder)
{
	norm_place_match match;
	size_t count = 0;
	while (norm_place_finder_match(finder, count, &match))
		count++;
	return count;
}

/* Document by document, as they are read in use. */
static void print_speed(norm_place_finder *finder, enum bed_language language)
{
	enum { ROUNDS = 5 };
	struct documents documents;
	struct buffer text = {0};
	double best = 1e9;
	size_t bytes = 0, matches = 0;
	read_documents(&documents, language);
	for (int round = 0; round < ROUNDS; round++) {
		double seconds = 0;
		bytes = matches = 0;
		for (size_t i = 0; i < documents.count; i++) {
			get_text(&documents, i, &text);
			double start = now();
			norm_place_finder_read(finder, (const char *)text.at, text.len);
			seconds += now() - start;
			bytes += text.len;
			matches += count_matches(finder);
		}
		best = seconds < best ? seconds : best;
	}
	printf("%s: %.1f MB/s, %zu matches in %zu bytes\n", language == BED_FRENCH ? "French" : "Arabic",
	       (double)bytes / best / 1e6, matches, bytes);
	buffer_release(&text);
	release_documents(&documents);
}

/* A match is the form that it says it is. */
static bool is_what_it_says(const norm_gazetteer *gazetteer, const struct buffer *text, const norm_place_match *match)
{
	norm_place_form form;
	struct buffer here = {0}, there = {0};
	bool holds = norm_gazetteer_form(gazetteer, match->place, match->form, &form) && match->end <= text->len &&
		     fold_name((const char *)text->at + match->start, match->end - match->start, &here) &&
		     fold_name(form.text, strlen(form.text), &there) && here.len <= there.len &&
		     !memcmp(here.at, there.at + there.len - here.len, here.len) &&
		     (here.len == there.len || match->kind == NORM_MATCH_CONTRACTION) && match->confidence > 0 &&
		     match->confidence <= 1;
	buffer_release(&here);
	buffer_release(&there);
	return holds;
}

static bool check(const norm_gazetteer *gazetteer, norm_place_finder *finder, enum bed_language language)
{
	struct documents documents;
	struct buffer text = {0};
	size_t matches = 0, wrong = 0;
	read_documents(&documents, language);
	for (size_t i = 0; i < documents.count; i++) {
		norm_place_match match;
		size_t end = 0;
		get_text(&documents, i, &text);
		norm_place_finder_read(finder, (const char *)text.at, text.len);
		for (size_t j = 0; norm_place_finder_match(finder, j, &match); j++, matches++) {
			wrong += match.start < end || !is_what_it_says(gazetteer, &text, &match);
			end = match.end;
		}
	}
	printf("%zu matches in %zu documents, %zu that are not what they say\n", matches, documents.count, wrong);
	buffer_release(&text);
	release_documents(&documents);
	return matches > 0 && wrong == 0;
}

static enum bed_language language_of(const char *name)
{
	return strcmp(name, "ar") == 0 ? BED_ARABIC : BED_FRENCH;
}

int main(int argc, char **argv)
{
	norm_place_finder *finder;
	struct test_gazetteer data = test_gazetteer_of_data();
	norm_gazetteer *gazetteer = data.gazetteer;
	bool good = true;
	if (!gazetteer || norm_place_finder_new(gazetteer, &finder) != NORM_OK)
		return EXIT_FAILURE;
	if (argc == 5 && (!strcmp(argv[1], "read") || !strcmp(argv[1], "list"))) {
		print_random(gazetteer, finder, language_of(argv[2]), (unsigned)atoi(argv[3]), (unsigned)atoi(argv[4]),
			     argv[1][0] == 'r' ? print_marked : print_list);
	} else if (argc == 2 && !strcmp(argv[1], "text")) {
		print_text(gazetteer, finder);
	} else if (argc == 3 && !strcmp(argv[1], "speed")) {
		print_speed(finder, language_of(argv[2]));
	} else {
		good = check(gazetteer, finder, BED_FRENCH) && check(gazetteer, finder, BED_ARABIC);
	}
	norm_place_finder_free(finder);
	test_gazetteer_release(&data);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
