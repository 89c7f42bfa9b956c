/* SPDX-License-Identifier: MIT */
#include "places/name_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "places/name_key.h"

enum { FILTER_BITS_EACH = 16, ENTRIES_MAX = 0x7FFFFFFF };

norm_status norm_name_index_new(norm_name_index **ret)
{
	norm_name_index *index = calloc(1, sizeof *index);
	if (!index || !memory_reserve(&index->entries, &index->entry_cap, 1, sizeof *index->entries)) {
		free(index);
		return NORM_E_NOMEM;
	}
	index->entries[0] = (struct name_entry){0};
	*ret = index;
	return NORM_OK;
}

void norm_name_index_free(norm_name_index *index)
{
	if (!index)
		return;
	free(index->entries);
	free(index->slots);
	free(index->filter);
	buffer_release(&index->texts);
	free(index);
}

/* FNV-1a. */
static uint32_t hash_text(const char *text, size_t len)
{
	uint32_t sum = 0x811C9DC5u;
	for (size_t i = 0; i < len; i++)
		sum = (sum ^ (uint8_t)text[i]) * 0x01000193u;
	return sum;
}

norm_status norm_name_index_add(norm_name_index *index, const char *name, size_t len, const char *country)
{
	struct name_reading read;
	uint64_t keys[NAME_KEYS_MAX];
	name_prepare(&read, name, len);
	size_t count = name_find_keys(&read.name, &read.parts, keys);
	size_t bytes = read.name.length ? read.name.source[read.name.length] : 0;
	if (index->entry_count == ENTRIES_MAX)
		return NORM_E_LIMIT;
	if (!memory_reserve(&index->entries, &index->entry_cap, index->entry_count + 2, sizeof *index->entries) ||
	    !memory_reserve(&index->slots, &index->slot_cap, index->slot_count + count, sizeof *index->slots) ||
	    !buffer_reserve(&index->texts, bytes))
		return NORM_E_NOMEM;
	buffer_append(&index->texts, name, bytes);
	uint32_t text = hash_text(name, bytes);
	for (size_t i = 0; i < count; i++)
		index->slots[index->slot_count++] = (struct name_slot){keys[i], text, (uint32_t)index->entry_count};
	struct name_entry *entry = &index->entries[index->entry_count++];
	if (country && strlen(country) == 2)
		memcpy(entry->country, country, 2);
	entry[1] = (struct name_entry){.text = index->texts.len};
	free(index->filter);
	index->filter = NULL;
	return NORM_OK;
}

static int compare(const void *left, const void *right)
{
	const struct name_slot *a = left, *b = right;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->text != b->text)
		return a->text < b->text ? -1 : 1;
	return a->entry < b->entry ? -1 : a->entry > b->entry;
}

static size_t hash(const norm_name_index *index, uint64_t key)
{
	return (size_t)(key * 0x9E3779B97F4A7C15u >> index->filter_shift);
}

norm_status norm_name_index_ready(norm_name_index *index)
{
	if (index->filter)
		return NORM_OK;
	unsigned bits = 6;
	while (bits < 40 && (size_t)1 << bits < index->slot_count * FILTER_BITS_EACH)
		bits++;
	index->filter = calloc((size_t)1 << (bits - 6), sizeof *index->filter);
	if (!index->filter)
		return NORM_E_NOMEM;
	index->filter_shift = 64 - bits;
	if (index->slot_count > 0)
		qsort(index->slots, index->slot_count, sizeof *index->slots, compare);
	for (size_t i = 0; i < index->slot_count; i++) {
		size_t bit = hash(index, index->slots[i].key);
		index->filter[bit / 64] |= (uint64_t)1 << bit % 64;
	}
	return NORM_OK;
}

/* The first slot whose key is not below `key`. */
static size_t find_slot(const norm_name_index *index, uint64_t key)
{
	size_t low = 0, high = index->slot_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (index->slots[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t name_index_slots(const norm_name_index *index, uint64_t key, size_t *ret_end)
{
	size_t bit = hash(index, key), start = 0;
	*ret_end = 0;
	if (!(index->filter[bit / 64] >> bit % 64 & 1))
		return 0;
	start = find_slot(index, key);
	*ret_end = start;
	while (*ret_end < index->slot_count && index->slots[*ret_end].key == key)
		++*ret_end;
	return start;
}
