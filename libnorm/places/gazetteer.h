/* SPDX-License-Identifier: MIT */
/*
 * The stack of files, from inside. Whoever finds names in a text walks the trie of each layer by fold keys (places/fold.h):
 *
 *     for (size_t i = 0; i < gazetteer->count; i++)
 *             trie_step(&gazetteer->layers[i].trie, &at, letter) ... value = trie_value(...)
 *     count = layer_key_forms(&gazetteer->layers[i], value, &forms)
 *     gazetteer_resolve(gazetteer, i, forms[0].form, &name)
 */
#ifndef PLACES_GAZETTEER_H
#define PLACES_GAZETTEER_H

#include "libnorm/gazetteer.h"
#include "places/layer.h"

struct norm_gazetteer {
	size_t count; /* of the layers; the last one is the topmost */
	struct layer layers[NORM_GAZETTEER_FILES_MAX];
	uint32_t first[NORM_GAZETTEER_FILES_MAX + 1]; /* by layer: the number of its first place; then how many there are */
	char *paths[NORM_GAZETTEER_FILES_MAX];
};

/* Open files, the lowest first. `error` may be NULL. */
norm_status gazetteer_open(const char *const *files, size_t count, norm_gazetteer **ret, norm_error *error);

/* The same with one file in memory, aligned to 8 bytes, which is borrowed. */
norm_status gazetteer_open_memory(const void *bytes, size_t size, norm_gazetteer **ret, norm_error *error);

/*
 * Which form of which place the form `form` of a layer is in the stack. False where it is none: deleted, or the same as one in
 * a higher layer, which has that key, too. Costs nothing to speak of in a stack of one layer, else a look-up by id for
 * each layer.
 */
bool gazetteer_resolve(const norm_gazetteer *gazetteer, size_t layer, uint32_t form, norm_place_name *ret);

#endif
