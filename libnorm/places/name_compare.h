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

/* A comparison: with all letters (`without` is 0), with the words of the lexicon by their meaning, or without an article. */
struct name_comparison {
	const struct name_channel *channel;
	const struct name_reading *left, *right; /* as the channel reads them */
	unsigned without;
	bool conflict; /* each has a direction that the other lacks: north and south */
	int32_t weight;
};

/* The first word of a kind and meaning in a name, or the number of its words. */
size_t name_find_meaning(const struct name_reading *read, unsigned kind, unsigned meaning);

/*
 * What a word says, in NAME_NAT, when the other name has one of its meaning and when it has none; 0 for proper
 * names.
 */
int32_t name_word_weight(const struct name_comparison *comparison, unsigned kind, bool shared);

/* The better of both ways, as a country (or NULL) writes. Names without letters have none: returns false. */
bool name_compare(const struct name_reading *a, const struct name_reading *b, const char *country,
                  struct name_comparison *ret);

/* From a weight to a score. */
double name_probability(int32_t weight);

#endif
