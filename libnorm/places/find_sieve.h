/* SPDX-License-Identifier: MIT */
/* A first look at many Arabic words at once: nine of ten begin like no name. */
#ifndef PLACES_FIND_SIEVE_H
#define PLACES_FIND_SIEVE_H

#include <stddef.h>
#include <stdint.h>

#include "places/find.h"

enum {
	FIND_PART = 4096,                /* bytes that are looked at at once, from the start of a character */
	FIND_WORDS = FIND_PART / 3 + 2, /* in a part: a letter and what is between it and the next */
};

/*
 * Of the bits of Arabic letters in `masks` (find_loud_fn), which have a group of zeros behind the last one, leave the first
 * ones of words with which a name may begin, and write how it may (OPENING_WORD …, find_opening.h) to `ret`, which has room for
 * FIND_WORDS. There may be some more, but never less.
 */
void find_sieve(const struct find_text *text, const uint8_t *part, size_t len, struct find_masks *masks, uint8_t *ret);

#endif
