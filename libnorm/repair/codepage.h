/* SPDX-License-Identifier: MIT */
/*
 * Encodings of one byte a character that French and Arabic text comes in, as tables: gen_codepages.c writes them at build
 * time from ICU's converters, which are not needed at run time, and from data/encodings.
 */
#ifndef REPAIR_CODEPAGE_H
#define REPAIR_CODEPAGE_H

#include <stdint.h>

enum codepage {
	CODEPAGE_CP1252,
	CODEPAGE_ISO_8859_1,
	CODEPAGE_ISO_8859_15,
	CODEPAGE_CP1256,
	CODEPAGE_ISO_8859_6,
	CODEPAGE_MAC_ARABIC,
	CODEPAGE_MAC_ROMAN,
	CODEPAGE_CP850,
	CODEPAGE_CP720,
	CODEPAGE_CP864,
	CODEPAGE_COUNT
};

enum {
	CODEPAGE_NONE = 0xFFFF,
	CODEPAGE_ROWS = 14, /* of 256 code points each in which some page has a character, and an empty one */
};

/*
 * The character of a byte, CODEPAGE_NONE where there is none. The 32 bytes from 0x80 on are C1 controls in the pages of
 * ISO; elsewhere no byte is one, whatever converters do with those that have no character.
 */
extern const uint16_t codepage_characters[CODEPAGE_COUNT][256];

/* For codepage_byte(): the byte of each character, by the row of its high byte; row 0 is empty. */
extern const uint8_t codepage_rows[256];
extern const uint8_t codepage_bytes[CODEPAGE_COUNT][CODEPAGE_ROWS][256];

/* The byte of a character, the first if there are several; -1 where there is none. */
static inline int codepage_byte(enum codepage page, uint32_t cp)
{
	if (cp > 0xFFFF)
		return -1;
	uint8_t byte = codepage_bytes[page][codepage_rows[cp >> 8]][cp & 0xFF];
	return byte || cp == 0 ? byte : -1;
}

/*
 * The same for text that was UTF-8: C1 controls stand for the bytes that many decoders keep as such, and characters that a
 * page has twice for the upper byte.
 */
static inline int codepage_upper_byte(enum codepage page, uint32_t cp)
{
	int byte = codepage_byte(page, cp);
	if (byte < 0)
		return cp >= 0x80 && cp < 0xA0 ? (int)cp : -1;
	return codepage_characters[page][byte | 0x80] == cp ? byte | 0x80 : byte;
}

/* By the same rows: bits of the pages in which that byte begins a longer character of UTF-8, or goes on with one. */
extern const uint16_t codepage_leads[CODEPAGE_ROWS][256], codepage_trails[CODEPAGE_ROWS][256];

static inline unsigned codepage_leads_of(uint32_t cp)
{
	return cp > 0xFFFF ? 0 : codepage_leads[codepage_rows[cp >> 8]][cp & 0xFF];
}

static inline unsigned codepage_trails_of(uint32_t cp)
{
	return cp > 0xFFFF ? 0 : codepage_trails[codepage_rows[cp >> 8]][cp & 0xFF];
}

/* The name by which IANA registers it, or by which it is known. */
const char *codepage_name(enum codepage page);

#endif
