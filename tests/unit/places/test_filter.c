/* SPDX-License-Identifier: MIT */
/* With what letters keys begin: never no where a key does, and seldom yes where none does. */
#include <criterion/criterion.h>

#include <stdlib.h>

#include "places/filter.h"
#include "places/find_letters.h"
#include "property/random.h"

enum { KEYS = 20000, LEN_MAX = 20 };

static struct buffer letters, openings, starts;
static struct trie_key keys[KEYS];
static struct filter filter;

static size_t random_key(struct random *random, uint8_t *ret)
{
	size_t len = 1 + random_below(random, LEN_MAX);
	for (size_t i = 0; i < len; i++)
		ret[i] = (uint8_t)('a' + random_below(random, 26));
	return len;
}

static void build(void)
{
	struct random random = {1};
	for (size_t i = 0; i < KEYS; i++) {
		uint8_t key[LEN_MAX];
		size_t len = random_key(&random, key);
		keys[i] = (struct trie_key){(uint32_t)letters.len, (uint32_t)len, 1};
		buffer_append(&letters, key, len);
	}
	filter_build(letters.at, keys, KEYS, &openings, &starts);
	cr_assert(!openings.failed && !starts.failed);
	cr_assert(filter_set_openings(&filter.openings, (const uint32_t *)(const void *)openings.at, (uint32_t)(openings.len / 4)));
	cr_assert(filter_set_starts(&filter.starts, (const uint64_t *)(const void *)starts.at, (uint32_t)(starts.len / 8)));
}

static void release(void)
{
	buffer_release(&letters);
	buffer_release(&openings);
	buffer_release(&starts);
}

static uint64_t first_of(const uint8_t *key, size_t len, size_t count)
{
	uint8_t padded[LEN_MAX + FILTER_LONG] = {0};
	memcpy(padded, key, len);
	return filter_first(filter_letters(padded), count);
}

static bool has_opening(uint64_t first)
{
	return filter_has_opening(&filter.openings, (uint32_t)first);
}

Test(filter, knows_each_key, .init = build, .fini = release)
{
	for (size_t i = 0; i < KEYS; i++) {
		const uint8_t *key = letters.at + keys[i].start;
		size_t len = keys[i].len;
		cr_expect(has_opening(first_of(key, len, len < FILTER_SHORT ? len : FILTER_SHORT)));
		if (len >= FILTER_SHORT)
			cr_expect(filter_has_start(&filter.starts, first_of(key, len, len < FILTER_LONG ? len : FILTER_LONG)));
	}
}

Test(filter, seldom_knows_others, .init = build, .fini = release)
{
	struct random random = {2};
	size_t known = 0;
	for (size_t i = 0; i < KEYS; i++) {
		uint8_t key[LEN_MAX];
		size_t len = random_key(&random, key);
		known += len >= FILTER_LONG && filter_has_start(&filter.starts, first_of(key, len, FILTER_LONG));
	}
	cr_expect_lt(known, KEYS / 8);
}

/* Behind an article, which a text may have and the key not, but not the other way round. */
Test(filter, looks_over_an_article)
{
	uint8_t text[] = {LETTER_ALEF, LETTER_LAM, LETTER_KAF, LETTER_BEH, LETTER_WAW, LETTER_FEH, LETTER_FEH, LETTER_BEH};
	struct trie_key both[] = {{0, 5, 1}, {5, 3, 1}}; /* one with, one without */
	filter_build(text, both, 2, &openings, &starts);
	cr_assert(filter_set_openings(&filter.openings, (const uint32_t *)(const void *)openings.at, (uint32_t)(openings.len / 4)));
	cr_expect(has_opening(first_of(text + 2, 3, 3) & ~(uint64_t)FILTER_ARTICLE));
	cr_expect_not(has_opening(first_of(text + 2, 3, 3)));
	cr_expect_not(has_opening(first_of(text, 4, 4)));
	cr_expect(has_opening(first_of(text + 5, 3, 3) & ~(uint64_t)FILTER_ARTICLE));
	cr_expect(has_opening(first_of(text + 5, 3, 3)));
	release();
}

Test(filter, tables_of_other_sizes_are_none)
{
	static const uint64_t words[4];
	static const uint32_t halves[4];
	struct filter_starts some_starts;
	struct filter_openings some_openings;
	static const struct {
		bool there;
		uint32_t count;
		bool good;
	} rows[] = {{true, 1, true}, {true, 2, true}, {true, 4, true}, {true, 0, false}, {true, 3, false}, {false, 1, false}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		bool there = rows[i].there, good = rows[i].good;
		cr_expect_eq(filter_set_starts(&some_starts, there ? words : NULL, rows[i].count), good, "row %zu", i);
		cr_expect(!good || !filter_has_start(&some_starts, 5));
		cr_expect_eq(filter_set_openings(&some_openings, there ? halves : NULL, rows[i].count), good, "row %zu", i);
		cr_expect(!good || !filter_has_opening(&some_openings, 5));
	}
}

/* What is in a table is in one that was united with it, whatever their sizes. */
Test(filter, united_tables_know_what_each_does, .init = build, .fini = release)
{
	struct buffer few = {0}, unused = {0};
	struct filter_openings small;
	filter_build(letters.at, keys, 3, &few, &unused);
	cr_assert(filter_set_openings(&small, (const uint32_t *)(const void *)few.at, (uint32_t)(few.len / 4)));
	cr_assert_lt(small.mask, filter.openings.mask);
	uint32_t *words = calloc((size_t)filter.openings.mask + 1, sizeof *words);
	cr_assert_not_null(words);
	filter_unite(words, filter.openings.mask, &small);
	struct filter_openings united = {words, filter.openings.mask};
	size_t known = 0;
	for (size_t i = 0; i < KEYS; i++) {
		uint32_t first = (uint32_t)first_of(letters.at + keys[i].start, keys[i].len, keys[i].len < FILTER_SHORT ? keys[i].len : FILTER_SHORT);
		known += filter_has_opening(&united, first);
		cr_expect(i >= 3 || filter_has_opening(&united, first));
	}
	cr_expect_lt(known, KEYS / 8);
	filter_unite(words, filter.openings.mask, &filter.openings);
	for (size_t i = 0; i < KEYS; i++)
		cr_expect(filter_has_opening(&united, (uint32_t)first_of(letters.at + keys[i].start, keys[i].len,
									keys[i].len < FILTER_SHORT ? keys[i].len : FILTER_SHORT)));
	free(words);
	buffer_release(&few);
	buffer_release(&unused);
}
