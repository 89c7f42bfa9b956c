/* SPDX-License-Identifier: MIT */
/* Eight bytes at a time, in plain C: the first is the lowest of a word, and a mask has the highest bit of each byte. */
#ifndef TEXT_EIGHT_H
#define TEXT_EIGHT_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_ONES UINT64_C(0x0101010101010101)
#define EIGHT_HIGH UINT64_C(0x8080808080808080)

static inline uint64_t eight_load(const uint8_t *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, sizeof bytes);
	return le64toh(bytes);
}

/* The bytes from `first` to `last`, which are both below 80 or both from 80 on. */
static inline uint64_t eight_range(uint64_t bytes, uint8_t first, uint8_t last)
{
	uint64_t low = bytes & ~EIGHT_HIGH;
	uint64_t from = low + (0x80u - (first & 0x7Fu)) * EIGHT_ONES;
	uint64_t above = low + (0x7Fu - (last & 0x7Fu)) * EIGHT_ONES;
	return from & ~above & (first < 0x80 ? ~bytes : bytes) & EIGHT_HIGH;
}

static inline uint64_t eight_equal(uint64_t bytes, uint8_t byte)
{
	uint64_t other = bytes ^ byte * EIGHT_ONES;
	return ~(((other & ~EIGHT_HIGH) + ~EIGHT_HIGH) | other) & EIGHT_HIGH;
}

/* ASCII letters. */
static inline uint64_t eight_letters(uint64_t bytes)
{
	return eight_range(bytes | 0x20 * EIGHT_ONES, 'a', 'z');
}

/* The number of bytes in front of the first that is not in the mask. */
static inline unsigned eight_run(uint64_t mask)
{
	uint64_t others = ~mask & EIGHT_HIGH;
	return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/* The first bytes, 0 to 8 of them. */
static inline uint64_t eight_first(unsigned count)
{
	return count == 8 ? ~UINT64_C(0) : (UINT64_C(1) << count * 8) - 1;
}

#endif
