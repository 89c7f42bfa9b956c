/* SPDX-License-Identifier: MIT */
/* What a model makes of a place in a name: how likely each choice is there. */
#ifndef PLACES_ROMANISE_SCORE_H
#define PLACES_ROMANISE_SCORE_H

#include <stddef.h>
#include <stdint.h>

#include "places/romanise_model.h"

enum { ROMANISE_CHOICES = 256, ROMANISE_WRITTEN = 4 };

/* Symbols of a name: letters of one script, ROMANISE_ARTICLE, single spaces, hyphens. */
struct romanise_name {
	const uint32_t *symbols;
	size_t len;
	const char *country; /* two letters */
};

/* What was written so far: what the next choice depends on. */
struct romanise_past {
	uint32_t written[ROMANISE_WRITTEN]; /* the last letters, latest first; # before the first */
	uint32_t vowels[2];                 /* the last vowel written for each of the last two symbols; 0: none, #: a border */
};

/* What features are made of, at one symbol. */
struct romanise_view {
	uint32_t atoms[ROMANISE_ATOMS];
};

void romanise_past_begin(struct romanise_past *past);
/* A chunk was written. */
void romanise_past_write(struct romanise_past *past, const char *chunk);
/* The symbol is done; `chunk` was the last one of it. */
void romanise_past_end(struct romanise_past *past, uint32_t symbol, const char *chunk);

/* Set all atoms but those of the past. `later_word`: a space stands before `at`. */
void romanise_look(struct romanise_view *view, const struct romanise_name *name, size_t at, bool later_word);

/* What may be chosen for `symbol` in `step`; NULL where the model knows nothing of it. */
const struct romanise_options *romanise_options(const struct romanise_model *model, char step, uint32_t symbol);

/* The natural logarithm of the likelihood of each option, in their order. */
void romanise_score(const struct romanise_model *model, const struct romanise_options *options, struct romanise_view *view,
		    const struct romanise_past *past, float *ret);

#endif
