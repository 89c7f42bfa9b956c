/* SPDX-License-Identifier: MIT */
/*
 * Whether a name may begin at a word, by its first five letters: a table of bits, made of the tries once. It spares five of six Arabic words
 * the walk. Clitics and articles before them are looked over as find_start.c does.
 */
#ifndef PLACES_FIND_FILTER_H
#define PLACES_FIND_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/gazetteer.h"

struct find_filter {
	uint64_t *bits;
	unsigned shift; /* of a hash of 32 bits */
};

/* False when memory ran out; free with find_filter_release() in any case. */
bool find_filter_make(const norm_gazetteer *gazetteer, struct find_filter *ret);
void find_filter_release(struct find_filter *filter);

/* Whether a name may begin at the letter at `at`, behind the letters `by` that the text does not hold; true may be a false alarm. */
bool find_filter_passes(const struct find_filter *filter, const char *by, const uint8_t *at, const uint8_t *end);

/* The same for an Arabic word, in which a name may also begin behind clitics: the ways to read it that pass. The article is looked over. */
enum {
	FILTER_WORD = 1,
	FILTER_CONJUNCTION = 2, /* behind و or ف */
	FILTER_PREPOSITION = 4, /* behind ب, ل or ك, and a conjunction before it if there is one */
};
unsigned find_filter_passes_arabic(const struct find_filter *filter, const uint8_t *at, const uint8_t *end);

#endif
