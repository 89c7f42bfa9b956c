/* SPDX-License-Identifier: MIT */
/*
 * How natural letters are as a word of Arabic: whether it was counted in news, and how often; whether other words have what is likely
 * to be its root; and how likely each letter is behind those in front of it. All of that comes from a list of words
 * (data/languages/arabic-words.tsv). Marks are not seen. gen_word_model.c writes the tables at build time.
 */
#ifndef REPAIR_WORD_MODEL_H
#define REPAIR_WORD_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "repair/arabic_words.h"
#include "repair/letter_order.h"

/* What is asked of a row of letters. */
enum word_model_kind {
	WORD_MODEL_WORD,    /* how often it was counted */
	WORD_MODEL_ROOT,    /* whether it is the root of a word */
	WORD_MODEL_LETTERS, /* how unlikely the last of four letters is behind the other three */
	WORD_MODEL_CONTEXT, /* how unlikely it is that what follows three letters was never counted there */
};

enum {
	WORD_MODEL_GRAM = 4,
	WORD_MODEL_VALUE_MAX = 127, /* the low bits of an entry are its value, in eighths of a bit; the others are of its hash */
	WORD_MODEL_ROOT_MIN = 2,
};

/* The entries in ascending order, and how unlikely a letter is behind two others. The edge of a word is a letter, too. */
extern const uint32_t word_model_entries[];
extern const size_t word_model_entry_count;
extern const uint8_t word_model_triples[LETTER_ORDER_OTHER][LETTER_ORDER_OTHER][LETTER_ORDER_OTHER];

/* The entry of letters with the value 0. */
static inline uint32_t word_model_key(enum word_model_kind kind, const uint8_t *letters, size_t len)
{
	uint32_t hash = (2166136261u ^ (uint32_t)kind) * 16777619u; /* FNV-1a */
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ letters[i]) * 16777619u;
	return (hash ^ hash >> 25) & ~(uint32_t)WORD_MODEL_VALUE_MAX;
}

/*
 * What is left of a word, of at most ARABIC_WORD_MAX letters, without an article, an ending and the letters that come and go with its
 * form: not the root of grammars, but words of one root mostly have the same.
 */
size_t word_model_root(const uint8_t *letters, size_t len, uint8_t ret[ARABIC_WORD_MAX]);

/* Whether a word of at most ARABIC_WORD_MAX letters was counted. */
bool word_model_knows(const uint8_t *letters, size_t len);

/* How natural it is, in eighths of a bit (LETTER_ORDER_BIT): words of different lengths may be compared. */
long word_model_weigh(const uint8_t *letters, size_t len);

#endif
