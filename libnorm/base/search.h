/* SPDX-License-Identifier: MIT */
/* Search in arrays: of structures that are sorted by one of their numbers, and of bytes most of which are 0. */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * How many of `count` elements have a number that is not above `limit`. `first` is the number of the first element; from
 * one to the next are `size` bytes.
 */
static inline size_t search_count(const uint32_t *first, size_t count, size_t size, size_t limit)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		uint32_t number;
		memcpy(&number, (const uint8_t *)first + middle * size, sizeof number);
		if (number <= limit)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first byte from `at` on that is not 0, below `end`, or else `end`. */
static inline size_t search_set(const uint8_t *bytes, size_t at, size_t end)
{
	uint64_t eight;
	while (end - at >= sizeof eight && (memcpy(&eight, bytes + at, sizeof eight), eight == 0))
		at += sizeof eight;
	while (at < end && bytes[at] == 0)
		at++;
	return at;
}

#endif
