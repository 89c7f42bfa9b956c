/* SPDX-License-Identifier: MIT */
/* What a character is to a report, from tables made at build time of ICU's data (gen_characters.c). */
#ifndef REPORT_CHARACTERS_H
#define REPORT_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/utf8.h"

enum {
	CHARACTER_LETTER = 1,    /* General_Category L, of some script; tatweel is none */
	CHARACTER_INVISIBLE = 2, /* shows nothing, or not itself: spaces but U+0020, format and control characters, ignorables */
	CHARACTER_STYLE = 4,     /* a quotation mark, apostrophe, digit or mark whose style is looked at: see styles.h */
	CHARACTER_FORM_A = 8,    /* Arabic Presentation Forms-A and -B */
	CHARACTER_FORM_B = 16,
};

/* Characters up to here have a table of their own; those behind are in rows. */
#define CHARACTERS_LOW 0x700u

struct character {
	uint8_t script; /* its number in character_scripts, 0 for what is no letter */
	uint8_t kind;   /* CHARACTER_… */
};

/* Characters from `first` to the next row. */
struct character_row {
	uint32_t first;
	struct character character;
};

struct character_name {
	uint32_t cp;
	const char *name;
};

/* Written by gen_characters.c. */
extern const struct character character_low[CHARACTERS_LOW];
extern const uint16_t character_low_invisible[]; /* those of them that are, in their order */
extern const size_t character_low_invisible_count;
extern const struct character_row character_rows[];
extern const size_t character_row_count;
extern const char *const character_scripts[]; /* the names of Unicode: "Latin" */
extern const size_t character_script_count;
extern const struct character_name character_names[]; /* of all invisible characters, in the order of their code points */
extern const size_t character_name_count;

/* The row of a character from CHARACTERS_LOW on. */
struct character character_find(uint32_t cp);
/* Any character that utf8_decode() gives: bytes that are none are nothing in particular. */
static inline struct character character_get(uint32_t cp)
{
	if (cp < CHARACTERS_LOW)
		return character_low[cp];
	return cp < UTF8_BYTE ? character_find(cp) : (struct character){0};
}
/* The character at `at`, before `end`, and the bytes it takes. */
static inline struct character character_read(const char *at, const char *end, size_t *ret_len)
{
	unsigned lead = (unsigned char)*at;
	uint32_t cp = lead;
	*ret_len = 1;
	if (lead >= 0x80 && lead - 0xC0 < CHARACTERS_LOW >> 6 && end - at > 1) {
		/* nearly all that is not ASCII: two bytes, of valid UTF-8 */
		cp = (lead - 0xC0) << 6 | ((unsigned char)at[1] & 0x3Fu);
		*ret_len = 2;
	} else if (lead >= 0x80) {
		*ret_len = utf8_decode_long(at, end, &cp);
	}
	return character_get(cp);
}
/* The name in Unicode of an invisible character; "" for others. */
const char *character_name(uint32_t cp);

#endif
