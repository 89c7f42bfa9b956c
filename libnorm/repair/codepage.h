/* SPDX-License-Identifier: MIT */
/*
 * Encodings of one byte a character that French and Arabic text comes in, as tables: gen_codepages.c writes them at build
 * time from ICU's converters, which are not needed at run time, and from data/encodings.
 */
#ifndef REPAIR_CODEPAGE_H
#define REPAIR_CODEPAGE_H

#include <stdint.h>

/* Up to CODEPAGE_CP850 those as which UTF-8 is misread: see codepage_misread. */
enum codepage {
	CODEPAGE_CP1252,
	CODEPAGE_CP437,
	CODEPAGE_ISO_8859_15,
	CODEPAGE_CP1256,
	CODEPAGE_ISO_8859_6,
	CODEPAGE_MAC_ARABIC,
	CODEPAGE_MAC_ROMAN,
	CODEPAGE_CP850,
	CODEPAGE_ISO_8859_1,
	CODEPAGE_CP720,
	CODEPAGE_CP864,
	CODEPAGE_COUNT
};

enum {
	CODEPAGE_NONE = 0xFFFF,
	CODEPAGE_LEAD = 0xC2,
	CODEPAGE_LOST_MAX = 32,
	CODEPAGE_ROWS = 16, /* of 256 code points each in which some page has a character, and an empty one */
};

/*
 * The character of a byte, CODEPAGE_NONE where there is none. The 32 bytes from 0x80 on are C1 controls in the pages of
 * ISO; elsewhere no byte is one, whatever converters do with those that have no character.
 */
extern const uint16_t codepage_characters[CODEPAGE_COUNT][256];

/* For codepage_byte(): the bytes of each character, by the row of its high byte; row 0 is empty. All pages are asked at once. */
extern const uint8_t codepage_rows[256];
extern const uint8_t codepage_bytes[CODEPAGE_ROWS][256][CODEPAGE_COUNT];

/*
 * The same of the bytes from 0x80 on, 0 for all others. C1 controls without a byte stand for the bytes that many decoders keep as
 * such, and characters that a page has twice, 0x80 apart, for the upper one.
 */
extern const uint8_t codepage_upper[CODEPAGE_ROWS][256][CODEPAGE_COUNT];

/*
 * For text in UTF-8 that was read as a page: the pages up to CODEPAGE_CP850, as bits, in which such a byte is CODEPAGE_LEAD or above,
 * which begin a sequence; and the bytes that go on with one, but of which nothing may be left, as a string, for they are no character, a
 * no-break space, or nothing that is seen. CODEPAGE_OTHER_ARABIC is a bit of its own: the byte in cp1252 is another character in cp1256.
 */
enum { CODEPAGE_OTHER_ARABIC = CODEPAGE_ISO_8859_6 /* whose bit is free: no text is misread as that */ };
struct codepage_misread {
	uint8_t upper[CODEPAGE_CP850 + 1]; /* the bytes in these pages, as in codepage_upper */
	uint16_t arabic; /* with the bit CODEPAGE_OTHER_ARABIC: that other character; else 0 */
	uint8_t leads;   /* the pages */
	uint8_t trails;  /* those in which it may go on with one: 80 to BF, with the bit CODEPAGE_OTHER_ARABIC, too; a space in all, for A0 may become one */
};
extern const struct codepage_misread codepage_misread[CODEPAGE_ROWS][256];
extern const uint8_t codepage_lost[CODEPAGE_COUNT][CODEPAGE_LOST_MAX];

static inline unsigned codepage_row(uint32_t cp)
{
	return cp > 0xFFFF ? 0 : codepage_rows[cp >> 8];
}

/* The bytes of a character by page, 0 where there is none. */
static inline const uint8_t *codepage_bytes_of(uint32_t cp)
{
	return codepage_bytes[codepage_row(cp)][cp & 0xFF];
}

/* The byte of a character, the first if there are several; -1 where there is none. */
static inline int codepage_byte(enum codepage page, uint32_t cp)
{
	uint8_t byte = codepage_bytes_of(cp)[page];
	return byte || cp == 0 ? byte : -1;
}

/* The name by which IANA registers it, or by which it is known. */
const char *codepage_name(enum codepage page);

#endif
