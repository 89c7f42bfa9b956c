/* SPDX-License-Identifier: MIT */
/* Which quotes and brackets belong together. */
#include "text/level_mark.h"
#include "text/quotes.h"

struct pairing {
	struct mark *mark;
	size_t count;
	uint32_t open[LEVEL_DEPTH_MAX]; /* marks, outermost first */
	size_t depth;
	size_t levels;             /* opened so far */
	size_t from_start;         /* closers with ROLE_CLOSES_START */
	size_t lost[MARK_KINDS];   /* openers that are not on the stack though their closers may come */
};

/* ---- Shapes and neighbours ---- */

enum shape { SHAPE_OPENS, SHAPE_CLOSES, SHAPE_EITHER };

static inline enum shape shape_of(const struct mark *mark)
{
	if (mark->kind == MARK_STRAIGHT)
		return SHAPE_EITHER;
	switch (mark->cp) {
	case 0x00AB: case 0x2039: case 0x201C: case 0x201E: case 0x201F: case 0x2018: case 0x201A: case 0x201B:
	case '(': case '[': case '{':
		return SHAPE_OPENS;
	case 0x00BB: case 0x203A: case 0x201D: case 0x2019:
	case ')': case ']': case '}':
		return SHAPE_CLOSES;
	default:
		return SHAPE_EITHER;
	}
}

static bool gap_before(const struct mark *mark)
{
	return mark->before == CLASS_SPACE || mark->before == CLASS_END;
}

static bool gap_after(const struct mark *mark)
{
	return mark->after == CLASS_SPACE || mark->after == CLASS_BREAK || mark->after == CLASS_END;
}

/* Something opens here: a space before and none behind, or glued to an opening mark or an elision. */
static bool looks_opening(const struct mark *mark)
{
	bool before = gap_before(mark) || mark->before == CLASS_OPEN || mark->before == CLASS_QUOTE ||
		      mark->before == CLASS_NEUTRAL || mark->before == CLASS_EYES;
	return before && !gap_after(mark) && mark->after != CLASS_CLOSE && mark->after != CLASS_STOP;
}

static bool looks_closing(const struct mark *mark)
{
	bool after = !class_is_letter(mark->after) && mark->after != CLASS_DIGIT && mark->after != CLASS_OPEN;
	return after && !gap_before(mark) && mark->before != CLASS_OPEN;
}

/* ---- The stack of what is open ---- */

static struct mark *open_at(const struct pairing *p, size_t depth)
{
	return &p->mark[p->open[depth]];
}

/* The place behind the innermost open mark of a kind, 0 if none is open. Quotes part brackets and single quotes. */
static size_t find_open(const struct pairing *p, enum mark_kind kind, bool across_quotes)
{
	for (size_t depth = p->depth; depth > 0; depth--) {
		const struct mark *mark = open_at(p, depth - 1);
		if (mark->kind == kind)
			return depth;
		if (!across_quotes && !mark_is_bracket(mark) && !mark_is_single(mark))
			return 0;
	}
	return 0;
}

/* The innermost open mark that is neither a bracket nor a single quote, NULL if there is none. */
static struct mark *innermost_quote(const struct pairing *p)
{
	for (size_t depth = p->depth; depth > 0; depth--)
		if (!mark_is_bracket(open_at(p, depth - 1)) && !mark_is_single(open_at(p, depth - 1)))
			return open_at(p, depth - 1);
	return NULL;
}

static void open_mark(struct pairing *p, size_t i)
{
	struct mark *mark = &p->mark[i];
	if (p->depth == LEVEL_DEPTH_MAX || p->levels == LEVEL_COUNT_MAX) {
		p->lost[mark->kind]++;
		return;
	}
	p->open[p->depth++] = (uint32_t)i;
	p->levels++;
	if (!mark_is_bracket(mark) && !mark_is_single(mark))
		mark->role = ROLE_OPENS;
}

/* Take all off the stack down to `depth`. Their closers are not waited for. */
static void drop_above(struct pairing *p, size_t depth)
{
	while (p->depth > depth)
		p->lost[open_at(p, --p->depth)->kind]++;
}

/* Close the mark in front of place `depth` of the stack. */
static void close_open(struct pairing *p, size_t depth, size_t i)
{
	drop_above(p, depth);
	struct mark *opener = open_at(p, --p->depth);
	opener->role = ROLE_OPENS;
	opener->partner = (uint32_t)i;
	p->mark[i].role = ROLE_CLOSES;
	p->mark[i].partner = (uint32_t)(opener - p->mark);
}

static bool take_lost(struct pairing *p, enum mark_kind kind)
{
	if (!p->lost[kind])
		return false;
	p->lost[kind]--;
	return true;
}

/* ---- Brackets and single quotes: nothing without a partner ---- */

static void pair_bracket(struct pairing *p, size_t i)
{
	struct mark *mark = &p->mark[i];
	if (mark->emoticon)
		return;
	if (shape_of(mark) == SHAPE_OPENS) {
		open_mark(p, i);
		return;
	}
	size_t depth = find_open(p, mark->kind, false);
	if (depth)
		close_open(p, depth, i);
	else
		take_lost(p, mark->kind);
}

/* 'n' is no quotation. */
static bool is_one_letter(const struct pairing *p, size_t depth, size_t i)
{
	return p->open[depth - 1] + 1 == i && p->mark[i].one_letter &&
	       class_is_letter(p->mark[p->open[depth - 1]].after);
}

static void pair_single(struct pairing *p, size_t i)
{
	struct mark *mark = &p->mark[i];
	size_t depth = find_open(p, mark->kind, false);
	bool opens = mark->kind == MARK_TICK ? gap_before(mark) || mark->before == CLASS_OPEN
					     : shape_of(mark) == SHAPE_OPENS;
	if (depth && looks_closing(mark)) {
		if (!is_one_letter(p, depth, i))
			close_open(p, depth, i);
		return;
	}
	if (opens && !depth && (class_is_letter(mark->after) || mark->after == CLASS_QUOTE))
		open_mark(p, i);
}

/* ---- Quotes ---- */

static void pair_closer(struct pairing *p, size_t i)
{
	struct mark *mark = &p->mark[i];
	size_t depth = find_open(p, mark->kind, true);
	struct mark *inner = innermost_quote(p);
	/* A straight quote does not break what is paired without it. */
	if (depth && mark->kind == MARK_STRAIGHT && inner->kind != MARK_STRAIGHT && inner->paired)
		return;
	if (depth) {
		close_open(p, depth, i);
	} else if (take_lost(p, mark->kind)) {
		return;
	} else if (inner && !inner->paired && !mark->paired) {
		close_open(p, find_open(p, inner->kind, true), i);
	} else if (!inner && p->from_start < LEVEL_DEPTH_MAX && p->levels < LEVEL_COUNT_MAX) {
		drop_above(p, 0);
		mark->role = ROLE_CLOSES_START;
		p->from_start++;
		p->levels++;
	}
}

static bool straight_opens(const struct pairing *p, const struct mark *mark)
{
	bool opens = looks_opening(mark), closes = looks_closing(mark);
	bool open = find_open(p, MARK_STRAIGHT, true) != 0;
	const struct mark *inner = innermost_quote(p);
	if (inner && inner->kind != MARK_STRAIGHT && inner->paired)
		open = false;
	if (opens == closes)
		return !open;
	if (!opens || !open)
		return opens;
	/* It opens while " is open: it does so if the next one closes, and else has a space on the wrong side. */
	return mark->next != LEVEL_NONE && looks_closing(&p->mark[mark->next]) && !looks_opening(&p->mark[mark->next]);
}

/* » opens if « closes it. In »« one quotation ends and another begins, with spaces inside of them or without. */
static bool inverted_opens(const struct pairing *p, const struct mark *mark)
{
	if (!looks_opening(mark) || find_open(p, mark->kind, true))
		return false;
	/* It rather closes ‹ without an end, whatever space stands in front of it. */
	const struct mark *inner = innermost_quote(p);
	if (inner && inner->kind == MARK_ANGLE && !inner->paired && !mark->paired)
		return false;
	const struct mark *next = mark->next == LEVEL_NONE ? NULL : &p->mark[mark->next];
	if (!next || next->at == mark->at + mark->length)
		return false;
	return shape_of(next) == SHAPE_OPENS && looks_closing(next) && !looks_opening(next);
}

/* An opening shape closes what was opened by a shape that needs it: „x“ »x« “x“. */
static bool opener_closes(const struct pairing *p, const struct mark *mark)
{
	const struct mark *inner = innermost_quote(p);
	if (!inner || inner->kind != mark->kind || !looks_closing(mark) || looks_opening(mark))
		return false;
	return mark->kind == MARK_DOUBLE ? mark->cp == 0x201C && !inner->paired : shape_of(inner) == SHAPE_CLOSES;
}

static bool quote_opens(const struct pairing *p, const struct mark *mark)
{
	if (mark->kind == MARK_STRAIGHT)
		return straight_opens(p, mark);
	if (shape_of(mark) == SHAPE_OPENS)
		return !opener_closes(p, mark);
	/* Any quote may reopen what an earlier paragraph has opened. */
	if (mark->before == CLASS_END)
		return mark->after != CLASS_END;
	if (mark->kind == MARK_DOUBLE)
		return looks_opening(mark) && !looks_closing(mark) && !find_open(p, MARK_DOUBLE, true);
	return inverted_opens(p, mark);
}

/* 30" and a " with nothing around it to tell. */
static bool is_nothing(const struct pairing *p, const struct mark *mark)
{
	bool inches = mark->before == CLASS_DIGIT || (gap_before(mark) && mark->after == CLASS_END);
	return mark->kind == MARK_STRAIGHT && inches && !find_open(p, MARK_STRAIGHT, true);
}

static void pair_quote(struct pairing *p, size_t i)
{
	struct mark *mark = &p->mark[i];
	if (is_nothing(p, mark))
		return;
	if (quote_opens(p, mark))
		open_mark(p, i);
	else
		pair_closer(p, i);
}

/* ---- What can be known beforehand ---- */

/* Link the marks of each kind to the next one. Returns which kinds there are, as bits. */
static unsigned link_marks(struct pairing *p)
{
	uint32_t next[MARK_KINDS];
	unsigned kinds = 0;
	for (size_t kind = 0; kind < MARK_KINDS; kind++)
		next[kind] = LEVEL_NONE;
	for (size_t i = p->count; i > 0; i--) {
		struct mark *mark = &p->mark[i - 1];
		mark->next = next[mark->kind];
		mark->partner = LEVEL_NONE;
		next[mark->kind] = (uint32_t)(i - 1);
		kinds |= 1u << mark->kind;
	}
	return kinds;
}

/* Find the partners that “ ” « » ‹ › have by their shapes alone. The marks that are open are linked by `partner`. */
static void pair_shapes(struct pairing *p)
{
	uint32_t open[MARK_KINDS];
	for (size_t kind = 0; kind < MARK_KINDS; kind++)
		open[kind] = LEVEL_NONE;
	for (size_t i = 0; i < p->count; i++) {
		struct mark *mark = &p->mark[i];
		if (mark->kind != MARK_GUILLEMET && mark->kind != MARK_ANGLE && mark->kind != MARK_DOUBLE)
			continue;
		uint32_t *top = &open[mark->kind];
		if (shape_of(mark) == SHAPE_OPENS) {
			mark->partner = *top;
			*top = (uint32_t)i;
		} else if (*top != LEVEL_NONE) {
			struct mark *opener = &p->mark[*top];
			opener->paired = mark->paired = true;
			*top = opener->partner;
		}
	}
	for (size_t i = 0; i < p->count; i++)
		p->mark[i].partner = LEVEL_NONE;
}

size_t level_pair(struct levels *levels)
{
	struct pairing p = {.mark = levels->mark, .count = levels->mark_count};
	unsigned kinds = link_marks(&p);
	if (kinds & (1u << MARK_GUILLEMET | 1u << MARK_ANGLE | 1u << MARK_DOUBLE))
		pair_shapes(&p);
	if (!(kinds & ~(1u << MARK_BORDER)))
		return 0;
	for (size_t i = 0; i < p.count; i++) {
		const struct mark *mark = &p.mark[i];
		if (mark_is_bracket(mark))
			pair_bracket(&p, i);
		else if (mark_is_single(mark))
			pair_single(&p, i);
		else if (mark->kind != MARK_BORDER)
			pair_quote(&p, i);
	}
	return p.from_start;
}

/* ---- What the marks are like ---- */

static bool is_quote(const struct mark *mark)
{
	return mark->kind != MARK_BORDER && !mark_is_bracket(mark) && !mark_is_single(mark);
}

/* " closes here, though a word follows and a space stands in front of it. */
static bool looks_wrong(const struct mark *mark)
{
	bool word = class_is_letter(mark->after) || mark->after == CLASS_DIGIT;
	return mark->kind == MARK_STRAIGHT && mark->role == ROLE_CLOSES && word && looks_opening(mark);
}

/* Whether a quote is one of a pair in which the opener has not this shape, nor the closer the opposite one. */
static bool is_paired(const struct levels *levels, const struct mark *mark, enum shape wrong)
{
	enum shape opposite = wrong == SHAPE_OPENS ? SHAPE_CLOSES : SHAPE_OPENS;
	if (mark->partner == LEVEL_NONE || (mark->role != ROLE_OPENS && mark->role != ROLE_CLOSES))
		return false;
	return levels->mark[mark->partner].kind == mark->kind &&
	       shape_of(mark) != (mark->role == ROLE_OPENS ? wrong : opposite);
}

/* Of " in " it is seldom sure that they are not "x" and "x" with one of them left out. */
static bool is_regular(const struct levels *levels, const struct mark *mark, unsigned open, unsigned straight)
{
	if (mark->kind == MARK_STRAIGHT && mark->role == ROLE_NONE)
		return mark->before == CLASS_DIGIT && open == 0;
	bool nested = mark->kind == MARK_STRAIGHT && mark->role == ROLE_OPENS && straight > 0;
	return is_paired(levels, mark, SHAPE_CLOSES) && !looks_wrong(mark) && !nested;
}

/* `scripts` are those since the opener, with the mark itself the closer. */
static bool is_inverted(const struct levels *levels, const struct mark *mark, unsigned open, unsigned scripts)
{
	if (mark->kind != MARK_GUILLEMET || !is_paired(levels, mark, SHAPE_OPENS))
		return false;
	return mark->role == ROLE_OPENS ? open == 0 : (scripts & ~(unsigned)LETTERS_FOREIGN) == LETTERS_ARABIC;
}

/* Whether a single quote opens, or would if spaces beside it went or came. Behind a handle it is an apostrophe. */
static bool single_may_open(const struct mark *mark)
{
	bool inside = class_is_letter(mark->before) || mark->before == CLASS_DIGIT || mark->before == CLASS_AT;
	return shape_of(mark) == SHAPE_OPENS || (mark->kind == MARK_TICK && !inside);
}

/* One more or one less in `*count`, as a mark opens or closes. */
static void count_open(const struct mark *mark, unsigned *count)
{
	*count += mark->role == ROLE_OPENS;
	*count -= mark->role == ROLE_CLOSES && *count > 0;
}

unsigned levels_quotes(const struct levels *levels)
{
	unsigned quotes = levels->mark_count < LEVEL_MARKS_MAX ? QUOTES_REGULAR | QUOTES_INVERTED : 0;
	unsigned open = 0, straight = 0, scripts = 0;
	for (size_t i = 0; i < levels->mark_count; i++) {
		const struct mark *mark = &levels->mark[i];
		scripts |= mark->scripts;
		if (mark_is_single(mark) && single_may_open(mark))
			quotes |= QUOTES_SINGLE;
		if (!is_quote(mark))
			continue;
		if (!is_regular(levels, mark, open, straight))
			quotes &= ~(unsigned)QUOTES_REGULAR;
		if (!is_inverted(levels, mark, open, scripts))
			quotes &= ~(unsigned)QUOTES_INVERTED;
		count_open(mark, &open);
		if (mark->kind == MARK_STRAIGHT)
			count_open(mark, &straight);
		scripts = 0;
	}
	return quotes;
}
