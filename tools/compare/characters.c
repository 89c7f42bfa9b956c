/* SPDX-License-Identifier: MIT */
#include "compare/characters.h"

const struct character_row *character_row(uint32_t cp)
{
	size_t low = 0, high = character_row_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (character_rows[middle].first <= cp)
			low = middle;
		else
			high = middle;
	}
	return &character_rows[low];
}
