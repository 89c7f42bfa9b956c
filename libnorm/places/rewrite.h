/* SPDX-License-Identifier: MIT */
/*
 * Names of places in the form that the newsroom writes: the rules places.form and places.variants. Only names that are found
 * with confidence change, in the language of their level:
 *
 *  - places.form puts a name that is written in the other script in the form of the level: مالي in a French sentence
 *    becomes Mali. fr does that in French levels, ar in Arabic ones, both in both.
 *  - places.variants puts the preferred form of a language instead of a variant: Tinzawaten becomes Tinzaouatène.
 *
 * What is a preferred form already, of whatever place, stays, so that the result stays; so do names in capitals only, those of which an
 * article is part of another word (du Caire, للجزائر), those behind an elision or which would need another one, and those whose
 * preferred form begins with an article that the word in front would have to take in (près de Bardo, for it is called Le Bardo).
 */
#ifndef PLACES_REWRITE_H
#define PLACES_REWRITE_H

#include <stdbool.h>

#include "libnorm/gazetteer.h"
#include "text/item.h"

struct place_rules {
	unsigned form;     /* PLACES_… of places/steps.h */
	bool variants;     /* the preferred form instead of a variant */
	unsigned form_rule, variants_rule; /* their numbers, for the change log */
};

struct place_rewriter;
struct scope;

/*
 * `gazetteer` must outlive it. Paragraphs are seen as `scope` sees them, of which nothing else is used: what is put out has to have
 * the same levels. NULL when memory ran out.
 */
struct place_rewriter *place_rewriter_new(const norm_gazetteer *gazetteer, const struct place_rules *rules,
					  const struct scope *scope);
void place_rewriter_free(struct place_rewriter *rewriter);

/* Rewrite a paragraph. False, and the items stay as they are, when memory ran out. */
bool place_rewrite(struct place_rewriter *rewriter, struct items *items);

#endif
