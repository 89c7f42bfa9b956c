/* SPDX-License-Identifier: MIT */
/* Two edit lists in a row, as one: what the first puts out is the source of the second. */
#ifndef TEXT_EDIT_CHAIN_H
#define TEXT_EDIT_CHAIN_H

#include "text/edit_list.h"

/* Both count from the start of the text between them; the other offsets may count from elsewhere. */
struct edit_chain {
	const struct norm_edits *first, *second;
	uint32_t source_base; /* where the source of the first starts: its offsets count from there */
	uint32_t output_base; /* where the output of the second starts: its offsets have it already */
	const uint8_t *source, *output; /* the bytes that the offsets of `edits` count in */
};

/*
 * Append to `edits`, which end before, what both do together, and their findings. What they change in the same place is one
 * edit with the rules of both, what both find is found once; where one undoes what the other does there is none.
 */
void edit_chain_append(const struct edit_chain *chain, struct norm_edits *edits);

/*
 * The same where the first list has no edits, and what the second would have, `edits` has already: its findings from `from` on. The
 * source of the first starts at `source_base`.
 */
void edit_chain_merge_findings(const struct norm_edits *first, uint32_t source_base, size_t from, struct norm_edits *edits);

#endif
