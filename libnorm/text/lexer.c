/* SPDX-License-Identifier: MIT */
#include "text/lexer.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "unicode/utf8.h"

enum { ROW_LONG = 4096 }; /* units from which on lexer_seek() throws the front of the row away */

void lexer_begin(struct lexer *lexer, const uint8_t *text, size_t len)
{
	lexer->text = text;
	lexer->text_len = len;
	lexer->len = lexer->read = lexer->index = lexer->looked = 0;
}

void lexer_release(struct lexer *lexer)
{
	free(lexer->at);
	*lexer = (struct lexer){0};
}

uint8_t lexer_read(struct lexer *lexer, size_t offset, size_t *bytes)
{
	uint32_t cp;
	lexer->looked++;
	*bytes = utf8_decode(lexer->text + offset, lexer->text + lexer->text_len, &cp);
	if (cp == 0)
		return UNIT_NONE;
	return cp == UTF8_INVALID || cp == 0xFFFD ? UNIT_BAD : unit_of(cp);
}

bool lexer_grow(struct lexer *lexer)
{
	size_t bytes;
	uint8_t unit = UNIT_NONE, last = lexer->len ? lexer->at[lexer->len - 1].unit : UNIT_NONE;
	while (lexer->read < lexer->text_len) {
		unit = lexer_read(lexer, lexer->read, &bytes);
		if (unit != UNIT_NONE && !(unit == ' ' && last == ' '))
			break;
		lexer->read += bytes;
		unit = UNIT_NONE;
	}
	if (unit == UNIT_NONE)
		return false;
	if (lexer->len == lexer->cap && !memory_reserve(&lexer->at, &lexer->cap, lexer->len + 1, sizeof *lexer->at)) {
		lexer->failed = true;
		return false;
	}
	lexer->at[lexer->len++] = (struct lexer_unit){(uint32_t)lexer->read, unit};
	lexer->read += bytes;
	return true;
}

/* Whether bytes that were no character stand at an offset, as U+FFFD. */
static bool is_replacement(const struct lexer *lexer, size_t offset)
{
	return utf8_is_replacement(lexer->text + offset, lexer->text + lexer->text_len);
}

/*
 * Empty the row and let it begin behind the SPACE in front of `offset`, or with what is no character, but nowhere it has been: over
 * neither of them anything reaches that is not looked for from its front.
 */
static void move_row(struct lexer *lexer, size_t offset)
{
	size_t start = offset;
	while (start > lexer->read && lexer->text[start - 1] != ' ' && !(start < offset && is_replacement(lexer, start)))
		start--;
	lexer->looked += offset - start;
	if (start == lexer->read)
		return;
	lexer->len = lexer->index = 0;
	lexer->read = start;
}

/* What is far in front of the index is not needed any more: memory is bounded whatever the text. */
static void shorten_row(struct lexer *lexer)
{
	size_t cut = lexer->index - LEXER_REACH;
	memmove(lexer->at, lexer->at + cut, (lexer->len - cut) * sizeof *lexer->at);
	lexer->len -= cut;
	lexer->index -= cut;
}

size_t lexer_seek(struct lexer *lexer, size_t offset)
{
	if (offset >= lexer->read)
		move_row(lexer, offset);
	while (lexer_at(lexer, lexer->index + 1) != UNIT_END && lexer->at[lexer->index + 1].start <= offset)
		lexer->index++;
	if (lexer->index > ROW_LONG)
		shorten_row(lexer);
	return lexer->index;
}

size_t lexer_offset(struct lexer *lexer, size_t index)
{
	while (index >= lexer->len)
		if (!lexer_grow(lexer))
			return lexer->text_len;
	return lexer->at[index].start;
}

bool lexer_has(struct lexer *lexer, size_t index, const char *word)
{
	while (*word && lexer_at(lexer, index) == (uint8_t)*word)
		word++, index++;
	return *word == '\0';
}

/* Characters in front of the row that lexer_look_back() reads, marks among them: work stays bounded. */
enum { LOOK_BACK_MAX = 256 };

/* utf8_previous() for bytes that may be anything. */
static const uint8_t *step_back(const uint8_t *start, const uint8_t *p)
{
	const uint8_t *lead = p - 1;
	while (lead > start && p - lead < 4 && utf8_is_trail(*lead))
		lead--;
	return lead;
}

/* Append to `n` units that were read from right to left. */
static size_t add_back(uint8_t *out, size_t n, uint8_t unit)
{
	bool more_space = unit == ' ' && n > 0 && out[n - 1] == ' ';
	if (unit == UNIT_NONE || more_space)
		return n;
	out[n] = unit;
	return n + 1;
}

/* Go on with `n` units. */
static size_t look_before_row(struct lexer *lexer, uint8_t *out, size_t n, size_t max)
{
	const uint8_t *text = lexer->text;
	const uint8_t *p = text + lexer->at[0].start;
	size_t bytes;
	for (int i = 0; i < LOOK_BACK_MAX && n < max && p > text; i++) {
		p = step_back(text, p);
		n = add_back(out, n, lexer_read(lexer, (size_t)(p - text), &bytes));
	}
	return n;
}

size_t lexer_look_back(struct lexer *lexer, size_t index, uint8_t *out, size_t max)
{
	size_t n = 0;
	while (n < max && index > 0)
		out[n++] = lexer_at(lexer, --index);
	return n < max && lexer->len > 0 ? look_before_row(lexer, out, n, max) : n;
}
