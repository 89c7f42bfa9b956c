/* SPDX-License-Identifier: MIT */
/*
 * Spellings of one name: Tinzaouatène and Tin Zaouatine, Serguei and سيرغي. What the gazetteer knows is sure. Else letters
 * decide, and only where both are written as names are: words of a language that differ by an ending sound alike, too.
 */
#ifndef COMPARE_NAMES_H
#define COMPARE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

/* A text that may be a name. */
struct name {
	const char *at;
	size_t len;
};

/* Places that a text is a name of, as the gazetteer has them. */
enum { NAME_PLACES = 32 };
struct name_places {
	struct name name; /* `at` is NULL where nothing has been looked up */
	uint32_t count, places[NAME_PLACES];
};

/* What is known of names. A text is asked for again and again with those near it, so the last answers are kept. */
enum { NAMES_KEPT = 128 };
struct names {
	const norm_gazetteer *gazetteer; /* NULL: nothing is known */
	struct name_places kept[NAMES_KEPT];
};

/* May a name begin so? Latin ones have a capital; Arabic ones look like any word. */
bool name_may_begin(const char *at, size_t len);
/* Does the gazetteer know both as names of one place? The texts have to stay. */
bool names_same_place(struct names *names, struct name a, struct name b);
/* Are both written as a name of the same sound? */
bool names_same_sound(struct name a, struct name b);

#endif
