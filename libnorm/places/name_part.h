/* SPDX-License-Identifier: MIT */
/* The words of a name that are no proper name, and the letters that are left without them. */
#ifndef PLACES_NAME_PART_H
#define PLACES_NAME_PART_H

#include "places/name_read.h"
#include "places/name_words.h"

struct name_parts {
	uint8_t kinds[NAME_WORDS];    /* enum name_word_kind of each word */
	uint8_t meanings[NAME_WORDS]; /* 0 for proper names */
	unsigned found;               /* bits 1 << enum name_word_kind */
};

void name_part(const struct name *name, struct name_parts *ret);

/* Some words of a name as letters in a row, each with its place in the name. */
struct name_sound {
	uint8_t script, length;
	uint8_t letters[NAME_LETTERS + 1]; /* 0 behind the last */
	uint8_t places[NAME_LETTERS];
	uint64_t starts; /* bit k: a word begins with letter k */
};

/*
 * The letters of the words that are not of the kinds `without` (bits, as `found`), nor links beside one of them. Links
 * are left out by their kind, too.
 */
void name_sound(const struct name *name, const struct name_parts *parts, unsigned without, struct name_sound *ret);

#endif
