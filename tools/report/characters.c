/* SPDX-License-Identifier: MIT */
#include "report/characters.h"

struct character character_find(uint32_t cp)
{
	size_t low = 0, high = character_row_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (character_rows[middle].first <= cp)
			low = middle;
		else
			high = middle;
	}
	return character_rows[low].character;
}

const char *character_name(uint32_t cp)
{
	size_t low = 0, high = character_name_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (character_names[middle].cp == cp)
			return character_names[middle].name;
		if (character_names[middle].cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return "";
}
