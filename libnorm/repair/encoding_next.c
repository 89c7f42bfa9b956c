/* SPDX-License-Identifier: MIT */
#include "repair/encoding_next.h"

#include "repair/evidence.h"

static uint32_t from_surrogates(uint32_t high, uint32_t low)
{
	return 0x10000 + ((high & 0x3FF) << 10 | (low & 0x3FF));
}

/* The surrogate at `at` in three bytes, 0 if there is none. */
static uint32_t surrogate_at(const uint8_t *at, const uint8_t *end)
{
	if (end - at < 3 || at[0] != 0xED || at[1] < 0xA0 || at[1] > 0xBF || !utf8_is_trail(at[2]))
		return 0;
	return 0xD000u | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
}

struct encoding_character encoding_next_utf8(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp, high = surrogate_at(at, end), low = high ? surrogate_at(at + 3, end) : 0;
	if (low && high < 0xDC00 && low >= 0xDC00)
		return (struct encoding_character){from_surrogates(high, low), ENCODING_SURROGATES};
	unsigned length = utf8_decode(at, end, &cp);
	return (struct encoding_character){cp, length};
}

static uint32_t character_of(enum codepage page, uint8_t byte)
{
	uint16_t cp = codepage_characters[page][byte];
	return cp == CODEPAGE_NONE ? UTF8_INVALID : cp;
}

enum {
	LEAD_BY_CHANCE = 10,
	LEAD_IN_MIXTURE = -5,
	UTF8_MIN = 16, /* characters, and so many times as many as bytes that are broken */
	UTF8_TIMES = 4,
};

struct encoding_page encoding_page_for(enum codepage page, const uint8_t *text, const uint8_t *end)
{
	size_t valid = 0, broken = 0;
	while ((text = utf8_skip_ascii(text, end)) < end) {
		uint32_t cp = UTF8_INVALID;
		text += utf8_is_broken(text, end) ? 1 : utf8_decode(text, end, &cp);
		valid += cp != UTF8_INVALID;
		broken += cp == UTF8_INVALID;
	}
	return (struct encoding_page){page, valid * 4 >= broken ? LEAD_IN_MIXTURE : LEAD_BY_CHANCE,
				      valid >= UTF8_MIN && valid >= broken * UTF8_TIMES};
}

/* Whether the character `cp` of `length` bytes is more natural than those that each of its bytes is. */
static bool prefers_utf8(struct encoding_page page, uint32_t before, const uint8_t *at, const uint8_t *end, uint32_t cp,
			 unsigned length)
{
	const uint8_t *behind = at + length;
	uint32_t next = ' ', next_byte = ' ';
	if (behind < end) {
		next_byte = character_of(page.page, *behind);
		if (utf8_decode(behind, end, &next) == 1)
			next = next_byte;
	}
	long one = evidence_pair(before, cp) + evidence_pair(cp, next), many = 0;
	for (; at < behind; at++) {
		uint32_t right = character_of(page.page, *at);
		many += evidence_pair(before, right);
		before = right;
	}
	return one >= many + evidence_pair(before, next_byte) + page.utf8_lead * EVIDENCE_BIT;
}

struct encoding_character encoding_next_byte(struct encoding_page page, uint32_t before, const uint8_t *at,
					     const uint8_t *end)
{
	uint32_t cp;
	unsigned length = utf8_decode(at, end, &cp);
	if (length > 1 && cp != UTF8_INVALID && prefers_utf8(page, before, at, end, cp, length))
		return (struct encoding_character){cp, length};
	return (struct encoding_character){character_of(page.page, *at), 1};
}

static uint32_t unit_at(bool big_endian, const uint8_t *at)
{
	return big_endian ? (uint32_t)(at[0] << 8 | at[1]) : (uint32_t)(at[1] << 8 | at[0]);
}

struct encoding_character encoding_next_utf16(bool big_endian, const uint8_t *at, const uint8_t *end)
{
	/* In little endian a paragraph is cut in the middle of its line feed. */
	if (end - at < 2)
		return (struct encoding_character){*at == '\n' ? '\n' : UTF8_INVALID, 1};
	uint32_t unit = unit_at(big_endian, at), low = end - at < 4 ? 0 : unit_at(big_endian, at + 2);
	if (unit >> 11 != 0xD800 >> 11)
		return (struct encoding_character){unit, 2};
	if (unit >= 0xDC00 || low >> 10 != 0xDC00 >> 10)
		return (struct encoding_character){UTF8_INVALID, 2};
	return (struct encoding_character){from_surrogates(unit, low), 4};
}
