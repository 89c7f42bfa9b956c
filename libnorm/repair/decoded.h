/* SPDX-License-Identifier: MIT */
/* Text that was made of other text before anything else sees it, with origins: by decoding, by joining lines. */
#ifndef REPAIR_DECODED_H
#define REPAIR_DECODED_H

#include "base/buffer.h"
#include "text/edit_list.h"

/*
 * What has been made. Zero-initialise, but for `set` and what the edits need. Edits lead from the source to the text, both
 * counted from the start of what has not been used yet.
 */
struct decoded {
	struct buffer text;      /* new text: the caller takes it out */
	struct buffer source;    /* bytes that have not been used yet … */
	size_t settled;          /* … and those of them that text stands for; behind them a character may begin */
	size_t text_len;         /* bytes of text that have not been used yet, be they taken out or not */
	struct norm_edits edits;
	uint32_t set;            /* of rules, for all edits */
};

/* The next `len` bytes of the source are these bytes of text; the same ones make no edit. */
void decoded_put(struct decoded *decoded, size_t len, const void *text, size_t text_len);

/* How many bytes of the source the first `len` bytes of the text stand for; all, if that is all the text there is. */
size_t decoded_source_len(const struct decoded *decoded, size_t len);
/* The edits of the first `len` bytes of the text, lent until the next change. */
struct norm_edits decoded_edits(const struct decoded *decoded, size_t len);
/* These have been used: forget them. */
void decoded_use(struct decoded *decoded, size_t len);
void decoded_clear(struct decoded *decoded);
void decoded_release(struct decoded *decoded);

#endif
