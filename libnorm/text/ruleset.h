/* SPDX-License-Identifier: MIT */
/* A set of rules, by their numbers in the registry. */
#ifndef TEXT_RULESET_H
#define TEXT_RULESET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RULESET_MAX = 128 }; /* rules that the registry may hold */

struct ruleset {
	uint64_t bits[RULESET_MAX / 64];
};

static inline void ruleset_add(struct ruleset *set, unsigned rule)
{
	set->bits[rule / 64] |= UINT64_C(1) << rule % 64;
}

static inline bool ruleset_has(const struct ruleset *set, unsigned rule)
{
	return set->bits[rule / 64] >> rule % 64 & 1;
}

static inline bool ruleset_equal(const struct ruleset *a, const struct ruleset *b)
{
	return a->bits[0] == b->bits[0] && a->bits[1] == b->bits[1];
}

enum { RULESET_RECENT = 64 };

/* Distinct sets, each stored once and named by its index. Zero-initialise; few dozens at most. */
struct ruleset_pool {
	struct ruleset *at;
	size_t len, cap;
	uint32_t recent[RULESET_RECENT]; /* those that were asked for last, by a hash; they may be there no more */
};

/* The index of `set`, added when it is new; SIZE_MAX when memory ran out. */
size_t ruleset_intern(struct ruleset_pool *pool, const struct ruleset *set);
void ruleset_pool_release(struct ruleset_pool *pool);

#endif
