/* SPDX-License-Identifier: MIT */
#include "repair/encoding.h"

#include <string.h>

#include "repair/encoding_next.h"
#include "text/broken.h"

const char *encoding_name(enum encoding encoding)
{
	static const char *const names[ENCODING_CODEPAGE] = {
		[ENCODING_UTF8] = "UTF-8", [ENCODING_UTF16LE] = "UTF-16LE", [ENCODING_UTF16BE] = "UTF-16BE"};
	return encoding < ENCODING_CODEPAGE ? names[encoding] : codepage_name((enum codepage)(encoding - ENCODING_CODEPAGE));
}

static struct encoding_character next_character(enum encoding encoding, struct encoding_page page, uint32_t before,
						const uint8_t *at, const uint8_t *end)
{
	if (encoding >= ENCODING_CODEPAGE && utf8_is_broken(at, end))
		return encoding_next_broken(page, *at);
	switch (encoding) {
	case ENCODING_UTF8:
	case ENCODING_UNSURE:
		return encoding_next_utf8(at, end);
	case ENCODING_UTF16LE:
	case ENCODING_UTF16BE:
		return encoding_next_utf16(encoding == ENCODING_UTF16BE, at, end);
	default:
		return encoding_next_byte(page, before, at, end);
	}
}

/* Whether these bytes are that character in valid UTF-8 as well. */
static bool is_as_before(struct encoding_character character, const uint8_t *at, const uint8_t *end)
{
	uint32_t cp;
	return !utf8_is_broken(at, end) && utf8_decode(at, end, &cp) == character.length && cp == character.cp && cp != UTF8_INVALID;
}

/* The next character, and whether its bytes are the same in UTF-8. */
static inline struct encoding_character read_next(enum encoding encoding, struct encoding_page page, uint32_t before,
						  const uint8_t *at, const uint8_t *end, bool *ret_same)
{
	struct encoding_character next;
	if (encoding < ENCODING_CODEPAGE || (*at >= 0x80 && !utf8_is_broken(at, end))) {
		next = next_character(encoding, page, before, at, end);
		*ret_same = is_as_before(next, at, end);
		return next;
	}
	next = encoding_next_broken(page, *at); /* or ASCII, which is one byte as well */
	*ret_same = *at < 0x80 && next.cp == *at;
	return next;
}

/* In little endian the paragraph begins with the second byte of the line feed before. */
static const uint8_t *skip_half(enum encoding encoding, const uint8_t *at, const uint8_t *end)
{
	return encoding == ENCODING_UTF16LE && at < end && *at == 0 ? at + 1 : at;
}

/*
 * One NUL in front is such a half as well, when bytes follow UTF-16: its length, or 0. Several are something else, and stay.
 */
static unsigned half_length(enum encoding encoding, struct encoding_page page, const uint8_t *at, const uint8_t *end)
{
	if (at == end)
		return 0;
	struct encoding_character first = next_character(encoding, page, ' ', at, end), second = {'\n', 0};
	if (first.cp != 0)
		return 0;
	if (at + first.length < end)
		second = next_character(encoding, page, 0, at + first.length, end);
	return second.cp ? first.length : 0;
}

/* In the place of bytes without a character: a byte that UTF-8 does not have, so that no chance makes a character of several. */
enum { NO_CHARACTER = 0xFF };

void encoding_read(struct items *items, enum encoding encoding, const uint8_t *text, size_t len, uint32_t base,
		   unsigned rule)
{
	const uint8_t *end = text + len, *at = skip_half(encoding, text, end);
	struct encoding_page page = {0};
	uint32_t before = ' ';
	if (encoding >= ENCODING_CODEPAGE)
		page = encoding_page_for((enum codepage)(encoding - ENCODING_CODEPAGE), text, end);
	if (at > text)
		items_note(items, rule, base, base + 1);
	unsigned half = half_length(encoding, page, at, end);
	if (half) {
		uint32_t start = base + (uint32_t)(at - text);
		items_note(items, rule, start, start + half);
		at += half;
		before = 0;
	}
	while (at < end) {
		bool same;
		struct encoding_character character = read_next(encoding, page, before, at, end, &same);
		uint32_t start = base + (uint32_t)(at - text), stop = start + character.length;
		before = character.cp;
		at += character.length;
		if (!same && items->log)
			items_note(items, rule, start, stop);
		items_push(items, before == UTF8_INVALID ? item_byte(NO_CHARACTER) : before, start, stop);
	}
}

static void push_bytes(struct items *items, const uint8_t *at, size_t count, uint32_t start)
{
	if (!items_reserve(items, count))
		return;
	struct text_item *to = items->at + items->len;
	for (uint32_t i = 0; i < count; i++)
		to[i] = (struct text_item){item_byte(at[i]), start + i, start + i + 1};
	items->len += count;
}

/* Push a character of UTF-8, or the bytes in its place. */
static inline void push_utf8(struct items *items, struct encoding_character character, const uint8_t *at, uint32_t start)
{
	if (character.cp != UTF8_INVALID)
		items_push(items, character.cp, start, start + character.length);
	else
		push_bytes(items, at, character.length, start);
}

void encoding_read_utf8(struct items *items, const uint8_t *text, size_t len, uint32_t base, unsigned rule)
{
	for (size_t at = 0; at < len && !items->failed;) {
		uint32_t start = base + (uint32_t)at;
		size_t broken = broken_run(text + at, text + len, text + len);
		if (broken) {
			push_bytes(items, text + at, broken, start);
			at += broken;
			continue;
		}
		struct encoding_character character = encoding_next_utf8(text + at, text + len);
		if (character.length == ENCODING_SURROGATES)
			items_note(items, rule, start, start + character.length);
		push_utf8(items, character, text + at, start);
		at += character.length;
	}
}

void encoding_read_plain(struct items *items, const uint8_t *text, size_t len, uint32_t base)
{
	for (size_t at = 0; at < len && !items->failed;) {
		struct encoding_character character;
		character.length = utf8_decode(text + at, text + len, &character.cp);
		push_utf8(items, character, text + at, base + (uint32_t)at);
		at += character.length;
	}
}

/* Read characters of ASCII, eight at a time and none where NUL may be; returns how many. */
static inline size_t read_ascii(struct text_item *to, const uint8_t *text, size_t len, uint32_t start)
{
	enum { EIGHT = sizeof(uint64_t) };
	size_t at = 0;
	for (; len - at >= EIGHT; at += EIGHT) {
		uint64_t eight = eight_load(text + at);
		if ((eight | (eight - EIGHT_ONES)) & EIGHT_HIGH)
			break;
		for (uint32_t i = 0; i < EIGHT; i++)
			to[at + i] = (struct text_item){text[at + i], start + (uint32_t)at + i, start + (uint32_t)at + i + 1};
	}
	return at;
}

bool encoding_read_valid(struct items *items, const uint8_t *text, size_t len, uint32_t base)
{
	uint32_t cp;
	if (!items_reserve(items, len))
		return true;
	struct text_item *to = items->at + items->len;
	for (size_t at = 0; at < len; to++) {
		uint32_t start = base + (uint32_t)at;
		size_t ascii = text[at] < 0x80 ? read_ascii(to, text + at, len - at, start) : 0;
		if (ascii) {
			at += ascii;
			to += ascii - 1;
			continue;
		}
		at += utf8_decode(text + at, text + len, &cp);
		if (cp == UTF8_INVALID || cp == 0)
			return false;
		*to = (struct text_item){cp, start, base + (uint32_t)at};
	}
	items->len = (size_t)(to - items->at);
	return true;
}

unsigned encoding_detail(enum encoding encoding, unsigned confidence)
{
	return (unsigned)encoding << 8 | confidence;
}

void encoding_tell(unsigned detail, norm_finding *ret)
{
	ret->detail = encoding_name((enum encoding)(detail >> 8));
	ret->confidence = detail & 0xFF;
}
