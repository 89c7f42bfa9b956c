/* SPDX-License-Identifier: MIT */
/* Vector code, as in scan.c: written once, for AVX2 and for NEON. */
#include "unicode/arabic_map.h"

#include <stdbool.h>
#include <string.h>

void arabic_map_portable(const uint8_t table[ARABIC_MAP_SIZE], const uint8_t *src, size_t len, uint8_t *ret)
{
	uint8_t before = 0;
	for (size_t n = 0; n < len; n++) {
		ret[n] = table[(before & 1) << 6 | (src[n] & 0x3F)];
		before = src[n];
	}
}

#if defined(__x86_64__) || defined(__aarch64__)

#include "unicode/scan_vector.h"

enum { ROW = 16, ROWS = ARABIC_MAP_SIZE / ROW };

/* Of a row of the table those that are in it. */
VECTOR vector in_row(vector row, vector numbers, int number)
{
	/* What is no element of the row gets the highest bit, so that the lookup gives 0. */
	return lookup(row, sum(moved(numbers, all(number * ROW)), all(0x70)));
}

VECTOR vector map_block(const vector rows[ROWS], vector cur, vector prev)
{
	vector numbers = either(both(cur, all(0x3F)), both(same(prev, all(0xD9)), all(0x40))), found = all(0);
#pragma GCC unroll 8
	for (int i = 0; i < ROWS; i++)
		found = either(found, in_row(rows[i], numbers, i));
	return found;
}

VECTOR void arabic_map_vector(const uint8_t table[ARABIC_MAP_SIZE], const uint8_t *src, size_t len, uint8_t *ret)
{
	vector rows[ROWS];
	uint8_t rest[BLOCK + 1] = {0};
	size_t n = 0;
	for (int i = 0; i < ROWS; i++)
		rows[i] = load_table(table + i * ROW);
	for (; len - n >= BLOCK; n += BLOCK) {
		vector cur = load(src + n);
		store(ret + n, map_block(rows, cur, n ? load(src + n - 1) : shift_in(cur, 0)));
	}
	rest[0] = n ? src[n - 1] : 0;
	memcpy(rest + 1, src + n, len - n);
	if (len > n)
		store(ret + n, map_block(rows, load(rest + 1), load(rest)));
}

#endif

#if defined(__x86_64__)

WITH_VECTORS static void arabic_map_avx2(const uint8_t table[ARABIC_MAP_SIZE], const uint8_t *src, size_t len, uint8_t *ret)
{
	arabic_map_vector(table, src, len, ret);
}

arabic_map_fn *arabic_map_best(void)
{
	return has_vectors() ? arabic_map_avx2 : arabic_map_portable;
}

#elif defined(__aarch64__)

arabic_map_fn *arabic_map_best(void)
{
	return arabic_map_vector;
}

#else

arabic_map_fn *arabic_map_best(void)
{
	return arabic_map_portable;
}

#endif
