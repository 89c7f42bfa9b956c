/* SPDX-License-Identifier: MIT */
/*
 * The levels of a line as it is displayed. The rules are those of UAX #9 (W1 to N2), read in the other direction; what follows
 * a letter in the order of reading stands to the left of it among Arabic ones.
 */
#include "repair/visual_line.h"
#include "text/bidi.h"
#include "text/character.h"
#include "text/step.h"
#include "unicode/tables.h"

static const struct step_range separators[] = {{',', ','},       {'.', '/'},       {':', ':'},       {0x00A0, 0x00A0},
					       {0x060C, 0x060C}, {0x066B, 0x066C}, {0x202F, 0x202F}, {0x2044, 0x2044}};
static const struct step_range terminators[] = {{'#', '%'},       {0x00A2, 0x00A5}, {0x00B0, 0x00B1},
						{0x066A, 0x066A}, {0x2030, 0x2034}, {0x20A0, 0x20CF}};

static enum visual_kind kind_of(uint32_t cp)
{
	enum bidi_direction direction = bidi_direction(cp);
	if (direction != BIDI_NEUTRAL)
		return direction == BIDI_LEFT_TO_RIGHT ? VISUAL_LEFT : VISUAL_RIGHT;
	if (character_is_digit(cp))
		return VISUAL_DIGIT;
	if (character_is_mark(cp))
		return VISUAL_MARK;
	if (cp == '+' || cp == '-' || cp == 0x2212)
		return VISUAL_SIGN;
	if (step_range_has(separators, COUNT_OF(separators), cp))
		return VISUAL_SEPARATOR;
	return step_range_has(terminators, COUNT_OF(terminators), cp) ? VISUAL_TERMINATOR : VISUAL_NEUTRAL;
}

void visual_kinds(struct visual_cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cells[i].kind = (uint8_t)kind_of(cells[i].cp);
}

static void set_level(struct visual_cell *cells, size_t start, size_t end, uint8_t level)
{
	for (size_t i = start; i < end; i++)
		cells[i].level = level;
}

/* The first cell from `i` on that is of this kind, or `count`. */
static size_t find_kind(const struct visual_cell *cells, size_t i, size_t count, enum visual_kind kind)
{
	while (i < count && cells[i].kind != kind)
		i++;
	return i;
}

/*
 * The end of the number that starts at `i` with a digit: single separators between digits belong to it. So do signs between
 * digits, and percent signs and currencies at its end, but not behind an Arabic letter (`plain`).
 */
static size_t number_end(const struct visual_cell *cells, size_t i, size_t count, bool plain)
{
	for (i++; i < count; i++) {
		bool joins = cells[i].kind == VISUAL_SEPARATOR || (!plain && cells[i].kind == VISUAL_SIGN);
		bool inside = joins && i + 1 < count && cells[i + 1].kind == VISUAL_DIGIT;
		if (cells[i].kind != VISUAL_DIGIT && !inside)
			break;
	}
	while (!plain && i < count && cells[i].kind == VISUAL_TERMINATOR)
		i++;
	return i;
}

/* Numbers among Arabic letters run to the right. Only one in front of all letters is not behind an Arabic one. */
static void set_numbers(struct visual_cell *cells, size_t start, size_t end, size_t last_letter)
{
	for (size_t i = start; (i = find_kind(cells, i, end, VISUAL_DIGIT)) < end;) {
		size_t stop = number_end(cells, i, end, i < last_letter);
		set_level(cells, i, stop, 2);
		i = stop;
	}
}

/* Where the stretch of one direction ends that starts at `i`: behind its last letter in front of a letter of the other. */
static size_t letters_end(const struct visual_cell *cells, size_t i, size_t count, enum visual_kind kind)
{
	enum visual_kind other = kind == VISUAL_LEFT ? VISUAL_RIGHT : VISUAL_LEFT;
	size_t end = i;
	for (; i < count && cells[i].kind != other; i++)
		if (cells[i].kind == kind)
			end = i + 1;
	while (end < count && cells[end].kind == VISUAL_MARK)
		end++;
	return end;
}

/* Where Latin letters that end at `i` have numbers behind them: these belong to them (W7). */
static size_t with_numbers(const struct visual_cell *cells, size_t i, size_t count)
{
	size_t end = i, stop = find_kind(cells, i, count, VISUAL_RIGHT);
	while ((i = find_kind(cells, i, stop, VISUAL_DIGIT)) < stop)
		end = i = number_end(cells, i, stop, false);
	return end;
}

/* A bracket behind [start, i) that was opened inside closes there, too (N0). */
static size_t with_bracket(const struct visual_cell *cells, size_t start, size_t i, size_t count)
{
	long open = 0;
	for (size_t k = start; k < i; k++)
		open += (cells[k].cp == '(') - (cells[k].cp == ')');
	return open > 0 && i < count && cells[i].cp == ')' ? i + 1 : i;
}

static void set_left_to_right(struct visual_cell *cells, size_t count)
{
	for (size_t i = 0; (i = find_kind(cells, i, count, VISUAL_LEFT)) < count;) {
		size_t end = letters_end(cells, i, count, VISUAL_LEFT);
		end = with_bracket(cells, i, with_numbers(cells, end, count), count);
		set_level(cells, i, end, 2);
		i = end;
	}
}

/* ---- Numbers to the left of Arabic letters, in a line that runs to the right ---- */

static size_t skip_spaces(const struct visual_cell *cells, size_t start, size_t i)
{
	while (i > start && unicode_is_white_space(cells[i - 1].cp))
		i--;
	return i;
}

/* The start of the number that ends at `i`; `i` if there is none. */
static size_t number_start(const struct visual_cell *cells, size_t start, size_t i)
{
	size_t number = i;
	if (i > start && cells[i - 1].kind != VISUAL_DIGIT)
		return i;
	while (number > start && (cells[number - 1].kind == VISUAL_DIGIT || cells[number - 1].kind == VISUAL_SEPARATOR))
		number--;
	while (number < i && cells[number].kind != VISUAL_DIGIT)
		number++;
	return number;
}

static bool is_quote(uint32_t cp)
{
	enum unicode_category category = unicode_category(cp);
	return cp == '"' || (category >= UNICODE_PS && category <= UNICODE_PF);
}

/*
 * Where a number starts that stands to the left of the Arabic letters from `i` to `end` and is read behind them; `i` if there is
 * none. Between both is nothing, a mark that leans on the letters, or the end of a quotation that begins to the left of the number.
 */
static size_t number_read_behind(const struct visual_cell *cells, size_t start, size_t i, size_t end, size_t count)
{
	size_t number = number_start(cells, start, i), mark = i;
	if (number < i)
		return number;
	while (mark > start && visual_ends_part(cells[mark - 1].cp))
		mark--;
	size_t quote = skip_spaces(cells, start, mark);
	number = number_start(cells, start, quote);
	if (mark < i && number < quote)
		return number;
	if (quote == start || !is_quote(cells[quote - 1].cp))
		return i;
	size_t digits = skip_spaces(cells, start, quote - 1);
	number = number_start(cells, start, digits);
	size_t opens = skip_spaces(cells, start, number);
	while (end < count && unicode_is_white_space(cells[end].cp))
		end++;
	bool closes = end < count && is_quote(cells[end].cp);
	bool encloses = !closes && opens > start && is_quote(cells[opens - 1].cp);
	return encloses && number < digits ? number : i;
}

/* Where the Arabic letters from `i` to `end` begin, with their marks and a number to the left; others end at `start`. */
static size_t arabic_start(const struct visual_cell *cells, size_t start, size_t i, size_t end, size_t count)
{
	while (i > start && cells[i - 1].kind == VISUAL_MARK)
		i--;
	return number_read_behind(cells, start, i, end, count);
}

void visual_levels(struct visual_cell *cells, size_t count, bool right_to_left)
{
	set_level(cells, 0, count, right_to_left ? 1 : 0);
	if (right_to_left) {
		size_t last = count;
		while (last > 0 && cells[last - 1].kind != VISUAL_RIGHT && cells[last - 1].kind != VISUAL_LEFT)
			last--;
		set_numbers(cells, 0, count, last);
		set_left_to_right(cells, count);
		return;
	}
	for (size_t i = 0, start; (i = find_kind(cells, start = i, count, VISUAL_RIGHT)) < count;) {
		size_t end = letters_end(cells, i, count, VISUAL_RIGHT);
		i = arabic_start(cells, start, i, end, count);
		set_level(cells, i, end, 1);
		set_numbers(cells, i, end, end);
		i = end;
	}
}
