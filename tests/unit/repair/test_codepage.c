/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include <iconv.h>
#include <string.h>

#include "repair/codepage.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* What another library says of a byte: the converter of the system. */
static uint32_t iconv_character(iconv_t converter, unsigned byte)
{
	char source = (char)byte, text[8] = {0}, *in = &source, *out = text;
	size_t in_left = 1, out_left = sizeof text;
	uint32_t cp;
	if (iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1)
		return CODEPAGE_NONE;
	utf8_decode((uint8_t *)text, (uint8_t *)out, &cp);
	return cp;
}

/* Two forms of a letter, or a byte that one of the libraries leaves out. */
static bool may_differ(enum codepage page, unsigned byte)
{
	static const uint8_t known[] = {0x25, 0x9F, 0xA7, 0xD7, 0xD8, 0xF1};
	/* To Apple, C6 is U+2206 INCREMENT and F0 its logo, on a private code point. */
	if (page == CODEPAGE_MAC_ROMAN)
		return byte == 0xC6 || byte == 0xF0;
	if (page == CODEPAGE_CP437) /* the Greek letter, or the sign */
		return byte == 0xE6;
	return page == CODEPAGE_CP864 && memchr(known, (int)byte, sizeof known);
}

Test(codepage, tables_are_those_of_another_library)
{
	static const char *const names[CODEPAGE_COUNT] = {
	    [CODEPAGE_CP1252] = "CP1252",           [CODEPAGE_ISO_8859_1] = "ISO-8859-1",
	    [CODEPAGE_ISO_8859_15] = "ISO-8859-15", [CODEPAGE_CP1256] = "CP1256",
	    [CODEPAGE_ISO_8859_6] = "ISO-8859-6",   [CODEPAGE_MAC_ROMAN] = "MACINTOSH",
	    [CODEPAGE_CP437] = "CP437",             [CODEPAGE_CP850] = "CP850",
	    [CODEPAGE_CP864] = "CP864",
	};
	for (enum codepage page = 0; page < CODEPAGE_COUNT; page++) {
		iconv_t converter = names[page] ? iconv_open("UTF-8", names[page]) : (iconv_t)-1;
		if (converter == (iconv_t)-1)
			continue;
		for (unsigned byte = 0; byte < 256; byte++)
			if (!may_differ(page, byte))
				cr_assert_eq(codepage_characters[page][byte], iconv_character(converter, byte), "%s %02X",
					     names[page], byte);
		iconv_close(converter);
	}
}

/* The system has none of these: letters by their names. */
Test(codepage, tables_that_nobody_else_has)
{
	static const struct {
		enum codepage page;
		uint8_t byte;
		uint16_t cp;
	} rows[] = {
	    {CODEPAGE_MAC_ARABIC, 0x8E, 0x00E9}, {CODEPAGE_MAC_ARABIC, 0xC7, 0x0627}, {CODEPAGE_MAC_ARABIC, 0xA0, ' '},
	    {CODEPAGE_MAC_ARABIC, 0xEA, 0x064A}, {CODEPAGE_MAC_ARABIC, 0xB7, 0x0667}, {CODEPAGE_MAC_ARABIC, 'a', 'a'},
	    {CODEPAGE_CP720, 0x82, 0x00E9},      {CODEPAGE_CP720, 0x9F, 0x0627},      {CODEPAGE_CP720, 0xFD, 0x00B2},
	    {CODEPAGE_CP720, 0x80, CODEPAGE_NONE}, {CODEPAGE_CP864, 0xC7, 0xFE8D},    {CODEPAGE_CP864, 0x1A, 0x1A},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		cr_assert_eq(codepage_characters[rows[i].page][rows[i].byte], rows[i].cp, "row %zu", i);
}

Test(codepage, bytes_are_found_again)
{
	for (enum codepage page = 0; page < CODEPAGE_COUNT; page++) {
		for (unsigned byte = 0; byte < 256; byte++) {
			uint16_t cp = codepage_characters[page][byte];
			int found = codepage_byte(page, cp);
			if (cp == CODEPAGE_NONE)
				continue;
			cr_assert(found >= 0 && found <= (int)byte, "%s %02X", codepage_name(page), byte);
			cr_assert_eq(codepage_characters[page][found], cp, "%s %02X", codepage_name(page), byte);
		}
		cr_assert_eq(codepage_byte(page, 0), 0);
		cr_assert_eq(codepage_byte(page, CODEPAGE_NONE), -1);
		cr_assert_eq(codepage_byte(page, 0x4E00), -1);
		cr_assert_eq(codepage_byte(page, 0x100E9), -1);
		cr_assert_eq(codepage_byte(page, UTF8_INVALID), -1);
	}
	cr_assert_eq(codepage_byte(CODEPAGE_CP1256, 0x0629), 0xC9);
	cr_assert_eq(codepage_byte(CODEPAGE_CP1252, 0x0629), -1);
}

/* The byte from 0x80 on that text in a page has for a character, as the tables of the pages say. */
static unsigned expected_upper(enum codepage page, uint32_t cp)
{
	int byte = codepage_byte(page, cp);
	if (byte < 0)
		return cp >= 0x80 && cp < 0xA0 ? cp : 0;
	if (byte >= 0x80)
		return (unsigned)byte;
	return codepage_characters[page][byte | 0x80] == cp ? (unsigned)byte | 0x80 : 0;
}

Test(codepage, upper_bytes)
{
	for (enum codepage page = 0; page < CODEPAGE_COUNT; page++)
		for (uint32_t cp = 0; cp < 0x10100; cp++)
			cr_assert_eq(codepage_upper[codepage_row(cp)][cp & 0xFF][page], expected_upper(page, cp), "%s %04X",
				     codepage_name(page), cp);
	cr_assert_eq(codepage_upper[codepage_row(' ')][' '][CODEPAGE_MAC_ARABIC], 0xA0);
	cr_assert_eq(codepage_upper[codepage_row(0x85)][0x85][CODEPAGE_CP1252], 0x85);
}

Test(codepage, misread_characters_have_their_bytes_and_leads)
{
	for (uint32_t cp = 0; cp < 0x10100; cp++) {
		const struct codepage_misread *misread = &codepage_misread[codepage_row(cp)][cp & 0xFF];
		unsigned byte = expected_upper(CODEPAGE_CP1252, cp), other = codepage_characters[CODEPAGE_CP1256][byte];
		unsigned arabic = byte && other != cp ? other : 0;
		cr_assert_eq(misread->arabic, arabic, "%04X", cp);
		cr_assert_eq(misread->leads >> CODEPAGE_OTHER_ARABIC & 1, arabic != 0, "%04X", cp);
		for (enum codepage page = 0; page <= CODEPAGE_CP850; page++) {
			byte = expected_upper(page, cp);
			cr_assert_eq(misread->upper[page], byte, "%s %04X", codepage_name(page), cp);
			if ((unsigned)page != CODEPAGE_OTHER_ARABIC)
				cr_assert_eq(misread->leads >> page & 1, byte >= 0xC2, "%s %04X", codepage_name(page), cp);
		}
	}
}

/* What is left of a byte when the characters are gone that nobody sees, or takes for a space. */
static bool may_be_lost(uint32_t cp)
{
	return cp == CODEPAGE_NONE || cp == 0xA0 || unicode_is_ignorable(cp);
}

Test(codepage, bytes_that_may_be_lost)
{
	for (enum codepage page = 0; page <= CODEPAGE_CP850; page++) {
		size_t count = 0;
		for (unsigned byte = 0x80; byte < 0xC0; byte++)
			if (may_be_lost(codepage_characters[page][byte]))
				cr_assert_eq(codepage_lost[page][count++], byte, "%s %02X", codepage_name(page), byte);
		cr_assert_eq(codepage_lost[page][count], 0, "%s", codepage_name(page));
	}
}
