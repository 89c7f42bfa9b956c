/* SPDX-License-Identifier: MIT */
/*
 * What people would say of an alignment. Where a row of tokens came in or went out, it often can be told in several ways: "La foule. La" in front of "police",
 * or "La foule." in front of "La police". Each alignment has as many tokens, but people say the latter. And a comma that
 * two rewritten sentences have in common is a part of the change.
 */
#ifndef COMPARE_POLISH_H
#define COMPARE_POLISH_H

#include "compare/align.h"
#include "compare/side.h"

/* Move what lies between two blocks, where it is on one side only, to the start of a line or of a sentence. */
void blocks_slide(struct blocks *blocks, const struct side *a, const struct side *b);
/* Give up what is the same between two large changes by chance. */
void blocks_drop_islands(struct blocks *blocks, const struct side *a, const struct side *b);

#endif
