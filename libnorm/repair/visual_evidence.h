/* SPDX-License-Identifier: MIT */
/*
 * Whether a line of Arabic stands there from left to right, as it is displayed (text out of PDF files), or as it is read. Two
 * things tell: which letters stand side by side and at the ends of words (letter_order.h), and, where there are presentation
 * forms, whether the letters join: an initial form has to be followed by one that joins backwards.
 */
#ifndef REPAIR_VISUAL_EVIDENCE_H
#define REPAIR_VISUAL_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "repair/letter_order.h"

/* Evidence is in eighths of a bit, for the order of display. */
enum {
	VISUAL_BIT = 8,
	VISUAL_UNKNOWN = 1 << 24,
	VISUAL_SETTLED = 10 * VISUAL_BIT, /* as good as never so in lines in the order of display: they end far above 0 */
};

/* A letter as it joins: presentation forms say it, letters do not. The edge of a word joins nothing. */
enum visual_joins { VISUAL_JOINS_UNKNOWN = 0, VISUAL_JOINS_KNOWN = 1, VISUAL_JOINS_BACK = 2, VISUAL_JOINS_ON = 4 };

struct visual_letter {
	uint8_t class; /* see letter_order.h */
	uint8_t joins;
};

/* What has been seen of a line, from its end towards its start. */
struct visual_evidence {
	struct visual_letter next, after; /* the letters behind the one that comes */
	long order, joins;                /* what both kinds of evidence say so far */
	unsigned letters, foreign;        /* letters; those that Arabic does not have */
	unsigned words;                   /* of two letters or more */
};

/* Nothing was seen yet: there is the end of a line. */
struct visual_evidence visual_evidence_begin(void);

/* visual_evidence_see() of what may be a letter of Arabic, or stand beside one. */
void visual_evidence_see_letter(struct visual_evidence *evidence, uint32_t cp);

/* Whether a character may be a letter of Arabic: those that are not in its blocks are none. */
static inline bool visual_may_be_letter(uint32_t cp)
{
	return cp - 0x0600 < 0x0900 - 0x0600 || cp - 0xFB50 < 0xFF00 - 0xFB50 || cp - 0x10E00 < 0x100 || cp - 0x1EE00 < 0x100;
}

/* See the character in front of those that have been seen; at last what is in front of the line. Away from letters nothing says anything. */
static inline void visual_evidence_see(struct visual_evidence *evidence, uint32_t cp)
{
	if (evidence->next.class || evidence->after.class || visual_may_be_letter(cp))
		visual_evidence_see_letter(evidence, cp);
}

/* The sum, for a line of which all was seen. Letters do not count where they are those of another language. */
long visual_evidence_sum(const struct visual_evidence *evidence);

/* Whether the order is that in which Arabic is read, beyond doubt, whatever stands in front of what was seen. */
bool visual_evidence_settled(const struct visual_evidence *evidence);

/*
 * The sum for the line of valid UTF-8 that ends at `at`, or for what of it settles that, sooner told. VISUAL_UNKNOWN where only
 * visual_evidence_see() can tell, as of presentation forms.
 *
 * From letter to letter without branches but for what is rare, as words end where nobody foresees it. Triples count turned round,
 * which changes the sign: so it is known where they stand before the letter in front is.
 */
static inline long visual_evidence_soon(const uint8_t *start, const uint8_t *at)
{
	long sum = 0;
	size_t next = LETTER_ORDER_EDGE;
	const int8_t *turned = letter_order[LETTER_ORDER_EDGE][LETTER_ORDER_EDGE];
	for (const uint8_t *first = start + 1; at > first;) {
		size_t byte = at[-1], class = letter_order_ends[letter_order_leads[at[-2]]][byte];
		at = at - 1 - (byte >> 7);
		if (class >= LETTER_ORDER_CLASSES) {
			if (byte == '\n')
				break;
			if (class != LETTER_ORDER_PASSED)
				return VISUAL_UNKNOWN;
			continue;
		}
		sum += turned[class];
		if (sum >= VISUAL_SETTLED)
			return -sum;
		turned = letter_order[next][class];
		next = class;
	}
	return -(sum + turned[LETTER_ORDER_EDGE]);
}

#endif
