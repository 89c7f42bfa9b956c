/* SPDX-License-Identifier: MIT */
#include "places/filter.h"

#include <string.h>

#include "places/find_letters.h"

enum {
	ARTICLE = 2,
	OPENING_BITS = 32, /* of a table, for each start of keys */
	START_BITS = 16,
	OPENINGS_BITS = 22, /* of a whole table, 2^n: at most; many keys have their first letters in common */
	STARTS_BITS = 26,
	BITS_MIN = 9,
	WORD_BITS = 6,
};

static bool is_power_of_two(uint32_t count)
{
	return count && !(count & (count - 1));
}

bool filter_set_openings(struct filter_openings *ret, const uint32_t *words, uint32_t count)
{
	if (!words || !is_power_of_two(count))
		return false;
	*ret = (struct filter_openings){words, count - 1};
	return true;
}

bool filter_set_starts(struct filter_starts *ret, const uint64_t *words, uint32_t count)
{
	if (!words || !is_power_of_two(count))
		return false;
	*ret = (struct filter_starts){words, 64 - 2 * WORD_BITS - (unsigned)__builtin_ctz(count)};
	return true;
}

void filter_unite(uint32_t *words, uint32_t mask, const struct filter_openings *other)
{
	for (size_t i = 0; i <= mask; i++)
		words[i] |= other->words[i & other->mask];
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

/* An empty table with so many bits for each start of keys; returns its words. */
static void *make(struct buffer *table, size_t bits_wanted, unsigned bits_max)
{
	unsigned bits = BITS_MIN;
	while (bits < bits_max && (size_t)1 << bits < bits_wanted)
		bits++;
	size_t size = (size_t)1 << bits >> 3;
	if (!buffer_reserve(table, size))
		return NULL;
	table->len = size;
	return memset(table->at, 0, size);
}

/* Tables that are written to, and how they are read. */
struct tables {
	uint32_t *openings;
	uint64_t *starts;
	struct filter filter;
};

static void set_both(const struct tables *tables, uint64_t letters, size_t count)
{
	uint32_t opening;
	uint64_t start;
	uint32_t first = (uint32_t)filter_first(letters, count < FILTER_SHORT ? count : FILTER_SHORT);
	uint32_t word = filter_opening_word(&tables->filter.openings, first, &opening);
	tables->openings[word] |= opening;
	if (count < FILTER_SHORT)
		return;
	size_t number = filter_start_word(&tables->filter.starts, letters, &start);
	tables->starts[number] |= start;
}

void filter_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct buffer *ret_openings,
		  struct buffer *ret_starts)
{
	struct tables tables;
	size_t openings = count_starts(letters, keys, count, FILTER_SHORT), starts = count_starts(letters, keys, count, FILTER_LONG);
	tables.openings = make(ret_openings, openings * OPENING_BITS, OPENINGS_BITS);
	tables.starts = make(ret_starts, starts * START_BITS, STARTS_BITS);
	if (!filter_set_openings(&tables.filter.openings, tables.openings, (uint32_t)(ret_openings->len / sizeof *tables.openings)) ||
	    !filter_set_starts(&tables.filter.starts, tables.starts, (uint32_t)(ret_starts->len / sizeof *tables.starts)))
		return;
	for (size_t i = 0; i < count; i++) {
		struct first first = first_letters(letters + keys[i].start, keys[i].len);
		if (!first.article)
			set_both(&tables, first.letters, first.count);
		if (first.article || (uint8_t)first.letters >= FOLD_ARABIC)
			set_both(&tables, first.letters & ~(uint64_t)FILTER_ARTICLE, first.count);
	}
}
