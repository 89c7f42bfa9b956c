/* SPDX-License-Identifier: MIT */
/*
 * What two pages share: passages of tokens that are aligned, with small differences in them, and those that stand in another
 * order. What stands around them is the furniture of the pages and no difference.
 */
#include <stdlib.h>
#include <string.h>

#include "common/colour.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/number.h"
#include "compare/job.h"
#include "compare/print.h"

/* What is further apart belongs to two passages; what is shorter, counted in tokens that are the same, is none. */
enum { APART = 40, SHORT = 24 };
/* So many tokens that are not the same take away what one is worth that is. */
enum { COST = 4 };

/* Tokens [a, a_end) of the one page are [b, b_end) of the other, but for differences. */
struct passage {
	struct range range;
	uint32_t same;
};

/* None of them lies in another one; in the order of B. */
struct passages {
	struct passage *at;
	size_t count;
};

struct shared {
	struct passages aligned, moved;
};

/* Tokens between two blocks, on the side that has more of them. */
static uint32_t gap_between(const struct range *before, const struct block *block)
{
	uint32_t in_a = block->a - before->a_end, in_b = block->b - before->b_end;
	return in_a > in_b ? in_a : in_b;
}

/*
 * A passage while it is read: how far it goes, and how far it is worth to go. Pages in one language have some words in the same
 * order by chance; to reach them has to cost more than they are worth.
 */
struct reach {
	struct passage whole, best;
	int64_t worth, best_worth; /* tokens that are the same, less a share of those that are not */
};

static void start_reach(struct reach *reach, const struct block *block)
{
	*reach = (struct reach){.whole.range = {block->a, block->a, block->b, block->b}};
}

static void take_block(struct reach *reach, const struct block *block)
{
	reach->worth += (int64_t)block->len * COST - gap_between(&reach->whole.range, block);
	reach->whole.range.a_end = block->a + block->len;
	reach->whole.range.b_end = block->b + block->len;
	reach->whole.same += block->len;
	if (reach->worth < reach->best_worth)
		return;
	reach->best_worth = reach->worth;
	reach->best = reach->whole;
}

static void add_reach(const struct reach *reach, struct passages *ret)
{
	if (reach->best.same >= SHORT && reach->best_worth >= (int64_t)SHORT * COST / 2)
		ret->at[ret->count++] = reach->best;
}

static void list_aligned(const struct comparison *comparison, struct passages *ret)
{
	struct reach reach = {0};
	if (!comparison->blocks.count)
		return;
	ret->at = memory_grow(NULL, comparison->blocks.count, sizeof *ret->at);
	start_reach(&reach, &comparison->blocks.at[0]);
	for (size_t i = 0; i < comparison->blocks.count; i++) {
		const struct block *block = &comparison->blocks.at[i];
		uint32_t gap = gap_between(&reach.whole.range, block);
		if (gap > APART || reach.worth < gap) {
			add_reach(&reach, ret);
			start_reach(&reach, block);
		}
		take_block(&reach, block);
	}
	add_reach(&reach, ret);
}

/* Does this lie in a passage on both sides? */
static bool lies_in(const struct passages *passages, struct range range)
{
	size_t low = 0, high = passages->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (passages->at[middle].range.b <= range.b)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return false;
	const struct range *around = &passages->at[low - 1].range;
	return range.a >= around->a && range.a_end <= around->a_end && range.b_end <= around->b_end;
}

static uint32_t count_same(const struct comparison *comparison, struct range range)
{
	const struct side *a = &comparison->a, *b = &comparison->b;
	struct keys in_a = {a->forms, a->lexicon->key_of}, in_b = {b->forms, b->lexicon->key_of};
	struct blocks blocks = {0};
	uint32_t same = 0;
	align(&in_a, &in_b, range, &blocks);
	for (size_t i = 0; i < blocks.count; i++)
		same += blocks.at[i].len;
	blocks_release(&blocks);
	return same;
}

/* What has only moved inside of a passage belongs to that. */
static void list_moved(const struct comparison *comparison, const struct passages *aligned, struct passages *ret)
{
	const struct moves *moves = &comparison->moves_by_b;
	if (!moves->count)
		return;
	ret->at = memory_grow(NULL, moves->count, sizeof *ret->at);
	for (size_t i = 0; i < moves->count; i++) {
		if (lies_in(aligned, moves->at[i]))
			continue;
		struct passage passage = {moves->at[i], count_same(comparison, moves->at[i])};
		if (passage.same >= SHORT)
			ret->at[ret->count++] = passage;
	}
}

/* Differences outside of all passages are none. */
static void keep_inside(struct differences *differences, const struct shared *shared)
{
	struct differences kept = {.same = differences->same, .ignored = differences->ignored};
	for (size_t i = 0; i < differences->count; i++) {
		const struct difference *difference = &differences->at[i];
		struct range range = {difference->a, difference->a_end, difference->b, difference->b_end};
		kept.in_move = difference->in_move;
		if (lies_in(&shared->aligned, range) || lies_in(&shared->moved, range))
			differences_add(&kept, difference);
	}
	free(differences->at);
	*differences = kept;
}

static int compare_by_a(const void *left, const void *right)
{
	const struct passage *one = left, *other = right;
	return (one->range.a > other->range.a) - (one->range.a < other->range.a);
}

/* All of them in the order of A. */
static struct passages list_all(const struct shared *shared)
{
	struct passages all = {.count = shared->aligned.count + shared->moved.count};
	all.at = memory_grow(NULL, all.count + 1, sizeof *all.at);
	if (shared->aligned.count)
		memcpy(all.at, shared->aligned.at, shared->aligned.count * sizeof *all.at);
	if (shared->moved.count)
		memcpy(all.at + shared->aligned.count, shared->moved.at, shared->moved.count * sizeof *all.at);
	qsort(all.at, all.count, sizeof *all.at, compare_by_a);
	return all;
}

static void append_place(struct bytes *page, const struct side *side, struct lines *lines, uint32_t start, uint32_t end)
{
	struct slice slice = print_slice(side, start, end);
	struct line_place first = lines_place(lines, slice.start), last = lines_place(lines, slice.end);
	size_t source_start, source_end;
	text_source_span(&side->text, slice.start, slice.end, &source_start, &source_end);
	bytes_append_shown(page, side->text.shown);
	bytes_format(page, ":%zu:%zu–%zu:%zu (%zu–%zu)", first.line, first.column, last.line, last.column, source_start, source_end);
}

static void append_passage(struct bytes *page, const struct comparison *comparison, struct print *print,
			   const struct passage *passage)
{
	const struct range *range = &passage->range;
	bytes_append_text(page, "= ");
	append_place(page, &comparison->a, &print->a, range->a, range->a_end);
	bytes_append_text(page, "\n  ");
	append_place(page, &comparison->b, &print->b, range->b, range->b_end);
	bytes_format(page, P_("  %u word or sign is in both\n", "  %u words and signs are in both\n", passage->same), passage->same);
}

static void append_share(struct bytes *page, const struct side *side, uint64_t same)
{
	struct bytes shown = {0}, share = {0};
	bytes_append_shown(&shown, side->text.shown);
	number_append_percent(&share, same, side->count);
	/* TRANSLATORS: a file, and how much of it the other one has, in percent */
	bytes_format(page, _("%s: %s of it is in the other one (%llu of %u words and signs)\n"), bytes_text(&shown),
		     bytes_text(&share), (unsigned long long)same, side->count);
	bytes_release(&shown);
	bytes_release(&share);
}

static void append_passages(struct bytes *page, const struct comparison *comparison, struct print *print, const struct passages *passages)
{
	uint64_t same = 0;
	for (size_t i = 0; i < passages->count; i++)
		same += passages->at[i].same;
	append_share(page, &comparison->a, same);
	append_share(page, &comparison->b, same);
	for (size_t i = 0; i < passages->count; i++)
		append_passage(page, comparison, print, &passages->at[i]);
	if (!passages->count)
		bytes_append_text(page, _("they share no passage\n"));
}

static bool print_passages(struct job *job, const struct comparison *comparison, const struct shared *shared)
{
	struct passages all = list_all(shared);
	struct bytes page = {0};
	struct print print;
	print_init(&print, job->options, comparison, &job->out);
	if (job->options->form == FORM_JSON) {
		for (size_t i = 0; i < all.count; i++)
			print_json_passage(&page, &print, &all.at[i].range, all.at[i].same);
	} else if (job_is_for_people(job)) {
		append_passages(&page, comparison, &print, &all);
	}
	bool good = output_write(&job->out, page.at, page.len);
	print_release(&print);
	bytes_release(&page);
	free(all.at);
	return good;
}

int within_run(struct job *job, const char *a, const char *b)
{
	struct comparison comparison;
	int status = STATUS_TROUBLE;
	if (job_compare(job, &comparison, a, b)) {
		struct shared shared = {0};
		list_aligned(&comparison, &shared.aligned);
		list_moved(&comparison, &shared.aligned, &shared.moved);
		keep_inside(&comparison.differences, &shared);
		if (print_passages(job, &comparison, &shared))
			status = job_print(job, &comparison);
		/* Nothing in common is a difference, too. */
		if (status == STATUS_OK && !shared.aligned.count && !shared.moved.count)
			status = STATUS_FOUND;
		free(shared.aligned.at);
		free(shared.moved.at);
	}
	comparison_release(&comparison);
	return status;
}
