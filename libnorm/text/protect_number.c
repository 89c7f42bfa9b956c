/* SPDX-License-Identifier: MIT */
/*
 * Numbers with a shape of their own. A number is read as groups of digits with one and the same separator; what it is
 * follows from the separator, the lengths of the groups and their values. Quantities (10 000, 1.000,50) are none.
 */
#include <string.h>

#include "text/protect_kinds.h"

enum {
	GROUPS_MAX = 8,
	DIGITS_MAX = 20, /* of a group */
};

struct number {
	size_t start, end;
	uint8_t separator; /* 0: a single group */
	int groups;
	int length[GROUPS_MAX], value[GROUPS_MAX]; /* values up to 9999 */
};

static bool is_separator(uint8_t unit)
{
	return unit == '.' || unit == '-' || unit == '/' || unit == ':';
}

/* Whether there is a unit in front of `i` that may be part of a number. */
static bool is_free(struct finder *finder, size_t i)
{
	return i > 0 && lexer_offset(finder->lexer, i - 1) >= finder->numbers_done;
}

/*
 * The first digit of the number around `i`, which is a digit or a separator in front of one. Nothing of what has been
 * read as a number, or found, is part of it.
 */
static size_t number_start(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i;
	while (i - start < LEXER_REACH && is_free(finder, start)) {
		uint8_t before = lexer_before(lexer, start);
		bool inside = is_separator(before) && unit_is_digit(lexer_at(lexer, start)) && is_free(finder, start - 1);
		if (!unit_is_digit(before) && !(inside && unit_is_digit(lexer_before(lexer, start - 1))))
			break;
		start--;
	}
	return start;
}

/* Read one group at `i` and return its end, `i` when there is none. Groups that are too many are counted only. */
static size_t read_group(struct lexer *lexer, size_t i, struct number *number)
{
	size_t end = i;
	int value = 0;
	for (; unit_is_digit(lexer_at(lexer, end)); end++)
		value = value > 999 ? 9999 : value * 10 + (lexer_at(lexer, end) - '0');
	if (end == i)
		return i;
	if (number->groups < GROUPS_MAX) {
		number->length[number->groups] = end - i < DIGITS_MAX ? (int)(end - i) : DIGITS_MAX;
		number->value[number->groups] = value;
	}
	number->groups++;
	return end;
}

static void read_number(struct lexer *lexer, size_t start, struct number *number)
{
	*number = (struct number){.start = start};
	size_t end = read_group(lexer, start, number);
	uint8_t separator = lexer_at(lexer, end);
	while (end > start && is_separator(separator) && lexer_at(lexer, end) == separator) {
		size_t next = read_group(lexer, end + 1, number);
		if (next == end + 1)
			break;
		number->separator = separator;
		end = next;
	}
	number->end = end;
}

static bool all_have(const struct number *number, int from, int length)
{
	for (int i = from; i < number->groups; i++)
		if (number->length[i] != length)
			return false;
	return true;
}

static bool is_day(const struct number *n, int i)
{
	return n->length[i] <= 2 && n->value[i] >= 1 && n->value[i] <= 31;
}

static bool is_year(const struct number *n, int i)
{
	return n->length[i] == 4 && n->value[i] >= 1000 && n->value[i] <= 2999;
}

/* Three groups of two digits. */
static bool is_short(const struct number *n)
{
	return n->groups == 3 && all_have(n, 0, 2);
}

/* Day, month and year in any order that has the month in the middle, or the American one. */
static bool is_date(const struct number *n)
{
	if (n->groups != 3 || n->separator == ':')
		return false;
	if (!is_day(n, 1) || (n->value[1] > 12 && !(is_day(n, 0) && n->value[0] <= 12)))
		return false;
	bool year = is_year(n, 2) || (is_short(n) && n->separator != '.');
	return (is_day(n, 0) && year) || (is_year(n, 0) && is_day(n, 2));
}

/* 24:00 is a time, 25:00 a ratio. */
static bool is_time(const struct number *n)
{
	if (n->groups < 2 || n->groups > 3 || n->length[0] > 2 || n->value[0] > 24 || !all_have(n, 1, 2))
		return false;
	return n->value[1] < 60 && (n->groups == 2 || n->value[2] < 60);
}

static bool is_ipv4(const struct number *n)
{
	if (n->groups != 4)
		return false;
	for (int i = 0; i < 4; i++)
		if (n->value[i] > 255 || n->length[i] > 3)
			return false;
	return true;
}

static bool is_isbn(const struct number *n)
{
	int digits = 0;
	for (int i = 0; i < n->groups; i++)
		digits += n->length[i];
	return n->separator == '-' && digits == 13 && n->groups >= 2 && (n->value[0] == 978 || n->value[0] == 979);
}

/* "10." and the number of who gives it, then '/' and anything without a space. */
static bool find_doi(struct finder *finder, const struct number *n)
{
	struct lexer *lexer = finder->lexer;
	if (n->groups != 2 || n->value[0] != 10 || n->length[1] < 4 || lexer_at(lexer, n->end) != '/')
		return false;
	size_t end = url_end(lexer, n->end);
	return end > n->end + 1 && finder_found(finder, PROTECT_BOOK, n->start, end);
}

/* Whether a lone letter v stands in front of the number. */
static bool has_v(struct lexer *lexer, size_t start)
{
	return start > 0 && lexer_before(lexer, start) == 'v' && unit_is_edge(lexer_before(lexer, start - 1));
}

/* -rc1, -beta.2 or +build behind a version. */
static size_t version_end(struct lexer *lexer, size_t i)
{
	uint8_t unit = lexer_at(lexer, i);
	if ((unit != '-' && unit != '+') || !unit_is_latin(lexer_at(lexer, i + 1)))
		return i;
	size_t end = i + 1, limit = i + DIGITS_MAX;
	while (end < limit && (unit_is_alnum(lexer_at(lexer, end)) ||
			       (lexer_at(lexer, end) == '.' && unit_is_digit(lexer_at(lexer, end + 1)))))
		end++;
	return unit_is_digit(lexer_before(lexer, end)) ? end : i;
}

static bool find_dotted(struct finder *finder, const struct number *n)
{
	struct lexer *lexer = finder->lexer;
	bool v = has_v(lexer, n->start);
	if (find_doi(finder, n))
		return true;
	if (is_ipv4(n) && !v)
		return finder_found(finder, PROTECT_NETWORK, n->start, n->end);
	bool grouped = n->length[0] <= 3 && all_have(n, 1, 3);
	if (!v && (n->groups < 3 || grouped))
		return false;
	return finder_found(finder, PROTECT_VERSION, n->start - v, version_end(lexer, n->end));
}

/* What the groups and their separator say. "tél. 01-02-03" looks like a date, 02.40.24.90.42 like a version. */
static bool find_grouped(struct finder *finder, const struct number *n)
{
	bool date = is_date(n);
	if (n->separator != ':' && (!date || is_short(n)) && find_phone(finder, n->start))
		return true;
	if (date)
		return finder_found(finder, PROTECT_DATE, n->start, n->end);
	if (is_isbn(n))
		return finder_found(finder, PROTECT_BOOK, n->start, n->end);
	if (n->separator == '.')
		return find_dotted(finder, n);
	if (n->separator != ':' || n->groups > 4)
		return false;
	return finder_found(finder, is_time(n) ? PROTECT_TIME : PROTECT_RATIO, n->start, n->end);
}

bool find_number(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	struct number number;
	if (!unit_is_digit(lexer_at(lexer, i)) && !unit_is_digit(lexer_at(lexer, i + 1)))
		return false;
	if (lexer_offset(lexer, i) < finder->numbers_done)
		return false;
	size_t start = number_start(finder, i);
	if (start == i && !unit_is_digit(lexer_at(lexer, i)))
		return false;
	read_number(lexer, start, &number);
	finder->numbers_done = lexer_offset(lexer, number.end);
	uint8_t before = lexer_before(lexer, start);
	bool apart = unit_is_edge(before) || has_v(lexer, start) || unit_is_arabic(before);
	if (!apart || number.groups == 0 || number.groups > GROUPS_MAX)
		return false;
	if (number.separator && find_grouped(finder, &number))
		return true;
	size_t last = number.end - (size_t)number.length[number.groups - 1];
	return (!number.separator && find_phone(finder, start)) || find_prime(finder, last, number.end);
}
