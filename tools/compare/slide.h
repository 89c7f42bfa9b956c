/* SPDX-License-Identifier: MIT */
/*
 * Where a row of tokens came in or went out, it often can be told in several ways: "La foule. La" in front of "police",
 * or "La foule." in front of "La police". Each alignment has as many tokens, but people say the latter.
 */
#ifndef COMPARE_SLIDE_H
#define COMPARE_SLIDE_H

#include "compare/align.h"
#include "compare/side.h"

/* Move what lies between two blocks, where it is on one side only, to the start of a line or of a sentence. */
void blocks_slide(struct blocks *blocks, const struct side *a, const struct side *b);

#endif
