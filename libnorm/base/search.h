/* SPDX-License-Identifier: MIT */
/* Binary search in arrays of structures that are sorted by one of their numbers. */
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

#endif
