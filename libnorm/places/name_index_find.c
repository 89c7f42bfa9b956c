/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "places/name_index.h"
#include "places/name_key.h"

enum {
	NEIGHBOURS_FROM = 3,    /* classes of a key; shorter ones have too many neighbours */
	NEIGHBOURS_MAX = 1000,  /* names of neighbours that are tried */
};

struct search {
	const norm_name_index *index;
	const struct name_reading *read;
	const char *country; /* two letters, or NULL */
	norm_name_match *at; /* `count` of up to `max`, best first */
	size_t max, count;
	size_t left; /* names that may yet be tried */
};

static void add_match(struct search *search, uint32_t entry, double score)
{
	size_t at = search->count;
	while (at > 0 && (search->at[at - 1].score < score ||
			  (search->at[at - 1].score <= score && search->at[at - 1].entry > entry)))
		at--;
	if (at > 0 && search->at[at - 1].entry == entry)
		return;
	if (at == search->max)
		return;
	if (search->count < search->max)
		search->count++;
	memmove(&search->at[at + 1], &search->at[at], (search->count - at - 1) * sizeof *search->at);
	search->at[at] = (norm_name_match){entry, score};
}

static bool is_elsewhere(const struct search *search, const struct name_entry *entry)
{
	return search->country && entry->country[0] && memcmp(search->country, entry->country, 2);
}

static bool is_same_text(const norm_name_index *index, uint32_t a, uint32_t b)
{
	const struct name_entry *first = &index->entries[a], *second = &index->entries[b];
	size_t len = first[1].text - first->text;
	return second[1].text - second->text == len &&
	       !memcmp(index->texts.at + first->text, index->texts.at + second->text, len);
}

static double score_entry(const struct search *search, uint32_t number)
{
	const struct name_entry *entry = &search->index->entries[number];
	struct name_reading read;
	struct name_comparison comparison;
	name_prepare(&read, (const char *)search->index->texts.at + entry->text, entry[1].text - entry->text);
	if (!name_compare(search->read, &read, search->country, &comparison))
		return 0;
	return name_probability(comparison.weight);
}

static void try_key(struct search *search, uint64_t key)
{
	const norm_name_index *index = search->index;
	size_t end, start = name_index_slots(index, key, &end), last = end;
	double score = 0;
	if (end - start > search->left)
		return;
	search->left -= end - start;
	for (size_t i = start; i < end; i++) {
		const struct name_slot *slot = &index->slots[i];
		if (is_elsewhere(search, &index->entries[slot->entry]))
			continue;
		if (last == end || index->slots[last].text != slot->text ||
		    !is_same_text(index, index->slots[last].entry, slot->entry))
			score = score_entry(search, slot->entry);
		last = i;
		add_match(search, slot->entry, score);
	}
}

/* The keys with one class more, one less or another one. */
static void try_neighbours(struct search *search, uint64_t key)
{
	unsigned classes = 0;
	while (classes < NAME_KEY_CLASSES && key >> NAME_KEY_BITS * classes)
		classes++;
	if (classes < NEIGHBOURS_FROM)
		return;
	for (unsigned at = 0; at <= classes && at < NAME_KEY_CLASSES; at++) {
		unsigned shift = NAME_KEY_BITS * at;
		uint64_t low = key & (((uint64_t)1 << shift) - 1), high = key >> shift << shift;
		uint64_t behind = at + 1 < NAME_KEY_CLASSES ? key >> (shift + NAME_KEY_BITS) : 0;
		uint64_t tail = at + 1 < NAME_KEY_CLASSES ? behind << shift << NAME_KEY_BITS : 0;
		if (at < classes)
			try_key(search, low | behind << shift);
		for (uint64_t class = NAME_CLASS_B; class < NAME_CLASS_VOWELS; class++) {
			if (at < classes && (low | class << shift | tail) != key)
				try_key(search, low | class << shift | tail);
			try_key(search, low | class << shift | high << NAME_KEY_BITS);
		}
	}
}

size_t norm_name_index_find(const norm_name_index *index, const char *name, size_t len, const char *country,
                            norm_name_match *ret, size_t max)
{
	struct name_reading read;
	uint64_t keys[NAME_KEYS_MAX];
	struct search search = {.index = index, .read = &read, .at = ret, .max = max, .left = SIZE_MAX};
	if (!index->filter || max == 0)
		return 0;
	if (country && strlen(country) == 2)
		search.country = country;
	name_prepare(&read, name, len);
	size_t count = name_find_keys(&read.name, &read.parts, keys);
	for (size_t i = 0; i < count; i++)
		try_key(&search, keys[i]);
	search.left = NEIGHBOURS_MAX;
	if (search.count == 0 || ret[0].score < NORM_NAME_SAME)
		for (size_t i = 0; i < count; i++)
			try_neighbours(&search, keys[i]);
	return search.count;
}
