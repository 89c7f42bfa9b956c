/* SPDX-License-Identifier: MIT */
/*
 * Pairs of texts of which the differences are known: news, and the same news with noise of every class, lines broken in other
 * places, paragraphs that have moved, and changes of words and numbers. norm-compare has to find and isolate each change, and to call
 * no noise wording. NORM_COMPARE of the environment is the tool.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>
#include <yajl/yajl_tree.h>

#include "accuracy/bed.h"
#include "accuracy/pair.h"

enum { SEED = 20261121, QUICK_BYTES = 400 * 1000, LONG_BYTES = 5 * 1000 * 1000, MISTAKES = 10 };

/* What was made of the known differences. */
struct score {
	size_t found[CLASS_COUNT], all[CLASS_COUNT]; /* known differences by class */
	size_t wide;         /* changes that are found, but with much that did not change */
	size_t false_alarms; /* wording where nothing but noise is */
	size_t told;
};

struct span {
	size_t start, end;
};

/* Do they share a byte, or touch where one of them is empty? */
static bool meets(struct span a, struct span b)
{
	if (a.start == a.end || b.start == b.end)
		return a.start <= b.end && b.start <= a.end;
	return a.start < b.end && b.start < a.end;
}

/* The known differences that this one may be: those near it in the second text. */
static size_t first_near(const struct pair *pair, size_t b)
{
	size_t low = 0, high = pair->count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (pair->at[middle].b_end + 1 < b)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void tell_mistake(struct score *score, const char *what, const char *text, struct span span)
{
	if (score->told++ < MISTAKES)
		printf("  %s: \"%.*s\"\n", what, (int)(span.end - span.start > 80 ? 80 : span.end - span.start), text + span.start);
}

/* What the tool has told. */
struct told {
	struct span b;
	class_set classes;
};

/* A difference, in the order of the second text: mark the known ones that it tells. */
static void judge(struct score *score, struct pair *pair, const struct told *told)
{
	enum { WIDE = 40 };
	bool wording = told->classes & (CLASS(WORDING) | CLASS(NUMBER));
	bool known = false;
	for (size_t i = first_near(pair, told->b.start); i < pair->count && pair->at[i].b <= told->b.end + 1; i++) {
		struct known *one = &pair->at[i];
		if (!meets(told->b, (struct span){one->b, one->b_end}) || !(told->classes & one->classes))
			continue;
		one->found = true;
		known |= (one->classes & (CLASS(WORDING) | CLASS(NUMBER))) != 0;
		if (wording && told->b.end - told->b.start > one->b_end - one->b + WIDE)
			one->wide = true;
	}
	if (wording && !known) {
		score->false_alarms++;
		tell_mistake(score, "noise called wording", (const char *)pair->b.at, told->b);
	}
}

static void add_up(struct score *score, const struct pair *pair)
{
	for (size_t i = 0; i < pair->count; i++) {
		const struct known *one = &pair->at[i];
		for (unsigned class = 0; class < CLASS_COUNT; class++) {
			score->all[class] += one->classes >> class & 1;
			score->found[class] += one->found && one->classes >> class & 1;
		}
		score->wide += one->wide;
		if (!one->found)
			tell_mistake(score, "not found", (const char *)pair->b.at, (struct span){one->b, one->b_end});
	}
}

/* ---- What the tool says ---- */

static size_t number_at(yajl_val object, const char *name)
{
	const char *path[] = {"b", name, NULL};
	yajl_val value = object ? yajl_tree_get(object, path, yajl_t_number) : NULL;
	return value && YAJL_IS_INTEGER(value) ? (size_t)YAJL_GET_INTEGER(value) : SIZE_MAX;
}

static bool read_told(const char *line, struct told *ret)
{
	static const char *path[] = {"classes", NULL};
	yajl_val object = yajl_tree_parse(line, NULL, 0), classes = object ? yajl_tree_get(object, path, yajl_t_array) : NULL;
	size_t count = classes ? classes->u.array.len : 0;
	*ret = (struct told){.b = {number_at(object, "start"), number_at(object, "end")}};
	for (size_t i = 0; i < count; i++) {
		const char *name = YAJL_GET_STRING(classes->u.array.values[i]);
		ret->classes |= name ? (class_set)1 << class_find(name, strlen(name)) : 0;
	}
	yajl_tree_free(object);
	return ret->classes != 0;
}

static bool write_file(const char *path, const struct buffer *text)
{
	FILE *file = fopen(path, "wb");
	bool good = file && fwrite(text->at, 1, text->len, file) == text->len;
	return file && fclose(file) == 0 && good;
}

/* False where the tool did not work. */
static bool compare_files(struct score *score, struct pair *pair, const char *tool, const char *dir)
{
	char a[256], b[256], command[1024];
	snprintf(a, sizeof a, "%s/a", dir);
	snprintf(b, sizeof b, "%s/b", dir);
	snprintf(command, sizeof command, "'%s' --json %s %s", tool, a, b);
	bool good = write_file(a, &pair->a) && write_file(b, &pair->b);
	FILE *pipe = good ? popen(command, "r") : NULL;
	char *line = NULL;
	size_t cap = 0;
	struct told told;
	while (pipe && getline(&line, &cap, pipe) > 0) {
		good = good && read_told(line, &told);
		judge(score, pair, &told);
	}
	free(line);
	/* 1: there are differences */
	good = pipe && pclose(pipe) == 1 << 8 && good;
	unlink(a);
	unlink(b);
	return good;
}

static bool compare_pair(struct score *score, struct pair *pair)
{
	char dir[] = "/tmp/norm-compare-XXXXXX";
	const char *tool = getenv("NORM_COMPARE");
	bool good = mkdtemp(dir) && compare_files(score, pair, tool ? tool : "norm-compare", dir);
	rmdir(dir);
	add_up(score, pair);
	return good;
}

/* ---- What has to hold ---- */

static size_t failed;

static void expect(const char *what, bool holds)
{
	if (!holds)
		printf("NOT OK - %s\n", what);
	failed += !holds;
}

static void print_score(const struct score *score)
{
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		if (score->all[class])
			printf("figure: %-12s %6zu of %6zu told\n", class_name(class), score->found[class], score->all[class]);
	}
	printf("figure: noise called wording: %zu; changes told with much around them: %zu\n", score->false_alarms, score->wide);
}

static size_t check_score(const struct score *score)
{
	size_t cases = 0;
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		char what[64];
		if (!score->all[class])
			continue;
		snprintf(what, sizeof what, "every known difference of class %s is told", class_name(class));
		expect(what, score->found[class] == score->all[class]);
		cases++;
	}
	expect("no noise is called wording", score->false_alarms == 0);
	/* where two changes stand side by side they are one difference */
	expect("changes are told alone", score->wide * 100 <= score->all[CLASS_WORDING]);
	return cases + 2;
}

int main(int argc, char **argv)
{
	struct bed bed = {0};
	struct pair pair = {0};
	struct score score = {0};
	if (!bed_read_news(&bed, BED_FRENCH, BED_ODD) || !bed_read_news(&bed, BED_ARABIC, BED_ODD)) {
		printf("no corpus here\n");
		return BED_SKIPPED;
	}
	pair_make(&pair, &bed, bed_is_long(argc, argv) ? LONG_BYTES : QUICK_BYTES, SEED);
	expect("norm-compare works", compare_pair(&score, &pair));
	print_score(&score);
	size_t cases = 1 + check_score(&score);
	pair_release(&pair);
	bed_release(&bed);
	printf("%zu passed, %zu failed\n", cases - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
