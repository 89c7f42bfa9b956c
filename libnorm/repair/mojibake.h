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

#include "repair/codepage.h"
#include "repair/evidence.h"
#include "text/item.h"

/* A stretch of a paragraph. What is in front of it and behind it is taken for a space. */
struct mojibake_text {
	const struct text_item *at;
	size_t len;
};

/* A byte that is no character is U+FFFD here. */
static inline uint32_t mojibake_character(const struct mojibake_text *text, size_t i)
{
	if (i >= text->len)
		return ' ';
	return item_is_byte(text->at[i].cp) ? 0xFFFD : text->at[i].cp;
}

static inline uint32_t mojibake_before(const struct mojibake_text *text, size_t i)
{
	return i > 0 ? mojibake_character(text, i - 1) : ' ';
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
	long gain;   /* the evidence for what they were, less that for what they are: see EVIDENCE_BIT */
	bool proves; /* holds what only that misreading makes, not merely what it leaves over */
};

/*
 * What character `i`, and those that belong to it, was in UTF-8 before it was read as `page`; false where it was nothing
 * else. `before` is what stood in front of that.
 */
bool mojibake_utf8_match(enum codepage page, const struct mojibake_text *text, size_t i, uint32_t before,
			 struct mojibake_match *ret);

/*
 * What the Arabic character [start, end) was, of which the last byte is lost, where `guess` may be mistaken for another one that loses
 * it as well; `before` is what stood in front of that.
 */
uint32_t mojibake_lost_arabic(enum codepage page, const struct mojibake_text *text, size_t start, size_t end, uint32_t before,
			      uint32_t guess);

/* The byte of a character if it is not ASCII, else 0: see codepage_upper. */
static inline int mojibake_byte(enum codepage page, uint32_t cp)
{
	return codepage_upper[codepage_row(cp)][cp & 0xFF][page];
}

/* The first byte of UTF-8 that more belong to. */
enum { MOJIBAKE_LEAD = 0xC2 };

bool mojibake_utf8_goes_on(enum codepage page, int lead, uint32_t right);

/* Whether two neighbours can begin what mojibake_utf8_match() finds and a text may well have: a quick look. */
static inline bool mojibake_utf8_begins(enum codepage page, uint32_t left, uint32_t right)
{
	int lead = mojibake_byte(page, left);
	return lead >= MOJIBAKE_LEAD && mojibake_utf8_goes_on(page, lead, right);
}

/* The next run of them from character `from` on, false where there is no more. */
bool mojibake_utf8_run(enum codepage page, const struct mojibake_text *text, size_t from, struct mojibake_run *ret);

/* The Arabic character of cp1256 that was read as `cp` of cp1252; `cp` itself where both have the same, or it has none. */
static inline uint32_t mojibake_arabic_character(uint32_t cp)
{
	int byte = mojibake_byte(CODEPAGE_CP1252, cp);
	return byte ? codepage_characters[CODEPAGE_CP1256][byte] : cp;
}

/* Whether two neighbours were both another character of Arabic. */
static inline bool mojibake_arabic_pair(uint32_t left, uint32_t right)
{
	return mojibake_arabic_character(left) != left && mojibake_arabic_character(right) != right;
}

/* The next run of words of them, with what stands between the words. */
bool mojibake_arabic_run(const struct mojibake_text *text, size_t from, struct mojibake_run *ret);

#endif
