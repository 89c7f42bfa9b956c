/* SPDX-License-Identifier: MIT */
/* One character after the other of a paragraph in some encoding. For the files of encoding.h only. */
#ifndef REPAIR_ENCODING_NEXT_H
#define REPAIR_ENCODING_NEXT_H

#include <stdbool.h>

#include "repair/codepage.h"
#include "unicode/utf8.h"

struct encoding_character {
	uint32_t cp; /* UTF8_INVALID for bytes without a character */
	unsigned length;
};

/* UTF-8, and pairs of surrogates in CESU-8, which have so many bytes. */
enum { ENCODING_SURROGATES = 6 };
struct encoding_character encoding_next_utf8(const uint8_t *at, const uint8_t *end);

/* How a paragraph is read in a code page. */
struct encoding_page {
	enum codepage page;
	int utf8_lead; /* by so many bits a character in UTF-8 has to be more natural than what its bytes are in the page */
	bool mostly_utf8; /* nearly all is UTF-8, which is no chance */
};

/*
 * In Arabic code pages a comma or a quote behind some letters is a character in UTF-8 by chance. So these need a lead,
 * unless the paragraph has so many that UTF-8 must be part of it.
 */
struct encoding_page encoding_page_for(enum codepage page, const uint8_t *text, const uint8_t *end);

/*
 * A code page. Where bytes are a character in UTF-8 as well, evidence decides, given the character in front and what
 * follows.
 */
struct encoding_character encoding_next_byte(struct encoding_page page, uint32_t before, const uint8_t *at,
					     const uint8_t *end);

/* The same of a byte that is no character in UTF-8: utf8_is_broken(). */
static inline struct encoding_character encoding_next_broken(struct encoding_page page, uint8_t byte)
{
	uint16_t cp = codepage_characters[page.page][byte];
	return (struct encoding_character){cp == CODEPAGE_NONE ? UTF8_INVALID : cp, 1};
}

/* UTF-16 of either byte order; what is half of a character is an error. A single byte at the end is an error, or LF. */
struct encoding_character encoding_next_utf16(bool big_endian, const uint8_t *at, const uint8_t *end);

#endif
