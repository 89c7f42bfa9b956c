/* SPDX-License-Identifier: MIT */
/*
 * print_pair BYTES FILE FILE: writes two versions of a text of about so many bytes, of which the differences are known (see
 * pair.h), and prints how many of them are news (wording, numbers, punctuation), how many noise, and how many passages have moved. Where the
 * corpus is not long enough it begins again, with other differences.
 */
#include <stdio.h>
#include <stdlib.h>

#include "accuracy/bed.h"
#include "accuracy/pair.h"

enum { SEED = 5, PART = 5 * 1000 * 1000 };

struct sum {
	size_t bytes, news, noise, moved;
};

static void write_part(struct sum *sum, const struct pair *pair, FILE *a, FILE *b)
{
	fwrite(pair->a.at, 1, pair->a.len, a);
	fwrite(pair->b.at, 1, pair->b.len, b);
	sum->bytes += pair->a.len;
	for (size_t i = 0; i < pair->count; i++) {
		if (pair->at[i].classes & CLASS(MOVED))
			sum->moved++;
		else if (pair->at[i].classes & ~CLASSES_NOISE)
			sum->news++;
		else
			sum->noise++;
	}
}

int main(int argc, char **argv)
{
	static const struct pair_names no_names;
	struct bed bed = {0};
	struct sum sum = {0};
	size_t bytes = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;
	FILE *a = bytes ? fopen(argv[2], "wb") : NULL, *b = a ? fopen(argv[3], "wb") : NULL;
	if (!b || !bed_read_news(&bed, BED_FRENCH, BED_ODD) || !bed_read_news(&bed, BED_ARABIC, BED_ODD)) {
		fputs("usage: print_pair BYTES FILE FILE, beside a corpus\n", stderr);
		return EXIT_FAILURE;
	}
	for (uint64_t seed = SEED; sum.bytes < bytes; seed++) {
		struct pair pair = {0};
		pair_make(&pair, &bed, &no_names, bytes - sum.bytes < PART ? bytes - sum.bytes : PART, seed);
		write_part(&sum, &pair, a, b);
		pair_release(&pair);
	}
	bed_release(&bed);
	printf("%zu %zu %zu\n", sum.news, sum.noise, sum.moved);
	bool good = !ferror(a) && !ferror(b);
	return (fclose(a) == 0) & (fclose(b) == 0) && good ? EXIT_SUCCESS : EXIT_FAILURE;
}
