/* SPDX-License-Identifier: MIT */
/*
 * Mojibake: text that was read in an encoding that is not its own. Each way in which that happens is a misreading. What
 * every one of them asks is what a stretch of characters was before, and how much more that looks like news than what is
 * there: see evidence.h.
 */
#ifndef REPAIR_MOJIBAKE_H
#define REPAIR_MOJIBAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "repair/codepage.h"
#include "repair/evidence.h"
#include "text/item.h"

enum {
	MOJIBAKE_PAGES = CODEPAGE_CP850 + 1, /* those in which text is misread are among the first */
	MOJIBAKE_BEFORE = 1,                 /* spaces in front of a text … */
	MOJIBAKE_BEHIND = 3,                 /* … and behind it */
};

/* A character, with the answers to what all misreadings ask about it. */
struct mojibake_cell {
	uint8_t bytes[MOJIBAKE_PAGES]; /* in each page if that is not ASCII, else 0: see codepage_upper */
	uint32_t cp;                   /* a byte that is no character is U+FFFD here */
	uint16_t arabic;               /* the character of cp1256 that was read as `cp` of cp1252; 0 where both are the same */
	uint8_t class;                 /* see evidence.h */
	bool outside;                  /* it is one of those round a text */
};

/*
 * A stretch of a paragraph. In front of it and behind it are spaces, MOJIBAKE_BEFORE and MOJIBAKE_BEHIND cells, which are a byte
 * in no page.
 */
struct mojibake_text {
	const struct mojibake_cell *at;
	size_t len;
};

static inline struct mojibake_cell mojibake_cell(uint32_t cp)
{
	const uint8_t *bytes = codepage_upper[codepage_row(cp)][cp & 0xFF];
	uint16_t arabic = bytes[CODEPAGE_CP1252] ? codepage_characters[CODEPAGE_CP1256][bytes[CODEPAGE_CP1252]] : 0;
	struct mojibake_cell cell = {{0}, cp, arabic == cp ? 0 : arabic, (uint8_t)evidence_class(cp), false};
	memcpy(cell.bytes, bytes, sizeof cell.bytes);
	return cell;
}

/* Put the spaces round the `len` cells that `cells` has room for behind MOJIBAKE_BEFORE, and lend them. */
struct mojibake_text mojibake_fence(struct mojibake_cell *cells, size_t len);
/* Fill them with items first. */
struct mojibake_text mojibake_fill(struct mojibake_cell *cells, const struct text_item *items, size_t len);

/* One character as it was before `length` characters were made of it. */
struct mojibake_match {
	uint32_t cp;
	size_t length;
	bool whole; /* nothing of it is lost */
};

/* Characters [start, end) that may all be misread. */
struct mojibake_run {
	size_t start, end;
	long gain; /* the evidence for what they were, less that for what they are: see EVIDENCE_BIT */
};

/* The byte of a character if it is not ASCII, else 0: see codepage_upper. */
static inline int mojibake_byte(enum codepage page, uint32_t cp)
{
	return codepage_upper[codepage_row(cp)][cp & 0xFF][page];
}

/* The first byte of UTF-8 that more belong to. */
enum { MOJIBAKE_LEAD = 0xC2 };

/*
 * What the character at `at`, and those that belong to it, was in UTF-8 before it was read as `page`; false where it was
 * nothing else. `before` is what stood in front of that.
 */
bool mojibake_utf8_match(enum codepage page, const struct mojibake_cell *at, uint32_t before, struct mojibake_match *ret);

bool mojibake_utf8_goes_on(enum codepage page, int lead, const struct mojibake_cell *right);

/* Whether two neighbours can begin what mojibake_utf8_match() finds and a text may well have: a quick look. */
static inline bool mojibake_utf8_begins(enum codepage page, const struct mojibake_cell *at)
{
	int lead = at->bytes[page];
	return lead >= MOJIBAKE_LEAD && mojibake_utf8_goes_on(page, lead, at + 1);
}

/* The next run of them from character `from` on, false where there is no more. */
bool mojibake_utf8_run(enum codepage page, const struct mojibake_text *text, size_t from, struct mojibake_run *ret);
/* Whether it holds what only that misreading makes, not merely what it leaves over. */
bool mojibake_utf8_proves(enum codepage page, const struct mojibake_text *text, const struct mojibake_run *run);

/* The same of Arabic in cp1256 that was read as cp1252: words, with what stands between the words. */
static inline bool mojibake_arabic_begins(const struct mojibake_cell *at)
{
	return at[0].arabic && at[1].arabic;
}
bool mojibake_arabic_run(const struct mojibake_text *text, size_t from, struct mojibake_run *ret);
bool mojibake_arabic_proves(const struct mojibake_text *text, const struct mojibake_run *run);

#endif
