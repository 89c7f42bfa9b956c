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

/* Whether two neighbours can begin what mojibake_utf8_match() finds: a quick look. */
bool mojibake_utf8_begins(enum codepage page, uint32_t left, uint32_t right);

/* The pages, as bits, in which some neighbours can begin one of them of which nothing is lost. */
unsigned mojibake_utf8_pages(const struct mojibake_text *text);

/* Whether a run of them may prove the misreading: a quick look, as true text holds many that cannot. */
bool mojibake_utf8_may_prove(enum codepage page, const struct mojibake_text *text);

/* The next run of them from character `from` on, false where there is no more. */
bool mojibake_utf8_run(enum codepage page, const struct mojibake_text *text, size_t from, struct mojibake_run *ret);

/* The Arabic character of cp1256 that was read as `cp` of cp1252; `cp` itself where both have the same, or it has none. */
uint32_t mojibake_arabic_character(uint32_t cp);

/* The next run of words of them, with what stands between the words. */
bool mojibake_arabic_run(const struct mojibake_text *text, size_t from, struct mojibake_run *ret);

#endif
