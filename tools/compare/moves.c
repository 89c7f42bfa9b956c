/* SPDX-License-Identifier: MIT */
/*
 * Passages that have moved: rows of tokens that no alignment can keep in order. They are looked for among what is left
 * over, by rows that stand there once on each side, and go as far as the tokens are the same.
 */
#include <stdlib.h>

#include "common/bytes.h"
#include "common/message.h"
#include "compare/difference.h"

/* A row that is looked for, and what counts as a passage: shorter ones are phrases that are written again. */
enum { ROW = 6, PASSAGE = 12 };
#define TWICE UINT32_MAX

/* What is not aligned on one side: [start, end). */
struct stretch {
	uint32_t start, end;
};

struct stretches {
	struct stretch *at;
	size_t count, cap;
};

static void add_stretch(struct stretches *stretches, uint32_t start, uint32_t end)
{
	if (end - start < PASSAGE)
		return;
	if (stretches->count == stretches->cap) {
		stretches->cap = stretches->cap ? stretches->cap * 2 : 64;
		stretches->at = memory_grow(stretches->at, stretches->cap, sizeof *stretches->at);
	}
	stretches->at[stretches->count++] = (struct stretch){start, end};
}

static void list_stretches(const struct comparison *comparison, struct stretches *a, struct stretches *b)
{
	uint32_t at_a = 0, at_b = 0;
	for (size_t i = 0; i < comparison->blocks.count; i++) {
		const struct block *block = &comparison->blocks.at[i];
		add_stretch(a, at_a, block->a);
		add_stretch(b, at_b, block->b);
		at_a = block->a + block->len;
		at_b = block->b + block->len;
	}
	add_stretch(a, at_a, comparison->a.count);
	add_stretch(b, at_b, comparison->b.count);
}

/* ---- Rows of A by their hash ---- */

struct row {
	uint64_t hash; /* 0: free */
	uint32_t at, stretch; /* `at` is TWICE where it is not the only one */
};

struct rows {
	struct row *at;
	size_t mask;
};

#define FACTOR UINT64_C(0x9E3779B97F4A7C15)

static uint64_t hash_row(const struct keys *keys, uint32_t at)
{
	uint64_t hash = 0;
	for (uint32_t i = 0; i < ROW; i++)
		hash = (hash + key_at(keys, at + i) + 1) * FACTOR;
	hash ^= hash >> 32;
	return hash ? hash : 1;
}

static struct row *find_row(const struct rows *rows, uint64_t hash)
{
	size_t at = hash & rows->mask;
	while (rows->at[at].hash && rows->at[at].hash != hash)
		at = (at + 1) & rows->mask;
	return &rows->at[at];
}

static void index_rows(struct rows *rows, const struct keys *keys, const struct stretches *stretches)
{
	size_t tokens = 0, slots = 64;
	for (size_t i = 0; i < stretches->count; i++)
		tokens += stretches->at[i].end - stretches->at[i].start;
	while (slots < tokens * 2)
		slots *= 2;
	rows->mask = slots - 1;
	rows->at = calloc(slots, sizeof *rows->at);
	if (!rows->at)
		message_out_of_memory();
	for (size_t i = 0; i < stretches->count; i++) {
		for (uint32_t at = stretches->at[i].start; at + ROW <= stretches->at[i].end; at++) {
			uint64_t hash = hash_row(keys, at);
			struct row *row = find_row(rows, hash);
			*row = (struct row){hash, row->hash ? TWICE : at, (uint32_t)i};
		}
	}
}

/* ---- Passages ---- */

/* Tokens that may be different inside a passage before it goes on, on both sides together. */
enum { SKIP = 8 };

/* The texts that a passage is looked for in. */
struct sides {
	const struct side *a, *b;
	struct keys a_keys, b_keys;
	struct range range; /* the stretches that it may not leave */
};

/* May a passage go on with these tokens? One may be there by chance, unless it is the last of its line. */
static bool goes_on_behind(const struct sides *sides, uint32_t a, uint32_t b)
{
	const struct range *range = &sides->range;
	if (a >= range->a_end || b >= range->b_end || !keys_equal(&sides->a_keys, a, &sides->b_keys, b))
		return false;
	if (side_starts_line(sides->a, a + 1) && side_starts_line(sides->b, b + 1))
		return true;
	return a + 1 < range->a_end && b + 1 < range->b_end && keys_equal(&sides->a_keys, a + 1, &sides->b_keys, b + 1);
}

/* The same in front of these tokens. */
static bool goes_on_before(const struct sides *sides, uint32_t a, uint32_t b)
{
	const struct range *range = &sides->range;
	if (a <= range->a || b <= range->b || !keys_equal(&sides->a_keys, a - 1, &sides->b_keys, b - 1))
		return false;
	if (side_starts_line(sides->a, a - 1) && side_starts_line(sides->b, b - 1))
		return true;
	return a - 1 > range->a && b - 1 > range->b && keys_equal(&sides->a_keys, a - 2, &sides->b_keys, b - 2);
}

/* Go on behind what is different. @return how many more tokens are the same, 0 where it ends. */
static uint32_t go_on_behind(const struct sides *sides, struct range *move)
{
	for (uint32_t skip = 1; skip <= SKIP; skip++) {
		for (uint32_t in_a = 0; in_a <= skip; in_a++) {
			uint32_t a = move->a_end + in_a, b = move->b_end + skip - in_a;
			if (!goes_on_behind(sides, a, b))
				continue;
			uint32_t len = keys_common_start(&sides->a_keys, &sides->b_keys,
							 (struct range){a, sides->range.a_end, b, sides->range.b_end});
			move->a_end = a + len;
			move->b_end = b + len;
			return len;
		}
	}
	return 0;
}

static uint32_t go_on_before(const struct sides *sides, struct range *move)
{
	for (uint32_t skip = 1; skip <= SKIP; skip++) {
		for (uint32_t in_a = 0; in_a <= skip; in_a++) {
			uint32_t in_b = skip - in_a;
			if (move->a < in_a || move->b < in_b || !goes_on_before(sides, move->a - in_a, move->b - in_b))
				continue;
			uint32_t a = move->a - in_a, b = move->b - in_b;
			uint32_t len = keys_common_end(&sides->a_keys, &sides->b_keys,
						       (struct range){sides->range.a, a, sides->range.b, b});
			move->a = a - len;
			move->b = b - len;
			return len;
		}
	}
	return 0;
}

/* The passage round a row that stands at `a` and `b`. @return how many of its tokens are the same. */
static uint32_t grow(const struct sides *sides, uint32_t a, uint32_t b, struct range *ret)
{
	struct range range = sides->range;
	uint32_t back = keys_common_end(&sides->a_keys, &sides->b_keys, (struct range){range.a, a, range.b, b});
	uint32_t len = keys_common_start(&sides->a_keys, &sides->b_keys, (struct range){a, range.a_end, b, range.b_end});
	uint32_t same = len < ROW ? 0 : back + len; /* else only their hashes are the same */
	*ret = (struct range){a - back, a + len, b - back, b + len};
	for (uint32_t more = same; more; same += more)
		more = go_on_before(sides, ret);
	for (uint32_t more = same; more; same += more)
		more = go_on_behind(sides, ret);
	return same;
}

static void add_move(struct moves *moves, struct range move)
{
	if (moves->count == moves->cap) {
		moves->cap = moves->cap ? moves->cap * 2 : 16;
		moves->at = memory_grow(moves->at, moves->cap, sizeof *moves->at);
	}
	moves->at[moves->count++] = move;
}

static int compare_by_a(const void *left, const void *right)
{
	const struct range *one = left, *other = right;
	return (one->a > other->a) - (one->a < other->a);
}

static int compare_by_b(const void *left, const void *right)
{
	const struct range *one = left, *other = right;
	return (one->b > other->b) - (one->b < other->b);
}

/* Of passages that share tokens of A the first stays. They share none of B. */
static void drop_overlaps(struct moves *moves)
{
	size_t count = 0;
	qsort(moves->at, moves->count, sizeof *moves->at, compare_by_a);
	for (size_t i = 0; i < moves->count; i++) {
		if (!count || moves->at[i].a >= moves->at[count - 1].a_end)
			moves->at[count++] = moves->at[i];
	}
	moves->count = count;
}

static void order_moves(struct comparison *comparison)
{
	struct moves *by_b = &comparison->moves_by_b;
	drop_overlaps(&comparison->moves);
	for (size_t i = 0; i < comparison->moves.count; i++)
		add_move(by_b, comparison->moves.at[i]);
	qsort(by_b->at, by_b->count, sizeof *by_b->at, compare_by_b);
}

/* Look for passages in a stretch of B. `sides` has the rest of what is needed. */
static void look_up(struct moves *moves, const struct rows *rows, const struct stretches *in_a, const struct stretch *in_b,
		    struct sides *sides)
{
	for (uint32_t b = in_b->start, done = b; b + ROW <= in_b->end; b++) {
		const struct row *row = find_row(rows, hash_row(&sides->b_keys, b));
		if (!row->hash || row->at == TWICE)
			continue;
		const struct stretch *stretch = &in_a->at[row->stretch];
		struct range move;
		sides->range = (struct range){stretch->start, stretch->end, done, in_b->end};
		if (grow(sides, row->at, b, &move) < PASSAGE)
			continue;
		add_move(moves, move);
		done = move.b_end;
		b = done - 1;
	}
}

void moves_find(struct comparison *comparison)
{
	const uint32_t *key_of = comparison->lexicon.key_of;
	const struct side *a = &comparison->a, *b = &comparison->b;
	struct sides sides = {.a = a, .b = b, .a_keys = {a->forms, key_of}, .b_keys = {b->forms, key_of}};
	struct stretches in_a = {0}, in_b = {0};
	list_stretches(comparison, &in_a, &in_b);
	if (in_a.count && in_b.count) {
		struct rows rows;
		index_rows(&rows, &sides.a_keys, &in_a);
		for (size_t i = 0; i < in_b.count; i++)
			look_up(&comparison->moves, &rows, &in_a, &in_b.at[i], &sides);
		free(rows.at);
		if (comparison->moves.count)
			order_moves(comparison);
	}
	free(in_a.at);
	free(in_b.at);
}
