/* SPDX-License-Identifier: MIT */
/*
 * The keys of a name: its consonants, by classes that sound alike in French, English and Arabic spelling. See
 * names.h.
 */
#ifndef PLACES_NAME_KEY_H
#define PLACES_NAME_KEY_H

#include "places/name_part.h"

enum {
	NAME_KEYS_MAX = 32,
	NAME_KEY_BITS = 4,      /* of a class */
	NAME_KEY_CLASSES = 16,  /* in a key */
};

/* The keys, each once, the most likely ones first; returns their number. `keys` has room for NAME_KEYS_MAX. */
size_t name_find_keys(const struct name *name, const struct name_parts *parts, uint64_t *keys);

#endif
