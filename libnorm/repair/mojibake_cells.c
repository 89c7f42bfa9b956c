/* SPDX-License-Identifier: MIT */
#include "repair/mojibake.h"

struct mojibake_text mojibake_fence(const struct mojibake_room *room, size_t len)
{
	struct mojibake_cell space = {.cp = ' ', .class = (uint8_t)evidence_class(' '), .outside = true};
	for (size_t i = 0; i < MOJIBAKE_BEFORE; i++)
		room->cells[i] = space;
	for (size_t i = 0; i < MOJIBAKE_BEHIND; i++)
		room->cells[MOJIBAKE_BEFORE + len + i] = space;
	memset(room->leads + len, 0xFF, MOJIBAKE_STOP);
	return (struct mojibake_text){room->cells + MOJIBAKE_BEFORE, room->leads, len};
}

struct mojibake_text mojibake_fill(const struct mojibake_room *room, const struct text_item *items, size_t len)
{
	for (size_t i = 0; i < len; i++)
		mojibake_put(room, i, item_is_byte(items[i].cp) ? 0xFFFD : items[i].cp);
	return mojibake_fence(room, len);
}
