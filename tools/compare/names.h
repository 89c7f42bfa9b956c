/* SPDX-License-Identifier: MIT */
/*
 * Spellings of one name: Tinzaouatène and Tin Zaouatine, Serguei and سيرغي. What the gazetteer knows is sure. Else letters
 * decide, and only where both are written as names are: words of a language that differ by an ending sound alike, too.
 */
#ifndef COMPARE_NAMES_H
#define COMPARE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include <libnorm/norm.h>

/* A text that may be a name. */
struct name {
	const char *at;
	size_t len;
};

/* May a name begin so? Latin ones have a capital; Arabic ones look like any word. */
bool name_may_begin(const char *at, size_t len);
/* Does the gazetteer know both as names of one place? */
bool names_same_place(const norm_gazetteer *gazetteer, struct name a, struct name b);
/* Do both name the same place or person? `gazetteer` may be NULL. */
bool names_match(const norm_gazetteer *gazetteer, struct name a, struct name b);

#endif
