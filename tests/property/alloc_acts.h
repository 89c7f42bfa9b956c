/* SPDX-License-Identifier: MIT */
/* What is done again and again while memory runs out. */
#ifndef PROPERTY_ALLOC_ACTS_H
#define PROPERTY_ALLOC_ACTS_H

#include "base/buffer.h"
#include "libnorm/norm.h"

/* What the tests work on. */
struct world {
	norm_gazetteer *gazetteer;
	const char *data;
	norm_context *context;
	norm_profile *profile; /* the search profile */
	norm_profile *french;  /* with every rule of typography that changes something */
	norm_profile *repair;  /* that puts all kinds of damage right */
};

/* Do something once; with a denied allocation it has to return NORM_E_NOMEM and leave nothing behind. */
typedef norm_status act(const struct world *world);

/* Whether `mark` is still in a variable that a failing function must not touch. */
#define UNTOUCHED(variable, mark) ((void *)(variable) == (void *)(mark))

/* Normalise a text, and forget the result. */
norm_status apply_to(const norm_profile *profile, const struct buffer *text, norm_flags flags);

/* With names of places: alloc_places.c */
act build_gazetteer, open_gazetteer, index_names, write_names, find_places, apply_places;

#endif
