/* SPDX-License-Identifier: MIT */
/* What the words of a line say of its order, where its letters leave doubts. */
#ifndef REPAIR_VISUAL_WORDS_H
#define REPAIR_VISUAL_WORDS_H

#include "text/item.h"

/* The evidence of the known words of a line for the order of display, in units of VISUAL_BIT. */
long visual_words_weigh(const struct items *items);

#endif
