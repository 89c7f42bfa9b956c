/* SPDX-License-Identifier: MIT */
/*
 * The encoding of text that is not valid UTF-8, one paragraph at a time: files are put together from others, and each
 * part keeps the encoding it had.
 *
 * Each candidate reads the paragraph, and the one whose characters stand side by side as they do in French and Arabic news
 * (evidence.h) is believed, if no other that reads something else comes near. Votes besides: bytes without a character, how
 * frequent an encoding is, and the encodings of earlier paragraphs. Characters in UTF-8 are recognised in any
 * encoding, so a paragraph may mix UTF-8 and one other. When in doubt it stays as it is.
 *
 * UTF-8 itself is a candidate: a text of which a character was cut is damaged, and in no other encoding. CESU-8, where a
 * character above U+FFFF is a pair of surrogates, is read; overlong forms (C0 80) are errors.
 */
#ifndef REPAIR_ENCODING_H
#define REPAIR_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "repair/codepage.h"
#include "libnorm/edits.h"
#include "text/item.h"

enum encoding {
	ENCODING_UTF8,   /* with bytes that are an error, or CESU-8 */
	ENCODING_UNSURE, /* keep the bytes */
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
	ENCODING_CODEPAGE, /* + enum codepage */
	ENCODING_COUNT = ENCODING_CODEPAGE + CODEPAGE_COUNT
};

/* What is known from earlier paragraphs of the same text. Zero-initialise at its start. */
struct encoding_state {
	uint32_t seen; /* bits of enum encoding */
	uint8_t last;  /* enum encoding */
	uint8_t best;  /* of the last paragraph, be it sure or not; UTF-8 where no page makes text of its bytes */
};

/*
 * The encoding of a paragraph that is not valid UTF-8, or holds a NUL; its line end is part of it. Updates the state.
 * `*ret_confidence` is 0 to 100; below ENCODING_CONFIDENT the encoding is ENCODING_UNSURE.
 */
enum encoding encoding_of_paragraph(struct encoding_state *state, const uint8_t *text, size_t len,
				    unsigned *ret_confidence);

enum { ENCODING_CONFIDENT = 50 };

/*
 * Append the characters of a paragraph in that encoding to `items`. Their spans count from `base`. `rule` is noted for each
 * that is not the one that its bytes are in valid UTF-8. For bytes without a character there is one byte that is none in UTF-8
 * either, see item_byte(); for UTF-8 and ENCODING_UNSURE one for each maximal subpart (see unicode/utf8.h). A single NUL in
 * front of the paragraph goes: it is the second half of a line feed in UTF-16.
 */
void encoding_read(struct items *items, enum encoding encoding, const uint8_t *text, size_t len, uint32_t base,
		   unsigned rule);

/*
 * Append the characters of a paragraph that is valid UTF-8 and has none of the NULs of UTF-16. False where it is not: then some of
 * them have been appended.
 */
bool encoding_read_valid(struct items *items, const uint8_t *text, size_t len, uint32_t base);

/* Append the characters of UTF-8; bytes that are no character stay as they are: see item_byte(). */
void encoding_read_plain(struct items *items, const uint8_t *text, size_t len, uint32_t base);

/* The same, but that CESU-8 is read, and `rule` noted for it. */
void encoding_read_utf8(struct items *items, const uint8_t *text, size_t len, uint32_t base, unsigned rule);

/* The detail of a finding, and what it says in words: see items_tell(). */
unsigned encoding_detail(enum encoding encoding, unsigned confidence);
void encoding_tell(unsigned detail, norm_finding *ret);

/* The name by which IANA registers it; NULL for ENCODING_UNSURE. */
const char *encoding_name(enum encoding encoding);

/* What the bytes of a whole text are made of. */
enum encoding_family {
	FAMILY_BYTES, /* UTF-8 or a code page, perhaps with paragraphs in UTF-16 */
	FAMILY_UTF16LE,
	FAMILY_UTF16BE,
	FAMILY_UTF32LE,
	FAMILY_UTF32BE,
	FAMILY_BINARY
};

/* How much of a text encoding_family_of() looks at. */
enum { ENCODING_HEAD = 4096 };

/*
 * The family of a text by its first `len` bytes, which are ENCODING_HEAD or all there are: by a byte order mark, or by
 * where the bytes are that text in other families does not have.
 */
enum encoding_family encoding_family_of(const uint8_t *head, size_t len);

/* Whether the first line is there and has nothing of UTF-16 or UTF-32: then nobody has to wait for more. */
bool encoding_is_of_bytes(const uint8_t *head, size_t len);
/* The name of the family, as ICU knows it, if that is UTF-16 or UTF-32; else NULL. */
const char *encoding_wide_name(const uint8_t *head, size_t len);

#endif
