/* SPDX-License-Identifier: MIT */
#include "accuracy/decode.h"

#include <stdio.h>
#include <string.h>

#include "unicode/utf8.h"

enum { SHOWN_MAX = 10, SHOWN_CHARACTERS = 60 };

bool is_suspicious(const uint8_t *at, const uint8_t *end)
{
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (cp == UTF8_INVALID || cp == 0)
			return true;
	}
	return false;
}

enum encoding decode(struct encoding_state *state, const struct buffer *bytes, struct items *items)
{
	enum encoding told = ENCODING_UTF8;
	for (size_t start = 0, end; start < bytes->len; start = end) {
		const uint8_t *at = bytes->at + start, *feed = memchr(at, '\n', bytes->len - start);
		end = feed ? (size_t)(feed - bytes->at) + 1 : bytes->len;
		unsigned confidence;
		enum encoding encoding = ENCODING_UTF8;
		if (is_suspicious(at, bytes->at + end))
			encoding = encoding_of_paragraph(state, at, end - start, &confidence);
		encoding_read(items, encoding, at, end - start, (uint32_t)start, 1);
		told = encoding == ENCODING_UTF8 || told == ENCODING_UNSURE ? told : encoding;
	}
	return told;
}

bool is_true(const struct items *items, const struct characters *text)
{
	bool equal = items->len == text->len;
	for (size_t i = 0; equal && i < text->len; i++)
		equal = items->at[i].cp == text->at[i];
	return equal;
}

const char *name_of(enum encoding encoding)
{
	return encoding == ENCODING_UNSURE ? "unsure" : encoding_name(encoding);
}

static void print_character(uint32_t cp)
{
	uint8_t utf8[4];
	cp = item_is_byte(cp) ? 0xFFFD : cp < ' ' || cp == 0x7F ? '_' : cp;
	fwrite(utf8, 1, utf8_encode(cp, utf8), stdout);
}

void show_mistake(const char *name, size_t length, const struct items *items, const struct characters *text,
		  enum encoding told)
{
	static size_t shown;
	size_t first = 0;
	if (shown++ >= SHOWN_MAX)
		return;
	while (first < items->len && first < text->len && items->at[first].cp == text->at[first])
		first++;
	first = first < SHOWN_CHARACTERS / 2 ? 0 : first - SHOWN_CHARACTERS / 2;
	printf("mistake: %s, %zu characters, read as %s\n    true: ", name, length, name_of(told));
	for (size_t i = first; i < text->len && i < first + SHOWN_CHARACTERS; i++)
		print_character(text->at[i]);
	printf("\n    read: ");
	for (size_t i = first; i < items->len && i < first + SHOWN_CHARACTERS; i++)
		print_character(items->at[i].cp);
	putchar('\n');
}
