/* SPDX-License-Identifier: MIT */
/* A look at all Arabic words of a part at once: nine of ten begin like no name. */
#ifndef PLACES_FIND_SIEVE_H
#define PLACES_FIND_SIEVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/gazetteer.h"
#include "places/filter.h"
#include "places/find.h"
#include "places/find_first_look.h"
#include "unicode/arabic_map.h"

enum { FIND_PART = 4096 /* bytes that are looked at at once, from the start of a character */ };

struct find_sieve;

/*
 * Of the bits of Arabic letters in `masks` (find_loud_fn), which have a group of zeros behind the last one, leave the first
 * ones of words with which a name may begin, and write how it may to `ret`, which has room for half a part, at half of the
 * number of the byte. There may be some more, but never less.
 */
typedef void find_sieve_fn(const struct find_sieve *sieve, const struct find_text *text, const uint8_t *part, size_t len,
			   struct find_masks *masks, struct find_opening *ret);

/* What is known before there is a text. */
struct find_sieve {
	struct find_set set;              /* the characters between which names cannot begin */
	uint8_t letters[ARABIC_MAP_SIZE]; /* the Arabic ones, as keys have them */
	struct filter_openings openings;  /* keys of any file */
	uint32_t *united;                 /* where there are several files: the words of that table, else NULL */
	/* the fastest that this processor can run: */
	find_loud_fn *find;
	arabic_map_fn *map;
	find_first_look_fn *first_look;
	find_sieve_fn *sift;
};

/* False without memory. The files must outlive it. */
bool find_sieve_make(const norm_gazetteer *gazetteer, struct find_sieve *ret);
void find_sieve_release(struct find_sieve *sieve);

find_sieve_fn *find_sieve_best(void);

/* For any processor. */
find_sieve_fn find_sieve_portable;

#endif
