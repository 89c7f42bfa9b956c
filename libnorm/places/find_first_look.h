/* SPDX-License-Identifier: MIT */
/* The first look at many Arabic words: whether any key begins with the first four letters of each. Most end here. */
#ifndef PLACES_FIND_FIRST_LOOK_H
#define PLACES_FIND_FIRST_LOOK_H

#include <stddef.h>
#include <stdint.h>

#include "places/filter.h"

enum { FIND_LANES = 8 /* words that are looked at at once */ };

/* What stands for a letter of a word, and nobody knows here what it is: this bit is set, and the highest is not. */
enum { FIND_STRANGE = 0x40, FIND_OVER = 2 /* no name goes on behind it */ };

/* Words, or what is left of words behind a clitic, in arrays that can be read up to a multiple of FIND_LANES. */
struct find_look {
	const uint8_t *letters; /* of all words, as keys have them; eight can be read from the first one of each on */
	const uint16_t *first;  /* where those of a word begin */
	const uint8_t *len;     /* letters of the word */
	const uint8_t *behind;  /* letters that follow it, if nothing parts them, else many */
	size_t count;
};

/* What is told of a word: */
enum {
	FIND_LEFT = 1,        /* a name may begin with it, behind the article too; if nothing more is said, for the first four letters do, */
	FIND_SURE = 2,        /* without asking more */
	FIND_CONJUNCTION = 4, /* it begins with what may be one, */
	FIND_PREPOSITION = 8, /* or a preposition, and goes on behind it: a word of its own is no clitic */
};

/* Write it for each word to `ret`, which has room for FIND_LANES more. */
typedef void find_first_look_fn(const struct filter_openings *openings, const struct find_look *words, uint8_t *ret);

/* The fastest that this processor can run. Ask once and keep the answer. */
find_first_look_fn *find_first_look_best(void);

/* For any processor. */
find_first_look_fn find_first_look_portable;

#endif
