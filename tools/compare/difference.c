/* SPDX-License-Identifier: MIT */
#include "compare/difference.h"

#include "common/bytes.h"
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
	differences->ended |= (classes & differences->enough) != 0;
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
	const struct form *form = side_form(repairs->side, repairs->token++);
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

/*
 * Behind words that have changed a space comes and goes with them: l’ancien ministre, l’ex-ministre. What kind of space it
 * is still counts.
 */
static bool is_space_of_change(const struct comparison *comparison, uint32_t form_a, uint32_t form_b)
{
	const struct form *forms = comparison->lexicon.forms;
	return !forms[form_a].gap_len != !forms[form_b].gap_len;
}

/* `changed` says that what stands in front of the block is not the same, `starts_move` that a passage that has moved begins with it. */
static void differences_of_block(struct finder *finder, const struct block *block, bool changed, bool starts_move)
{
	const struct side *a = &finder->comparison->a, *b = &finder->comparison->b;
	bool is_repaired = is_any_repaired(a, block->a, block->a + block->len) ||
			   is_any_repaired(b, block->b, block->b + block->len);
	struct repairs in_a = {0}, in_b = {0};
	if (is_repaired) {
		in_a = repairs_from(a, block->a);
		in_b = repairs_from(b, block->b);
	}
	for (uint32_t i = 0; i < block->len && !finder->differences.ended; i++) {
		uint32_t at_a = block->a + i, at_b = block->b + i, form_a = a->forms[at_a], form_b = b->forms[at_b];
		class_set classes = 0;
		if (form_a != form_b)
			classes = judge_forms(&finder->judge, &finder->comparison->lexicon, form_a, form_b);
		/* what stands in front of a text, or of what has moved, is no gap between its words */
		if (!at_a || !at_b || (!i && starts_move))
			classes &= ~(CLASS(SPACE) | CLASS(LINE_BREAK));
		if (!i && changed && is_space_of_change(finder->comparison, form_a, form_b))
			classes &= ~CLASS(SPACE);
		if (is_repaired && is_next_repaired(&in_a) != is_next_repaired(&in_b))
			classes |= CLASS(ENCODING);
		if (classes)
			differences_add(&finder->differences,
					&(struct difference){at_a, at_a + 1, at_b, at_b + 1, classes, 0, false});
	}
	finder->differences.same += block->len;
}

/* ---- Between them ---- */

/* Goes through the blocks of a range, and what lies between them. */
static void go_through(struct finder *finder, struct range range, const struct block *blocks, size_t count,
		       void (*between)(struct finder *, struct range))
{
	struct range rest = {range.a, 0, range.b, 0};
	for (size_t i = 0; i < count && !finder->differences.ended; i++) {
		const struct block *block = &blocks[i];
		rest.a_end = block->a;
		rest.b_end = block->b;
		between(finder, rest);
		bool changed = rest.a < rest.a_end || rest.b < rest.b_end;
		differences_of_block(finder, block, changed, !i && !changed && finder->differences.in_move);
		rest.a = block->a + block->len;
		rest.b = block->b + block->len;
	}
	rest.a_end = range.a_end;
	rest.b_end = range.b_end;
	between(finder, rest);
}

/* What is different in a passage is told where it stands now. */
static void differences_of_move(struct finder *finder, const struct range *move)
{
	const struct side *in_a = &finder->comparison->a, *in_b = &finder->comparison->b;
	struct keys a = {in_a->forms, in_a->lexicon->key_of}, b = {in_b->forms, in_b->lexicon->key_of};
	struct blocks blocks = {0};
	align(&a, &b, *move, &blocks);
	blocks_slide(&blocks, in_a, in_b);
	finder->differences.in_move = true;
	go_through(finder, *move, blocks.at, blocks.count, differences_of_rest);
	finder->differences.in_move = false;
	blocks_release(&blocks);
}

static void add_moved(struct finder *finder, const struct range *move, struct range at, bool is_a)
{
	struct difference difference = {at.a, at.a, at.b, at.b, CLASS(MOVED), 0, false};
	if (is_a) {
		difference.a_end = move->a_end;
		difference.other = move->b;
	} else {
		difference.b_end = move->b_end;
		difference.other = move->a;
	}
	differences_add(&finder->differences, &difference);
	if (!is_a)
		differences_of_move(finder, move);
}

/* The next move in front of `end`, of A or of B. NULL when there is none. */
static const struct range *take_move(const struct moves *moves, size_t *next, uint32_t end, bool is_a)
{
	if (*next == moves->count)
		return NULL;
	const struct range *move = &moves->at[*next];
	if ((is_a ? move->a : move->b) >= end)
		return NULL;
	++*next;
	return move;
}

/* What is not aligned: passages that have moved, and what lies between them. */
static void differences_between(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	while (range.a < range.a_end || range.b < range.b_end) {
		const struct range *from = take_move(&comparison->moves, &finder->next_move, range.a_end, true);
		const struct range *to = take_move(&comparison->moves_by_b, &finder->next_move_by_b, range.b_end, false);
		struct range rest = {range.a, from ? from->a : range.a_end, range.b, to ? to->b : range.b_end};
		differences_of_rest(finder, rest);
		range.a = rest.a_end;
		range.b = rest.b_end;
		if (from)
			add_moved(finder, from, range, true);
		range.a = from ? from->a_end : range.a;
		if (to)
			add_moved(finder, to, range, false);
		range.b = to ? to->b_end : range.b;
	}
}

/* Passages that have moved from or to places in front of the range are done with. */
static void skip_moves(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	while (take_move(&comparison->moves, &finder->next_move, range.a, true))
		;
	while (take_move(&comparison->moves_by_b, &finder->next_move_by_b, range.b, false))
		;
}

void differences_of_range(struct finder *finder, struct range range, const struct block *blocks, size_t count)
{
	skip_moves(finder, range);
	go_through(finder, range, blocks, count, differences_between);
}
