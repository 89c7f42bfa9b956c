/* SPDX-License-Identifier: MIT */
/* Writing items out, as bytes and edits. */
#ifndef TEXT_ITEM_WRITE_H
#define TEXT_ITEM_WRITE_H

#include "base/buffer.h"
#include "text/edit_list.h"
#include "text/item.h"

struct item_writer {
	struct items *items;      /* what is written; its changes and findings get sorted */
	const uint8_t *source;    /* what the offsets of the items count from */
	struct buffer *out;       /* appended to */
	struct norm_edits *edits; /* appended to; NULL unless asked for */
};

/* Append the items, which have been read from the source bytes [from, to). What fails is sticky in `out`, `items` or `edits`. */
void items_put(struct item_writer *writer, uint32_t from, uint32_t to);

#endif
