/* SPDX-License-Identifier: MIT */
/* From the tokens of two texts to their differences. Of long ones two threads do a half each. */
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "compare/both.h"
#include "compare/difference.h"
#include "compare/polish.h"

/* ---- Differences ---- */

/* Some blocks, and what lies between and around them. */
struct part {
	struct finder finder;
	struct range range;
	const struct block *blocks;
	size_t count;
};

static void find_part(void *user)
{
	struct part *part = user;
	differences_of_range(&part->finder, part->range, part->blocks, part->count);
}

static void init_finder(struct finder *finder, const struct comparison *comparison, const norm_profile *profile, bool line_breaks)
{
	*finder = (struct finder){
		.comparison = comparison,
		.names.gazetteer = comparison->gazetteer,
		.differences = {.ignored = comparison->differences.ignored, .enough = comparison->differences.enough},
	};
	judge_init(&finder->judge, profile, line_breaks);
}

/* Take what a finder has found behind what has been found before it, and release it. */
static void take_found(struct differences *differences, struct finder *finder)
{
	struct differences *found = &finder->differences;
	if (!differences->count) {
		struct difference *none = differences->at;
		differences->at = found->at;
		differences->cap = found->cap;
		found->at = none;
	} else if (found->count) {
		differences->cap = differences->count + found->count;
		differences->at = memory_grow(differences->at, differences->cap, sizeof *differences->at);
		memcpy(differences->at + differences->count, found->at, found->count * sizeof *found->at);
	}
	differences->count += found->count;
	for (unsigned class = 0; class < CLASS_COUNT; class++)
		differences->of_class[class] += found->of_class[class];
	differences->same += found->same;
	differences->ended |= found->ended;
	free(found->at);
	judge_release(&finder->judge);
}

static void find_differences(struct comparison *comparison, const norm_profile *profile, bool line_breaks)
{
	const struct blocks *blocks = &comparison->blocks;
	struct part one, other;
	size_t half = blocks->count / 2;
	init_finder(&one.finder, comparison, profile, line_breaks);
	one.range = (struct range){0, comparison->a.count, 0, comparison->b.count};
	one.blocks = blocks->at;
	one.count = blocks->count;
	if (!half || comparison->a.count < BOTH_TOKENS) {
		find_part(&one);
	} else {
		init_finder(&other.finder, comparison, profile, line_breaks);
		other.range = one.range;
		one.range.a_end = other.range.a = blocks->at[half].a;
		one.range.b_end = other.range.b = blocks->at[half].b;
		one.count = half;
		other.blocks = blocks->at + half;
		other.count = blocks->count - half;
		both_run(find_part, &one, &other);
	}
	take_found(&comparison->differences, &one.finder);
	if (one.count < blocks->count)
		take_found(&comparison->differences, &other.finder);
}

/* ---- All of it ---- */

static struct keys keys_of(const struct comparison *comparison, const struct side *side)
{
	return (struct keys){side->forms, comparison->lexicon.key_of};
}

/* Is any difference enough? Then both texts need not be aligned: a word that is not the same will be one. */
static bool is_any_enough(const struct differences *differences)
{
	return differences->enough == CLASSES_ALL && !differences->ignored;
}

static void find_any(struct comparison *comparison, const norm_profile *profile, bool line_breaks)
{
	struct finder finder;
	struct keys a = keys_of(comparison, &comparison->a), b = keys_of(comparison, &comparison->b);
	struct range all = {0, comparison->a.count, 0, comparison->b.count};
	struct block start = {0, 0, keys_common_start(&a, &b, all)};
	init_finder(&finder, comparison, profile, line_breaks);
	differences_of_range(&finder, (struct range){0, start.len, 0, start.len}, &start, 1);
	take_found(&comparison->differences, &finder);
	if (start.len < all.a_end || start.len < all.b_end)
		comparison->differences.ended = true;
}

void comparison_run(struct comparison *comparison, const norm_profile *profile, bool line_breaks)
{
	struct side *a = &comparison->a, *b = &comparison->b;
	lexicon_fold(&comparison->lexicon, profile);
	if (is_any_enough(&comparison->differences)) {
		find_any(comparison, profile, line_breaks);
		return;
	}
	struct keys keys_a = keys_of(comparison, a), keys_b = keys_of(comparison, b);
	align(&keys_a, &keys_b, (struct range){0, a->count, 0, b->count}, &comparison->blocks);
	blocks_slide(&comparison->blocks, a, b);
	blocks_drop_islands(&comparison->blocks, a, b);
	moves_find(comparison);
	find_differences(comparison, profile, line_breaks);
}

void comparison_release(struct comparison *comparison)
{
	side_release(&comparison->a);
	side_release(&comparison->b);
	lexicon_release(&comparison->lexicon);
	blocks_release(&comparison->blocks);
	free(comparison->moves.at);
	free(comparison->moves_by_b.at);
	free(comparison->differences.at);
	*comparison = (struct comparison){0};
}
