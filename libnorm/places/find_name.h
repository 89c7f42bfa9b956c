/* SPDX-License-Identifier: MIT */
/* What the gazetteer says of a key that a text spells: the forms that have it, and their places. */
#ifndef PLACES_FIND_NAME_H
#define PLACES_FIND_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "places/find.h"
#include "places/gazetteer.h"

/* One form, as it stands in its file. */
struct find_name {
	uint32_t form; /* its number in the layer, for gazetteer_resolve() */
	uint16_t country; /* its two letters in one number; 0: none */
	uint8_t feature, status; /* enum feature, norm_form_status; in a damaged file anything */
	uint8_t layer;
};

/* The forms of a key that are still to be told: those of one file, and of files below it. */
struct find_names {
	const struct find_text *text;
	const struct find_hit *hit;
	const struct format_name *at;
	uint32_t left;  /* of the file */
	uint32_t below; /* files, a bit each */
	uint8_t layer;
};

/* Begin with those of the key of `hit`. */
static inline struct find_names find_names(const struct find_text *text, const struct find_hit *hit)
{
	struct find_names names = {.text = text, .hit = hit, .layer = hit->layer, .below = hit->shared};
	names.left = layer_key_forms(&text->gazetteer->layers[hit->layer], hit->value, &names.at);
	return names;
}

/* Go on to the next file that has some. False: there is none. */
bool find_names_below(struct find_names *names);

/* The next one. False behind the last one. */
static inline bool find_names_next(struct find_names *names, struct find_name *ret)
{
	if (names->left == 0 && !find_names_below(names))
		return false;
	names->left--;
	uint32_t about = names->at->about;
	*ret = (struct find_name){names->at++->form, (uint16_t)(about >> 16), (uint8_t)(about >> 8), (uint8_t)about, names->layer};
	return true;
}

/* What is asked of few forms, for it lies elsewhere in the file: the text, which a damaged one may not have, … */
const char *find_name_text(const struct find_text *text, const struct find_name *name);
/* … and the number of the place in the stack. */
uint32_t find_name_place(const struct find_text *text, const struct find_name *name);

/* Whether a form is one in the stack of files: none above deletes it, or has it, too. */
bool find_name_counts(const struct find_text *text, const struct find_name *name);

#endif
