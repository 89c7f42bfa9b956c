/* SPDX-License-Identifier: MIT */
/*
 * What the steps of this room know that neither the UCD nor CLDR says: the tables of data/arabic/exceptions.tsv, which
 * is the place to read and to change them. Written by gen_exceptions.c.
 */
#ifndef ARABIC_EXCEPTIONS_H
#define ARABIC_EXCEPTIONS_H

#include "text/step.h"
#include "unicode/tables.h"

enum exception_kind {
	EXCEPTION_ALEF,
	EXCEPTION_HAMZA_SEAT,
	EXCEPTION_TEH_MARBUTA,
	EXCEPTION_ALEF_MAQSURA,
	EXCEPTION_PERSIAN_LETTER,
	EXCEPTION_PUNCTUATION,
	EXCEPTION_INITIAL_RUN,
	EXCEPTION_RUN_BEFORE,
	EXCEPTION_KINDS /* words are of another make: see arabic_words */
};

enum { EXCEPTION_ROWS = 16 };

/*
 * Rows ascend. Behind the last one it is repeated up to the end, which changes nothing for those who search it, so that
 * lists may grow and steps know their size all the same.
 */
struct exceptions {
	struct step_pair pairs[EXCEPTION_ROWS];
	struct step_range ranges[EXCEPTION_ROWS]; /* the characters of `pairs`, for triggers */
};

extern const struct exceptions arabic_exceptions[EXCEPTION_KINDS];

/* Signs that stand for words, and what they say. */
extern const struct cpmap arabic_words;

/* What may be in arabic_words: the slots that the UCD has for such signs, half of them without a decomposition. */
static inline bool exception_may_be_word(uint32_t cp)
{
	return (cp >= 0xFD40 && cp <= 0xFD4F) || cp == 0xFDCF || (cp >= 0xFDF0 && cp <= 0xFDFF);
}

/* Where letters are that folds may be for: those of Arabic, and alefs of other languages. */
static inline bool exception_may_fold(uint32_t cp)
{
	return (cp >= 0x0620 && cp <= 0x064A) || (cp >= 0x0671 && cp <= 0x0673);
}

/* As step_map_pairs(). */
static inline int exception_map(enum exception_kind kind, uint32_t cp, uint32_t *out)
{
	const struct step_pair *pairs = arabic_exceptions[kind].pairs;
	bool outside = cp < pairs[0].cp || cp > pairs[EXCEPTION_ROWS - 1].cp;
	return outside ? STEP_UNCHANGED : step_map_pairs(pairs, EXCEPTION_ROWS, cp, out);
}

#endif
