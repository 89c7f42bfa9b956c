/* SPDX-License-Identifier: MIT */
#include "repair/visual_line.h"

#include "repair/evidence.h"
#include "text/character.h"

enum { DAMMATAN = 0x064C, KASRATAN = 0x064D, DAMMA = 0x064F, SHADDA = 0x0651, ELLIPSIS = 0x2026 };

/* What is outside of a line is space. */
static uint32_t character_at(const struct visual_cell *cells, size_t count, size_t i)
{
	return i < count ? cells[i].cp : ' ';
}

/* ---- Which way a line runs ---- */

bool visual_ends_part(uint32_t cp)
{
	return cp == '.' || cp == ',' || cp == ':' || cp == ';' || cp == '!' || cp == '?' || cp == ELLIPSIS ||
	       cp == 0x060C || cp == 0x061B || cp == 0x061F;
}

/* What a line looks like from its two ends, and between them. */
struct outline {
	long letters[2]; /* of Latin script and its like, and of Arabic */
	long small;      /* Latin words that do not begin with a capital: names among Arabic words do */
	long leaning;    /* marks between both that lean on what is to the right of them, less those that lean to the left */
	long marks;      /* the same since the last letter */
	enum visual_kind first, last;
};

static void add_letter(struct outline *outline, const struct visual_cell *cells, size_t i)
{
	enum visual_kind kind = (enum visual_kind)cells[i].kind;
	bool begins = i == 0 || unicode_is_white_space(cells[i - 1].cp);
	outline->letters[kind == VISUAL_RIGHT]++;
	outline->small += begins && unicode_category(cells[i].cp) == UNICODE_LL;
	outline->leaning += outline->last != kind ? outline->marks : 0;
	outline->marks = 0;
	outline->first = outline->first == VISUAL_NEUTRAL ? kind : outline->first;
	outline->last = kind;
}

/* A mark leans to the side on which there is no space: 1 to the right, -1 to the left. */
static int leans(const struct visual_cell *cells, size_t count, size_t i)
{
	if (!visual_ends_part(cells[i].cp))
		return 0;
	return unicode_is_white_space(character_at(cells, count, i - 1)) -
	       unicode_is_white_space(character_at(cells, count, i + 1));
}

static struct outline read_outline(const struct visual_cell *cells, size_t count)
{
	struct outline outline = {.first = VISUAL_NEUTRAL, .last = VISUAL_NEUTRAL};
	for (size_t i = 0; i < count; i++) {
		if (cells[i].kind == VISUAL_LEFT || cells[i].kind == VISUAL_RIGHT)
			add_letter(&outline, cells, i);
		outline.marks += leans(cells, count, i);
	}
	outline.leaning += outline.marks;
	return outline;
}

bool visual_runs_left(const struct visual_cell *cells, size_t count)
{
	struct outline outline = read_outline(cells, count);
	long all = outline.letters[0] + outline.letters[1];
	/* Each of the other signs weighs as much as a third of the letters, or two. */
	long votes = 3 * (outline.letters[1] - outline.letters[0]) + outline.leaning * all;
	if (outline.first == outline.last)
		votes += outline.first == VISUAL_RIGHT ? 2 * all : -2 * all;
	votes -= outline.small > 1 ? 2 * all : 0;
	return votes > 0;
}

/* ---- Order ---- */

static void reverse(struct visual_cell *cells, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct visual_cell cell = cells[i];
		cells[i] = cells[count - 1 - i];
		cells[count - 1 - i] = cell;
	}
}

/* Reverse each stretch of this level or a higher one (L2). */
static void reverse_level(struct visual_cell *cells, size_t count, unsigned level)
{
	for (size_t i = 0, end; i < count; i = end + 1) {
		for (end = i; end < count && cells[end].level >= level; end++)
			;
		reverse(cells + i, end - i);
	}
}

/* ---- Marks ---- */

static bool is_word_at(const struct visual_cell *cells, size_t count, size_t i)
{
	return character_is_word(character_at(cells, count, i));
}

/*
 * What the place in the word says for the letter to the right of a mark, which comes first. Kasratan and dammatan end words. A damma is
 * mostly that of the first letter, which never has shadda. The last letter of a word of four or more seldom has a mark.
 */
static long weigh_place(const struct visual_cell *cells, size_t count, size_t i)
{
	enum { SURE = 8 * EVIDENCE_BIT, LIKELY = 5 * EVIDENCE_BIT };
	bool first = !is_word_at(cells, count, i + 2), last = !is_word_at(cells, count, i - 2);
	switch (cells[i].cp) {
	case DAMMATAN:
	case KASRATAN:
		return last ? -SURE : 0;
	case DAMMA:
		return first ? LIKELY : 0;
	case SHADDA:
		if (first)
			return -SURE;
		break;
	default:
		break;
	}
	return last && !first && is_word_at(cells, count, i + 3) ? LIKELY : 0;
}

/*
 * Displayed, a mark may stand on either side of its letter, as the program did that put the text out. How much more natural is
 * what is read if it is on the left: then the letter `right` of it carries it, else the one to the left.
 */
static long weigh_mark(const struct visual_cell *cells, size_t count, size_t i)
{
	uint32_t right = character_at(cells, count, i + 1), mark = cells[i].cp;
	uint32_t left = character_at(cells, count, i - 1), further = character_at(cells, count, i - 2);
	long on_left = evidence_pair(right, mark) + evidence_pair(mark, left) + evidence_pair(left, further);
	on_left += weigh_place(cells, count, i);
	return on_left - evidence_pair(right, left) - evidence_pair(left, mark) - evidence_pair(mark, further);
}

static bool marks_stand_left(const struct visual_cell *cells, size_t count)
{
	long sum = 0;
	for (size_t i = 0; i < count; i++)
		if (cells[i].kind == VISUAL_MARK && cells[i].level == 1)
			sum += weigh_mark(cells, count, i);
	return sum >= 0;
}

/* Marks that stood to the right of their letters now stand in front of them: put them behind. */
static void put_marks_behind(struct visual_cell *cells, size_t count)
{
	for (size_t i = 0, end; i < count; i = end + 1) {
		for (end = i; end < count && cells[end].kind == VISUAL_MARK && cells[end].level == 1; end++)
			;
		if (end > i && end < count && cells[end].kind == VISUAL_RIGHT)
			reverse(cells + i, end - i + 1);
	}
}

/* ---- Brackets ---- */

static const uint32_t pairs[][2] = {{'(', ')'},       {'[', ']'},       {'{', '}'},
				    {'<', '>'},       {0x00AB, 0x00BB}, {0x2039, 0x203A}};
enum { PAIRS = sizeof pairs / sizeof pairs[0] };

/* The other bracket of the pair, or the character itself; `*ret_side` is 1 if it opens, -1 if it closes, 0 for others. */
static uint32_t turned(uint32_t cp, int *ret_side)
{
	*ret_side = 0;
	for (size_t i = 0; i < PAIRS; i++)
		for (int closes = 0; closes < 2; closes++)
			if (pairs[i][closes] == cp) {
				*ret_side = closes ? -1 : 1;
				return pairs[i][!closes];
			}
	return cp;
}

/* Which side a bracket has to be that stands there in the order of reading: 1, -1, or 0 if the words beside it do not tell. */
static int side_by_words(const struct visual_cell *cells, size_t count, size_t i)
{
	uint32_t behind = character_at(cells, count, i + 1);
	if (visual_ends_part(behind) && behind != ELLIPSIS)
		return -1;
	return character_is_word(behind) - character_is_word(character_at(cells, count, i - 1));
}

/*
 * Whether the brackets of a line in the order of reading stand as they look when displayed. Where no word tells which side one
 * has to be, it closes what is open.
 */
static bool brackets_are_turned(const struct visual_cell *cells, size_t count)
{
	enum { TOLD_BY_WORDS = 3 };
	long votes = 0, open = 0;
	for (size_t i = 0; i < count; i++) {
		int side, told = side_by_words(cells, count, i);
		turned(cells[i].cp, &side);
		if (side && cells[i].level == 1) {
			int expected = told ? told : open > 0 ? -1 : 1;
			votes -= side * expected * (told ? TOLD_BY_WORDS : 1);
			side = expected;
		}
		open += side;
	}
	return votes > 0;
}

static void turn_brackets(struct visual_cell *cells, size_t count)
{
	int side;
	for (size_t i = 0; i < count; i++)
		if (cells[i].level == 1)
			cells[i].cp = turned(cells[i].cp, &side);
}

void visual_line_read(struct visual_cell *cells, size_t count)
{
	bool left = marks_stand_left(cells, count);
	reverse_level(cells, count, 1);
	reverse_level(cells, count, 2);
	if (!left)
		put_marks_behind(cells, count);
	if (brackets_are_turned(cells, count))
		turn_brackets(cells, count);
}
