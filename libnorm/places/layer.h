/* SPDX-License-Identifier: MIT */
/*
 * One file of a gazetteer, mapped. Everything that is asked of it is checked: numbers that lead nowhere give nothing.
 */
#ifndef PLACES_LAYER_H
#define PLACES_LAYER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/status.h"
#include "places/filter.h"
#include "places/format.h"
#include "places/trie.h"

struct layer {
	const uint8_t *bytes; /* the whole file */
	size_t size;
	bool mapped;
	const char *strings; /* the last byte is NUL */
	uint32_t strings_size;
	const struct format_place *places;
	uint32_t place_count;
	const struct format_form *forms;
	uint32_t form_count;
	const uint32_t *lists;
	uint32_t list_size;
	struct trie trie; /* fold keys; values are for layer_key_forms() */
	struct filter filter;
	const uint32_t *ids;
	uint32_t id_slots;
};

/* Map a file. On NORM_E_DATA `error` is filled, on any failure `ret` is untouched. */
norm_status layer_open(const char *path, struct layer *ret, norm_error *error);

/* The same of a file in memory, aligned to 8 bytes, which the layer borrows; `error->file` stays as it is. */
norm_status layer_read(const uint8_t *bytes, size_t size, struct layer *ret, norm_error *error);

/* Compare the checksum of the whole file. */
norm_status layer_check(const struct layer *layer, norm_error *error);

void layer_close(struct layer *layer);

/* The number of the place with an id; false when the layer has none. */
bool layer_find(const struct layer *layer, const char *id, uint32_t *ret);

/* Borrow a string; the empty one when the number leads nowhere. */
static inline const char *layer_string(const struct layer *layer, uint32_t string)
{
	return layer->strings + (string < layer->strings_size ? string : 0);
}

/* The forms of a place, which must be below layer->place_count; returns how many. */
static inline uint32_t layer_place_forms(const struct layer *layer, uint32_t place, const struct format_form **ret)
{
	const struct format_place *at = &layer->places[place];
	if (at->first_form > layer->form_count || at->form_count > layer->form_count - at->first_form)
		return 0;
	*ret = layer->forms + at->first_form;
	return at->form_count;
}

/*
 * The forms that have a key, by the value of the key in the trie; returns how many. What they say is not
 * checked: see gazetteer_resolve().
 */
static inline uint32_t layer_key_forms(const struct layer *layer, uint32_t value, const struct format_name **ret)
{
	const uint32_t numbers = sizeof **ret / sizeof *layer->lists;
	if (value >= layer->list_size || layer->lists[value] > (layer->list_size - value - 1) / numbers)
		return 0;
	*ret = (const struct format_name *)(layer->lists + value + 1);
	return layer->lists[value];
}

#endif
