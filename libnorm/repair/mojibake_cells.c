/* SPDX-License-Identifier: MIT */
#include "repair/mojibake.h"

struct mojibake_text mojibake_fence(struct mojibake_cell *cells, size_t len)
{
	struct mojibake_cell space = {.cp = ' ', .class = (uint8_t)evidence_class(' '), .outside = true};
	for (size_t i = 0; i < MOJIBAKE_BEFORE; i++)
		cells[i] = space;
	for (size_t i = 0; i < MOJIBAKE_BEHIND; i++)
		cells[MOJIBAKE_BEFORE + len + i] = space;
	return (struct mojibake_text){cells + MOJIBAKE_BEFORE, len};
}

struct mojibake_text mojibake_fill(struct mojibake_cell *cells, const struct text_item *items, size_t len)
{
	for (size_t i = 0; i < len; i++)
		cells[MOJIBAKE_BEFORE + i] = mojibake_cell(item_is_byte(items[i].cp) ? 0xFFFD : items[i].cp);
	return mojibake_fence(cells, len);
}
