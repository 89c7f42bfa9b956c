/* SPDX-License-Identifier: MIT */
/* The first look at many Arabic words: whether any key begins with the first four letters of each. Most end here. */
#ifndef PLACES_FIND_FIRST_LOOK_H
#define PLACES_FIND_FIRST_LOOK_H

#include <stddef.h>
#include <stdint.h>

#include "libnorm/gazetteer.h"

enum { FIND_LANES = 4 /* words that are looked at at once */ };

/* Words, in arrays that can be read up to a multiple of FIND_LANES. */
struct find_look {
	const uint8_t *letters;  /* of all words, as keys have them; eight can be read from the first one of each on */
	const uint16_t *first;   /* where those of a word begin */
	const uint8_t *len;      /* letters of the word */
	const uint8_t *ahead;    /* from the second one on: letters that follow the word before it, if nothing parts them, else many */
	size_t count;
};

/*
 * Write the numbers of words with which a name may begin, behind clitics and the article too, to `ret`, which has room for all
 * and FIND_LANES more. Letters without the highest bit are what nobody knows here: such a word is left. Returns how many.
 */
typedef size_t find_first_look_fn(const norm_gazetteer *gazetteer, const struct find_look *words, uint16_t *ret);

/* The fastest that this processor can run. Ask once and keep the answer. */
find_first_look_fn *find_first_look_best(void);

/* For any processor. */
find_first_look_fn find_first_look_portable;

#endif
