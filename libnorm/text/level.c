/* SPDX-License-Identifier: MIT */
#include "text/level.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/search.h"
#include "text/level_mark.h"

/* Levels that are open: those of marks, and those that have been open since the start of the paragraph. */
enum { OPEN_MAX = 2 * LEVEL_DEPTH_MAX + 1 };

struct builder {
	struct levels *levels;
	struct {
		uint32_t level, sentence;
	} open[OPEN_MAX];
	size_t depth;
};

/* ---- Growing ---- */

/* Make room for what one mark adds at most, so that nothing more is asked of each part. */
static inline bool make_room(struct levels *levels)
{
	if (!memory_reserve(&levels->level, &levels->level_cap, levels->level_count + 1, sizeof *levels->level) ||
	    !memory_reserve(&levels->sentence, &levels->sentence_cap, levels->sentence_count + 2, sizeof *levels->sentence) ||
	    !memory_reserve(&levels->piece, &levels->piece_cap, levels->piece_count + 2, sizeof *levels->piece))
		levels->failed = true;
	return !levels->failed;
}

static inline uint32_t add_sentence(struct levels *levels, uint32_t level, uint32_t start)
{
	uint32_t index = (uint32_t)levels->sentence_count++;
	levels->sentence[index] = (struct sentence){
	    .start = start, .level = level, .next = LEVEL_NONE, .first_piece = LEVEL_NONE, .last_piece = LEVEL_NONE};
	struct level *owner = &levels->level[level];
	if (owner->first_sentence == LEVEL_NONE)
		owner->first_sentence = index;
	else
		levels->sentence[owner->last_sentence].next = index;
	owner->last_sentence = index;
	return index;
}

/* The text from `start` on belongs to a sentence. */
static inline void add_piece(struct levels *levels, uint32_t start, uint32_t sentence)
{
	uint32_t index = (uint32_t)levels->piece_count++;
	levels->piece[index] = (struct piece){start, sentence, LEVEL_NONE};
	struct sentence *owner = &levels->sentence[sentence];
	if (owner->first_piece == LEVEL_NONE)
		owner->first_piece = index;
	else
		levels->piece[owner->last_piece].next = index;
	owner->last_piece = index;
}

/* ---- Building ---- */

static struct sentence *current_sentence(const struct builder *b)
{
	return &b->levels->sentence[b->open[b->depth - 1].sentence];
}

/* A level begins at `start`, inside the current sentence if there is one. */
static void push_level(struct builder *b, uint32_t start, const struct mark *opener)
{
	struct levels *levels = b->levels;
	bool inside = b->depth > 0;
	uint32_t index = (uint32_t)levels->level_count++;
	levels->level[index] = (struct level){
	    .start = start,
	    .end = (uint32_t)levels->len,
	    .opener = opener ? opener->at : LEVEL_NONE,
	    .opener_cp = opener ? opener->cp : 0,
	    .closer = LEVEL_NONE,
	    .parent = inside ? b->open[b->depth - 1].level : LEVEL_NONE,
	    .host = inside ? b->open[b->depth - 1].sentence : LEVEL_NONE,
	    .first_sentence = LEVEL_NONE,
	    .depth = (uint8_t)b->depth,
	};
	uint32_t sentence = add_sentence(levels, index, start);
	b->open[b->depth].level = index;
	b->open[b->depth++].sentence = sentence;
	add_piece(levels, start, sentence);
}

/* The innermost level ends, with a closing mark if there is one. */
static void pop_level(struct builder *b, uint32_t end, const struct mark *closer)
{
	struct level *level = &b->levels->level[b->open[b->depth - 1].level];
	level->end = end;
	level->closer = closer ? closer->at : LEVEL_NONE;
	level->closer_cp = closer ? closer->cp : 0;
	current_sentence(b)->end = end;
	b->depth--;
}

/* A sentence begins, unless the current one has no words yet. */
static void begin_sentence(struct builder *b, uint32_t at)
{
	if (!current_sentence(b)->letters)
		return;
	current_sentence(b)->end = at;
	uint32_t sentence = add_sentence(b->levels, b->open[b->depth - 1].level, at);
	b->open[b->depth - 1].sentence = sentence;
	add_piece(b->levels, at, sentence);
}

/* Close the level of `mark`, and what is open in it and has no end of its own. */
static void close_level(struct builder *b, const struct mark *mark)
{
	uint32_t opener = mark->role == ROLE_CLOSES ? b->levels->mark[mark->partner].at : LEVEL_NONE;
	while (b->levels->level[b->open[b->depth - 1].level].opener != opener)
		pop_level(b, mark->at, NULL);
	pop_level(b, mark->at, mark);
	add_piece(b->levels, mark->at, b->open[b->depth - 1].sentence);
}

static void place_mark(struct builder *b, const struct mark *mark)
{
	current_sentence(b)->letters |= mark->scripts;
	bool opens = mark->role == ROLE_OPENS && (mark->partner != LEVEL_NONE || !mark_is_bracket(mark));
	if (mark->kind == MARK_BORDER || (opens && mark->after_stop))
		begin_sentence(b, mark->at);
	if (opens)
		push_level(b, mark->at + mark->length, mark);
	else if (mark->role == ROLE_CLOSES || mark->role == ROLE_CLOSES_START)
		close_level(b, mark);
}

static void build(struct levels *levels, size_t from_start, unsigned last)
{
	struct builder b = {.levels = levels};
	for (size_t i = 0; i <= from_start && make_room(levels); i++)
		push_level(&b, 0, NULL);
	for (size_t i = 0; i < levels->mark_count && make_room(levels); i++)
		place_mark(&b, &levels->mark[i]);
	if (levels->failed)
		return;
	current_sentence(&b)->letters |= (uint8_t)last;
	while (b.depth > 0)
		pop_level(&b, (uint32_t)levels->len, NULL);
	for (size_t i = 0; i < levels->sentence_count; i++) {
		const struct sentence *sentence = &levels->sentence[i];
		levels->level[sentence->level].letters |= sentence->letters;
		levels->letters |= sentence->letters;
	}
}

static void clear(struct levels *levels)
{
	levels->level_count = levels->sentence_count = levels->piece_count = levels->mark_count = 0;
	levels->cursor = levels->mark_cursor = 0;
	levels->letters = 0;
	levels->has_largest = false;
	levels->largest = LEVEL_NONE;
}

void levels_read(struct levels *levels, const uint8_t *text, size_t len)
{
	clear(levels);
	if (levels->failed)
		return;
	levels->text = text;
	levels->len = len;
	unsigned last = level_scan(levels);
	if (!levels->failed)
		build(levels, level_pair(levels), last);
	if (levels->failed)
		clear(levels);
}

void levels_release(struct levels *levels)
{
	free(levels->level);
	free(levels->sentence);
	free(levels->piece);
	free(levels->mark);
	*levels = (struct levels){0};
}

/* ---- Queries ---- */

/* Look at a few pieces from the cursor on before searching. Pieces of no length are passed over. */
static size_t piece_at(struct levels *levels, size_t offset)
{
	enum { STEPS = 8 };
	size_t at = levels->cursor;
	if (levels->piece[at].start > offset)
		at = 0;
	for (unsigned step = 0; at + 1 < levels->piece_count && levels->piece[at + 1].start <= offset; at++)
		if (step++ == STEPS) {
			at = search_count(&levels->piece->start, levels->piece_count, sizeof *levels->piece, offset) - 1;
			break;
		}
	return levels->cursor = at;
}

size_t levels_sentence_at(struct levels *levels, size_t offset)
{
	return levels->piece_count ? levels->piece[piece_at(levels, offset)].sentence : 0;
}

size_t levels_level_at(struct levels *levels, size_t offset)
{
	return levels->piece_count ? levels->sentence[levels_sentence_at(levels, offset)].level : 0;
}

/* The last mark that is not behind an offset, or else the first one. Steps ask about one several times, then about one that is near. */
static const struct mark *mark_at(struct levels *levels, size_t offset)
{
	enum { STEPS = 4 };
	const struct mark *mark = levels->mark;
	size_t at = levels->mark_cursor;
	if (mark[at].at == offset)
		return &mark[at];
	for (unsigned step = 0; step < STEPS && at + 1 < levels->mark_count && mark[at].at < offset; step++)
		at++;
	if (mark[at].at != offset) {
		size_t count = search_count(&mark->at, levels->mark_count, sizeof *mark, offset);
		at = count ? count - 1 : 0;
	}
	levels->mark_cursor = at;
	return &mark[at];
}

struct level_role_at levels_role_at(struct levels *levels, size_t offset)
{
	if (levels->failed || levels->mark_count == 0)
		return (struct level_role_at){LEVEL_ROLE_NONE, LEVEL_NONE};
	const struct mark *mark = mark_at(levels, offset);
	if (mark->at != offset || mark->kind == MARK_BORDER || mark->partner == LEVEL_NONE)
		return (struct level_role_at){LEVEL_ROLE_NONE, LEVEL_NONE};
	return (struct level_role_at){mark->role == ROLE_OPENS ? LEVEL_ROLE_OPENS : LEVEL_ROLE_CLOSES,
				      levels->mark[mark->partner].at};
}

enum language levels_language_around(struct levels *levels, size_t offset, struct levels_stretch *ret)
{
	*ret = (struct levels_stretch){offset, offset};
	if (!levels->piece_count)
		return LANGUAGE_NONE;
	size_t at = piece_at(levels, offset);
	ret->start = levels->piece[at].start;
	ret->end = at + 1 < levels->piece_count ? levels->piece[at + 1].start : levels->len;
	return levels_sentence_language(levels, levels->piece[at].sentence);
}

enum language levels_language_at(struct levels *levels, size_t offset)
{
	struct levels_stretch unused;
	return levels_language_around(levels, offset, &unused);
}
