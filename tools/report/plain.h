/* SPDX-License-Identifier: MIT */
/*
 * Plain ASCII, sixteen bytes at a time: letters and what stands between them most often, of which a report counts nothing else.
 * In vectors of the compiler, which become what the machine has.
 */
#ifndef REPORT_PLAIN_H
#define REPORT_PLAIN_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define PLAIN_WIDTH 16

typedef uint8_t plain_bytes __attribute__((vector_size(PLAIN_WIDTH)));

struct plain_run {
	size_t len;       /* up to the first byte that may be something else */
	unsigned letters;
};

/* Bytes that are 0xFF or 0, as two numbers: the first one in the lowest bits. */
struct plain_lanes {
	uint64_t low, high;
};

static inline struct plain_lanes plain_lanes(plain_bytes bytes)
{
	struct plain_lanes lanes;
	memcpy(&lanes, &bytes, sizeof lanes);
	return (struct plain_lanes){le64toh(lanes.low), le64toh(lanes.high)};
}

/* The lanes of the first `len` bytes. */
static inline struct plain_lanes plain_first(size_t len)
{
	if (len >= 16)
		return (struct plain_lanes){UINT64_MAX, UINT64_MAX};
	if (len >= 8)
		return (struct plain_lanes){UINT64_MAX, ~(UINT64_MAX << (len - 8) * 8)};
	return (struct plain_lanes){~(UINT64_MAX << len * 8), 0};
}

static inline size_t plain_count(struct plain_lanes quiet)
{
	if (quiet.low != UINT64_MAX)
		return (size_t)__builtin_ctzll(~quiet.low) / 8;
	return quiet.high == UINT64_MAX ? 16 : 8 + (size_t)__builtin_ctzll(~quiet.high) / 8;
}

/* Of PLAIN_WIDTH bytes that can be read, the first `most` count. */
static inline struct plain_run plain_run(const char *at, size_t most)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	plain_bytes bytes;
	memcpy(&bytes, at, sizeof bytes);
	plain_bytes letters = (plain_bytes)(((bytes | 0x20) - 'a') < 26);
	/* ( ) * + , - . / stand side by side */
	plain_bytes quiet = letters | (plain_bytes)(bytes == ' ') | (plain_bytes)((bytes - '(') < 8) |
			    (plain_bytes)(bytes == '\n');
	size_t len = plain_count(plain_lanes(quiet));
	len = len < most ? len : most;
	struct plain_lanes first = plain_first(len), found = plain_lanes(letters);
	uint64_t ones = (found.low & first.low & each) + (found.high & first.high & each);
	return (struct plain_run){len, (unsigned)((ones * each) >> 56)};
}

#endif
