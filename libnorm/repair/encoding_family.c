/* SPDX-License-Identifier: MIT */
#include "repair/encoding.h"

#include <string.h>

#include "repair/encoding_utf16.h"
#include "text/eight.h"

static const struct {
	char bytes[5];
	size_t len;
	enum encoding_family family;
} marks[] = {
    {"\xEF\xBB\xBF", 3, FAMILY_BYTES},       {"\xFF\xFE\0\0", 4, FAMILY_UTF32LE}, {"\0\0\xFE\xFF", 4, FAMILY_UTF32BE},
    {"\xFF\xFE", 2, FAMILY_UTF16LE},         {"\xFE\xFF", 2, FAMILY_UTF16BE},
};

/* Whether nearly all groups of four bytes have a NUL at places `a` and `b`, and hardly any at `letter`. */
static bool has_nuls_at(const size_t nuls[4], size_t a, size_t b, size_t letter, size_t groups)
{
	return groups > 0 && nuls[a] * 16 >= groups * 15 && nuls[b] * 16 >= groups * 15 && nuls[letter] * 16 <= groups;
}

static enum encoding_family utf32_of(const uint8_t *head, size_t len)
{
	size_t nuls[4] = {0};
	if (!memchr(head, 0, len))
		return FAMILY_BYTES;
	for (size_t i = 0; i < len / 4 * 4; i++)
		nuls[i % 4] += head[i] == 0;
	if (has_nuls_at(nuls, 2, 3, 0, len / 4))
		return FAMILY_UTF32LE;
	return has_nuls_at(nuls, 0, 1, 3, len / 4) ? FAMILY_UTF32BE : FAMILY_BYTES;
}

/* Controls that no text has: TAB to CR, BACKSPACE, SUBSTITUTE (the end of DOS files) and ESCAPE are in some. */
static bool is_binary(uint8_t byte)
{
	return byte < 0x08 || (byte > 0x0D && byte < ' ' && byte != 0x1A && byte != 0x1B) || byte == 0x7F;
}

static bool has_binary(const uint8_t *at, const uint8_t *end)
{
	while (at < end && !is_binary(*at))
		at++;
	return at < end;
}

/* Whether there is one at all: nearly all text has none. Eight bytes without controls are passed at once. */
static bool may_be_binary(const uint8_t *at, const uint8_t *end)
{
	for (; end - at >= 8; at += 8) {
		uint64_t bytes = eight_load(at);
		if ((eight_range(bytes, 0, ' ' - 1) | eight_equal(bytes, 0x7F)) && has_binary(at, at + 8))
			return true;
	}
	return has_binary(at, end);
}

/* Whether more than one of 20 bytes is binary, less the lines in UTF-16. */
static bool holds_binary(const uint8_t *at, const uint8_t *end)
{
	size_t bytes = 0, binary = 0;
	while (at < end) {
		const uint8_t *feed = memchr(at, '\n', (size_t)(end - at)), *stop = feed ? feed + 1 : end;
		bool utf16 = encoding_of_utf16(at, (size_t)(stop - at), false) != ENCODING_UNSURE;
		for (; at < stop; at++) {
			bytes += !utf16;
			binary += !utf16 && is_binary(*at);
		}
	}
	return binary * 20 > bytes;
}

enum encoding_family encoding_family_of(const uint8_t *head, size_t len)
{
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (len >= marks[i].len && memcmp(head, marks[i].bytes, marks[i].len) == 0)
			return marks[i].family;
	enum encoding_family utf32 = utf32_of(head, len);
	if (utf32 != FAMILY_BYTES)
		return utf32;
	enum encoding utf16 = encoding_of_utf16(head, len, true);
	if (utf16 != ENCODING_UNSURE)
		return utf16 == ENCODING_UTF16LE ? FAMILY_UTF16LE : FAMILY_UTF16BE;
	return may_be_binary(head, head + len) && holds_binary(head, head + len) ? FAMILY_BINARY : FAMILY_BYTES;
}
