/* SPDX-License-Identifier: MIT */
/* Words beside proper names, made from data/places/generics.tsv by gen_name_words.c: the file explains the kinds. */
#ifndef PLACES_NAME_WORDS_H
#define PLACES_NAME_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "places/name_read.h"

enum { NAME_WORD_LETTERS = 16, NAME_WORD_BITS = 10 };

enum name_word_kind { NAME_WORD_PROPER, NAME_WORD_DIRECTION, NAME_WORD_FEATURE, NAME_WORD_AREA, NAME_WORD_LINK, NAME_WORD_KINDS };

struct name_word {
	uint64_t letters[NAME_WORD_LETTERS / 8]; /* a byte each, without the article and hamza; 0 behind the last */
	uint8_t script, kind, meaning; /* kind: enum name_word_kind; meaning: from 1, the same for words that translate each other */
};

/*
 * A hash table with open addressing: a word is in the slot of its hash or behind it, with no free slot (kind 0)
 * between them.
 */
extern const struct name_word name_words[1 << NAME_WORD_BITS];

static inline size_t name_word_slot(const struct name_word *word)
{
	uint64_t mix = (word->letters[0] ^ word->letters[1] * 31) + word->script;
	return (size_t)(mix * 0x9E3779B97F4A7C15u >> (64 - NAME_WORD_BITS));
}

/* The letters and script of a word; false where it is too long. */
bool name_word_read(const struct name *name, size_t word, struct name_word *ret);

/* What a word of a name is; NULL for a proper name. */
const struct name_word *name_word_find(const struct name *name, size_t word);

#endif
