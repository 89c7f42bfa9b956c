/* SPDX-License-Identifier: MIT */
#include "text/ruleset.h"

#include <stdlib.h>

#include "base/memory.h"

size_t ruleset_intern(struct ruleset_pool *pool, const struct ruleset *set)
{
	/* Changes of one kind stand together. */
	if (pool->len && ruleset_equal(&pool->at[pool->last], set))
		return pool->last;
	for (size_t i = pool->len; i > 0; i--)
		if (ruleset_equal(&pool->at[i - 1], set))
			return pool->last = i - 1;
	if (!memory_reserve(&pool->at, &pool->cap, pool->len + 1, sizeof *pool->at))
		return SIZE_MAX;
	pool->at[pool->len] = *set;
	return pool->last = pool->len++;
}

void ruleset_pool_release(struct ruleset_pool *pool)
{
	free(pool->at);
	*pool = (struct ruleset_pool){0};
}
