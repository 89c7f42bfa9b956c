/* SPDX-License-Identifier: MIT */
/*
 * Members of JSON and of JavaScript objects in running text: "origin": "embed", "mute": true. A single one may be text (le mot
 * "paix": "silence"), so it takes a brace in front, or another member beside it.
 */
#include "text/protect_kinds.h"

enum {
	KEY_MAX = 48,     /* of a key */
	STRING_MAX = 2048, /* of a string */
};

static size_t skip_space(struct lexer *lexer, size_t i)
{
	return i + (lexer_at(lexer, i) == ' ');
}

static bool is_quote(uint8_t unit)
{
	return unit == '"' || unit == '\'';
}

static bool is_key_unit(uint8_t unit)
{
	return unit_is_alnum(unit) || unit == '_' || unit == '-' || unit == '$';
}

/* The end of the string that begins at a quote, or 0. */
static size_t string_end(struct lexer *lexer, size_t i)
{
	uint8_t quote = lexer_at(lexer, i), unit = quote;
	size_t end = i + 1, limit = i + STRING_MAX;
	while (end < limit && (unit = lexer_at(lexer, end)) != quote && unit != UNIT_LINE && unit > UNIT_BAD)
		end++;
	return unit == quote && end < limit ? end + 1 : 0;
}

/* The end of a number, true, false or null, or 0. */
static size_t literal_end(struct lexer *lexer, size_t i)
{
	static const char *const words[] = {"true", "false", "null"};
	static const size_t lengths[] = {4, 5, 4};
	size_t end = i + (lexer_at(lexer, i) == '-'), start = end;
	for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
		if (lexer_has(lexer, i, words[k]))
			return unit_is_word(lexer_at(lexer, i + lengths[k])) ? 0 : i + lengths[k];
	while (unit_is_digit(lexer_at(lexer, end)) || (end > start && lexer_at(lexer, end) == '.'))
		end++;
	return end > start && end - start < KEY_MAX ? end : 0;
}

/* The end of the value at `i`, or 0; of an object or a list the bracket that opens it. */
static size_t value_end(struct lexer *lexer, size_t i)
{
	uint8_t first = lexer_at(lexer, i);
	if (first == '{' || first == '[')
		return i + 1;
	return is_quote(first) ? string_end(lexer, i) : literal_end(lexer, i);
}

/* The end of the member whose key begins at the quote `i`, or 0. */
static size_t member_end(struct lexer *lexer, size_t i)
{
	uint8_t quote = lexer_at(lexer, i);
	size_t end = i + 1;
	while (end - i < KEY_MAX && is_key_unit(lexer_at(lexer, end)))
		end++;
	if (!is_quote(quote) || end == i + 1 || lexer_at(lexer, end) != quote || lexer_at(lexer, end + 1) != ':')
		return 0;
	return value_end(lexer, skip_space(lexer, end + 2));
}

/* Whether a comma and another member, which will be found as well, or a closing brace follow at `i`. */
static bool goes_on(struct lexer *lexer, size_t i)
{
	i = skip_space(lexer, i);
	if (lexer_at(lexer, i) == '}')
		return true;
	return lexer_at(lexer, i) == ',' && member_end(lexer, skip_space(lexer, i + 1)) != 0;
}

/* Whether nothing but a comma, brackets that close and spaces stand in [at, end) of the text: of spaces, any number is seen as one. */
static bool is_separator(struct lexer *lexer, size_t at, size_t end)
{
	unsigned commas = 0;
	for (size_t bytes; at < end; at += bytes) {
		uint8_t unit = lexer_read(lexer, at, &bytes);
		commas += unit == ',';
		bool closes = unit == '}' || unit == ']';
		if (commas > 1 || (unit != ',' && unit != ' ' && unit != UNIT_NONE && !closes))
			return false;
	}
	return at == end;
}

/* Whether the member whose key begins at unit `start` follows the member that was found last. If not, none behind it does. */
static bool follows_member(struct finder *finder, size_t start)
{
	size_t last = finder->members_done;
	finder->members_done = 0;
	return last && is_separator(finder->lexer, last, lexer_offset(finder->lexer, start));
}

/* Whether a brace stands in front of unit `start`. The row may begin there. */
static bool follows_brace(struct lexer *lexer, size_t start)
{
	uint8_t back[2] = {0};
	lexer_look_back(lexer, start, back, 2);
	return back[0] == '{' || (back[0] == ' ' && back[1] == '{');
}

bool find_member(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	uint8_t quote = lexer_at(lexer, i);
	size_t start = i;
	if (lexer_at(lexer, i + 1) != ':')
		return false;
	while (i - start < KEY_MAX && is_key_unit(lexer_before(lexer, start)))
		start--;
	if (start == i || lexer_before(lexer, start) != quote)
		return false;
	start--;
	size_t end = value_end(lexer, skip_space(lexer, i + 2));
	if (!end || !(follows_member(finder, start) || follows_brace(lexer, start) || goes_on(lexer, end)))
		return false;
	finder->members_done = lexer_offset(lexer, end);
	return finder_found(finder, PROTECT_CODE, start, end);
}
