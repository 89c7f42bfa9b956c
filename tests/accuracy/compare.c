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
#include "accuracy/pair_names.h"

enum { SEED = 20261121, SEEDS = 3, QUICK_BYTES = 400 * 1000, LONG_BYTES = 5 * 1000 * 1000, MISTAKES = 10 };

/* What was made of the known differences. */
struct score {
	size_t found[CLASS_COUNT], all[CLASS_COUNT]; /* known differences by class */
	size_t wide;         /* changes that are found, but with much that did not change */
	size_t false_alarms; /* wording where nothing but noise is */
	size_t stayed;       /* told as moved, and has not */
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
		printf("  %zu %s: \"%.*s\"\n", span.start, what, (int)(span.end - span.start > 80 ? 80 : span.end - span.start), text + span.start);
}

/* What the tool has told. */
struct told {
	struct span b;
	class_set classes;
};

/* A difference: mark the known ones that it tells. @return the classes of those. */
static class_set mark_known(struct pair *pair, const struct told *told)
{
	enum { WIDE = 40 };
	class_set ret = 0;
	bool wording = told->classes & (CLASS(WORDING) | CLASS(NUMBER));
	for (size_t i = first_near(pair, told->b.start); i < pair->count && pair->at[i].b <= told->b.end + 1; i++) {
		struct known *one = &pair->at[i];
		if (!meets(told->b, (struct span){one->b, one->b_end}) || !(told->classes & one->classes))
			continue;
		one->found = true;
		ret |= one->classes;
		if (wording && told->b.end - told->b.start > one->b_end - one->b + WIDE)
			one->wide = true;
	}
	return ret;
}

static void judge(struct score *score, struct pair *pair, const struct told *told)
{
	const char *text = (const char *)pair->b.at;
	class_set known = mark_known(pair, told);
	if (told->classes & (CLASS(WORDING) | CLASS(NUMBER)) && !(known & (CLASS(WORDING) | CLASS(NUMBER)))) {
		score->false_alarms++;
		tell_mistake(score, "noise called wording", text, told->b);
	}
	/* of the place that a passage came from nothing is known */
	if (told->classes & CLASS(MOVED) && told->b.start < told->b.end && !(known & CLASS(MOVED))) {
		score->stayed++;
		tell_mistake(score, "called moved", text, told->b);
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

static size_t number_at(yajl_val object, const char *side, const char *name)
{
	const char *path[] = {side, name, NULL};
	yajl_val value = object ? yajl_tree_get(object, path, yajl_t_number) : NULL;
	return value && YAJL_IS_INTEGER(value) ? (size_t)YAJL_GET_INTEGER(value) : SIZE_MAX;
}

/* `side` is the name of the side that our second text is. */
static bool read_told(const char *line, const char *side, struct told *ret)
{
	static const char *path[] = {"classes", NULL};
	yajl_val object = yajl_tree_parse(line, NULL, 0), classes = object ? yajl_tree_get(object, path, yajl_t_array) : NULL;
	size_t count = classes ? classes->u.array.len : 0;
	*ret = (struct told){.b = {number_at(object, side, "start"), number_at(object, side, "end")}};
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

/* Run the tool on two files. False where it did not work. */
static bool read_all(struct score *score, struct pair *pair, const char *command, const char *side)
{
	FILE *pipe = popen(command, "r");
	char *line = NULL;
	size_t cap = 0;
	struct told told;
	bool good = pipe;
	while (good && getline(&line, &cap, pipe) > 0) {
		good = read_told(line, side, &told);
		judge(score, pair, &told);
	}
	free(line);
	/* 1: there are differences */
	return pipe && pclose(pipe) == 1 << 8 && good;
}

/* Our second text is the second file, or with `reverse` the first. */
static bool compare_pair(struct score *score, struct pair *pair, bool reverse)
{
	char dir[] = "/tmp/norm-compare-XXXXXX", a[64], b[64], command[1024];
	const char *tool = getenv("NORM_COMPARE");
	if (!mkdtemp(dir))
		return false;
	snprintf(a, sizeof a, "%s/a", dir);
	snprintf(b, sizeof b, "%s/b", dir);
	snprintf(command, sizeof command, "'%s' --json %s %s", tool ? tool : "norm-compare", reverse ? b : a, reverse ? a : b);
	bool good = write_file(a, &pair->a) && write_file(b, &pair->b) && read_all(score, pair, command, reverse ? "a" : "b");
	unlink(a);
	unlink(b);
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
	printf("figure: noise called wording: %zu; changes told with much around them: %zu; called moved: %zu\n",
	       score->false_alarms, score->wide, score->stayed);
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
	expect("each change is told alone", score->wide == 0);
	expect("nothing is called moved that stands where it stood", score->stayed == 0);
	return cases + 3;
}

static size_t run_pair(const struct bed *bed, const struct pair_names *names, size_t bytes, uint64_t seed, bool reverse)
{
	struct pair pair = {0};
	struct score score = {0};
	printf("figure: seed %llu%s\n", (unsigned long long)seed, reverse ? ", the second text first" : "");
	pair_make(&pair, bed, names, bytes, seed);
	expect("norm-compare works", compare_pair(&score, &pair, reverse));
	print_score(&score);
	pair_release(&pair);
	return 1 + check_score(&score);
}

static void read_names(struct pair_names *names)
{
	static const char *const tables[] = {"sahel", "maghreb"};
	const char *data = getenv("LIBNORM_DATA");
	char path[4096];
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		snprintf(path, sizeof path, "%s/places/%s.tsv", data ? data : "data", tables[i]);
		pair_names_read(names, path);
	}
}

int main(int argc, char **argv)
{
	struct bed bed = {0};
	struct pair_names names = {0};
	size_t bytes = bed_is_long(argc, argv) ? LONG_BYTES : QUICK_BYTES, cases = 0;
	if (!bed_read_news(&bed, BED_FRENCH, BED_ODD) || !bed_read_news(&bed, BED_ARABIC, BED_ODD)) {
		printf("no corpus here\n");
		return BED_SKIPPED;
	}
	read_names(&names);
	for (uint64_t seed = SEED; seed < SEED + SEEDS; seed++) {
		cases += run_pair(&bed, &names, bytes, seed, false);
		cases += run_pair(&bed, &names, bytes, seed, true);
	}
	pair_names_release(&names);
	bed_release(&bed);
	printf("%zu passed, %zu failed\n", cases - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
