/* SPDX-License-Identifier: MIT */
/* With what letters keys begin: never no where a key does, and seldom yes where none does. */
#include <criterion/criterion.h>

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
	cr_assert(filter_set_bits(&filter.openings, (const uint64_t *)(const void *)openings.at, (uint32_t)(openings.len / 8)));
	cr_assert(filter_set_bits(&filter.starts, (const uint64_t *)(const void *)starts.at, (uint32_t)(starts.len / 8)));
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

Test(filter, knows_each_key, .init = build, .fini = release)
{
	for (size_t i = 0; i < KEYS; i++) {
		const uint8_t *key = letters.at + keys[i].start;
		size_t len = keys[i].len;
		cr_expect(filter_has(&filter.openings, first_of(key, len, len < FILTER_SHORT ? len : FILTER_SHORT)));
		if (len >= FILTER_SHORT)
			cr_expect(filter_has(&filter.starts, first_of(key, len, len < FILTER_LONG ? len : FILTER_LONG)));
	}
}

Test(filter, seldom_knows_others, .init = build, .fini = release)
{
	struct random random = {2};
	size_t known = 0;
	for (size_t i = 0; i < KEYS; i++) {
		uint8_t key[LEN_MAX];
		size_t len = random_key(&random, key);
		known += len >= FILTER_LONG && filter_has(&filter.starts, first_of(key, len, FILTER_LONG));
	}
	cr_expect_lt(known, KEYS / 8);
}

/* Behind an article, which a text may have and the key not, but not the other way round. */
Test(filter, looks_over_an_article)
{
	uint8_t text[] = {LETTER_ALEF, LETTER_LAM, LETTER_KAF, LETTER_BEH, LETTER_WAW, LETTER_FEH, LETTER_FEH, LETTER_BEH};
	struct trie_key both[] = {{0, 5, 1}, {5, 3, 1}}; /* one with, one without */
	filter_build(text, both, 2, &openings, &starts);
	cr_assert(filter_set_bits(&filter.openings, (const uint64_t *)(const void *)openings.at, (uint32_t)(openings.len / 8)));
	cr_expect(filter_has(&filter.openings, first_of(text + 2, 3, 3) & ~(uint64_t)FILTER_ARTICLE));
	cr_expect_not(filter_has(&filter.openings, first_of(text + 2, 3, 3)));
	cr_expect_not(filter_has(&filter.openings, first_of(text, 4, 4)));
	cr_expect(filter_has(&filter.openings, first_of(text + 5, 3, 3) & ~(uint64_t)FILTER_ARTICLE));
	cr_expect(filter_has(&filter.openings, first_of(text + 5, 3, 3)));
	release();
}

Test(filter, tables_of_other_sizes_are_none)
{
	static const uint64_t words[4];
	struct filter_bits bits;
	static const struct {
		const uint64_t *words;
		uint32_t count;
		bool good;
	} rows[] = {{words, 1, true}, {words, 2, true}, {words, 4, true}, {words, 0, false}, {words, 3, false}, {NULL, 1, false}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		cr_expect_eq(filter_set_bits(&bits, rows[i].words, rows[i].count), rows[i].good, "row %zu", i);
		cr_expect(!rows[i].good || !filter_has(&bits, 5));
	}
}
