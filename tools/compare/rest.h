/* SPDX-License-Identifier: MIT */
/* The parts of rest.c: what is told of tokens that are not aligned. */
#ifndef COMPARE_REST_H
#define COMPARE_REST_H

#include "compare/difference.h"

/* Tokens of both sides that belong together, from the start of a range on; at most so many on a side. */
enum { PAIR_TOKENS_MAX = 6 };
struct pair {
	uint32_t a_count, b_count;
	class_set classes;
};

static inline uint32_t rest_limit(uint32_t start, uint32_t end)
{
	return end - start > PAIR_TOKENS_MAX ? start + PAIR_TOKENS_MAX : end;
}

/* Is this a hyphen? One that joins the parts of a compound says nothing where they are written as one. */
static inline bool rest_is_hyphen(const struct side *side, uint32_t index)
{
	return index < side->count && side_is_sign(side, index, '-');
}

/* numbers.c: the numbers, or ordinals, that both sides of a range begin with. */
bool find_number(const struct comparison *comparison, struct range range, struct pair *ret);

/* marks.c: the classes of tokens that have no partner. */
class_set rest_classes(const struct comparison *comparison, struct range range);

#endif
