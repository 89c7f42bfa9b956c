/* SPDX-License-Identifier: MIT */
/*
 * Plain text, 64 bytes at a time: letters of ISO 8859-1, and the ASCII that stands between them most often, of which a report
 * counts nothing else. In vectors of the compiler, which become what the machine has.
 */
#ifndef REPORT_PLAIN_H
#define REPORT_PLAIN_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define PLAIN_WIDTH 64

/* A bit for each byte, the lowest for the first one. */
struct plain {
	uint64_t loud;    /* those that may be something else, and a letter of which the window has only one byte */
	uint64_t letters; /* their first bytes */
};

typedef uint8_t plain_bytes __attribute__((vector_size(16)));

#ifdef __SSE2__

/* A bit for each byte that is 0xFF and not 0. */
static inline uint64_t plain_bits(plain_bytes bytes)
{
	return (unsigned)_mm_movemask_epi8((__m128i)bytes);
}

#else

/* A bit for each of eight bytes, of which each has at most its own bit: so nothing is carried. */
static inline uint64_t plain_gather(uint64_t bytes)
{
	return le64toh(bytes) * UINT64_C(0x0101010101010101) >> 56;
}

static inline uint64_t plain_bits(plain_bytes bytes)
{
	const plain_bytes own = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
	uint64_t halves[2];
	bytes &= own;
	memcpy(halves, &bytes, sizeof halves);
	return plain_gather(halves[0]) | plain_gather(halves[1]) << 8;
}

#endif

/* Look at PLAIN_WIDTH bytes of valid UTF-8: so what follows C3 goes on with it. */
static inline struct plain plain_look(const char *at)
{
	uint64_t ascii = 0, letters = 0, leads = 0, signs = 0;
	for (size_t shift = 0; shift < PLAIN_WIDTH; shift += sizeof(plain_bytes)) {
		plain_bytes bytes;
		memcpy(&bytes, at + shift, sizeof bytes);
		plain_bytes letter = (plain_bytes)(((bytes | 0x20) - 'a') < 26);
		/* ( ) * + , - . / stand side by side */
		plain_bytes quiet = letter | (plain_bytes)(bytes == ' ') | (plain_bytes)((bytes - '(') < 8) |
				    (plain_bytes)(bytes == '\n');
		ascii |= plain_bits(quiet) << shift;
		letters |= plain_bits(letter) << shift;
		leads |= plain_bits((plain_bytes)(bytes == 0xC3)) << shift;
		/* U+00D7 and U+00F7, the signs of multiplication and division */
		signs |= plain_bits((plain_bytes)((bytes & 0xDF) == 0x97)) << shift;
	}
	leads &= ~(signs >> 1) & UINT64_MAX >> 1;
	return (struct plain){~(ascii | leads | leads << 1), letters | leads};
}

static inline unsigned plain_count(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	return (unsigned)(((bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F)) * UINT64_C(0x0101010101010101) >> 56);
}

#endif
