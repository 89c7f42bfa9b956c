/* SPDX-License-Identifier: MIT */
#include "text/ruleset.h"

#include <stdlib.h>

#include "base/memory.h"

static size_t hash(const struct ruleset *set)
{
	return (size_t)((set->bits[0] ^ set->bits[1] * 3) * UINT64_C(0x9E3779B97F4A7C15) >> 32) % RULESET_RECENT;
}

size_t ruleset_intern(struct ruleset_pool *pool, const struct ruleset *set)
{
	/* A text has changes of few kinds, again and again. */
	uint32_t *recent = &pool->recent[hash(set)];
	if (*recent < pool->len && ruleset_equal(&pool->at[*recent], set))
		return *recent;
	for (size_t i = pool->len; i > 0; i--)
		if (ruleset_equal(&pool->at[i - 1], set))
			return *recent = (uint32_t)(i - 1);
	if (!memory_reserve(&pool->at, &pool->cap, pool->len + 1, sizeof *pool->at))
		return SIZE_MAX;
	pool->at[pool->len] = *set;
	*recent = (uint32_t)pool->len;
	return pool->len++;
}

void ruleset_pool_release(struct ruleset_pool *pool)
{
	free(pool->at);
	*pool = (struct ruleset_pool){0};
}
