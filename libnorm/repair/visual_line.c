/* SPDX-License-Identifier: MIT */
#include "repair/visual_line.h"

#include "repair/evidence.h"
#include "unicode/tables.h"

/* ---- Which way a line runs ---- */

/* Marks that end a sentence, or a part of it: displayed, they stand at the side where the line ends. */
static bool ends_part(uint32_t cp)
{
	return cp == '.' || cp == ',' || cp == ':' || cp == ';' || cp == '!' || cp == '?' || cp == 0x2026 ||
	       cp == 0x060C || cp == 0x061B || cp == 0x061F;
}

/* The first letter from one end of the line on: VISUAL_LEFT or VISUAL_RIGHT. */
static enum visual_kind first_letter(const struct visual_cell *cells, size_t count, bool from_right)
{
	for (size_t i = 0; i < count; i++) {
		const struct visual_cell *cell = &cells[from_right ? count - 1 - i : i];
		if (cell->kind == VISUAL_LEFT || cell->kind == VISUAL_RIGHT)
			return (enum visual_kind)cell->kind;
	}
	return VISUAL_NEUTRAL;
}

bool visual_runs_left(const struct visual_cell *cells, size_t count)
{
	long letters[2] = {0, 0};
	for (size_t i = 0; i < count; i++)
		if (cells[i].kind == VISUAL_LEFT || cells[i].kind == VISUAL_RIGHT)
			letters[cells[i].kind == VISUAL_RIGHT]++;
	enum visual_kind left = first_letter(cells, count, false), right = first_letter(cells, count, true);
	long all = letters[0] + letters[1];
	/* A mark at one end weighs as much as a third of the letters, and so does a letter at both ends. */
	long votes = 3 * (letters[1] - letters[0]);
	votes += left == right ? (left == VISUAL_RIGHT ? all : -all) : 0;
	votes += ends_part(cells[0].cp) ? all : 0;
	votes -= ends_part(cells[count - 1].cp) ? all : 0;
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

static uint32_t character_at(const struct visual_cell *cells, size_t count, size_t i)
{
	return i < count ? cells[i].cp : ' ';
}

/*
 * Displayed, a mark may stand on either side of its letter, as the program did that put the text out. How much more natural is
 * what is read if it is on the left: then the letter `right` of it carries it, else the one to the left.
 */
static long weigh_mark(const struct visual_cell *cells, size_t count, size_t i)
{
	uint32_t right = character_at(cells, count, i + 1), mark = cells[i].cp;
	uint32_t left = character_at(cells, count, i - 1), further = character_at(cells, count, i - 2);
	int on_left = evidence_pair(right, mark) + evidence_pair(mark, left) + evidence_pair(left, further);
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

static bool is_space(uint32_t cp)
{
	return unicode_is_white_space(cp);
}

/* Which side a bracket has to be that stands there in the order of reading: 1, -1, or 0 if its spaces do not tell. */
static int side_by_spaces(const struct visual_cell *cells, size_t count, size_t i)
{
	bool before = is_space(character_at(cells, count, i - 1)), behind = is_space(character_at(cells, count, i + 1));
	return before - behind;
}

/* Whether the brackets of a line in the order of reading stand as they look when displayed. */
static bool brackets_are_turned(const struct visual_cell *cells, size_t count)
{
	long votes = 0;
	int first = 0;
	for (size_t i = 0; i < count; i++) {
		int side;
		turned(cells[i].cp, &side);
		if (!side || cells[i].level != 1)
			continue;
		first = first ? first : side;
		votes -= side * side_by_spaces(cells, count, i);
	}
	/* Where no space tells: what comes first opens. */
	return votes > 0 || (votes == 0 && first < 0);
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
