/* SPDX-License-Identifier: MIT */
/*
 * Anchors: rows of tokens that occur once in each of both texts, in the longest order that both share (patience); of texts
 * that repeat themselves also rows that occur as often in the one as in the other, the first with the first, and so on. Of
 * long ranges only a sample of the rows is looked at, chosen by their hash, so that the same rows are chosen on both sides.
 */
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/message.h"
#include "compare/align.h"

/* Rows looked at in a range, about; and tokens of a row. */
enum { SAMPLES = 1 << 16, WINDOW_MAX = 8 };

/* A row of tokens: how often it stands in both texts, or one of its places there. */
struct row {
	uint64_t hash; /* 0: free */
	uint32_t a, b; /* times; of a place 1 + the token, 0: nowhere */
};

struct rows {
	struct row *at;
	size_t mask, used;
	unsigned shift;       /* a row is looked at where so many low bits of its hash are 0 */
	struct rows *counted; /* of places: the rows whose places they are */
};

#define FACTOR UINT64_C(0x9E3779B97F4A7C15)

static uint64_t mix(uint64_t value)
{
	value ^= value >> 32;
	value *= FACTOR;
	return value ^ value >> 29;
}

/* Calls take() for each row of [start, end) that belongs to the sample. */
static void each_row(const struct keys *keys, uint32_t start, uint32_t end, uint32_t window, struct rows *rows,
		     void (*take)(struct rows *rows, uint64_t hash, uint32_t at))
{
	uint64_t recent[WINDOW_MAX] = {0}; /* keys: to look them up takes longest */
	uint64_t hash = 0, drop = 1, skip = (UINT64_C(1) << rows->shift) - 1;
	for (uint32_t i = 0; i < window; i++)
		drop *= FACTOR;
	for (uint32_t i = start; i < end; i++) {
		uint64_t key = (uint64_t)key_at(keys, i) + 1;
		hash = hash * FACTOR + key - drop * recent[(i - window) % WINDOW_MAX];
		recent[i % WINDOW_MAX] = key;
		if (i - start + 1 < window)
			continue;
		uint64_t mixed = mix(hash);
		if (!(mixed & skip))
			take(rows, mixed ? mixed : 1, i + 1 - window);
	}
}

static struct row *find_row(const struct rows *rows, uint64_t hash)
{
	size_t at = (hash >> rows->shift) & rows->mask;
	while (rows->at[at].hash && rows->at[at].hash != hash)
		at = (at + 1) & rows->mask;
	return &rows->at[at];
}

/* The row of a hash, a new one if need be; NULL where the table is full, which is for a sample larger than expected. */
static struct row *add_row(struct rows *rows, uint64_t hash)
{
	struct row *row = find_row(rows, hash);
	if (row->hash)
		return row;
	if (rows->used > rows->mask / 4 * 3)
		return NULL;
	rows->used++;
	row->hash = hash;
	return row;
}

static void count_a(struct rows *rows, uint64_t hash, uint32_t at)
{
	struct row *row = add_row(rows, hash);
	(void)at;
	if (row)
		row->a++;
}

static void count_b(struct rows *rows, uint64_t hash, uint32_t at)
{
	struct row *row = find_row(rows, hash);
	(void)at;
	if (row->hash)
		row->b++;
}

/* The rows that stand as often in the one as in the other, up to so many times, keep their counts. */
static void drop_others(struct rows *rows, uint32_t times)
{
	for (size_t i = 0; i <= rows->mask; i++) {
		struct row *row = &rows->at[i];
		if (row->a != row->b || row->a > times)
			row->a = row->b = 0;
	}
}

/* The hash of a place: of the row, and which of its places it is, counted from the last one. */
static uint64_t hash_place(uint64_t hash, uint32_t number)
{
	uint64_t mixed = mix(hash + number * FACTOR);
	return mixed ? mixed : 1;
}

static void place_a(struct rows *places, uint64_t hash, uint32_t at)
{
	struct row *row = find_row(places->counted, hash), *place;
	if (row->a && (place = add_row(places, hash_place(hash, row->a--))))
		place->a = at + 1;
}

static void place_b(struct rows *places, uint64_t hash, uint32_t at)
{
	struct row *row = find_row(places->counted, hash);
	if (!row->b)
		return;
	struct row *place = find_row(places, hash_place(hash, row->b--));
	if (place->hash)
		place->b = at + 1;
}

static void init_rows(struct rows *rows, uint32_t count)
{
	*rows = (struct rows){0};
	while ((count >> rows->shift) > SAMPLES)
		rows->shift++;
	size_t slots = 64;
	while (slots < 4 * ((size_t)count >> rows->shift))
		slots *= 2;
	rows->at = calloc(slots, sizeof *rows->at);
	if (!rows->at)
		message_out_of_memory();
	rows->mask = slots - 1;
}

static int compare_pairs(const void *left, const void *right)
{
	const struct block *one = left, *other = right;
	return (one->a > other->a) - (one->a < other->a);
}

static bool is_anchor(const struct row *place)
{
	return place->a && place->b;
}

/* The places that are on both sides, in the order of A. */
static struct block *list_pairs(const struct rows *rows, uint32_t window, size_t *ret_count)
{
	size_t count = 0, done = 0;
	for (size_t i = 0; i <= rows->mask; i++)
		count += is_anchor(&rows->at[i]);
	struct block *pairs = memory_grow(NULL, count + 1, sizeof *pairs);
	for (size_t i = 0; i <= rows->mask; i++) {
		if (is_anchor(&rows->at[i]))
			pairs[done++] = (struct block){rows->at[i].a - 1, rows->at[i].b - 1, window};
	}
	qsort(pairs, count, sizeof *pairs, compare_pairs);
	*ret_count = count;
	return pairs;
}

/* Keep the longest run of pairs that ascends in B, too. @return its length. */
static size_t keep_ascending(struct block *pairs, size_t count)
{
	/* top[k]: the pair with the lowest b at which a run of k + 1 pairs ends; before[i]: the pair in front of i */
	uint32_t *top = memory_grow(NULL, count + 1, sizeof *top), *before = memory_grow(NULL, count + 1, sizeof *before);
	size_t len = 0;
	for (size_t i = 0; i < count; i++) {
		size_t low = 0, high = len;
		while (low < high) {
			size_t middle = (low + high) / 2;
			if (pairs[top[middle]].b < pairs[i].b)
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low ? top[low - 1] : UINT32_MAX;
		top[low] = (uint32_t)i;
		len += low == len;
	}
	/* Bring the run to the end of the list, and then to its start. */
	size_t to = count;
	for (uint32_t i = len ? top[len - 1] : UINT32_MAX; i != UINT32_MAX; i = before[i])
		pairs[--to] = pairs[i];
	memmove(pairs, pairs + to, len * sizeof *pairs);
	free(top);
	free(before);
	return len;
}

/* Rows as long as they go, none over the one before. */
static void extend(const struct keys *a, const struct keys *b, struct range range, const struct block *pairs, size_t count,
		   struct blocks *ret)
{
	for (size_t i = 0; i < count; i++) {
		struct block row = pairs[i];
		if (row.a < range.a || row.b < range.b)
			continue;
		struct range before = {range.a, row.a, range.b, row.b};
		uint32_t back = keys_common_end(a, b, before);
		struct range behind = {row.a, range.a_end, row.b, range.b_end};
		uint32_t len = keys_common_start(a, b, behind);
		blocks_add(ret, row.a - back, row.b - back, len + back);
		range.a = row.a + len;
		range.b = row.b + len;
	}
}

void anchors_find(const struct keys *a, const struct keys *b, struct range range, uint32_t window, uint32_t times,
		  struct blocks *ret)
{
	struct rows rows, places;
	init_rows(&rows, range.a_end - range.a);
	each_row(a, range.a, range.a_end, window, &rows, count_a);
	each_row(b, range.b, range.b_end, window, &rows, count_b);
	drop_others(&rows, times);
	init_rows(&places, range.a_end - range.a);
	places.counted = &rows;
	each_row(a, range.a, range.a_end, window, &places, place_a);
	each_row(b, range.b, range.b_end, window, &places, place_b);
	free(rows.at);
	size_t count;
	struct block *pairs = list_pairs(&places, window, &count);
	free(places.at);
	extend(a, b, range, pairs, keep_ascending(pairs, count), ret);
	free(pairs);
}
