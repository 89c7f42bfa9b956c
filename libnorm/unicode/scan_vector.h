/* SPDX-License-Identifier: MIT */
/*
 * For scan*.c, find.c and arabic_map.c only: the few operations on bytes that the vector units of x86 (AVX2, and BMI for bits) and
 * ARM (NEON) have in common. What is not explained in the second part is explained in the first.
 */
#ifndef UNICODE_SCAN_VECTOR_H
#define UNICODE_SCAN_VECTOR_H

#include <stdbool.h>
#include <stdint.h>

#include "unicode/has_vectors.h"

#define GROUP 64 /* bytes for each of which a word has a bit */

#if defined(__x86_64__)

#include <immintrin.h>

#define VECTOR WITH_VECTORS static inline
#define BLOCK 32 /* bytes in a vector */
#define BITS 1   /* see bits_of() */

typedef __m256i vector;

VECTOR vector load(const uint8_t *src)
{
	return _mm256_loadu_si256((const __m256i *)src);
}

VECTOR void store(uint8_t *dst, vector bytes)
{
	_mm256_storeu_si256((__m256i *)dst, bytes);
}

VECTOR vector load_table(const uint8_t table[16])
{
	return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
}

VECTOR vector all(int byte)
{
	return _mm256_set1_epi8((char)byte);
}

/*
 * The same for loops with more constants than registers. The compiler does not see what it holds, so it reads it from memory in each
 * round instead of making it anew, which takes three instructions.
 */
VECTOR vector held(int byte)
{
	vector bytes = all(byte);
	__asm__("" : "+x"(bytes));
	return bytes;
}

VECTOR vector both(vector a, vector b)
{
	return _mm256_and_si256(a, b);
}

VECTOR vector either(vector a, vector b)
{
	return _mm256_or_si256(a, b);
}

VECTOR vector without(vector a, vector b)
{
	return _mm256_andnot_si256(b, a);
}

/* FF where two bytes are the same, else 0. */
VECTOR vector same(vector a, vector b)
{
	return _mm256_cmpeq_epi8(a, b);
}

VECTOR vector smaller(vector a, vector b)
{
	return _mm256_min_epu8(a, b);
}

VECTOR vector larger(vector a, vector b)
{
	return _mm256_max_epu8(a, b);
}

/* The sum, FF at the most. */
VECTOR vector sum(vector a, vector b)
{
	return _mm256_adds_epu8(a, b);
}

VECTOR vector flipped(vector a, vector b)
{
	return _mm256_xor_si256(a, b);
}

/* The difference, modulo 256. */
VECTOR vector moved(vector a, vector b)
{
	return _mm256_sub_epi8(a, b);
}

VECTOR vector high_nibble(vector bytes)
{
	return both(_mm256_srli_epi16(bytes, 4), all(15));
}

/* Element number (byte & 15) of the table for each byte below 80, else 0. */
VECTOR vector lookup(vector table, vector bytes)
{
	return _mm256_shuffle_epi8(table, bytes);
}

/* Bit number `bit` of each byte as its highest; the other bits are not told. */
VECTOR vector bit_on_top(vector bytes, int bit)
{
	return _mm256_slli_epi16(bytes, 7 - bit);
}

/* The byte of `a` where the highest bit of `which` is set, else that of `b`. */
VECTOR vector choose(vector which, vector a, vector b)
{
	return _mm256_blendv_epi8(b, a, which);
}

/* The bytes moved up one place, `before` in the first. */
VECTOR vector shift_in(vector bytes, uint8_t before)
{
	vector across = _mm256_permute2x128_si256(bytes, bytes, 0x08); /* 0, then the low half */
	return either(_mm256_alignr_epi8(bytes, across, 15), _mm256_zextsi128_si256(_mm_cvtsi32_si128(before)));
}

/* Is the highest bit of any byte set? */
VECTOR bool any_high(vector bytes)
{
	return _mm256_movemask_epi8(bytes) != 0;
}

/* The highest bits of all bytes of a group, the first lowest. */
VECTOR uint64_t group_bits(const vector bytes[GROUP / BLOCK])
{
	return (uint32_t)_mm256_movemask_epi8(bytes[0]) | (uint64_t)(uint32_t)_mm256_movemask_epi8(bytes[1]) << 32;
}

/* The bytes, each 0 or FF, as bits: BITS for each. */
VECTOR uint64_t bits_of(vector bytes)
{
	return (uint32_t)_mm256_movemask_epi8(bytes);
}

/* The place of the lowest bit; of none, a number below 256. */
VECTOR uint64_t lowest_bit(uint64_t bits)
{
	return _tzcnt_u64(bits);
}

VECTOR uint64_t without_lowest(uint64_t bits)
{
	return _blsr_u64(bits);
}

#else

#include <arm_neon.h>

#define VECTOR static inline
#define BLOCK 16
#define BITS 4

typedef uint8x16_t vector;

VECTOR vector load(const uint8_t *src)
{
	return vld1q_u8(src);
}

VECTOR void store(uint8_t *dst, vector bytes)
{
	vst1q_u8(dst, bytes);
}

VECTOR vector load_table(const uint8_t table[16])
{
	return vld1q_u8(table);
}

VECTOR vector all(int byte)
{
	return vdupq_n_u8((uint8_t)byte);
}

VECTOR vector held(int byte)
{
	vector bytes = all(byte);
	__asm__("" : "+w"(bytes));
	return bytes;
}

VECTOR vector both(vector a, vector b)
{
	return vandq_u8(a, b);
}

VECTOR vector either(vector a, vector b)
{
	return vorrq_u8(a, b);
}

VECTOR vector without(vector a, vector b)
{
	return vbicq_u8(a, b);
}

VECTOR vector same(vector a, vector b)
{
	return vceqq_u8(a, b);
}

VECTOR vector smaller(vector a, vector b)
{
	return vminq_u8(a, b);
}

VECTOR vector larger(vector a, vector b)
{
	return vmaxq_u8(a, b);
}

VECTOR vector sum(vector a, vector b)
{
	return vqaddq_u8(a, b);
}

VECTOR vector flipped(vector a, vector b)
{
	return veorq_u8(a, b);
}

VECTOR vector moved(vector a, vector b)
{
	return vsubq_u8(a, b);
}

VECTOR vector high_nibble(vector bytes)
{
	return vshrq_n_u8(bytes, 4);
}

VECTOR vector lookup(vector table, vector bytes)
{
	return vqtbl1q_u8(table, vandq_u8(bytes, vdupq_n_u8(0x8F)));
}

VECTOR vector bit_on_top(vector bytes, int bit)
{
	return vshlq_u8(bytes, vdupq_n_s8((int8_t)(7 - bit)));
}

VECTOR vector choose(vector which, vector a, vector b)
{
	return vbslq_u8(vcltzq_s8(vreinterpretq_s8_u8(which)), a, b);
}

VECTOR vector shift_in(vector bytes, uint8_t before)
{
	return vextq_u8(vdupq_n_u8(before), bytes, 15);
}

VECTOR bool any_high(vector bytes)
{
	return vmaxvq_u8(bytes) >= 0x80;
}

VECTOR uint64_t group_bits(const vector bytes[GROUP / BLOCK])
{
	static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
	vector place = vld1q_u8(places), bits[GROUP / BLOCK];
	for (int i = 0; i < GROUP / BLOCK; i++)
		bits[i] = vandq_u8(vcltzq_s8(vreinterpretq_s8_u8(bytes[i])), place);
	vector sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
	return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

VECTOR uint64_t bits_of(vector bytes)
{
	return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(bytes), 4)), 0);
}

VECTOR uint64_t lowest_bit(uint64_t bits)
{
	return (uint64_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
}

VECTOR uint64_t without_lowest(uint64_t bits)
{
	return bits & (bits - 1);
}

#endif

#endif
