/* SPDX-License-Identifier: MIT */
#include "places/romanise_write.h"

#include <stdlib.h>
#include <string.h>

#include "places/romanise_symbols.h"
#include "unicode/utf8.h"

/* Text as it is written: where it starts in the buffer, and whether a capital comes next. */
struct writer {
	struct buffer *out;
	size_t start;
	bool capital;
};

static char last_byte(const struct writer *writer)
{
	return writer->out->len > writer->start ? (char)writer->out->at[writer->out->len - 1] : '\0';
}

/* No space at the start, beside another one or beside a hyphen. */
static void put_space(struct writer *writer)
{
	char last = last_byte(writer);
	if (last && last != ' ' && last != '-')
		buffer_append(writer->out, " ", 1);
	writer->capital = true;
}

static void put_hyphen(struct writer *writer)
{
	if (last_byte(writer) == ' ')
		writer->out->len--;
	if (last_byte(writer) != '-')
		buffer_append(writer->out, "-", 1);
	writer->capital = true;
}

/* A character that is no space or hyphen, as it is. */
static void put_literal(struct writer *writer, uint32_t symbol)
{
	uint8_t bytes[4];
	buffer_append(writer->out, bytes, utf8_encode(symbol & ~ROMANISE_LITERAL, bytes));
	writer->capital = false;
}

/* One byte of a letter of a chunk: ASCII, or é or è, whose capitals are 20 hex before them, too, by their second byte. */
static void put_letter(struct writer *writer, char byte, bool capitals)
{
	uint8_t value = (uint8_t)byte;
	bool first_of_two = value == 0xC3, letter = (byte >= 'a' && byte <= 'z') || (value & 0xC0) == 0x80;
	if (capitals && writer->capital && letter)
		byte = (char)(byte - 0x20);
	buffer_append(writer->out, &byte, 1);
	if (!first_of_two)
		writer->capital = !letter; /* behind an apostrophe */
}

static void put_bytes(struct writer *writer, const char *chunk, bool capitals)
{
	for (const char *at = chunk; *at; at++) {
		if (*at == ' ')
			put_space(writer);
		else if (*at == '-')
			put_hyphen(writer);
		else
			put_letter(writer, *at, capitals);
	}
}

/* i that begins the vowels of ي or ئ, behind a vowel that it would make another one of. */
static bool wants_diaeresis(const struct writer *writer, uint32_t symbol, const char *vowels)
{
	char last = last_byte(writer);
	return (symbol == 0x064A || symbol == 0x0626) && vowels[0] == 'i' && (last == 'a' || last == 'A' || last == 'o');
}

/* g that would be read as j. */
static bool wants_u(const struct writer *writer, uint32_t symbol, const char *vowels)
{
	char last = last_byte(writer), next = vowels[0];
	bool hard = symbol == 0x0642 || symbol == 0x0643 || symbol == 0x06AF; /* qaf, kaf, gaf */
	return hard && (last == 'g' || last == 'G') && (next == 'e' || next == 'i' || (uint8_t)next == 0xC3);
}

static void put_vowels(struct writer *writer, uint32_t symbol, const char *vowels)
{
	if (wants_diaeresis(writer, symbol, vowels)) {
		buffer_append_text(writer->out, "ï");
		vowels++;
	} else if (wants_u(writer, symbol, vowels)) {
		buffer_append(writer->out, "u", 1);
	}
	put_bytes(writer, vowels, true);
}

static void trim(struct writer *writer)
{
	while (last_byte(writer) == ' ')
		writer->out->len--;
}

/* Symbols that stand for themselves. A letter that follows digits or signs is not the first of a word. */
static void put_symbol(struct writer *writer, uint32_t symbol)
{
	if (symbol == ' ')
		put_space(writer);
	else if (symbol == '-')
		put_hyphen(writer);
	else
		put_literal(writer, symbol);
}

/* The nodes of a way from its first symbol on. The last node says what comes before it, so they are listed backwards first. */
static uint32_t *list_nodes(const struct romanise_beam *beam, size_t way, size_t len)
{
	uint32_t *list = malloc((len + 1) * sizeof *list);
	uint32_t node = beam->last[way];
	for (size_t i = len; list && i > 0; i--) {
		list[i - 1] = node;
		node = beam->nodes[node].before;
	}
	return list;
}

static void write_way(const struct romanise_beam *beam, size_t way, const struct romanise_name *name, bool latin,
		      struct buffer *ret)
{
	struct writer writer = {.out = ret, .start = ret->len, .capital = true};
	uint32_t *list = list_nodes(beam, way, name->len);
	if (!list)
		ret->failed = true;
	for (size_t i = 0; list && i < name->len; i++) {
		const struct romanise_node *node = &beam->nodes[list[i]];
		if (!node->chunks[0])
			put_symbol(&writer, name->symbols[i]);
		else
			put_bytes(&writer, node->chunks[0], latin);
		if (node->chunks[1])
			put_vowels(&writer, name->symbols[i], node->chunks[1]);
	}
	trim(&writer);
	free(list);
}

void romanise_write_latin(const struct romanise_beam *beam, size_t way, const struct romanise_name *name,
			  struct buffer *ret)
{
	write_way(beam, way, name, true, ret);
}

void romanise_write_arabic(const struct romanise_beam *beam, size_t way, const struct romanise_name *name,
			   struct buffer *ret)
{
	write_way(beam, way, name, false, ret);
}
