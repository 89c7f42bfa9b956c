/* SPDX-License-Identifier: MIT */
#include "text/number.h"

#include "text/gap.h"
#include "unicode/utf8.h"

uint32_t number_back(const struct rule_span *span, size_t i, size_t n)
{
	if (n <= i)
		return span->items->at[i - n].cp;
	return n - i == 1 ? span->before : n - i == 2 ? span->before2 : 0;
}

size_t number_spaces(const struct items *items, size_t i)
{
	size_t n = 0;
	while (i + n < items->len && number_is_space(items->at[i + n].cp))
		n++;
	return n;
}

size_t number_digits(const struct items *items, size_t i)
{
	size_t n = 0;
	while (i + n < items->len && character_is_digit(items->at[i + n].cp))
		n++;
	return n;
}

/* What joins the digits on its sides to something else than a quantity: a date, a version, a score. */
static bool is_joiner(uint32_t cp)
{
	return cp == '.' || cp == ',' || cp == ':' || cp == '/' || cp == '-' || cp == '\'' || cp == 0x2019 ||
	       cp == 0x2011 || cp == 0x2013 || cp == 0x066B || cp == 0x066C || cp == 0x060C;
}

static bool is_decimal_sign(uint32_t cp)
{
	return cp == ',' || cp == 0x066B;
}

static bool is_zero(uint32_t cp)
{
	return cp == '0' || cp == 0x0660 || cp == 0x06F0;
}

/* Arabic writes its prefixes together with a number. */
static bool is_part_of_name(uint32_t cp)
{
	return character_is_word(cp) && cp != CHARACTER_TATWEEL && !character_is_arabic_letter(cp);
}

bool number_is_glued(const struct rule_span *span, size_t i)
{
	uint32_t before = number_back(span, i, 1);
	return is_part_of_name(before) || before == '_' || before == '#' || before == '@' || before == '\\';
}

bool number_is_free(const struct rule_span *span, size_t i)
{
	uint32_t before = number_back(span, i, 1), further = number_back(span, i, 2);
	bool degree = before == 0xB0 || (number_is_space(before) && further == 0xB0); /* n° 1000 */
	bool elision = before == '\'' || before == 0x2019; /* d'12 500, unlike 12'500 */
	bool joined = is_joiner(before) && (elision ? character_is_digit(further) : character_is_word(further));
	return !number_is_glued(span, i) && !degree && !joined;
}

/* Whether digits that have not been seen may stand in front of item `i`, or of the spaces there. */
static bool is_cut(const struct rule_span *span, size_t i)
{
	while (i > 0 && number_is_space(span->items->at[i - 1].cp))
		i--;
	uint32_t before = space_is_inline(span->before) ? span->before2 : span->before;
	return i == 0 && (character_is_digit(before) || number_is_space(before));
}

/* Whether a row of groups with these lengths is one number: 12 500, or behind a decimal sign 141 592 6. */
static bool is_number(const struct rule_span *span, const struct number_row *row, size_t first, size_t last, bool threes)
{
	uint32_t behind = neighbour_after(span, row->end - 1);
	bool goes_on = row->end + 1 < span->items->len && character_is_digit(span->items->at[row->end + 1].cp);
	/* Every group counts with one space: there may be more of them, of which one is kept. */
	if (!threes || 4 * row->groups > NUMBER_MAX || is_cut(span, row->start))
		return false;
	if (is_joiner(behind) && !is_decimal_sign(behind) && goes_on)
		return false;
	if (row->decimal)
		return first == 3 && last <= 3;
	return first <= 3 && last == 3 && !is_zero(span->items->at[row->start].cp) && number_is_free(span, row->start);
}

struct number_row number_row(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	struct number_row row = {.start = i, .end = i + number_digits(items, i), .groups = 1};
	size_t first = row.end - i, last = first;
	bool threes = true;
	row.decimal = is_decimal_sign(number_back(span, i, 1)) && character_is_digit(number_back(span, i, 2));
	for (size_t next; (next = row.end + number_spaces(items, row.end)) > row.end && number_digits(items, next);) {
		threes = threes && (row.groups == 1 || last == 3);
		last = number_digits(items, next);
		row.end = next + last;
		row.groups++;
	}
	row.parted = row.groups > 1 && is_number(span, &row, first, last, threes);
	return row;
}

/*
 * Go on to item `i`: `row` is then the row that holds it, or one before. Returns how many spaces at item `i` part groups of
 * one number, else 0.
 */
static size_t group_gap(const struct rule_span *span, struct number_row *row, size_t i)
{
	if (i >= row->end && character_is_digit(span->items->at[i].cp))
		*row = number_row(span, i);
	return row->parted && i < row->end ? number_spaces(span->items, i) : 0;
}

void number_run_gaps(const struct rule_span *span, bool (*is_wrong)(const struct rule_span *span, size_t i, size_t gap),
		     uint32_t space)
{
	struct items *items = span->items;
	struct number_row row = {0};
	items_rewrite(items);
	for (size_t i = 0, end; i < items->len; i = end) {
		size_t gap = group_gap(span, &row, i);
		bool wrong = gap && is_wrong(span, i, gap);
		end = i + gap + (gap == 0);
		if (wrong && space) {
			items_replace(items, i, gap, space, span->rule);
			continue;
		}
		if (wrong)
			items_report(items, i, gap, span->rule);
		gap_keep(span, i, end);
	}
	items_rewritten(items);
}

/* What a character of the source may be once it is put out: letters become no digits, of forms and others nobody knows. */
enum guess { GUESS_OTHER, GUESS_DIGIT, GUESS_UNKNOWN };

/* The next character at `*at`, which moves behind it. */
static enum guess guess_next(const uint8_t **at, const uint8_t *end)
{
	uint32_t cp;
	if (*at == end)
		return GUESS_OTHER;
	*at += utf8_decode(*at, end, &cp);
	if (cp != UTF8_INVALID && character_is_digit(cp))
		return GUESS_DIGIT;
	bool known = cp < 0x7F ? cp >= SPACE_SP || space_is_line_end(cp) : cp < 0xFB50 && character_is_letter(cp);
	return known ? GUESS_OTHER : GUESS_UNKNOWN;
}

bool number_group_ahead(const struct rule_trigger *trigger, bool short_too)
{
	const uint8_t *at = trigger->ahead, *end = trigger->end;
	guess_next(&at, end); /* a space: `after` has told */
	while (at < end && *at == SPACE_SP)
		at++;
	for (int digits = 0; digits < 3; digits++) {
		enum guess guess = guess_next(&at, end);
		if (guess != GUESS_DIGIT)
			return guess == GUESS_UNKNOWN || (short_too && digits > 0);
	}
	return guess_next(&at, end) != GUESS_DIGIT;
}
