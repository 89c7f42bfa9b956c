/* SPDX-License-Identifier: MIT */
/*
 * Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space: paths of edits grow from
 * both ends of a range; where they meet lies a middle, on both sides of which the same is done again.
 *
 * What is too different is not searched to its end. After so many edits as STEPS allows, the range is cut where the
 * path from the start got furthest: what lies before is solved exactly, and the search begins anew behind it.
 */
#include <stdbool.h>
#include <stdlib.h>

#include "common/bytes.h"
#include "compare/align.h"

/* Edits that are tried from one end before a range is cut: fewer the larger it is, so that the work stays the same. */
enum { EDITS_MIN = 48, EDITS_MAX = 1024, STEPS = 1 << 22 };

struct search {
	const struct keys *a, *b;
	int64_t *forward, *backward; /* by diagonal: how far in A the path got */
	int64_t edits_max;
};

/* A range with its start as the origin. */
struct part {
	struct range range;
	int64_t n, m; /* its tokens in A and in B */
};

static struct part part_of(struct range range)
{
	return (struct part){range, (int64_t)range.a_end - range.a, (int64_t)range.b_end - range.b};
}

/* Are the tokens at this place of the range the same? */
static bool equal_at(const struct search *search, const struct part *part, int64_t x, int64_t y)
{
	return keys_equal(search->a, (uint32_t)(part->range.a + x), search->b, (uint32_t)(part->range.b + y));
}

struct point {
	int64_t x, y;
};

/* After so many edits the diagonals that lie in the range are every second one from first to last. */
static int64_t first_diagonal(int64_t edits, int64_t rows)
{
	return edits > rows ? edits - 2 * rows : -edits;
}

static int64_t last_diagonal(int64_t edits, int64_t columns)
{
	return edits > columns ? 2 * columns - edits : edits;
}

/* Where no path of so many edits ends on a diagonal without leaving the range: less than any place, also twice. */
#define NOWHERE (INT64_MIN / 4)

/* The end of the path on diagonal k after one more edit: from a neighbouring diagonal, within the range. */
static int64_t step(const struct part *part, const int64_t *v, int64_t k, int64_t edits)
{
	if (!edits)
		return 0;
	int64_t in_a = k > -edits && v[k - 1] < part->n ? v[k - 1] + 1 : NOWHERE;
	int64_t in_b = k < edits && v[k + 1] - k <= part->m ? v[k + 1] : NOWHERE;
	int64_t x = in_a > in_b ? in_a : in_b;
	return x < 0 ? NOWHERE : x;
}

/* One more edit from the start on each diagonal. True when the path meets the one from the end; `ret` is where. */
static bool grow_forward(const struct search *search, const struct part *part, int64_t edits, struct point *ret)
{
	int64_t *v = search->forward, delta = part->n - part->m;
	for (int64_t k = first_diagonal(edits, part->m); k <= last_diagonal(edits, part->n); k += 2) {
		int64_t x = step(part, v, k, edits), y = x - k, back = delta - k;
		while (x >= 0 && x < part->n && y < part->m && equal_at(search, part, x, y))
			x++, y++;
		v[k] = x;
		if ((delta & 1) && back > -edits && back < edits && x + search->backward[back] >= part->n) {
			*ret = (struct point){x, y};
			return true;
		}
	}
	return false;
}

/* The same from the end; diagonals and lengths count from there. */
static bool grow_backward(const struct search *search, const struct part *part, int64_t edits, struct point *ret)
{
	int64_t *v = search->backward, delta = part->n - part->m;
	for (int64_t k = first_diagonal(edits, part->m); k <= last_diagonal(edits, part->n); k += 2) {
		int64_t x = step(part, v, k, edits), y = x - k, back = delta - k;
		while (x >= 0 && x < part->n && y < part->m && equal_at(search, part, part->n - 1 - x, part->m - 1 - y))
			x++, y++;
		v[k] = x;
		if (!(delta & 1) && back >= -edits && back <= edits && x + search->forward[back] >= part->n) {
			*ret = (struct point){part->n - x, part->m - y};
			return true;
		}
	}
	return false;
}

/* Where the path from the start got furthest. */
static struct point furthest(const struct search *search, const struct part *part, int64_t edits)
{
	struct point best = {0, 0};
	for (int64_t k = first_diagonal(edits, part->m); k <= last_diagonal(edits, part->n); k += 2) {
		int64_t x = search->forward[k], y = x - k;
		if (x + y > best.x + best.y)
			best = (struct point){x, y};
	}
	return best;
}

/* A point through which a short path leads. */
static struct point find_middle(const struct search *search, const struct part *part)
{
	struct point middle;
	for (int64_t edits = 0; edits < search->edits_max; edits++) {
		if (grow_forward(search, part, edits, &middle) || grow_backward(search, part, edits, &middle))
			return middle;
	}
	return furthest(search, part, search->edits_max - 1);
}

/* With both ends taken off at least two edits are left, so a middle is not one of the ends. */
static void solve(const struct search *search, struct range range, struct blocks *ret)
{
	uint32_t start = keys_common_start(search->a, search->b, range);
	blocks_add(ret, range.a, range.b, start);
	range.a += start;
	range.b += start;
	uint32_t end = keys_common_end(search->a, search->b, range);
	range.a_end -= end;
	range.b_end -= end;
	while (range.a < range.a_end && range.b < range.b_end) {
		struct part part = part_of(range);
		struct point middle = find_middle(search, &part);
		struct range before = {range.a, range.a + (uint32_t)middle.x, range.b, range.b + (uint32_t)middle.y};
		solve(search, before, ret);
		range.a = before.a_end;
		range.b = before.b_end;
		start = keys_common_start(search->a, search->b, range);
		blocks_add(ret, range.a, range.b, start);
		range.a += start;
		range.b += start;
	}
	blocks_add(ret, range.a_end, range.b_end, end);
}

static int64_t edits_for(struct range range)
{
	uint64_t size = (uint64_t)(range.a_end - range.a) + (range.b_end - range.b);
	uint64_t edits = STEPS / (size + 1);
	return edits < EDITS_MIN ? EDITS_MIN : edits > EDITS_MAX ? EDITS_MAX : (int64_t)edits;
}

void myers_align(const struct keys *a, const struct keys *b, struct range range, struct blocks *ret)
{
	struct search search = {.a = a, .b = b, .edits_max = edits_for(range)};
	size_t diagonals = 2 * (size_t)search.edits_max + 3;
	int64_t *memory = memory_grow(NULL, 2 * diagonals, sizeof *memory);
	search.forward = memory + search.edits_max + 1;
	search.backward = search.forward + diagonals;
	solve(&search, range, ret);
	free(memory);
}
