/* SPDX-License-Identifier: MIT */
/* The stages of making a file of what a builder has read. */
#ifndef PLACES_COMPILE_H
#define PLACES_COMPILE_H

#include "places/builder.h"
#include "places/format.h"
#include "places/trie.h"

/* What is in the file, besides the strings of the builder. */
struct compiled {
	struct format_place *places;
	size_t place_count;
	struct format_form *forms;
	size_t form_count;
	uint32_t *ids; /* the hash table */
	size_t id_slots;
	struct cpbuf lists, trie;
	struct buffer openings, starts; /* the tables of the filter */
	size_t key_count;
};

/* Places sorted by id, and their forms; each twice-told thing once. Looks at places as a whole. False: no memory. */
bool compile_places(norm_gazetteer_builder *builder, struct compiled *ret);
/* Look at a place, of which these rows count, as they are sorted in the file. */
void compile_check(norm_gazetteer_builder *builder, uint32_t place, const uint32_t *rows, size_t count);
/* The hash table of ids. */
bool compile_ids(const struct buffer *strings, struct compiled *ret);
/* Which forms have which fold key, and with what letters keys begin. */
bool compile_keys(const struct buffer *strings, struct compiled *ret);

#endif
