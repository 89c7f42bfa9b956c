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
	MOJIBAKE_BEFORE = 1, /* spaces in front of a text … */
	MOJIBAKE_BEHIND = 3, /* … and behind it */
	MOJIBAKE_STOP = 8,   /* bytes behind the leads, which are read at once */
};

/* A character, with the answers to what all misreadings ask about it. */
struct mojibake_cell {
	uint8_t bytes[CODEPAGE_CP850 + 1]; /* in each page if that is not ASCII, else 0: see codepage_upper */
	uint32_t cp;                       /* a byte that is no character is U+FFFD here */
	uint16_t arabic;                   /* see codepage_misread */
	uint8_t class;                     /* see evidence.h */
	bool outside;                      /* it is one of those round a text */
};

/*
 * A stretch of a paragraph. In front of it and behind it are spaces, MOJIBAKE_BEFORE and MOJIBAKE_BEHIND cells, which are a byte
 * in no page.
 */
struct mojibake_text {
	const struct mojibake_cell *at;
	const uint8_t *leads; /* of each character: see codepage_misread; behind them all bits of MOJIBAKE_STOP bytes */
	size_t len;
};

/* Where a text of `len` characters is put. */
struct mojibake_room {
	struct mojibake_cell *cells; /* MOJIBAKE_BEFORE + len + MOJIBAKE_BEHIND */
	uint8_t *leads;              /* len + MOJIBAKE_STOP */
};

static inline const struct codepage_misread *mojibake_misread(uint32_t cp)
{
	return &codepage_misread[codepage_row(cp)][cp & 0xFF];
}

/* Make `cp` the character of a cell: what the tables say of it is known. */
static inline void mojibake_cell_of(uint32_t cp, const struct codepage_misread *misread, unsigned class, struct mojibake_cell *ret)
{
	memcpy(ret->bytes, misread->upper, sizeof ret->bytes);
	ret->cp = cp;
	ret->arabic = misread->arabic;
	ret->class = (uint8_t)class;
	ret->outside = false;
}

static inline void mojibake_cell(uint32_t cp, struct mojibake_cell *ret)
{
	mojibake_cell_of(cp, mojibake_misread(cp), evidence_class(cp), ret);
}

/* Make `cp` the character at `i`. */
static inline void mojibake_put(const struct mojibake_room *room, size_t i, uint32_t cp)
{
	mojibake_cell(cp, &room->cells[MOJIBAKE_BEFORE + i]);
	room->leads[i] = mojibake_misread(cp)->leads;
}

/* Put what belongs round `len` characters that are there, and lend them. */
struct mojibake_text mojibake_fence(const struct mojibake_room *room, size_t len);
/* Put items there first. */
struct mojibake_text mojibake_fill(const struct mojibake_room *room, const struct text_item *items, size_t len);

/* The next character from `i` on, which may be the end, with the bit of a page; text->len if there is none. */
static inline size_t mojibake_next_lead(unsigned page, const struct mojibake_text *text, size_t i)
{
	const uint64_t bit = 0x0101010101010101u << page;
	uint64_t leads;
	while (memcpy(&leads, text->leads + i, sizeof leads), !(leads & bit))
		i += sizeof leads;
	while (!(text->leads[i] >> page & 1))
		i++;
	return i;
}

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

/*
 * What the character at `at`, and those that belong to it, was in UTF-8 before it was read as `page`; false where it was
 * nothing else. `before` is what stood in front of that.
 */
bool mojibake_utf8_match(enum codepage page, const struct mojibake_cell *at, uint32_t before, struct mojibake_match *ret);

/* Whether two bytes can begin what a text may well have. */
bool mojibake_utf8_goes_on(enum codepage page, int lead, int trail);

/*
 * What the Arabic character [at, end) was, of which the last byte is lost, where `guess` may be mistaken for another one that loses
 * it as well; `before` is what stood in front of that.
 */
uint32_t mojibake_lost_arabic(enum codepage page, const struct mojibake_cell *at, const struct mojibake_cell *end, uint32_t before,
			      uint32_t guess);

/*
 * Whether two neighbours can begin what mojibake_utf8_match() finds and a text may well have: a quick look. Their bytes in the page, 0
 * for none, and the second one.
 */
static inline bool mojibake_utf8_begins(enum codepage page, int lead, int trail, uint32_t next)
{
	if (lead < CODEPAGE_LEAD)
		return false;
	if (next == ' ')
		return lead == 0xC2 || lead == 0xC3;
	return trail >= 0x80 && trail < 0xC0 && mojibake_utf8_goes_on(page, lead, trail);
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
