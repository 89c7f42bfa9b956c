/* SPDX-License-Identifier: MIT */
/* Two names side by side: what norm_name_score() and norm_name_explain() tell. */
#ifndef PLACES_NAME_COMPARE_H
#define PLACES_NAME_COMPARE_H

#include "places/name_align.h"
#include "places/name_part.h"

/* Kinds of words that tell something by their meaning or nothing at all, not by their sound. */
enum { NAME_LEXICON = 1 << NAME_WORD_AREA | 1 << NAME_WORD_FEATURE | 1 << NAME_WORD_DIRECTION };

struct name_reading {
	struct name name;
	struct name_parts parts;
};

void name_prepare(struct name_reading *read, const char *text, size_t len);

/* What a word of the lexicon says, in NAME_NAT, when the other name has one of its meaning and when it has none. */
int32_t name_word_weight(unsigned kind, bool shared);

/* Whether a name has a word of the meaning and kind of a word of another one. */
bool name_has_meaning(const struct name_reading *read, unsigned kind, unsigned meaning);

/* A comparison: with all letters (`without` is 0), or with the words of the lexicon by their meaning. */
struct name_comparison {
	const struct name_channel *channel;
	const struct name_reading *left, *right; /* as the channel reads them */
	unsigned without;
	int32_t weight;
};

/* The better of both ways. Names without letters have none: returns false. */
bool name_compare(const struct name_reading *a, const struct name_reading *b, struct name_comparison *ret);

/* From a weight to a score. */
double name_probability(int32_t weight);

#endif
