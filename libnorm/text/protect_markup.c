/* SPDX-License-Identifier: MIT */
/* HTML that has come with a text: tags, comments, lone attributes, entities. */
#include "text/protect_kinds.h"

enum {
	TAG_MAX = 4096,      /* units of a tag */
	COMMENT_MAX = 65536, /* of a comment */
	VALUE_MAX = 2048,    /* of the value of an attribute */
	ENTITY_MAX = 32,     /* of the name of an entity */
	WORD_REACH = 32,     /* of the name of a tag or an attribute */
};

static bool is_name_unit(uint8_t unit)
{
	return (unit >= 'a' && unit <= 'z') || unit_is_digit(unit) || unit == '-' || unit == ':';
}

/*
 * The end of a comment whose "<!--" ends at `i`, or `i`. Where there is none, the next comment does not search again
 * what has been searched.
 */
static size_t comment_end(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i, limit = i + COMMENT_MAX;
	if (lexer_offset(lexer, i) < finder->comments_done)
		return start;
	while (i < limit && lexer_at(lexer, i) > UNIT_BAD && !lexer_has(lexer, i, "-->"))
		i++;
	if (lexer_has(lexer, i, "-->"))
		return i + 3;
	finder->comments_done = lexer_offset(lexer, i);
	return start;
}

/* The '>' of a tag whose name ends at `i`; TAG_MAX units at most, and none of them '<'. `i` when there is none. */
static size_t tag_close(struct lexer *lexer, size_t i)
{
	size_t start = i, limit = i + TAG_MAX;
	uint8_t quote = 0;
	for (; i < limit; i++) {
		uint8_t unit = lexer_at(lexer, i);
		if (unit == '>' && !quote)
			return i;
		if (unit == '<' || unit <= UNIT_BAD)
			break;
		if (unit == quote)
			quote = 0;
		else if (!quote && lexer_before(lexer, i) == '=' && (unit == '"' || unit == '\''))
			quote = unit;
	}
	return start;
}

/* Whether the name at `i` is that of an attribute with a value, so that "a <b et c> d" is no tag. */
static bool is_attribute(struct lexer *lexer, size_t i)
{
	size_t limit = i + WORD_REACH;
	while (i < limit && is_name_unit(lexer_at(lexer, i)))
		i++;
	return lexer_at(lexer, i) == '=';
}

static size_t skip_spaces(struct lexer *lexer, size_t i)
{
	while (lexer_at(lexer, i) == ' ')
		i++;
	return i;
}

/* At '<'. */
bool find_tag(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	if (lexer_has(lexer, i, "<!--")) {
		size_t end = comment_end(finder, i + 4);
		return end > i + 4 && finder_found(finder, PROTECT_HTML, i, end);
	}
	uint8_t first = lexer_at(lexer, i + 1);
	size_t name = i + 1 + (first == '/' || first == '!'), end = name;
	while (end - name < WORD_REACH && is_name_unit(lexer_at(lexer, end)))
		end++;
	if (end == name || !(lexer_at(lexer, name) >= 'a' && lexer_at(lexer, name) <= 'z'))
		return false;
	size_t next = skip_spaces(lexer, end);
	next += lexer_at(lexer, next) == '/';
	if (lexer_at(lexer, next) == '>')
		return finder_found(finder, PROTECT_HTML, i, next + 1);
	size_t close = next > end && (first == '!' || is_attribute(lexer, next)) ? tag_close(lexer, next) : next;
	return close > next && finder_found(finder, PROTECT_HTML, i, close + 1);
}

/* At '=': href="x" without its tag. */
bool find_attribute(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i, end = i + 2, limit = i + VALUE_MAX;
	uint8_t quote = lexer_at(lexer, i + 1);
	while (i - start < WORD_REACH && is_name_unit(lexer_before(lexer, start)))
		start--;
	if (start == i || !unit_is_edge(lexer_before(lexer, start)) || (quote != '"' && quote != '\''))
		return false;
	while (end < limit && lexer_at(lexer, end) > UNIT_BAD && lexer_at(lexer, end) != quote)
		end++;
	return lexer_at(lexer, end) == quote && finder_found(finder, PROTECT_HTML, start, end + 1);
}

static size_t name_end(struct lexer *lexer, size_t i, bool (*is_member)(uint8_t unit))
{
	size_t limit = i + ENTITY_MAX;
	while (i < limit && is_member(lexer_at(lexer, i)))
		i++;
	return i;
}

/* At '&'. A name has two letters at least: "R&D;" is no entity. */
bool find_entity(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start, end;
	if (lexer_has(lexer, i, "&#x"))
		end = name_end(lexer, start = i + 3, unit_is_hex);
	else if (lexer_has(lexer, i, "&#"))
		end = name_end(lexer, start = i + 2, unit_is_digit);
	else
		end = name_end(lexer, start = i + 1, unit_is_alnum);
	size_t least = start == i + 1 ? 2 : 1;
	return end >= start + least && lexer_at(lexer, end) == ';' && finder_found(finder, PROTECT_ENTITY, i, end + 1);
}
