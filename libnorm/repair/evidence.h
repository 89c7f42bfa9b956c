/* SPDX-License-Identifier: MIT */
/*
 * How much a text looks like news in French and Arabic: pairs of characters that stand side by side, as they were counted
 * in news (data/languages/letter-pairs.tsv). Characters are known by their class: most letters and marks have one of their
 * own, what is rare shares one, presentation forms count as the last letter they stand for. gen_evidence.c writes the
 * tables at build time.
 */
#ifndef REPAIR_EVIDENCE_H
#define REPAIR_EVIDENCE_H

#include <stddef.h>
#include <stdint.h>

enum {
	EVIDENCE_BIT = 8, /* evidence is in eighths of a bit */
	EVIDENCE_CLASSES = 192,
	EVIDENCE_OTHER = 0, /* the class of what is in no other */
};

extern const uint8_t evidence_rows[256];   /* row of evidence_cells for cp >> 8; row 0 is EVIDENCE_OTHER */
extern const uint8_t evidence_cells[][256];
extern const int8_t evidence_pairs[EVIDENCE_CLASSES][EVIDENCE_CLASSES];

static inline unsigned evidence_class(uint32_t cp)
{
	return cp > 0xFFFF ? EVIDENCE_OTHER : evidence_cells[evidence_rows[cp >> 8]][cp & 0xFF];
}

/*
 * How natural it is that `right` follows `left`, either of which may be any number: the binary logarithm of how much more
 * likely that is than in a text where all classes are equally likely, in eighths of a bit. The average of news is about
 * three bits; what does not occur has some -14.
 */
static inline int evidence_pair(uint32_t left, uint32_t right)
{
	return evidence_pairs[evidence_class(left)][evidence_class(right)];
}

/* The sum over all neighbours of a text, with a SPACE in front and behind. */
long evidence_of(const uint32_t *cps, size_t count);

#endif
