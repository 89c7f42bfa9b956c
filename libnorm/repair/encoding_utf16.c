/* SPDX-License-Identifier: MIT */
#include "repair/encoding_utf16.h"

#include <limits.h>
#include <string.h>

#include "repair/encoding_next.h"
#include "repair/evidence.h"

enum { UNITS_MIN = 2 };

/* High bytes of Latin and Arabic letters. No other text has these bytes. */
static bool is_high_byte(uint8_t byte)
{
	return byte <= 0x01 || byte == 0x06;
}

/* Whether high bytes are on every other place from `first` on, and hardly elsewhere. */
static bool has_high_bytes_at(const size_t count[2], size_t first, size_t units)
{
	return units >= UNITS_MIN && count[first] * 4 >= units * 3 && count[!first] * 16 <= units;
}

/* The evidence of all pairs, without a half of a unit at the end. */
static long evidence_in(bool big_endian, const uint8_t *at, const uint8_t *end)
{
	long sum = 0;
	for (uint32_t before = ' '; end - at >= 2;) {
		struct encoding_character next = encoding_next_utf16(big_endian, at, end);
		sum += evidence_pair(before, next.cp);
		before = next.cp;
		at += next.length;
	}
	return sum;
}

/* Whether one of eight bytes is below 8: nearly all text has none that is. */
static bool has_low_byte(const uint8_t *at)
{
	uint64_t eight;
	memcpy(&eight, at, sizeof eight);
	return (eight - 0x0808080808080808u) & ~eight & 0x8080808080808080u;
}

/* High bytes on even and on odd places. */
static void count_high_bytes(const uint8_t *text, size_t len, size_t ret_count[2])
{
	ret_count[0] = ret_count[1] = 0;
	for (size_t i = 0; i < len; i++) {
		while (len - i > 8 && !has_low_byte(text + i))
			i += 8;
		ret_count[i % 2] += is_high_byte(text[i]);
	}
}

enum encoding encoding_of_utf16(const uint8_t *text, size_t len, bool first)
{
	size_t count[2];
	count_high_bytes(text, len, count);
	const uint8_t *end = text + len;
	if (has_high_bytes_at(count, 1, len / 2))
		return evidence_in(false, text, end) >= 0 ? ENCODING_UTF16LE : ENCODING_UNSURE;
	if (!has_high_bytes_at(count, 0, len / 2))
		return ENCODING_UNSURE;
	bool half = !first && text[0] == 0;
	long big = evidence_in(true, text, end), little = half ? evidence_in(false, text + 1, end) : LONG_MIN;
	if (big < 0 && little < 0)
		return ENCODING_UNSURE;
	return big >= little ? ENCODING_UTF16BE : ENCODING_UTF16LE;
}
