/* SPDX-License-Identifier: MIT */
/* Pairs of spellings of one name, for the measurements: a TSV, of which some columns are read. */
#ifndef ACCURACY_NAME_PAIRS_H
#define ACCURACY_NAME_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

struct name_pair {
	char country[3];
	size_t names[2]; /* French and Arabic: numbers in `names` */
};

struct spelling {
	char *text;
	size_t len;
	bool arabic;
};

/* Zero-initialise. Each spelling stands in `names` once. */
struct name_pairs {
	struct name_pair *at;
	size_t len, cap;
	struct spelling *names;
	size_t name_count, name_cap;
};

/*
 * The pairs of every n-th line of a file with the columns … country, French, Arabic …, of which `column` is that of
 * the country. False: there is no such file.
 */
bool name_pairs_read(struct name_pairs *pairs, const char *path, size_t column, size_t n);
void name_pairs_release(struct name_pairs *pairs);

#endif
