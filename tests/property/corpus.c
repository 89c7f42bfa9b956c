/* SPDX-License-Identifier: MIT */
/*
 * The laws on real news: each line of the articles, with each profile that the project ships. The corpus beside the
 * source tree is not ours to copy; without it the test is skipped. NORM_CORPUS of the environment names another
 * directory. Articles are taken from their JSON as they stand, with two escapes undone: what is left of it (a quote
 * here, a name there) does no harm to a law.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/norm.h"
#include "support/laws.h"

enum { SKIPPED = 77, SHOWN_MAX = 20 };

static const char *const names[] = {"none", "clean", "nlp", "search"};
enum { PROFILES = sizeof names / sizeof names[0] };

struct tally {
	norm_profile *profiles[PROFILES];
	unsigned long passed, failed;
};

static void check(struct tally *tally, size_t profile, const char *law, const char *wrong, const char *line)
{
	if (!wrong) {
		tally->passed++;
		return;
	}
	if (tally->failed++ < SHOWN_MAX)
		printf("FAIL: %s, %s: %s: %s\n", law, names[profile], wrong, line);
}

static void check_line(struct tally *tally, const char *line, size_t len)
{
	for (size_t i = 0; i < PROFILES; i++) {
		const norm_profile *profile = tally->profiles[i];
		check(tally, i, "idempotence", law_idempotence(profile, line, len), line);
		check(tally, i, "edits", law_edits(profile, line, len), line);
		/* Without a normal form equivalent texts stay different. */
		if (strcmp(names[i], "none") != 0)
			check(tally, i, "equivalence", law_equivalence(profile, line, len, tally->passed), line);
	}
}

/* Undo \" and cut at \n, in place. */
static void check_article(struct tally *tally, char *json)
{
	char *out = json, *line = json;
	for (char *at = json; *at && *at != '\n'; at++) {
		if (at[0] == '\\' && at[1] == 'n') {
			*out = '\0';
			check_line(tally, line, (size_t)(out - line));
			line = out = ++at + 1;
			continue;
		}
		if (at[0] == '\\' && at[1] == '"')
			at++;
		*out++ = *at;
	}
	*out = '\0';
	check_line(tally, line, (size_t)(out - line));
}

static bool check_file(struct tally *tally, const char *name)
{
	char command[4200];
	const char *corpus = getenv("NORM_CORPUS"), *top = getenv("top_srcdir");
	snprintf(command, sizeof command, "gzip -dc '%s%s/%s' 2>/dev/null", corpus ? corpus : top ? top : ".",
		 corpus ? "" : "/../shared/corpus", name);
	FILE *file = popen(command, "r");
	char *json = NULL;
	size_t cap = 0;
	while (file && getline(&json, &cap, file) > 0)
		check_article(tally, json);
	free(json);
	return file && pclose(file) == 0;
}

static norm_profile *get_profile(const norm_context *context, const char *name)
{
	norm_profile *profile = NULL;
	if (norm_profile_get(context, name, &profile, NULL) != NORM_OK) {
		fprintf(stderr, "no profile %s\n", name);
		exit(1);
	}
	return profile;
}

int main(void)
{
	norm_context *context;
	struct tally tally = {0};
	if (norm_context_new(getenv("LIBNORM_DATA"), &context) != NORM_OK)
		return 1;
	for (size_t i = 0; i < PROFILES; i++)
		tally.profiles[i] = get_profile(context, names[i]);
	bool found = check_file(&tally, "news.ar.jsonl.gz") & check_file(&tally, "news.fr.jsonl.gz");
	for (size_t i = 0; i < PROFILES; i++)
		norm_profile_free(tally.profiles[i]);
	norm_context_free(context);
	printf("%lu passed, %lu failed\n", tally.passed, tally.failed);
	return tally.failed ? 1 : found ? 0 : SKIPPED;
}
