/* SPDX-License-Identifier: MIT */
/* Numbers on both sides: the same value in other digits, or another one. */
#include <string.h>

#include "common/utf8.h"
#include "compare/rest.h"

/* Digits between two marks, or spaces, that part thousands. */
enum { GROUP = 3 };

static const char digits[] = "0123456789", roman[] = "IVX";

/* How many of these characters `text` starts with. */
static size_t count_start(const char *text, size_t len, const char *characters)
{
	size_t count = 0;
	while (count < len && text[count] && strchr(characters, text[count]))
		count++;
	return count;
}

/* May a space in front of this number part groups of digits: 12 000? */
static bool goes_on_with_group(const struct side *side, uint32_t index)
{
	const struct form *form = side_form(side, index);
	struct letters letters = side_letters(side, index);
	uint32_t space = 0;
	return form->kind == TOKEN_NUMBER && form->gap_len > 0 && !form->breaks &&
	       utf8_decode(form->gap, form->gap + form->gap_len, &space) == form->gap_len &&
	       count_start(letters.at, letters.len, digits) == GROUP;
}

/* Behind the groups of the number at `start`. One with marks between its digits, or with more of them than a group has, stands alone. */
static uint32_t number_end(const struct side *side, uint32_t start, uint32_t end)
{
	uint32_t at = start + 1;
	while (at < end && side_letters(side, at - 1).len <= GROUP && goes_on_with_group(side, at))
		at++;
	return at;
}

/* The value of a number as its digits and, where a separator is no mark of groups, a full stop. */
static void append_value(struct bytes *bytes, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] >= '0' && text[i] <= '9')
			bytes_append_char(bytes, text[i]);
		else if (count_start(text + i + 1, len - i - 1, digits) != GROUP)
			bytes_append_char(bytes, '.');
	}
}

static struct bytes value_of(const struct side *side, uint32_t start, uint32_t end)
{
	struct bytes value = {0};
	for (uint32_t i = start; i < end; i++) {
		struct letters letters = side_letters(side, i);
		append_value(&value, letters.at, letters.len);
	}
	return value;
}

/* 12,5 is 12.5 and 12.500 is 12 500: the marks between digits differ from place to place, the digits do not. */
static bool same_value(const struct comparison *comparison, struct range range)
{
	struct bytes left = value_of(&comparison->a, range.a, range.a_end);
	struct bytes right = value_of(&comparison->b, range.b, range.b_end);
	bool same = left.len == right.len && memcmp(left.at, right.at, left.len) == 0;
	bytes_release(&left);
	bytes_release(&right);
	return same;
}

/* ---- Ordinals ---- */

/* Their endings as people write them, and as they should. */
static const struct {
	const char *written, *ending;
} endings[] = {
	{"e", "e"}, {"eme", "e"}, {"ieme", "e"}, {"er", "er"}, {"re", "re"}, {"ere", "re"}, {"iere", "re"},
	{"\u1D49", "e"}, {"\u1D49\u02B3", "er"}, {"\u02B3\u1D49", "re"},
};

/*
 * How long the number is that a word begins with: digits, or a Roman one, as centuries have. That has capitals, for XXIème is no
 * XXième, and of few letters, for Ce and De are no numbers.
 */
static size_t number_length(const struct side *side, uint32_t index, struct letters letters)
{
	const struct form *form = side_form(side, index);
	size_t count = count_start(letters.at, letters.len, digits);
	return count ? count : count_start(form->gap + form->gap_len, form->core_len, roman);
}

/* The ending of an ordinal, NULL for other words. */
static const char *ending_of(struct letters letters, size_t number)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (letters.len - number == strlen(endings[i].written) &&
		    !memcmp(letters.at + number, endings[i].written, letters.len - number))
			return endings[i].ending;
	}
	return NULL;
}

/* 6ème and 6e, 1ère and 1re, XXème and XXe. @return 0 where one of both is no ordinal. */
static class_set judge_ordinals(const struct side *a, uint32_t in_a, const struct side *b, uint32_t in_b)
{
	struct letters left = side_letters(a, in_a), right = side_letters(b, in_b);
	size_t left_len = number_length(a, in_a, left), right_len = left_len ? number_length(b, in_b, right) : 0;
	const char *one = right_len ? ending_of(left, left_len) : NULL, *other = one ? ending_of(right, right_len) : NULL;
	if (!other)
		return 0;
	bool same = left_len == right_len && !memcmp(left.at, right.at, left_len) && !strcmp(one, other);
	return same ? CLASS(FORM) : CLASS(NUMBER);
}

/* ---- Both ---- */

bool find_number(const struct comparison *comparison, struct range range, struct pair *ret)
{
	const struct side *a = &comparison->a, *b = &comparison->b;
	enum token_kind kind = (enum token_kind)side_form(a, range.a)->kind;
	if (kind == TOKEN_MARK || side_form(b, range.b)->kind != kind)
		return false;
	if (kind == TOKEN_WORD) {
		*ret = (struct pair){1, 1, judge_ordinals(a, range.a, b, range.b)};
		return ret->classes != 0;
	}
	range.a_end = number_end(a, range.a, rest_limit(range.a, range.a_end));
	range.b_end = number_end(b, range.b, rest_limit(range.b, range.b_end));
	*ret = (struct pair){range.a_end - range.a, range.b_end - range.b,
			     same_value(comparison, range) ? CLASS(DIGIT_SHAPE) : CLASS(NUMBER)};
	return true;
}
