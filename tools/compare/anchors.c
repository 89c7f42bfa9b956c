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
#include "compare/both.h"

/* Rows looked at in a range, about and at most; and tokens of a row. */
enum { SAMPLES = 1 << 16, SAMPLES_MAX = 1 << 19, WINDOW_MAX = 8 };

/* A row of tokens: how often it stands in both texts, or one of its places there. */
struct row {
	uint64_t hash; /* 0: free */
	uint32_t a, b; /* times; of a place 1 + the token, 0: nowhere */
};

struct rows {
	struct row *at;
	size_t mask;
	unsigned shift; /* so many low bits of each hash are 0 */
};

#define FACTOR UINT64_C(0x9E3779B97F4A7C15)

static uint64_t mix(uint64_t value)
{
	value ^= value >> 32;
	value *= FACTOR;
	return value ^ value >> 29;
}

/* A row that is looked at, and where it starts. */
struct place {
	uint64_t hash;
	uint32_t at;
};

/* The rows of [start, end) that are looked at, in their order. */
struct sample {
	const struct keys *keys;
	uint32_t start, end, window;
	unsigned shift; /* those of which so many low bits of the hash are 0 */
	struct place *at;
	size_t count, cap;
};

/* Rows that repeat themselves may be very many: then fewer are looked at. */
static void thin_out(struct sample *sample, unsigned shift)
{
	uint64_t skip = (UINT64_C(1) << shift) - 1;
	size_t kept = 0;
	for (size_t i = 0; i < sample->count; i++) {
		if (!(sample->at[i].hash & skip))
			sample->at[kept++] = sample->at[i];
	}
	sample->count = kept;
	sample->shift = shift;
}

static void add_place(struct sample *sample, uint64_t hash, uint32_t at)
{
	if (sample->count == SAMPLES_MAX)
		thin_out(sample, sample->shift + 1);
	if (hash & ((UINT64_C(1) << sample->shift) - 1))
		return;
	if (sample->count == sample->cap) {
		sample->cap = sample->cap ? sample->cap * 2 : 256;
		sample->at = memory_grow(sample->at, sample->cap, sizeof *sample->at);
	}
	sample->at[sample->count++] = (struct place){hash, at};
}

static void take_sample(void *user)
{
	enum { CHUNK = 512 };
	struct sample *sample = user;
	/* of a chunk, and of what stands in front of it: to look them up takes longest, and is done for many at the same time */
	uint64_t keys[WINDOW_MAX + CHUNK] = {0}, *chunk = keys + WINDOW_MAX;
	uint64_t hash = 0, drop = 1;
	for (uint32_t i = 0; i < sample->window; i++)
		drop *= FACTOR;
	for (uint32_t start = sample->start, count; start < sample->end; start += count) {
		count = sample->end - start < CHUNK ? sample->end - start : CHUNK;
		for (uint32_t i = 0; i < count; i++)
			chunk[i] = (uint64_t)key_at(sample->keys, start + i) + 1;
		const uint64_t *gone = chunk - sample->window;
		uint64_t skip = (UINT64_C(1) << sample->shift) - 1;
		for (uint32_t i = 0; i < count; i++) {
			hash = hash * FACTOR + chunk[i] - drop * gone[i];
			uint64_t mixed = mix(hash);
			if (!(mixed & skip) && start + i - sample->start + 1 >= sample->window)
				add_place(sample, mixed ? mixed : 1, start + i + 1 - sample->window);
		}
		memcpy(keys, chunk + CHUNK - WINDOW_MAX, WINDOW_MAX * sizeof *keys);
	}
}

/* The same rows are looked at on both sides. */
static void take_samples(struct sample *a, struct sample *b)
{
	while ((a->end - a->start) >> a->shift > SAMPLES)
		a->shift++;
	b->shift = a->shift;
	if (a->end - a->start < BOTH_TOKENS || b->end - b->start < BOTH_TOKENS) {
		take_sample(a);
		take_sample(b);
	} else {
		both_run(take_sample, a, b);
	}
	if (a->shift < b->shift)
		thin_out(a, b->shift);
	else
		thin_out(b, a->shift);
}

static struct row *find_row(const struct rows *rows, uint64_t hash)
{
	size_t at = (hash >> rows->shift) & rows->mask;
	while (rows->at[at].hash && rows->at[at].hash != hash)
		at = (at + 1) & rows->mask;
	return &rows->at[at];
}

/* The row of a hash, a new one if need be. */
static struct row *add_row(struct rows *rows, uint64_t hash)
{
	struct row *row = find_row(rows, hash);
	row->hash = hash;
	return row;
}

static void count_rows(struct rows *rows, const struct sample *a, const struct sample *b)
{
	for (size_t i = 0; i < a->count; i++)
		add_row(rows, a->at[i].hash)->a++;
	for (size_t i = 0; i < b->count; i++) {
		struct row *row = find_row(rows, b->at[i].hash);
		if (row->hash)
			row->b++;
	}
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

static void find_places(struct rows *places, struct rows *rows, const struct sample *a, const struct sample *b)
{
	for (size_t i = 0; i < a->count; i++) {
		struct row *row = find_row(rows, a->at[i].hash);
		if (row->a)
			add_row(places, hash_place(row->hash, row->a--))->a = a->at[i].at + 1;
	}
	for (size_t i = 0; i < b->count; i++) {
		struct row *row = find_row(rows, b->at[i].hash);
		struct row *place = row->b ? find_row(places, hash_place(row->hash, row->b--)) : NULL;
		if (place && place->hash)
			place->b = b->at[i].at + 1;
	}
}

static void init_rows(struct rows *rows, const struct sample *sample)
{
	*rows = (struct rows){.shift = sample->shift};
	size_t slots = 64;
	while (slots < 2 * sample->count)
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

/* The rows of both texts that are looked at; none where their `window` is 0. */
struct samples {
	struct sample a, b;
};

static void samples_take(struct samples *samples, const struct keys *a, const struct keys *b, struct range range, uint32_t window)
{
	samples->a = (struct sample){.keys = a, .start = range.a, .end = range.a_end, .window = window};
	samples->b = (struct sample){.keys = b, .start = range.b, .end = range.b_end, .window = window};
	take_samples(&samples->a, &samples->b);
}

static void samples_release(struct samples *samples)
{
	free(samples->a.at);
	free(samples->b.at);
	*samples = (struct samples){0};
}

/* Those of the rows that stand as often in the one as in the other, up to so many times, as long as they go, in order. */
static void find_among(const struct samples *samples, struct range range, uint32_t times, struct blocks *ret)
{
	const struct sample *a = &samples->a, *b = &samples->b;
	struct rows rows, places;
	init_rows(&rows, a);
	count_rows(&rows, a, b);
	drop_others(&rows, times);
	init_rows(&places, a);
	find_places(&places, &rows, a, b);
	free(rows.at);
	size_t count;
	struct block *pairs = list_pairs(&places, a->window, &count);
	free(places.at);
	extend(a->keys, b->keys, range, pairs, keep_ascending(pairs, count), ret);
	free(pairs);
}

/*
 * Rows of six tokens that occur once are hardly ever there by chance; then shorter ones; then single tokens. Where a text
 * repeats itself, nothing occurs once, but rows do so as often on both sides.
 */
static const struct {
	uint32_t window, times;
} levels[] = {{6, 1}, {3, 1}, {1, 1}, {6, 64}};
enum { LEVELS = sizeof levels / sizeof *levels };

unsigned anchors_find(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret)
{
	/* the first ones are kept for the last level */
	struct samples kept = {0}, others = {0};
	for (; level < LEVELS && !ret->count; level++) {
		uint32_t window = levels[level].window;
		struct samples *samples = !kept.a.window || kept.a.window == window ? &kept : &others;
		if (samples->a.window != window)
			samples_take(samples, a, b, range, window);
		find_among(samples, range, levels[level].times, ret);
		samples_release(&others);
	}
	samples_release(&kept);
	return level;
}
