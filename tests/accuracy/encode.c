/* SPDX-License-Identifier: MIT */
#include "accuracy/encode.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

static void put_unit(struct buffer *bytes, bool big_endian, uint32_t unit)
{
	uint8_t high = (uint8_t)(unit >> 8), low = (uint8_t)unit;
	buffer_append(bytes, big_endian ? (uint8_t[]){high, low} : (uint8_t[]){low, high}, 2);
}

static void put_utf16(struct buffer *bytes, bool big_endian, uint32_t cp)
{
	if (cp < 0x10000) {
		put_unit(bytes, big_endian, cp);
		return;
	}
	put_unit(bytes, big_endian, 0xD7C0 + (cp >> 10));
	put_unit(bytes, big_endian, 0xDC00 + (cp & 0x3FF));
}

/* What an old system has instead of a mark; 0 if nothing. */
static uint32_t in_ascii(uint32_t cp)
{
	static const uint32_t pairs[][2] = {
	    {0xA0, ' '},    {0xAB, '"'},    {0xBB, '"'},    {0x2009, ' '},  {0x202F, ' '},  {0x2010, '-'}, {0x2011, '-'},
	    {0x2013, '-'},  {0x2014, '-'},  {0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'}, {0x2026, '.'},
	    {0x0660, '0'},  {0x0661, '1'},  {0x0662, '2'},  {0x0663, '3'},  {0x0664, '4'},  {0x0665, '5'}, {0x0666, '6'},
	    {0x0667, '7'},  {0x0668, '8'},  {0x0669, '9'},  {0x066A, '%'},  {0x060C, ','},  {0x061B, ';'}, {0x061F, '?'},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if (pairs[i][0] == cp)
			return pairs[i][1];
	return 0;
}

static bool is_arabic(uint32_t cp)
{
	return cp >= 0x0600 && cp <= 0x06FF;
}

static void put_byte(struct buffer *bytes, enum codepage page, int byte, bool right_to_left)
{
	uint8_t second = (uint8_t)(byte | 0x80);
	bool has_second = codepage_characters[page][second] == codepage_characters[page][byte];
	buffer_append(bytes, &(uint8_t){right_to_left && has_second ? second : (uint8_t)byte}, 1);
}

static void encode_page(struct characters *text, enum codepage page, bool right_to_left, struct buffer *bytes)
{
	size_t len = 0;
	bool arabic = false;
	for (size_t i = 0; i < text->len; i++) {
		uint32_t cp = text->at[i];
		int byte = codepage_byte(page, cp);
		if (byte < 0)
			byte = codepage_byte(page, cp = in_ascii(cp));
		if (byte <= 0)
			continue;
		bool letter = cp >= 0x80 || (cp | 0x20) - 'a' < 26;
		arabic = letter ? is_arabic(cp) : arabic && cp != '\n';
		put_byte(bytes, page, byte, right_to_left && arabic);
		text->at[len++] = cp;
	}
	text->len = len;
}

/* ---- cp864 has presentation forms ---- */

enum { ISOLATED, FINAL, INITIAL, MEDIAL, FORMS };

/* The forms of a letter in that order; returns how many it has: 1, 2 or 4, and 0 for what is no Arabic letter. */
static size_t forms_of(uint32_t letter, uint32_t forms[FORMS])
{
	size_t count = 0;
	for (uint32_t cp = 0xFE80; cp <= 0xFEF4 && count < FORMS; cp++) {
		const uint32_t *letters;
		if (cpmap_get(&arabic_forms, cp, &letters) == 1 && letters[0] == letter)
			forms[count++] = cp;
	}
	return count;
}

/* The form of `letter`, or what cp864 has instead of it: fewer final and medial forms. */
static uint32_t shape(uint32_t letter, bool joins_before, bool joins_behind)
{
	uint32_t forms[FORMS];
	size_t count = forms_of(letter, forms);
	size_t form = (joins_before ? FINAL : ISOLATED) + (joins_behind && count == FORMS ? INITIAL : 0);
	if (count == 0)
		return letter;
	if (form >= count || codepage_byte(CODEPAGE_CP864, forms[form]) < 0)
		form &= ~(size_t)FINAL;
	if (codepage_byte(CODEPAGE_CP864, forms[form]) < 0)
		form ^= FINAL;
	return forms[form];
}

/* The ligature of lam and this letter, 0 if there is none in cp864. */
static uint32_t lam_alef(uint32_t next, bool joins_before)
{
	uint32_t ligature = next == 0x0627 ? 0xFEFB : next == 0x0623 ? 0xFEF7 : next == 0x0622 ? 0xFEF5 : 0;
	return ligature ? ligature + joins_before : 0;
}

static void shape_text(struct characters *text)
{
	uint32_t forms[FORMS];
	size_t len = 0;
	bool joins_before = false;
	for (size_t i = 0; i < text->len; i++) {
		uint32_t cp = text->at[i], next = i + 1 < text->len ? text->at[i + 1] : 0;
		uint32_t ligature = cp == 0x0644 ? lam_alef(next, joins_before) : 0;
		bool joins_behind = !ligature && forms_of(cp, forms) == FORMS && forms_of(next, forms) > 1;
		text->at[len++] = ligature ? ligature : shape(cp, joins_before, joins_behind);
		joins_before = joins_behind;
		i += ligature != 0;
	}
	text->len = len;
}

void encode(struct characters *text, enum encoding encoding, bool right_to_left, struct buffer *bytes)
{
	if (encoding == ENCODING_CODEPAGE + CODEPAGE_CP864)
		shape_text(text);
	if (encoding >= ENCODING_CODEPAGE) {
		encode_page(text, (enum codepage)(encoding - ENCODING_CODEPAGE), right_to_left, bytes);
		return;
	}
	for (size_t i = 0; i < text->len; i++) {
		uint8_t utf8[4];
		if (encoding == ENCODING_UTF8)
			buffer_append(bytes, utf8, utf8_encode(text->at[i], utf8));
		else
			put_utf16(bytes, encoding == ENCODING_UTF16BE, text->at[i]);
	}
}
