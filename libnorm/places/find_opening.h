/* SPDX-License-Identifier: MIT */
/*
 * Whether a name may begin at a word, by its first letters and the filters of the files (places/filter.h). It spares most
 * words the walk. Clitics and articles before them are looked over as find_start.c does.
 */
#ifndef PLACES_FIND_OPENING_H
#define PLACES_FIND_OPENING_H

#include <stdint.h>

#include "places/find.h"

_Static_assert(NORM_GAZETTEER_FILES_MAX <= 32, "a set of files is the bits of a uint32_t");

/* The files, as bits, of which a name may begin at the letter at `at`, behind the letters `by` that the text does not hold; may be a false alarm. */
uint32_t find_opening_files(const norm_gazetteer *gazetteer, const char *by, const uint8_t *at, const uint8_t *end);

/* The same for an Arabic word, in which a name may also begin behind clitics: the ways to read it that pass. The article is looked over. */
enum {
	OPENING_WORD = 1,
	OPENING_CONJUNCTION = 2, /* behind و or ف */
	OPENING_PREPOSITION = 4, /* behind ب, ل or ك, and a conjunction before it if there is one */
	OPENING_UNKNOWN = 8,     /* it was not asked */
};
struct find_opening find_opening_arabic(const norm_gazetteer *gazetteer, const uint8_t *at, const uint8_t *end);

#endif
