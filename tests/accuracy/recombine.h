/* SPDX-License-Identifier: MIT */
/*
 * True text in any amount, for what must not be changed: paragraphs made of words of a bed, in capitals too, of foreign names,
 * of symbols and of single letters.
 */
#ifndef ACCURACY_RECOMBINE_H
#define ACCURACY_RECOMBINE_H

#include "accuracy/bed.h"
#include "base/buffer.h"
#include "property/random.h"

/* Put one paragraph into `out`, which is emptied first. */
void recombine(const struct bed *bed, struct random *random, struct buffer *out);

#endif
