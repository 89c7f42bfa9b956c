/* SPDX-License-Identifier: MIT */
/*
 * Whether a line of Arabic stands there from left to right, as it is displayed (text out of PDF files), or as it is read. Two
 * things tell: which letters stand side by side and at the ends of words (letter_order.h), and, where there are presentation
 * forms, whether the letters join: an initial form has to be followed by one that joins backwards.
 */
#ifndef REPAIR_VISUAL_EVIDENCE_H
#define REPAIR_VISUAL_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

/* Evidence is in eighths of a bit, for the order of display. */
enum { VISUAL_BIT = 8 };

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

/* See the character in front of those that have been seen; at last what is in front of the line. */
void visual_evidence_see(struct visual_evidence *evidence, uint32_t cp);

/* The sum, for a line of which all was seen. Letters do not count where they are those of another language. */
long visual_evidence_sum(const struct visual_evidence *evidence);

/* Whether the order is that in which Arabic is read, beyond doubt, whatever stands in front of what was seen. */
bool visual_evidence_settled(const struct visual_evidence *evidence);

/*
 * The same of valid UTF-8 that ends at `at`, sooner told. False may also mean that only visual_evidence_see() can tell, as it is
 * where something else than ASCII and letters of Arabic comes first.
 */
bool visual_evidence_settled_soon(const uint8_t *start, const uint8_t *at);

#endif
