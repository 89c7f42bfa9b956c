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
	/* the first row: nearly all of what is misread is there */
	const struct codepage_misread *latin = codepage_misread[codepage_rows[0]];
	const uint8_t *classes = evidence_cells[evidence_rows[0]];
	for (size_t i = 0; i < len; i++) {
		uint32_t cp = items[i].cp;
		if (cp < 0x100) {
			mojibake_cell_of(cp, &latin[cp], classes[cp], &room->cells[MOJIBAKE_BEFORE + i]);
			room->leads[i] = latin[cp].leads;
		} else {
			mojibake_put(room, i, item_is_byte(cp) ? 0xFFFD : cp);
		}
	}
	return mojibake_fence(room, len);
}
