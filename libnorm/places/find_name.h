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
};

/* Form number `index` of those that its file has for the key of `hit`. False behind the last one. */
static inline bool find_name_at(const struct find_text *text, const struct find_hit *hit, size_t index, struct find_name *ret)
{
	const struct format_name *names;
	if (index >= layer_key_forms(&text->gazetteer->layers[hit->layer], hit->value, &names))
		return false;
	uint32_t about = names[index].about;
	*ret = (struct find_name){names[index].form, (uint16_t)(about >> 16), (uint8_t)(about >> 8), (uint8_t)about};
	return true;
}

/* What is asked of few forms, for it lies elsewhere in the file: the text, which a damaged one may not have, … */
const char *find_name_text(const struct find_text *text, const struct find_hit *hit, const struct find_name *name);
/* … and the number of the place in the layer. */
uint32_t find_name_place(const struct find_text *text, const struct find_hit *hit, const struct find_name *name);

/* Whether a form is one in the stack of files: none above deletes it, or has it, too. */
bool find_name_counts(const struct find_text *text, const struct find_hit *hit, const struct find_name *name);

#endif
