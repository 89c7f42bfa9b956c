/* SPDX-License-Identifier: MIT */
#include "compare/difference.h"

#include <stdlib.h>

#include "common/bytes.h"
#include "compare/both.h"
#include "compare/polish.h"

void differences_add(struct differences *differences, const struct difference *difference)
{
	class_set classes = difference->classes & ~differences->ignored;
	if (!classes)
		return;
	if (differences->count == differences->cap) {
		differences->cap = differences->cap ? differences->cap * 2 : 256;
		differences->at = memory_grow(differences->at, differences->cap, sizeof *differences->at);
	}
	differences->at[differences->count] = *difference;
	differences->at[differences->count].classes = classes;
	differences->at[differences->count++].in_move = differences->in_move;
	for (unsigned class = 0; class < CLASS_COUNT; class++)
		differences->of_class[class] += classes >> class & 1;
}

/* ---- Tokens that are the same ---- */

/* Goes along a side and says which tokens are not what the file holds, but repaired. */
struct repairs {
	const struct side *side;
	uint32_t token;
	size_t offset, span; /* where the token starts, and the first span that does not end before it */
};

static struct repairs repairs_from(const struct side *side, uint32_t token)
{
	size_t offset = side->text.span_count ? side_offset(side, token) : 0;
	return (struct repairs){side, token, offset, text_span_behind(&side->text, offset)};
}

static bool is_next_repaired(struct repairs *repairs)
{
	const struct text *text = &repairs->side->text;
	if (!text->span_count)
		return false;
	const struct form *form = &repairs->side->lexicon->forms[repairs->side->forms[repairs->token++]];
	size_t start = repairs->offset, end = repairs->offset += form->gap_len + form->core_len;
	while (repairs->span < text->span_count && text->spans[repairs->span].at + text->spans[repairs->span].len <= start)
		repairs->span++;
	for (size_t i = repairs->span; i < text->span_count && text->spans[i].at < end; i++) {
		if (text->spans[i].damage)
			return true;
	}
	return false;
}

/* Has anything been repaired in these tokens? */
static bool is_any_repaired(const struct side *side, uint32_t start, uint32_t end)
{
	if (!side->text.span_count)
		return false;
	size_t span = text_span_behind(&side->text, side_offset(side, start));
	return span < side->text.span_count && side->text.spans[span].at < side_offset(side, end);
}

static void differences_of_block(struct comparison *comparison, const struct block *block)
{
	struct side *a = &comparison->a, *b = &comparison->b;
	struct repairs in_a = repairs_from(a, block->a), in_b = repairs_from(b, block->b);
	bool is_repaired = is_any_repaired(a, block->a, block->a + block->len) ||
			   is_any_repaired(b, block->b, block->b + block->len);
	for (uint32_t i = 0; i < block->len; i++) {
		uint32_t at_a = block->a + i, at_b = block->b + i, form_a = a->forms[at_a], form_b = b->forms[at_b];
		class_set classes = 0;
		if (form_a != form_b)
			classes = judge_forms(&comparison->judge, &comparison->lexicon, form_a, form_b);
		/* what stands in front of a text is no gap between words */
		if (!at_a || !at_b)
			classes &= ~(CLASS(SPACE) | CLASS(LINE_BREAK));
		if (is_repaired && is_next_repaired(&in_a) != is_next_repaired(&in_b))
			classes |= CLASS(ENCODING);
		if (classes)
			differences_add(&comparison->differences,
					&(struct difference){at_a, at_a + 1, at_b, at_b + 1, classes, 0, false});
	}
	comparison->differences.same += block->len;
}

/* ---- Between them ---- */

/* Goes through blocks: those of a range, and what lies between them. */
static void differences_of_range(struct comparison *comparison, struct range range, const struct blocks *blocks,
				 void (*between)(struct comparison *, struct range))
{
	struct range rest = {range.a, 0, range.b, 0};
	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->at[i];
		rest.a_end = block->a;
		rest.b_end = block->b;
		between(comparison, rest);
		differences_of_block(comparison, block);
		rest.a = block->a + block->len;
		rest.b = block->b + block->len;
	}
	rest.a_end = range.a_end;
	rest.b_end = range.b_end;
	between(comparison, rest);
}

/* What is different in a passage is told where it stands now. */
static void differences_of_move(struct comparison *comparison, const struct range *move)
{
	struct keys a = {comparison->a.forms, comparison->lexicon.key_of}, b = {comparison->b.forms, comparison->lexicon.key_of};
	struct blocks blocks = {0};
	align(&a, &b, *move, &blocks);
	blocks_slide(&blocks, &comparison->a, &comparison->b);
	comparison->differences.in_move = true;
	differences_of_range(comparison, *move, &blocks, differences_of_rest);
	comparison->differences.in_move = false;
	blocks_release(&blocks);
}

static void add_moved(struct comparison *comparison, const struct range *move, struct range at, bool is_a)
{
	struct difference difference = {at.a, at.a, at.b, at.b, CLASS(MOVED), 0, false};
	if (is_a) {
		difference.a_end = move->a_end;
		difference.other = move->b;
	} else {
		difference.b_end = move->b_end;
		difference.other = move->a;
	}
	differences_add(&comparison->differences, &difference);
	if (!is_a)
		differences_of_move(comparison, move);
}

/* The next move in front of `end`, of A or of B. NULL when there is none. */
static const struct range *take_move(struct moves *moves, uint32_t end, bool is_a)
{
	if (moves->next == moves->count)
		return NULL;
	const struct range *move = &moves->at[moves->next];
	if ((is_a ? move->a : move->b) >= end)
		return NULL;
	moves->next++;
	return move;
}

/* What is not aligned: passages that have moved, and what lies between them. */
static void differences_between(struct comparison *comparison, struct range range)
{
	while (range.a < range.a_end || range.b < range.b_end) {
		const struct range *from = take_move(&comparison->moves, range.a_end, true);
		const struct range *to = take_move(&comparison->moves_by_b, range.b_end, false);
		struct range rest = {range.a, from ? from->a : range.a_end, range.b, to ? to->b : range.b_end};
		differences_of_rest(comparison, rest);
		range.a = rest.a_end;
		range.b = rest.b_end;
		if (from)
			add_moved(comparison, from, range, true);
		range.a = from ? from->a_end : range.a;
		if (to)
			add_moved(comparison, to, range, false);
		range.b = to ? to->b_end : range.b;
	}
}

/* A thread costs more than to read so few bytes. */
#define ALONE ((size_t)256 * 1024)

/* A side and the lexicon that it is read into. */
struct reading {
	struct side *side;
	struct lexicon *lexicon;
};

static void read_tokens(void *user)
{
	const struct reading *reading = user;
	side_tokenize(reading->side, reading->lexicon);
}

static void tokenize(struct comparison *comparison)
{
	struct side *a = &comparison->a, *b = &comparison->b;
	lexicon_init(&comparison->lexicon);
	if (a->text.len < ALONE || b->text.len < ALONE) {
		side_tokenize(a, &comparison->lexicon);
		side_tokenize(b, &comparison->lexicon);
		return;
	}
	struct lexicon of_b;
	lexicon_init(&of_b);
	both_run(read_tokens, &(struct reading){a, &comparison->lexicon}, &(struct reading){b, &of_b});
	lexicon_take(&comparison->lexicon, &of_b, b->forms, (size_t)b->count + 1);
	b->lexicon = &comparison->lexicon;
}

void comparison_run(struct comparison *comparison, const norm_profile *profile, bool line_breaks)
{
	struct side *a = &comparison->a, *b = &comparison->b;
	judge_init(&comparison->judge, profile, line_breaks);
	tokenize(comparison);
	lexicon_fold(&comparison->lexicon, profile);
	struct keys keys_a = {a->forms, comparison->lexicon.key_of}, keys_b = {b->forms, comparison->lexicon.key_of};
	struct range all = {0, a->count, 0, b->count};
	align(&keys_a, &keys_b, all, &comparison->blocks);
	blocks_slide(&comparison->blocks, a, b);
	blocks_drop_islands(&comparison->blocks, a, b);
	moves_find(comparison);
	differences_of_range(comparison, all, &comparison->blocks, differences_between);
}

void comparison_release(struct comparison *comparison)
{
	side_release(&comparison->a);
	side_release(&comparison->b);
	lexicon_release(&comparison->lexicon);
	judge_release(&comparison->judge);
	blocks_release(&comparison->blocks);
	free(comparison->moves.at);
	free(comparison->moves_by_b.at);
	free(comparison->differences.at);
	*comparison = (struct comparison){0};
}
