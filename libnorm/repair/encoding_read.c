/* SPDX-License-Identifier: MIT */
#include "repair/encoding.h"
#include "repair/encoding_next.h"

const char *encoding_name(enum encoding encoding)
{
	static const char *const names[ENCODING_CODEPAGE] = {
		[ENCODING_UTF8] = "UTF-8", [ENCODING_UTF16LE] = "UTF-16LE", [ENCODING_UTF16BE] = "UTF-16BE"};
	return encoding < ENCODING_CODEPAGE ? names[encoding] : codepage_name((enum codepage)(encoding - ENCODING_CODEPAGE));
}

static struct encoding_character next_character(enum encoding encoding, struct encoding_page page, uint32_t before,
						const uint8_t *at, const uint8_t *end)
{
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
	return utf8_decode(at, end, &cp) == character.length && cp == character.cp && cp != UTF8_INVALID;
}

/* In little endian the paragraph begins with the second byte of the line feed before. */
static const uint8_t *skip_half(enum encoding encoding, const uint8_t *at, const uint8_t *end)
{
	return encoding == ENCODING_UTF16LE && at < end && *at == 0 ? at + 1 : at;
}

/* What is no character in UTF-8 either stays as it is, byte by byte. */
static void push_bytes(struct items *items, const uint8_t *at, size_t len, uint32_t start)
{
	for (uint32_t i = 0; i < len; i++)
		items_push(items, item_byte(at[i]), start + i, start + i + 1);
}

void encoding_read(struct items *items, enum encoding encoding, const uint8_t *text, size_t len, uint32_t base,
		   unsigned rule)
{
	const uint8_t *end = text + len, *at = skip_half(encoding, text, end);
	struct encoding_page page = {0};
	uint32_t before = ' ';
	bool plain = encoding <= ENCODING_UNSURE, empty = !plain;
	if (encoding >= ENCODING_CODEPAGE)
		page = encoding_page_for((enum codepage)(encoding - ENCODING_CODEPAGE), text, end);
	if (at > text)
		items_note(items, rule, base, base + 1);
	for (unsigned length; at < end; at += length) {
		struct encoding_character character = next_character(encoding, page, before, at, end);
		uint32_t start = base + (uint32_t)(at - text);
		length = character.length;
		before = character.cp;
		if (plain && before == UTF8_INVALID) {
			push_bytes(items, at, length, start);
			continue;
		}
		empty = empty && before == 0;
		if (empty || !is_as_before(character, at, end))
			items_note(items, rule, start, start + length);
		if (!empty)
			items_push(items, before == UTF8_INVALID ? 0xFFFD : before, start, start + length);
	}
}
