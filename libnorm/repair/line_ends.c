/* SPDX-License-Identifier: MIT */
#include "repair/line_ends.h"

#include <stdlib.h>
#include <string.h>

#include "repair/hyphens.h"
#include "text/character.h"
#include "unicode/utf8.h"

enum {
	WIDTH_MIN = 28, /* characters: in what is narrower, verse and lists, nobody can tell why a line ends */
	SLACK = 10,     /* a tenth of the width: letters are not equally wide */
	SOFT_HYPHEN = 0xAD,
	HYPHEN = 0x2010,
	APOSTROPHE = 0x2019,
};

/* A line without the spaces around it. */
struct line {
	const uint8_t *at, *end;
	size_t width;  /* characters, without combining marks */
	bool indented;
};

/* A word on one side of the hyphen. */
struct word {
	char key[HYPHEN_TEXT_MAX + 1]; /* in small letters without accents; empty if it has other letters or too many */
	size_t letters, capitals;
	bool capital;    /* it begins with one */
	bool latin;
	uint32_t beside; /* what stands on its other side; a space at the end of the line */
};

static uint32_t decode(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp = ' ';
	if (at < end)
		utf8_decode(at, end, &cp);
	return cp == UTF8_INVALID ? ' ' : cp;
}

static uint32_t decode_last(const struct line *line, const uint8_t *end)
{
	return end > line->at ? decode(utf8_previous(line->at, end), end) : ' ';
}

static struct line read_line(const uint8_t *at, size_t len)
{
	struct line line = {.at = at, .end = at + len};
	uint32_t cp;
	while (line.at < line.end && unicode_is_white_space(decode(line.at, line.end)))
		line.at += utf8_decode(line.at, line.end, &cp);
	while (line.end > line.at && unicode_is_white_space(decode_last(&line, line.end)))
		line.end = utf8_previous(line.at, line.end);
	line.indented = line.at > at;
	for (const uint8_t *p = line.at; p < line.end;) {
		p += utf8_decode(p, line.end, &cp);
		line.width += cp == UTF8_INVALID || !character_is_mark(cp);
	}
	return line;
}

static bool is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == HYPHEN || cp == SOFT_HYPHEN;
}

static bool is_letter(uint32_t cp)
{
	return character_is_letter(cp) || character_is_mark(cp);
}

/* Add the ASCII letters of a Latin one to a key. False if it has none, or there is no room. */
static bool add_letter(char *key, size_t *len, uint32_t cp)
{
	const uint32_t *letters = &cp;
	int count = 1;
	if (character_is_mark(cp))
		return true;
	if (cp >= 0x80 && (count = cpmap_get(&latin_accents, cp, &letters)) < 0)
		count = cpmap_get(&latin_ligatures, cp, &letters);
	if (count < 1 || *len + (size_t)count > HYPHEN_TEXT_MAX)
		return false;
	for (int i = 0; i < count; i++)
		key[(*len)++] = (char)(letters[i] | 0x20);
	return true;
}

/* Read the word at `at`. */
static void read_word(const uint8_t *at, const uint8_t *end, struct word *ret)
{
	size_t len = 0;
	bool has_key = true;
	*ret = (struct word){.latin = unicode_script(decode(at, end)) == UNICODE_SCRIPT_LATIN};
	while (at < end && is_letter(decode(at, end))) {
		uint32_t cp = decode(at, end);
		bool capital = unicode_category(cp) == UNICODE_LU;
		ret->capital |= capital && ret->letters == 0;
		ret->capitals += capital;
		ret->letters += !character_is_mark(cp);
		has_key = has_key && add_letter(ret->key, &len, cp);
		at += utf8_decode(at, end, &cp);
	}
	if (!has_key)
		ret->key[0] = '\0';
	ret->beside = decode(at, end);
}

/* Read the word that ends at `end`, in front of the hyphen. */
static void read_word_before(const struct line *line, const uint8_t *end, struct word *ret)
{
	const uint8_t *start = end;
	while (start > line->at && is_letter(decode_last(line, start)))
		start = utf8_previous(line->at, start);
	read_word(start, end, ret);
	ret->beside = decode_last(line, start);
}

static int compare(const void *text, const void *word)
{
	return strcmp(text, ((const struct hyphen_word *)word)->text);
}

/* Whether a list has a word. */
static bool has(enum hyphen_kind kind, const char *word)
{
	const struct hyphen_word *first = &hyphen_words[hyphen_index[kind]];
	size_t count = hyphen_index[kind + 1] - hyphen_index[kind];
	return bsearch(word, first, count, sizeof *first, compare);
}

/* Two parts of a word with a hyphen between them; false if they are none of a list, or too long. */
static bool make_pair(const struct word *left, const struct word *right, char pair[HYPHEN_TEXT_MAX + 1])
{
	size_t first = strlen(left->key), second = strlen(right->key);
	if (first == 0 || second == 0 || first + 1 + second > HYPHEN_TEXT_MAX)
		return false;
	memcpy(pair, left->key, first);
	pair[first] = '-';
	memcpy(pair + first + 1, right->key, second + 1);
	return true;
}

/* Whether the list has two parts of a word. Of those that are joined it has what the second begins with. */
static bool has_pair(enum hyphen_kind kind, const struct word *left, const struct word *right)
{
	char pair[HYPHEN_TEXT_MAX + 1];
	if (!make_pair(left, right, pair))
		return false;
	bool found = has(kind, pair);
	for (size_t end = strlen(pair) - 1; kind == HYPHEN_JOINED && !found && pair[end - 1] != '-'; end--) {
		pair[end] = '\0';
		found = has(kind, pair);
	}
	return found;
}

/* Whether the word has a hyphen of its own between these two parts. */
static bool is_compound(const struct word *left, const struct word *right)
{
	bool capitals = left->capitals == left->letters && right->capitals == right->letters;
	bool linked = is_hyphen(left->beside) && has(HYPHEN_LINK, left->key);
	bool links = (is_hyphen(right->beside) || right->beside == '\'' || right->beside == APOSTROPHE) &&
		     has(HYPHEN_LINK, right->key);
	if (!left->latin || !right->latin || left->letters < 2 || (right->capital && !capitals))
		return true;
	if (linked || links || has_pair(HYPHEN_WHOLE, left, right))
		return true;
	return !has_pair(HYPHEN_JOINED, left, right) && (has(HYPHEN_FIRST, left->key) || has(HYPHEN_LAST, right->key));
}

/* Whether the last word of the line is part of an address, whose hyphens are its own. */
static bool ends_in_address(const struct line *line)
{
	const uint8_t *start = line->end;
	while (start > line->at && start[-1] != ' ')
		start--;
	size_t len = (size_t)(line->end - start);
	bool www = len > 4 && !memcmp(start, "www.", 4);
	return www || memchr(start, '/', len) || memchr(start, '@', len);
}

/* A line that ends with a hyphen, in front of a letter or a digit. */
static enum line_join join_hyphen(const struct line *line, const struct line *next)
{
	uint32_t hyphen = decode_last(line, line->end);
	const uint8_t *end = utf8_previous(line->at, line->end);
	struct word left, right;
	if (hyphen == SOFT_HYPHEN)
		return LINE_JOIN_WORD;
	if (!is_letter(decode_last(line, end)) || !is_letter(decode(next->at, next->end)) || ends_in_address(line))
		return LINE_JOIN_HYPHEN;
	read_word_before(line, end, &left);
	read_word(next->at, next->end, &right);
	return is_compound(&left, &right) ? LINE_JOIN_HYPHEN : LINE_JOIN_WORD;
}

static bool ends_with_hyphen(const struct line *line, const struct line *next)
{
	if (line->end == line->at || !is_hyphen(decode_last(line, line->end)))
		return false;
	uint32_t before = decode_last(line, utf8_previous(line->at, line->end));
	return character_is_word(before) && character_is_word(decode(next->at, next->end));
}

/* "- ", "• ", "1. ", "a) ": what an item of a list begins with. */
static bool is_item(const struct line *line)
{
	static const uint32_t bullets[] = {'-', '*', 0x2022, 0x2013, 0x2014, 0x25AA, 0x25CF, 0xB7, 0xF0B7};
	const uint8_t *at = line->at;
	uint32_t cp, first = decode(at, line->end);
	for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
		if (first == bullets[i])
			return true;
	do
		at += utf8_decode(at, line->end, &cp);
	while (at < line->end && character_is_digit(decode(at, line->end)));
	uint32_t mark = decode(at, line->end);
	bool numbered = character_is_digit(first) && (mark == '.' || mark == ')') && at + 1 < line->end && at[1] == ' ';
	return numbered || (character_is_letter(first) && mark == ')');
}

/* Whether the first word of the next line would not have found room in this one, which may be so much narrower. */
static bool is_full(size_t width, size_t slack, const struct line *line, const struct line *next)
{
	size_t word = 0;
	for (const uint8_t *at = next->at; at < next->end && *at != ' '; at++)
		word += !utf8_is_trail(*at);
	return line->width + 1 + word > width - slack;
}

static bool ends_sentence(const struct line *line)
{
	static const uint32_t marks[] = {'.', '!', '?', 0x2026, 0xBB, 0x061F};
	uint32_t last = decode_last(line, line->end);
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (last == marks[i])
			return true;
	return false;
}

/*
 * Whether a line goes on in the next. Verse and titles begin with capitals, without a sentence that ends before them; where one
 * ends a paragraph may end, too, and the line has to be really full.
 */
static bool goes_on(struct line_ends *ends, const struct line *line, const struct line *next)
{
	bool capital = unicode_category(decode(next->at, next->end)) == UNICODE_LU, sentence = ends_sentence(line);
	size_t slack = sentence ? 0 : ends->width / SLACK;
	if (next->indented || is_item(next) || ends->width < WIDTH_MIN || !is_full(ends->width, slack, line, next))
		return false;
	ends->prose |= !capital;
	return ends->prose || sentence;
}

enum line_join line_ends_decide(struct line_ends *ends, const uint8_t *line, size_t len, const uint8_t *next,
				size_t next_len)
{
	struct line first = read_line(line, len), second = read_line(next, next_len);
	if (first.at == first.end || second.at == second.end) {
		*ends = (struct line_ends){0};
		return LINE_JOIN_NONE;
	}
	if (first.width > ends->width)
		ends->width = first.width;
	if (second.width > ends->width)
		ends->width = second.width;
	if (ends_with_hyphen(&first, &second))
		return join_hyphen(&first, &second);
	return goes_on(ends, &first, &second) ? LINE_JOIN_SPACE : LINE_JOIN_NONE;
}
