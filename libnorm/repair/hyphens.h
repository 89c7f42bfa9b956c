/* SPDX-License-Identifier: MIT */
/* Words that keep a hyphen at the end of a line, made from data/repair/hyphens.tsv by gen_hyphens.c, where the kinds are explained. */
#ifndef REPAIR_HYPHENS_H
#define REPAIR_HYPHENS_H

#include <stdint.h>

enum { HYPHEN_TEXT_MAX = 23 }; /* letters, and hyphen, of a word */

enum hyphen_kind { HYPHEN_FIRST, HYPHEN_JOINED, HYPHEN_LAST, HYPHEN_LINK, HYPHEN_WHOLE, HYPHEN_KINDS };

struct hyphen_word {
	char text[HYPHEN_TEXT_MAX + 1];
};

/* Sorted within each kind; those of a kind begin at its number in hyphen_index and end at the next. */
extern const struct hyphen_word hyphen_words[];
extern const uint16_t hyphen_index[HYPHEN_KINDS + 1];

#endif
