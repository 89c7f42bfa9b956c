/* SPDX-License-Identifier: MIT */
/*
 * bench_gazetteer NAMES FILE
 * Makes a gazetteer of so many random names, half of them French, half Arabic, writes it to FILE and removes it at the end. Prints
 * "gazetteer COMPILE LOAD MEDIAN FOUND MISSED": seconds to compile it; milliseconds until a new gazetteer has answered its
 * first question, the first and the median of many; nanoseconds to look a name up that is there, and one that is not.
 */
#include <libnorm/norm.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "measure.h"
#include "property/random.h"

enum { LOADS = 200, ASKED = 100000, NAME_BYTES = 64, SYLLABLES_MAX = 5 };

static void check(norm_status status)
{
	if (status != NORM_OK)
		die("%s", norm_status_message(status));
}

/* Name number `number`, the same each time: syllables as the places of the Sahel have them. */
static size_t name_of(uint64_t number, char *ret)
{
	static const char *const latin[] = {"ba", "kou", "tin", "za", "dja", "mé", "ra", "gao", "sar", "chi", "bé", "lou", "ngue", "fa", "da", "oul"};
	static const char *const arabic[] = {"با", "كو", "تين", "زا", "جا", "مي", "را", "غا", "سار", "شي", "بي", "لو", "نغ", "فا", "دا", "ول"};
	struct random random = {number};
	size_t len = 0, syllables = 3 + random_below(&random, SYLLABLES_MAX - 2);
	const char *const *script = number % 2 ? arabic : latin;
	for (size_t i = 0; i < syllables; i++) {
		const char *syllable = script[random_below(&random, 16)];
		memcpy(ret + len, syllable, strlen(syllable));
		len += strlen(syllable);
	}
	/* Most names are the only ones of their spelling. */
	for (uint64_t rest = random_next(&random) % 456976; rest; rest /= 26) {
		const char letter[] = {"abcdefghijklmnopqrstuvwxyz"[rest % 26]};
		memcpy(ret + len, number % 2 ? arabic[rest % 16] : letter, number % 2 ? 2 : 1);
		len += number % 2 ? 2 : 1;
	}
	return len;
}

static norm_status put(void *user, const void *bytes, size_t len)
{
	return fwrite(bytes, 1, len, user) == len ? NORM_OK : NORM_E_SINK;
}

/* Returns the seconds that took. */
static double compile(unsigned long names, const char *path)
{
	norm_gazetteer_builder *builder;
	FILE *file = fopen(path, "wb");
	if (!file)
		die("%s: cannot be written", path);
	double start = processor_time();
	check(norm_gazetteer_builder_new(NULL, NULL, &builder));
	check(norm_gazetteer_builder_begin(builder, "names"));
	for (unsigned long i = 0; i < names; i++) {
		char row[256], name[NAME_BYTES];
		size_t name_len = name_of(i, name);
		int len = snprintf(row, sizeof row, "gn:%lu\tTD\tlocality\t%lu.5\t%lu.25\t%s\t%.*s\tvariant\tnames\n", i / 2, i / 2 % 90,
				   i / 2 % 180, i % 2 ? "ar" : "fr", (int)name_len, name);
		check(norm_gazetteer_builder_add(builder, row, (size_t)len));
	}
	check(norm_gazetteer_builder_write(builder, put, file, NULL));
	norm_gazetteer_builder_free(builder);
	if (fclose(file) != 0)
		die("%s: cannot be written", path);
	return processor_time() - start;
}

static norm_gazetteer *load(const char *path)
{
	norm_gazetteer *gazetteer;
	size_t total;
	char name[NAME_BYTES];
	check(norm_gazetteer_open(NULL, &path, 1, &gazetteer, NULL));
	check(norm_gazetteer_lookup(gazetteer, name, name_of(2, name), NULL, 0, &total));
	if (!total)
		die("a name is not there");
	return gazetteer;
}

/* Nanoseconds for a look-up of names from `first` on, picked all over. */
static double look_up(const norm_gazetteer *gazetteer, unsigned long names, uint64_t first, bool there)
{
	static char texts[ASKED][NAME_BYTES];
	static size_t lengths[ASKED];
	struct random random = {1};
	size_t found = 0;
	for (size_t i = 0; i < ASKED; i++)
		lengths[i] = name_of(first + random_below(&random, names), texts[i]);
	double start = processor_time();
	for (size_t i = 0; i < ASKED; i++) {
		norm_place_name name;
		size_t total;
		check(norm_gazetteer_lookup(gazetteer, texts[i], lengths[i], &name, 1, &total));
		found += total > 0;
	}
	double seconds = processor_time() - start;
	if (there ? found < ASKED : found > ASKED / 2)
		die("%zu of %d names found", found, ASKED);
	return seconds / ASKED * 1e9;
}

int main(int argc, char **argv)
{
	static struct runs loads;
	if (argc != 3)
		die("NAMES FILE");
	unsigned long names = read_number(argv[1], 10);
	double compiled = compile(names, argv[2]), first = 0;
	for (int i = 0; i < LOADS; i++) {
		double start = now();
		norm_gazetteer *gazetteer = load(argv[2]);
		runs_add(&loads, now() - start);
		first = i ? first : loads.seconds[0];
		norm_gazetteer_free(gazetteer);
	}
	norm_gazetteer *gazetteer = load(argv[2]);
	look_up(gazetteer, names, 0, true); /* to warm up */
	double found = look_up(gazetteer, names, 0, true), missed = look_up(gazetteer, names, names, false);
	printf("gazetteer %.2f %.3f %.3f %.0f %.0f\n", compiled, first * 1e3, runs_median(&loads) * 1e3, found, missed);
	norm_gazetteer_free(gazetteer);
	unlink(argv[2]);
	return 0;
}
