/* SPDX-License-Identifier: MIT */
/* Joining the lines of a text as they come: see line_ends.h. */
#ifndef REPAIR_LINE_JOINER_H
#define REPAIR_LINE_JOINER_H

#include "repair/decoded.h"
#include "repair/line_ends.h"

/* Zero-initialise at the start of a text. */
struct line_joiner {
	struct line_ends ends;
	bool indented; /* the spaces in front of the line to come go: it was joined to the last one */
	bool inside;   /* the beginning of the line to come has been put out, for it was too long to be kept */
};

/* Take `len` more bytes of UTF-8; `last`: no more come. What runs out of memory is sticky in `lines`. */
void line_joiner_push(struct line_joiner *joiner, const uint8_t *in, size_t len, bool last, struct decoded *lines);

#endif
