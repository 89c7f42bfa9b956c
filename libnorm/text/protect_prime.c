/* SPDX-License-Identifier: MIT */
/* Apostrophes and quotation marks that are none: 5' 30", 30”, rock 'n' roll, ’70. */
#include "text/protect_kinds.h"

enum { PRIME_DIGITS = 3 }; /* of minutes, seconds, feet and inches */

/*
 * Whether a quotation is open at `i`: then a mark behind a number closes it. Counts each mark of the paragraph once,
 * without those that were primes.
 */
static bool is_quoted(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t offset = lexer_offset(lexer, i);
	if (lexer_count_quotes(lexer, finder->quotes_done, offset) % 2 == 1)
		finder->quote_open = !finder->quote_open;
	finder->quotes_done = offset;
	return finder->quote_open;
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

/* Take a span that ends with a '"', and do not count it as a quotation mark. */
static bool found_prime(struct finder *finder, size_t start, size_t end)
{
	size_t offset = lexer_offset(finder->lexer, end);
	is_quoted(finder, start);
	finder->quotes_done = offset;
	return finder_found(finder, PROTECT_PRIME, start, end);
}

bool find_prime(struct finder *finder, size_t start, size_t end)
{
	struct lexer *lexer = finder->lexer;
	size_t seconds = behind_double(lexer, end);
	if (end - start > PRIME_DIGITS || lexer_before(lexer, start) == '\'')
		return false;
	if (seconds > end) {
		bool prime = !unit_is_word(lexer_at(lexer, seconds)) && !is_quoted(finder, start);
		return prime && found_prime(finder, with_decimals(lexer, start), seconds);
	}
	if (lexer_at(lexer, end) != '\'')
		return false;
	seconds = behind_seconds(lexer, end + 1);
	return !unit_is_word(lexer_at(lexer, seconds)) && found_prime(finder, start, seconds);
}

/* 'n' between two words. */
static bool is_and(struct lexer *lexer, size_t i)
{
	return lexer_has(lexer, i, "'n'") && lexer_before(lexer, i) == ' ' && lexer_at(lexer, i + 3) == ' ';
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
