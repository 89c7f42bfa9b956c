/* SPDX-License-Identifier: MIT */
/* The consonants of a name as classes, some of which may be read in two ways. */
#ifndef PLACES_NAME_CONSONANTS_H
#define PLACES_NAME_CONSONANTS_H

#include "places/name_part.h"

struct name_consonant {
	uint8_t ways, classes[NAME_CLASSES_MAX]; /* NAME_CLASS_NONE: it may be left out */
};

/* Returns how many there are; `ret` has room for 2 * NAME_LETTERS. */
size_t name_consonants(const struct name_sound *sound, struct name_consonant *ret);

#endif
