/* SPDX-License-Identifier: MIT */
/* Apostrophes and quotation marks that are none: 5' 30", 30”, rock 'n' roll, ’70. */
#include <string.h>

#include "text/protect_kinds.h"
#include "unicode/ascii.h"

enum { PRIME_DIGITS = 3 }; /* of minutes, seconds, feet and inches */

/* Whether `unit`, in front of or behind a mark, leaves it at the edge of a word. */
static bool is_open_side(uint8_t unit)
{
	return unit_is_blank(unit) || (unit < 0x80 && strchr(".,;:!?)(", unit)) || unit == UNIT_GUILLEMET || unit == UNIT_ELLIPSIS;
}

/*
 * What a mark between two units makes of the quotation: one that hugs only the word behind it opens, one that hugs only
 * the word before it closes. Between spaces, or between letters, it does what the last one did not; but an apostrophe
 * between letters does nothing.
 */
static bool is_open_behind(bool open, uint8_t mark, uint8_t before, uint8_t behind)
{
	if (is_open_side(before) != is_open_side(behind))
		return is_open_side(before);
	return mark == '"' || is_open_side(before) ? !open : open;
}

/* Whether a byte is a letter of ASCII or a SPACE, which open and close nothing. */
static bool is_quiet(uint8_t byte)
{
	return byte == ' ' || ascii_is_letter(byte);
}

/* Pass over letters and spaces, up to `offset`: of those only the last two count, and only for a mark behind them. */
static void skip_quiet(struct lexer *lexer, struct quotes *quotes, size_t offset)
{
	const uint8_t *text = lexer->text;
	size_t at = quotes->done;
	if (quotes->last == '"' || quotes->last == '\'')
		return;
	while (at < offset && is_quiet(text[at]))
		at++;
	if (at - quotes->done < 2)
		return;
	quotes->before = unit_of(text[at - 2]);
	quotes->last = unit_of(text[at - 1]);
	lexer->looked += at - quotes->done;
	quotes->done = at;
}

/*
 * Whether a quotation with this mark is open at `i`: then the mark behind a number closes it. Reads the paragraph up to
 * there, each character once; primes that have been found do not count.
 */
static bool is_quoted(struct finder *finder, size_t i, uint8_t mark)
{
	struct lexer *lexer = finder->lexer;
	size_t offset = lexer_offset(lexer, i), bytes;
	struct quotes *quotes = &finder->quotes;
	for (; quotes->done < offset; quotes->done += bytes) {
		skip_quiet(lexer, quotes, offset);
		if (quotes->done == offset)
			break;
		uint8_t unit = lexer_read(lexer, quotes->done, &bytes);
		if (unit == UNIT_NONE)
			continue;
		if (quotes->last == '"')
			quotes->open_double = is_open_behind(quotes->open_double, '"', quotes->before, unit);
		if (quotes->last == '\'')
			quotes->open_single = is_open_behind(quotes->open_single, '\'', quotes->before, unit);
		quotes->before = quotes->last;
		quotes->last = unit;
	}
	return mark == '"' ? quotes->open_double : quotes->open_single;
}

static size_t digits_end(struct lexer *lexer, size_t i)
{
	size_t limit = i + PRIME_DIGITS + 1;
	while (i < limit && unit_is_digit(lexer_at(lexer, i)))
		i++;
	return i;
}

/* Behind the mark of seconds or inches at `i`: " or two apostrophes. `i` when there is none. */
static size_t behind_double(struct lexer *lexer, size_t i)
{
	if (lexer_has(lexer, i, "''"))
		return i + 2;
	return i + (lexer_at(lexer, i) == '"');
}

/* Behind the seconds or inches that follow a prime at `i`, with a space or without; `i` when none do. */
static size_t behind_seconds(struct lexer *lexer, size_t i)
{
	size_t start = i + (lexer_at(lexer, i) == ' '), end = digits_end(lexer, start);
	size_t behind = behind_double(lexer, end);
	if (end == start || end - start > 2 || unit_is_word(lexer_at(lexer, behind)))
		return i;
	return behind > end || start == i ? behind : i;
}

/* The start of the number of which [start, …) is the part behind a decimal sign. */
static size_t with_decimals(struct lexer *lexer, size_t start)
{
	uint8_t sign = lexer_before(lexer, start);
	if ((sign != ',' && sign != '.') || !unit_is_digit(lexer_before(lexer, start - 1)))
		return start;
	do
		start--;
	while (unit_is_digit(lexer_before(lexer, start)));
	return start;
}

/* The minutes of a time, which french.times parts from its h: 1 h 15" */
static bool are_minutes(struct lexer *lexer, size_t start)
{
	uint8_t back[4] = {0}, *unit = back;
	lexer_look_back(lexer, start, back, sizeof back);
	unit += *unit == ' ';
	if (*unit++ != 'h')
		return false;
	unit += *unit == ' ';
	return unit_is_digit(*unit);
}

/* Take a span whose marks are no quotation marks. */
static bool found_prime(struct finder *finder, size_t start, size_t end)
{
	finder->quotes.done = lexer_offset(finder->lexer, end);
	finder->quotes.before = finder->quotes.last = '0';
	return finder_found(finder, PROTECT_PRIME, start, end);
}

bool find_prime(struct finder *finder, size_t start, size_t end)
{
	struct lexer *lexer = finder->lexer;
	uint8_t before = lexer_before(lexer, start), mark = lexer_at(lexer, end);
	if (end - start > PRIME_DIGITS || (before < 0x80 && strchr("'\"-", before)) || (mark != '\'' && mark != '"'))
		return false;
	if (are_minutes(lexer, start))
		return false;
	size_t behind = behind_double(lexer, end);
	bool minutes = behind == end;
	if (minutes)
		behind = behind_seconds(lexer, end + 1);
	/* 5' 30" is nothing else, so no quotation is looked for. */
	bool sure = minutes && behind > end + 1;
	if (unit_is_word(lexer_at(lexer, behind)) || (is_quoted(finder, start, mark) && !sure))
		return false;
	return found_prime(finder, with_decimals(lexer, start), behind);
}

/* 'n' between two words. */
static bool is_and(struct lexer *lexer, size_t i)
{
	bool apart = unit_is_blank(lexer_before(lexer, i)) && unit_is_blank(lexer_at(lexer, i + 3));
	return apart && lexer_has(lexer, i, "'n'");
}

bool find_clipped(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	if (is_and(lexer, i))
		return finder_found(finder, PROTECT_CLIPPED, i, i + 3);
	uint8_t before = lexer_before(lexer, i), behind = lexer_at(lexer, i + 3);
	bool two = unit_is_digit(lexer_at(lexer, i + 1)) && unit_is_digit(lexer_at(lexer, i + 2));
	if (!two || !unit_is_edge(before) || before == '\'' || unit_is_word(behind) || behind == '\'')
		return false;
	return finder_found(finder, PROTECT_CLIPPED, i, i + 3);
}
