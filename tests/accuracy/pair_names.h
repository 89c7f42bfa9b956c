/* SPDX-License-Identifier: MIT */
/* Two spellings of one place, of the tables of data/places: differences that are no wording. */
#ifndef ACCURACY_PAIR_NAMES_H
#define ACCURACY_PAIR_NAMES_H

#include <stddef.h>

struct two_names {
	char a[64], b[64];
};

struct pair_names {
	struct two_names *at;
	size_t count, cap;
};

/* Read a table. A pair differs in its letters, not only in spaces, hyphens, accents or capitals. */
void pair_names_read(struct pair_names *names, const char *path);
void pair_names_release(struct pair_names *names);

#endif
