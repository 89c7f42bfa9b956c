/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, one character at a time. Decoding accepts exactly what the Unicode Standard calls
 * well-formed (table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef UNICODE_UTF8_H
#define UNICODE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What decoding gives for bytes that are not UTF-8; no code point has this value. */
#define UTF8_INVALID 0xFFFFFFFFu

/* What bytes that are no character become: U+FFFD REPLACEMENT CHARACTER. */
static const uint8_t utf8_replacement[3] = {0xEF, 0xBF, 0xBD};

static inline bool utf8_is_trail(uint8_t byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Whether no character begins with this byte, whatever follows: utf8_decode() takes it alone then, as UTF8_INVALID. */
static inline bool utf8_begins_none(uint8_t byte)
{
	return (uint8_t)(byte - 0x80) < 0xC2 - 0x80 || byte > 0xF4;
}

/* The first byte of [at, end) that is not ASCII, or `end`. */
static inline const uint8_t *utf8_skip_ascii(const uint8_t *at, const uint8_t *end)
{
	uint64_t eight;
	while (end - at >= 8 && (memcpy(&eight, at, 8), !(eight & 0x8080808080808080u)))
		at += 8;
	while (at < end && *at < 0x80)
		at++;
	return at;
}

/*
 * Whether utf8_decode() takes the byte at `at` alone, as UTF8_INVALID: of those of which this is so, nearly all. Some more need a look
 * at what may follow a lead.
 */
static inline bool utf8_is_broken(const uint8_t *at, const uint8_t *end)
{
	return utf8_begins_none(*at) || (*at >= 0xC2 && end - at > 1 && !utf8_is_trail(at[1]));
}

/* Whether U+FFFD begins at `at`, which is before `end`. */
static inline bool utf8_is_replacement(const uint8_t *at, const uint8_t *end)
{
	return *at == utf8_replacement[0] && (size_t)(end - at) >= sizeof utf8_replacement &&
	       !memcmp(at, utf8_replacement, sizeof utf8_replacement);
}

/* A character, or UTF8_INVALID, and its bytes. */
struct utf8_read {
	uint32_t cp;
	unsigned length;
};

/* How many bytes are no character where a lead from E0 begins none: apart, for it would take the registers of all that decodes. */
static __attribute__((noinline, unused)) unsigned utf8_broken_length(const uint8_t *s, const uint8_t *end)
{
	uint8_t lead = s[0];
	if (lead < 0xE0 || lead > 0xF4 || end - s < 2)
		return 1;
	/* Only the second byte has a range of its own: it keeps out overlongs, surrogates and what is too large. */
	uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	unsigned need = lead < 0xF0 ? 3 : 4, length = 1;
	if (s[1] >= low && s[1] <= high)
		for (length = 2; length < need && s + length < end && utf8_is_trail(s[length]);)
			length++;
	return length;
}

/* utf8_decode_long() for all but characters of three bytes. */
static inline struct utf8_read utf8_decode_rare(const uint8_t *s, const uint8_t *end)
{
	uint8_t lead = s[0];
	if ((lead & 0xF8) == 0xF0 && end - s > 3) {
		uint32_t second = s[1] ^ 0x80u, third = s[2] ^ 0x80u, fourth = s[3] ^ 0x80u;
		uint32_t cp = (lead & 0x07u) << 18 | second << 12 | third << 6 | fourth;
		if ((second | third | fourth) < 0x40 && cp - 0x10000 < 0x100000)
			return (struct utf8_read){cp, 4};
	}
	return (struct utf8_read){UTF8_INVALID, utf8_broken_length(s, end)};
}

/* The part of utf8_decode() for leads from E0; the same contract. */
static inline __attribute__((always_inline)) unsigned utf8_decode_long(const uint8_t *s, const uint8_t *end, uint32_t *ret_cp)
{
	/* Nearly all have three bytes and nothing wrong with them, be it an overlong or a surrogate. */
	if ((s[0] & 0xF0) == 0xE0 && end - s > 2) {
		uint32_t second = s[1] ^ 0x80u, third = s[2] ^ 0x80u;
		*ret_cp = (s[0] & 0x0Fu) << 12 | second << 6 | third;
		if ((second | third) < 0x40 && *ret_cp >= 0x800 && *ret_cp >> 11 != 0xD800 >> 11)
			return 3;
	}
	struct utf8_read read = utf8_decode_rare(s, end);
	*ret_cp = read.cp;
	return read.length;
}

/* Copy a character of three bytes or four, where there is room for four: no branch depends on which. */
static inline void utf8_copy_long(uint8_t *to, const uint8_t *from, unsigned len)
{
	memcpy(to, from, 3);
	to[3] = from[len - 1];
}

/*
 * Decode the character at `s`, which must be before `end`. Returns the bytes consumed, at least 1.
 * Where no character starts, or it is cut by `end`, `*ret_cp` is UTF8_INVALID and the bytes consumed
 * are the maximal subpart of Unicode 3.9: what one replacement character stands for.
 */
static inline __attribute__((always_inline)) unsigned utf8_decode(const uint8_t *s, const uint8_t *end,
								  uint32_t *ret_cp)
{
	if (s[0] < 0x80) {
		*ret_cp = s[0];
		return 1;
	}
	if (s[0] >= 0xE0)
		return utf8_decode_long(s, end, ret_cp);
	if (s[0] < 0xC2 || end - s < 2 || !utf8_is_trail(s[1])) {
		*ret_cp = UTF8_INVALID;
		return 1;
	}
	*ret_cp = (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
	return 2;
}

/* The bytes that `cp`, which must be below 0x110000, takes in UTF-8. */
static inline unsigned utf8_length(uint32_t cp)
{
	return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
}

/* Write `cp`, a code point that is no surrogate, to `out`; returns the bytes written, 1 to 4. */
static inline unsigned utf8_encode(uint32_t cp, uint8_t *out)
{
	if (cp < 0x80) {
		out[0] = (uint8_t)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (uint8_t)(0xC0 | cp >> 6);
		out[1] = (uint8_t)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (uint8_t)(0xE0 | cp >> 12);
		out[1] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (uint8_t)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (uint8_t)(0xF0 | cp >> 18);
	out[1] = (uint8_t)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (uint8_t)(0x80 | (cp & 0x3F));
	return 4;
}

/* The start of the character that ends at `p`. `start` < `p`; the text between them is valid. */
static inline const uint8_t *utf8_previous(const uint8_t *start, const uint8_t *p)
{
	do
		p--;
	while (p > start && utf8_is_trail(*p));
	return p;
}

/*
 * How many bytes at the end of `s` (0 to 3) are the beginning of a character that more bytes could
 * complete. `s` may hold anything; bytes that are invalid whatever follows are not counted.
 */
size_t utf8_incomplete_tail(const uint8_t *s, size_t len);

#endif
