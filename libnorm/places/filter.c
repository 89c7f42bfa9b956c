/* SPDX-License-Identifier: MIT */
#include "places/filter.h"

#include <string.h>

#include "places/find_letters.h"

enum {
	ARTICLE = 2,
	KEY_BITS = 8,         /* of a table, for each key */
	BITS_MIN = 9,         /* a table has 2^n bits */
	OPENINGS_BITS = 21,   /* at most: many keys have their first letters in common */
	STARTS_BITS = 26,
	WORD_BITS = 6,
};

bool filter_set_bits(struct filter_bits *ret, const uint64_t *words, uint32_t count)
{
	if (!words || !count || count & (count - 1))
		return false;
	ret->words = words;
	ret->shift = 64 - 2 * WORD_BITS - (unsigned)__builtin_ctz(count);
	return true;
}

/* A table with room for so many keys. */
static bool make(struct buffer *table, size_t keys, unsigned bits_max, struct filter_bits *ret)
{
	unsigned bits = BITS_MIN;
	while (bits < bits_max && (size_t)1 << bits < keys * KEY_BITS)
		bits++;
	size_t size = (size_t)1 << bits >> 3;
	if (!buffer_reserve(table, size))
		return false;
	memset(table->at, 0, size);
	table->len = size;
	return filter_set_bits(ret, (const uint64_t *)(const void *)table->at, (uint32_t)(size / sizeof(uint64_t)));
}

static void set(struct buffer *table, const struct filter_bits *bits, uint64_t letters)
{
	uint64_t *words = (uint64_t *)(void *)table->at, wanted;
	size_t word = filter_word(bits, letters, &wanted);
	words[word] |= wanted;
}

/* The first letters of a key behind the article; returns how many there are, up to FILTER_LONG. */
static size_t first_letters(const uint8_t *key, size_t len, uint64_t *ret)
{
	size_t from = len > ARTICLE && key[0] == LETTER_ALEF && key[1] == LETTER_LAM ? ARTICLE : 0;
	size_t count = len - from < FILTER_LONG ? len - from : FILTER_LONG;
	uint8_t first[FILTER_LONG] = {0};
	memcpy(first, key + from, count);
	*ret = filter_letters(first);
	return count;
}

void filter_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct buffer *ret_openings,
		  struct buffer *ret_starts)
{
	struct filter filter;
	if (!make(ret_openings, count, OPENINGS_BITS, &filter.openings) || !make(ret_starts, count, STARTS_BITS, &filter.starts))
		return;
	for (size_t i = 0; i < count; i++) {
		uint64_t first;
		size_t len = first_letters(letters + keys[i].start, keys[i].len, &first);
		set(ret_openings, &filter.openings, filter_first(first, len < FILTER_SHORT ? len : FILTER_SHORT));
		if (len >= FILTER_SHORT)
			set(ret_starts, &filter.starts, first);
	}
}
