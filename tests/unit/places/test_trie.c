/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "places/trie.h"
#include "property/random.h"

/* Keys to build of, and the trie. */
struct bed {
	struct buffer letters;
	struct trie_key *keys;
	size_t count;
	struct cpbuf units;
	struct trie trie;
};

static void add(struct bed *bed, const uint8_t *key, size_t len)
{
	bed->keys = realloc(bed->keys, (bed->count + 1) * sizeof *bed->keys);
	bed->keys[bed->count++] = (struct trie_key){(uint32_t)bed->letters.len, (uint32_t)len, 0};
	buffer_append(&bed->letters, key, len);
}

static const uint8_t *sort_letters; /* for compare() */

static int compare(const void *left, const void *right)
{
	const struct trie_key *a = left, *b = right;
	size_t least = a->len < b->len ? a->len : b->len;
	int order = memcmp(sort_letters + a->start, sort_letters + b->start, least);
	return order ? order : (a->len > b->len) - (a->len < b->len);
}

/* Sort, take out what is there twice, number from 1, build. */
static void build(struct bed *bed)
{
	sort_letters = bed->letters.at;
	if (bed->count)
		qsort(bed->keys, bed->count, sizeof *bed->keys, compare);
	size_t kept = 0;
	for (size_t i = 0; i < bed->count; i++)
		if (!kept || compare(&bed->keys[kept - 1], &bed->keys[i]) != 0)
			bed->keys[kept++] = bed->keys[i];
	bed->count = kept;
	for (size_t i = 0; i < kept; i++)
		bed->keys[i].value = (uint32_t)i + 1;
	trie_build(bed->letters.at, bed->keys, bed->count, &bed->units);
	cr_assert_not(bed->units.failed);
	bed->trie = (struct trie){bed->units.at, (uint32_t)bed->units.len};
}

static void release(struct bed *bed)
{
	buffer_release(&bed->letters);
	cpbuf_release(&bed->units);
	free(bed->keys);
}

static uint32_t find(const struct bed *bed, const char *key)
{
	return trie_find(&bed->trie, (const uint8_t *)key, strlen(key));
}

/* Every key is found, and what one letter more, less or another one makes of it only if it is a key. */
static void check_keys(const struct bed *bed)
{
	uint8_t other[600];
	for (size_t i = 0; i < bed->count; i++) {
		const struct trie_key *key = &bed->keys[i];
		const uint8_t *letters = bed->letters.at + key->start;
		cr_assert_eq(trie_find(&bed->trie, letters, key->len), key->value, "key %zu", i);
		memcpy(other, letters, key->len);
		for (unsigned letter = 0; letter < 256; letter += 17) {
			other[key->len] = (uint8_t)letter;
			uint32_t value = trie_find(&bed->trie, other, key->len + 1);
			cr_assert(value <= bed->count);
			if (value)
				cr_assert(bed->keys[value - 1].len == key->len + 1 &&
					  !memcmp(bed->letters.at + bed->keys[value - 1].start, other, key->len + 1));
		}
		uint32_t shorter = trie_find(&bed->trie, letters, key->len - 1);
		cr_assert(shorter <= bed->count && (!shorter || bed->keys[shorter - 1].len == key->len - 1));
	}
}

Test(trie, without_keys_nothing_is_found)
{
	struct bed bed = {0};
	build(&bed);
	for (unsigned letter = 0; letter < 256; letter++) {
		struct trie_at at = {0};
		cr_expect_not(trie_step(&bed.trie, &at, (uint8_t)letter), "letter %u", letter);
		cr_expect_eq(at.node, 0);
		cr_expect_eq(trie_value(&bed.trie, &at), 0);
	}
	cr_expect_eq(trie_find(&bed.trie, NULL, 0), 0);
	release(&bed);
}

Test(trie, few_keys)
{
	static const char *const keys[] = {"a", "ab", "abc", "abd", "b", "tinzaouaten", "tinzaouatene"};
	struct bed bed = {0};
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		add(&bed, (const uint8_t *)keys[i], strlen(keys[i]));
	build(&bed);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		cr_expect_eq(find(&bed, keys[i]), i + 1, "%s", keys[i]);
	static const char *const absent[] = {"", "ac", "abcd", "abe", "c", "tin", "tinzaouatenes"};
	for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++)
		cr_expect_eq(find(&bed, absent[i]), 0, "%s", absent[i]);
	check_keys(&bed);
	release(&bed);
}

Test(trie, every_letter_in_every_place)
{
	struct bed bed = {0};
	for (unsigned first = 1; first < 256; first++)
		for (unsigned second = 1; second < 256; second++)
			add(&bed, (const uint8_t[]){(uint8_t)first, (uint8_t)second}, 2);
	build(&bed);
	cr_assert_eq(bed.count, 255 * 255);
	check_keys(&bed);
	release(&bed);
}

Test(trie, random_keys)
{
	struct random random = {1};
	for (unsigned round = 0; round < 40; round++) {
		struct bed bed = {0};
		size_t alphabet = 1 + random_below(&random, round % 2 ? 255 : 3);
		size_t count = random_below(&random, 3000);
		for (size_t i = 0; i < count; i++) {
			uint8_t key[300];
			size_t len = 1 + random_below(&random, round % 4 ? 12 : 299);
			for (size_t j = 0; j < len; j++)
				key[j] = (uint8_t)(1 + random_below(&random, alphabet));
			add(&bed, key, len);
		}
		build(&bed);
		check_keys(&bed);
		release(&bed);
	}
}

Test(trie, a_key_of_100_000_letters)
{
	struct bed bed = {0};
	uint8_t *key = malloc(100000);
	memset(key, 'a', 100000);
	add(&bed, key, 100000);
	add(&bed, key, 50000);
	build(&bed);
	cr_expect_eq(trie_find(&bed.trie, key, 50000), 1);
	cr_expect_eq(trie_find(&bed.trie, key, 100000), 2);
	cr_expect_eq(trie_find(&bed.trie, key, 99999), 0);
	free(key);
	release(&bed);
}

/* Behind the nodes. */
static size_t first_row(const struct bed *bed)
{
	size_t ret = bed->units.len;
	for (uint32_t node = 0; node < ret; node++) {
		uint32_t unit = bed->units.at[node], row = 0;
		if ((unit & (TRIE_LEAF | TRIE_TAIL)) == TRIE_TAIL)
			row = bed->units.at[trie_base(node, unit)] & TRIE_VALUE_MAX;
		ret = row && row < ret ? row : ret;
	}
	return ret;
}

/* More units than a near difference reaches, a quarter of a million keys for each first letter. */
Test(trie, a_million_keys)
{
	struct random random = {2};
	struct bed bed = {0};
	bed.keys = malloc(1000000 * sizeof *bed.keys);
	for (; bed.count < 1000000; bed.count++) {
		uint8_t key[16];
		size_t len = 6 + random_below(&random, 8);
		for (size_t j = 0; j < len; j++)
			key[j] = (uint8_t)('a' + random_below(&random, j ? 26 : 4));
		bed.keys[bed.count] = (struct trie_key){(uint32_t)bed.letters.len, (uint32_t)len, 0};
		buffer_append(&bed.letters, key, len);
	}
	build(&bed);
	cr_assert_gt(bed.units.len, TRIE_DIFFERENCE_MASK, "%zu units", bed.units.len);
	for (size_t i = 0; i < bed.count; i++)
		cr_assert_eq(trie_find(&bed.trie, bed.letters.at + bed.keys[i].start, bed.keys[i].len), i + 1);
	size_t letters = 0, empty = 0, nodes = first_row(&bed);
	for (size_t i = 0; i < bed.count; i++)
		letters += bed.keys[i].len;
	for (size_t i = 0; i < nodes; i++)
		empty += bed.units.at[i] == TRIE_LEAF;
	cr_expect_lt(empty * 3, nodes, "%zu of %zu nodes are empty", empty, nodes);
	cr_expect_lt(bed.units.len, letters + bed.count);
	release(&bed);
}

/* Whatever the units hold, no step leaves them: a sanitizer would tell. */
Test(trie, damaged_units_are_never_left)
{
	struct random random = {3};
	size_t steps = 0;
	for (unsigned round = 0; round < 20000; round++) {
		uint32_t count = 1 + (uint32_t)random_below(&random, 40);
		uint32_t *units = malloc(count * sizeof *units);
		for (uint32_t i = 0; i < count; i++)
			units[i] = (uint32_t)random_next(&random) & (round % 2 ? 0xFFFFFFFFu : 0x0000FF07u);
		struct trie trie = {units, count};
		struct trie_at at = {0};
		for (unsigned i = 0; i < 64; i++) {
			steps += trie_step(&trie, &at, (uint8_t)random_below(&random, i % 2 ? 8 : 256));
			cr_assert_lt(at.node, count);
			cr_assert_lt(at.row, count);
			cr_assert_leq(trie_value(&trie, &at), TRIE_VALUE_MAX);
		}
		free(units);
	}
	cr_expect_gt(steps, 1000, "%zu steps", steps);
}
