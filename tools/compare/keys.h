/* SPDX-License-Identifier: MIT */
/* The keys of a text, which are looked up rather than kept: a form says its key. */
#ifndef COMPARE_KEYS_H
#define COMPARE_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "compare/lexicon.h"

struct keys {
	const uint32_t *forms;      /* of the tokens */
	const uint32_t *key_of;     /* of the forms */
};

/* A part of both texts: tokens [a, a_end) and [b, b_end). */
struct range {
	uint32_t a, a_end, b, b_end;
};

static inline uint32_t key_at(const struct keys *keys, uint32_t index)
{
	return keys->key_of[keys->forms[index]];
}

/* Both have the same lexicon. */
static inline bool keys_equal(const struct keys *a, uint32_t i, const struct keys *b, uint32_t j)
{
	return a->forms[i] == b->forms[j] || key_at(a, i) == key_at(b, j);
}

/* How many tokens at the start of the range are the same, and at its end. */
static inline uint32_t keys_common_start(const struct keys *a, const struct keys *b, struct range range)
{
	uint32_t i = range.a, j = range.b;
	while (i < range.a_end && j < range.b_end && keys_equal(a, i, b, j))
		i++, j++;
	return i - range.a;
}

static inline uint32_t keys_common_end(const struct keys *a, const struct keys *b, struct range range)
{
	uint32_t i = range.a_end, j = range.b_end;
	while (i > range.a && j > range.b && keys_equal(a, i - 1, b, j - 1))
		i--, j--;
	return range.a_end - i;
}

#endif
