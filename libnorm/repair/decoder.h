/* SPDX-License-Identifier: MIT */
/* Decoding from any encoding that ICU knows, with origins. */
#ifndef REPAIR_DECODER_H
#define REPAIR_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "libnorm/status.h"
#include "text/edit_list.h"

/* One text in the making; mutable. */
struct decoder;

/*
 * Open a decoder. `strict`: what has no meaning in the encoding is an error, else it becomes U+FFFD. NORM_OK, NORM_E_NOMEM, or
 * NORM_E_NO_ENCODING where ICU knows none of that name.
 */
norm_status decoder_open(const char *name, bool strict, struct decoder **ret);
void decoder_free(struct decoder *decoder);

/* Whether `name` is a name of UTF-8. */
bool decoder_is_utf8(const char *name);

/*
 * What has been decoded. Zero-initialise, but for `set` and what the edits need. Edits lead from the source to the text, both
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

/* Decode `len` more bytes; `last`: no more come. NORM_E_ENCODING: strict, and what is behind decoded->settled is wrong. */
norm_status decoder_push(struct decoder *decoder, const uint8_t *in, size_t len, bool last, struct decoded *decoded);

/* How many bytes of the source the first `len` bytes of the text stand for; all, if that is all the text there is. */
size_t decoded_source_len(const struct decoded *decoded, size_t len);
/* The edits of the first `len` bytes of the text, lent until the next change. */
struct norm_edits decoded_edits(const struct decoded *decoded, size_t len);
/* These have been used: forget them. */
void decoded_use(struct decoded *decoded, size_t len);
void decoded_clear(struct decoded *decoded);
void decoded_release(struct decoded *decoded);

#endif
