/* SPDX-License-Identifier: MIT */
/*
 * bench_finder TEXT RUNS GAZETTEER…
 * Finds places in each article of a text, lines of a kilobyte or more, and prints "speed BEST MEDIAN" of that alone.
 */
#include <libnorm/norm.h>

#include <string.h>

#include "measure.h"

enum { ARTICLE = 1024 };

struct job {
	norm_place_finder *finder;
	struct text text;
	size_t found;
};

static void check(norm_status status)
{
	if (status != NORM_OK)
		die("%s", norm_status_message(status));
}

/* The bytes of the next article: up to the end of a line. */
static size_t article_length(const char *at, size_t len)
{
	const char *end = len > ARTICLE ? memchr(at + ARTICLE, '\n', len - ARTICLE) : NULL;
	return end ? (size_t)(end + 1 - at) : len;
}

static void find(void *user)
{
	struct job *job = user;
	const char *at = job->text.at;
	job->found = 0;
	for (size_t left = job->text.len, len; left; left -= len, at += len) {
		norm_place_match match;
		len = article_length(at, left);
		check(norm_place_finder_read(job->finder, at, len));
		for (size_t i = 0; norm_place_finder_match(job->finder, i, &match); i++)
			job->found++;
	}
}

int main(int argc, char **argv)
{
	static struct runs runs;
	struct job job = {0};
	norm_gazetteer *gazetteer;
	if (argc < 4)
		die("TEXT RUNS GAZETTEER...");
	job.text = read_text(argv[1]);
	unsigned long count = read_number(argv[2], 1);
	check(norm_gazetteer_open(NULL, (const char *const *)argv + 3, (size_t)argc - 3, &gazetteer, NULL));
	check(norm_place_finder_new(gazetteer, &job.finder));
	runs_repeat(&runs, count, find, &job);
	if (!job.found)
		die("no place found");
	print_speed(&runs, (double)job.text.len);
	norm_place_finder_free(job.finder);
	norm_gazetteer_free(gazetteer);
	return 0;
}
