/* SPDX-License-Identifier: MIT */
#include "places/filter.h"

#include <string.h>

#include "places/find_letters.h"

enum {
	ARTICLE = 2,
	START_BITS = 16,      /* of a table, for each start of keys */
	BITS_MIN = 9,         /* a table has 2^n bits */
	OPENINGS_BITS = 22,   /* at most: many keys have their first letters in common */
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

/* The first letters of a key, up to FILTER_LONG, behind the article. */
struct first {
	uint64_t letters;
	size_t count;
	bool article;
};

static struct first first_letters(const uint8_t *key, size_t len)
{
	bool article = len > ARTICLE && key[0] == LETTER_ALEF && key[1] == LETTER_LAM;
	size_t from = article ? ARTICLE : 0, count = len - from < FILTER_LONG ? len - from : FILTER_LONG;
	uint8_t letters[FILTER_LONG] = {0};
	memcpy(letters, key + from, count);
	return (struct first){filter_letters(letters), count, article};
}

/* In how many ways keys begin, by so many letters. Keys are sorted, so that those of the same start stand together. */
static size_t count_starts(const uint8_t *letters, const struct trie_key *keys, size_t count, size_t most)
{
	uint64_t before = 0;
	size_t ret = 0;
	for (size_t i = 0; i < count; i++) {
		struct first first = first_letters(letters + keys[i].start, keys[i].len);
		uint64_t start = filter_first(first.letters, most);
		ret += start != before;
		before = start;
	}
	return ret;
}

/* A table with room for so many starts of keys. */
static bool make(struct buffer *table, size_t starts, unsigned bits_max, struct filter_bits *ret)
{
	unsigned bits = BITS_MIN;
	while (bits < bits_max && (size_t)1 << bits < starts * START_BITS)
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

static void set_both(struct buffer *openings, struct buffer *starts, const struct filter *filter, uint64_t letters, size_t count)
{
	set(openings, &filter->openings, filter_first(letters, count < FILTER_SHORT ? count : FILTER_SHORT));
	if (count >= FILTER_SHORT)
		set(starts, &filter->starts, letters);
}

void filter_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct buffer *ret_openings,
		  struct buffer *ret_starts)
{
	struct filter filter;
	size_t openings = count_starts(letters, keys, count, FILTER_SHORT), starts = count_starts(letters, keys, count, FILTER_LONG);
	if (!make(ret_openings, openings, OPENINGS_BITS, &filter.openings) || !make(ret_starts, starts, STARTS_BITS, &filter.starts))
		return;
	for (size_t i = 0; i < count; i++) {
		struct first first = first_letters(letters + keys[i].start, keys[i].len);
		if (!first.article)
			set_both(ret_openings, ret_starts, &filter, first.letters, first.count);
		if (first.article || (uint8_t)first.letters >= FOLD_ARABIC)
			set_both(ret_openings, ret_starts, &filter, first.letters & ~(uint64_t)FILTER_ARTICLE, first.count);
	}
}
