/* SPDX-License-Identifier: MIT */
/* What the gazetteer says of a key that a text spells: the forms that have it, and their places. */
#ifndef PLACES_FIND_NAME_H
#define PLACES_FIND_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "places/find.h"

/* One form, as it stands in its file. */
struct find_name {
	const char *text;
	uint32_t form; /* its number in the layer, for gazetteer_resolve() */
	uint32_t place; /* the same */
	uint8_t language, status, feature; /* enum form_language, norm_form_status, enum feature */
	uint16_t country; /* its two letters in one number; 0: none */
};

/*
 * Form number `index` of those that its file has for the key of `hit`. False behind the last one; those that are deleted there
 * have no text.
 */
bool find_name_at(const struct find_text *text, const struct find_hit *hit, size_t index, struct find_name *ret);

/* Whether a form that has text is one in the stack of files: none above deletes it, or has it, too. */
bool find_name_counts(const struct find_text *text, const struct find_hit *hit, const struct find_name *name);

#endif
