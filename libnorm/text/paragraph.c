/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
#include "text/paragraph.h"

#include <string.h>

enum { MANY = 128 }; /* compilers make vectors of what is asked of so many bytes */

/* Whether a separator begins in the next MANY bytes, behind which the rest of one can be read. */
static bool any_begins(const uint8_t *text)
{
	uint8_t any = 0;
	for (size_t i = 0; i < MANY; i++)
		any |= (text[i] == paragraph_separator[0]) & (text[i + 1] == paragraph_separator[1]) & (text[i + 2] == paragraph_separator[2]);
	return any;
}

/*
 * The first separator, or NULL. Its first byte is rare, or else begins a quote or an apostrophe every few words; where it is what half
 * of the characters begin with, going from one to the next would take longer than to look at all.
 */
static const uint8_t *find_separator(const uint8_t *text, size_t len)
{
	const uint8_t *end = text + len;
	while (text < end && (text = memchr(text, paragraph_separator[0], (size_t)(end - text))) &&
	       (size_t)(end - text) >= sizeof paragraph_separator) {
		if (text[1] == paragraph_separator[1] && text[2] == paragraph_separator[2])
			return text;
		text++;
		if ((size_t)(end - text) >= MANY + sizeof paragraph_separator && !any_begins(text))
			text += MANY;
	}
	return NULL;
}

/* The end of a paragraph in the bytes [start, end) of a text, or 0. */
static size_t find_end(const uint8_t *text, size_t start, size_t end)
{
	const uint8_t *feed = memchr(text + start, '\n', end - start);
	if (feed)
		end = (size_t)(feed - text) + 1;
	const uint8_t *found = find_separator(text + start, end - start);
	if (found)
		return (size_t)(found - text) + sizeof paragraph_separator;
	return feed ? end : 0;
}

/* Looks into windows that double: what it costs depends on the paragraph, not on what is behind it. */
size_t paragraph_first_end(const uint8_t *text, size_t len)
{
	size_t start = 0, end = 0, window = 256;
	for (; len - start > window; window *= 2) {
		end = find_end(text, start, start + window);
		if (end)
			return end;
		/* A separator may be cut by the end of the window. */
		start += window - (sizeof paragraph_separator - 1);
	}
	end = find_end(text, start, len);
	return end ? end : len;
}

bool paragraph_is_complete(const uint8_t *text, size_t len)
{
	return text[len - 1] == '\n' || paragraph_is_separated(text, len);
}

size_t paragraph_last_start(const uint8_t *text, size_t len)
{
	const uint8_t *feed = memrchr(text, '\n', len), *found;
	size_t start = feed ? (size_t)(feed - text) + 1 : 0;
	while ((found = find_separator(text + start, len - start)))
		start = (size_t)(found - text) + sizeof paragraph_separator;
	return start;
}
