/* SPDX-License-Identifier: MIT */
#include "places/string_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

uint32_t string_append(struct buffer *pool, const char *text, size_t len)
{
	size_t start = pool->len;
	if (len >= UINT32_MAX - start)
		pool->failed = true;
	buffer_append(pool, text, len);
	buffer_append(pool, "", 1);
	return (uint32_t)start;
}

static uint32_t hash(const char *text, size_t len)
{
	uint32_t sum = 0x811C9DC5u; /* FNV-1a */
	for (size_t i = 0; i < len; i++)
		sum = (sum ^ (uint8_t)text[i]) * 0x01000193u;
	return sum;
}

/* The slot of a string, or the free one where it belongs. */
static uint32_t *find(const struct string_set *set, const struct buffer *pool, const char *text, size_t len)
{
	size_t mask = set->slot_count - 1, slot = hash(text, len) & mask;
	while (set->slots[slot]) {
		uint32_t start = set->starts[set->slots[slot] - 1];
		if (pool->len - start > len && !memcmp(pool->at + start, text, len) && !pool->at[start + len])
			break;
		slot = (slot + 1) & mask;
	}
	return &set->slots[slot];
}

/* Half of the slots stay free. */
static bool grow(struct string_set *set, const struct buffer *pool)
{
	if (set->count < set->slot_count / 2)
		return true;
	struct string_set fresh = *set;
	fresh.slot_count = set->slot_count ? set->slot_count * 2 : 64;
	fresh.slots = calloc(fresh.slot_count, sizeof *fresh.slots);
	if (!fresh.slots)
		return false;
	for (size_t i = 0; i < set->count; i++) {
		const char *text = (const char *)pool->at + set->starts[i];
		*find(&fresh, pool, text, strlen(text)) = (uint32_t)i + 1;
	}
	free(set->slots);
	*set = fresh;
	return true;
}

uint32_t string_set_add(struct string_set *set, struct buffer *pool, const char *text, size_t len)
{
	if (!grow(set, pool))
		return STRING_NONE;
	uint32_t *slot = find(set, pool, text, len);
	if (*slot)
		return *slot - 1;
	if (!memory_reserve(&set->starts, &set->cap, set->count + 1, sizeof *set->starts))
		return STRING_NONE;
	uint32_t start = string_append(pool, text, len);
	if (pool->failed)
		return STRING_NONE;
	set->starts[set->count] = start;
	*slot = (uint32_t)++set->count;
	return *slot - 1;
}

void string_set_release(struct string_set *set)
{
	free(set->starts);
	free(set->slots);
	*set = (struct string_set){0};
}
