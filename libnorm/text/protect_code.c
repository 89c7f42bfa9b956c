/* SPDX-License-Identifier: MIT */
/* Code that is quoted in prose. */
#include <string.h>

#include "text/protect_kinds.h"
#include "text/step.h"

enum {
	CODE_MAX = 200, /* units between backticks */
	WORD_MAX = 64,  /* units of an identifier */
};

static bool is_identifier(uint8_t unit)
{
	return unit_is_alnum(unit) || unit == '_';
}

static size_t identifier_start(struct lexer *lexer, size_t i)
{
	size_t end = i;
	while (end - i < WORD_MAX && is_identifier(lexer_before(lexer, i)))
		i--;
	return i;
}

static size_t identifier_end(struct lexer *lexer, size_t i)
{
	size_t limit = i + WORD_MAX;
	while (i < limit && is_identifier(lexer_at(lexer, i)))
		i++;
	return i;
}

/* Behind the "()" that may follow an identifier. */
static size_t behind_call(struct lexer *lexer, size_t i)
{
	return lexer_has(lexer, i, "()") ? i + 2 : i;
}

static size_t run_end(struct lexer *lexer, size_t i, uint8_t unit)
{
	while (lexer_at(lexer, i) == unit)
		i++;
	return i;
}

/*
 * At '`': from a run of them to the next of the same length. No space on the inner sides, no letter on the outer ones:
 * a lone ` is an apostrophe or the ayn of a transliteration.
 */
bool find_backticks(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	if (unit_is_word(lexer_before(lexer, i)) || lexer_before(lexer, i) == '`')
		return false;
	size_t open = run_end(lexer, i, '`'), limit = open + CODE_MAX, length = open - i;
	if (unit_is_blank(lexer_at(lexer, open)))
		return false;
	for (size_t at = open; at < limit && lexer_at(lexer, at) > UNIT_BAD; at++) {
		size_t close = run_end(lexer, at, '`');
		if (close - at == length && lexer_before(lexer, at) != ' ' && !unit_is_word(lexer_at(lexer, close)))
			return finder_found(finder, PROTECT_CODE, i, close);
		at = close > at ? close - 1 : at;
	}
	return false;
}

/* At the first ':' of "::" or more. With the names on both sides, or else by itself. */
bool find_scope(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	if (lexer_at(lexer, i + 1) != ':')
		return false;
	size_t start = identifier_start(lexer, i), behind = run_end(lexer, i, ':'), end = behind;
	if (behind == i + 2)
		end = identifier_end(lexer, behind);
	if (end == behind)
		return finder_found(finder, PROTECT_CODE, i, behind);
	while (lexer_has(lexer, end, "::") && is_identifier(lexer_at(lexer, end + 2)))
		end = identifier_end(lexer, end + 2);
	return finder_found(finder, PROTECT_CODE, start, behind_call(lexer, end));
}

/* Behind identifiers with a full stop between them, to the left. */
static size_t member_start(struct lexer *lexer, size_t i)
{
	size_t start = identifier_start(lexer, i);
	while (i - start < WORD_MAX && start < i && start > 0 && lexer_before(lexer, start) == '.' &&
	       is_identifier(lexer_before(lexer, start - 1)))
		start = identifier_start(lexer, start - 1);
	return start;
}

/* At '(': main(), and f(x) as it is written in mathematics; but "élu(e)" and "ami(s)" are words. */
bool find_call(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = member_start(lexer, i);
	if (start == i || !unit_is_edge(lexer_before(lexer, start)))
		return false;
	if (lexer_at(lexer, i + 1) == ')')
		return finder_found(finder, PROTECT_CODE, start, i + 2);
	uint8_t name = lexer_at(lexer, start), argument = lexer_at(lexer, i + 1);
	bool function = i - start == 1 && name && strchr("fghp", name) && argument && strchr("xyztn", argument);
	if (!function || lexer_at(lexer, i + 2) != ')' || unit_is_word(lexer_at(lexer, i + 3)))
		return false;
	return finder_found(finder, PROTECT_CODE, start, i + 3);
}

/* Whether the word in front of `i` begins with '-', as an option does. */
static bool is_behind_option(struct lexer *lexer, size_t i)
{
	uint8_t back[WORD_MAX];
	size_t n = lexer_look_back(lexer, i, back, WORD_MAX), start = 1;
	while (start < n && !unit_is_blank(back[start]))
		start++;
	return start > 2 && back[0] == ' ' && back[start - 1] == '-';
}

/* What may stand behind something that brackets, quotation marks or backticks enclose. */
static bool closes(uint8_t unit)
{
	return unit == UNIT_GUILLEMET || (unit && strchr(")]}>\"'`", unit));
}

/* Whether brackets, quotation marks or backticks are round [i, end); French writes spaces inside of its own. */
static bool is_enclosed(struct lexer *lexer, size_t i, size_t end)
{
	uint8_t back[2], behind = lexer_at(lexer, end);
	size_t seen = lexer_look_back(lexer, i, back, 2);
	if (seen > 0 && !unit_is_blank(back[0]))
		return closes(behind);
	return seen == 2 && back[1] == UNIT_GUILLEMET && behind == ' ' && lexer_at(lexer, end + 1) == UNIT_GUILLEMET;
}

/*
 * What says that [i, end) is an option and no remark behind a dash typed as two ("le groupe --leader du secteur"), which
 * is more frequent by far: a value, brackets or quotation marks around it, or another option beside it.
 */
static bool is_option(struct lexer *lexer, size_t i, size_t end)
{
	uint8_t behind = lexer_at(lexer, end);
	bool value = behind == '=' && unit_is_word(lexer_at(lexer, end + 1));
	bool next = behind == ' ' && lexer_at(lexer, end + 1) == '-' && !unit_is_blank(lexer_at(lexer, end + 2));
	if (value || is_enclosed(lexer, i, end))
		return true;
	return unit_is_blank(lexer_before(lexer, i)) && (next || is_behind_option(lexer, i));
}

/* At the first '-' of "--". */
bool find_option(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	uint8_t before = lexer_before(lexer, i);
	if (!lexer_has(lexer, i, "--") || !unit_is_latin(lexer_at(lexer, i + 2)) || before == '-' || unit_is_word(before))
		return false;
	size_t end = identifier_end(lexer, i + 2);
	while (lexer_at(lexer, end) == '-' && is_identifier(lexer_at(lexer, end + 1)) && end - i < WORD_MAX)
		end = identifier_end(lexer, end + 1);
	if (!is_option(lexer, i, end))
		return false;
	if (lexer_at(lexer, end) == '=')
		end = identifier_end(lexer, end + 1);
	return finder_found(finder, PROTECT_CODE, i, end);
}

/* At '_' with a letter or a digit behind it, and another in front of it or of more of them. */
bool find_snake(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = identifier_start(lexer, i), end = identifier_end(lexer, i);
	while (start < i && lexer_at(lexer, start) == '_')
		start++;
	if (start == i || !unit_is_alnum(lexer_at(lexer, i + 1)))
		return false;
	while (lexer_at(lexer, end - 1) == '_')
		end--;
	return finder_found(finder, PROTECT_CODE, start, behind_call(lexer, end));
}

/* Dollars of a country, as in "25 $US". */
static bool is_currency(struct lexer *lexer, size_t start, size_t end)
{
	static const char *const names[] = {"us", "usd", "ca", "can", "cad", "au", "aus", "nz", "hk", "sg"};
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strlen(names[i]) == end - start && lexer_has(lexer, start, names[i]))
			return true;
	return false;
}

/* At '$'. */
bool find_variable(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	bool braces = lexer_at(lexer, i + 1) == '{';
	size_t start = i + 1 + braces, end = identifier_end(lexer, start);
	if (!unit_is_edge(lexer_before(lexer, i)) || unit_is_digit(lexer_at(lexer, start)) || end - start < 2)
		return false;
	if (braces)
		return lexer_at(lexer, end) == '}' && finder_found(finder, PROTECT_CODE, i, end + 1);
	return !is_currency(lexer, start, end) && finder_found(finder, PROTECT_CODE, i, end);
}
