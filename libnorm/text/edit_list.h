/* SPDX-License-Identifier: MIT */
/*
 * The edit list behind the public norm_edits: built while a block is written, read by callers. It
 * holds 32-bit offsets from the start of the block, so that recording one edit is one small store.
 */
#ifndef TEXT_EDIT_LIST_H
#define TEXT_EDIT_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/edits.h"
#include "text/ruleset.h"

struct edit_span {
	uint32_t source_start, source_end;
	uint32_t output_start, output_end;
	uint32_t set; /* index of its rules: in `shared`, and from shared->len on in `own` */
};

struct norm_edits {
	struct edit_span *at;
	size_t len, cap;
	bool failed;                       /* sticky: memory ran out */
	uint64_t source_base, output_base; /* where the block starts in the whole text */
	uint32_t source_len, output_len;   /* bytes in the block, for offsets behind the last edit */
	const struct ruleset_pool *shared; /* sets of the profile */
	struct ruleset_pool own;           /* sets that arose in this text */
	const norm_rule *const *rules;     /* the registry, by rule number */
};

/* Forget the edits and the place of the block; keep the sets and the memory. */
void edit_list_clear(struct norm_edits *edits);
void edit_list_release(struct norm_edits *edits);

/* Make room for one more edit, or set `failed`. */
bool edit_list_grow(struct norm_edits *edits);

/* Append an edit behind all others. */
static inline void edit_list_add(struct norm_edits *edits, struct edit_span span)
{
	if (edits->len < edits->cap || edit_list_grow(edits))
		edits->at[edits->len++] = span;
}

/* Take back all edits that start at or behind this place (offsets in the block). */
void edit_list_cut(struct norm_edits *edits, uint32_t source_start, uint32_t output_start);
/* The index to store for a set of rules. */
uint32_t edit_list_set(struct norm_edits *edits, const struct ruleset *set);

#endif
