/* SPDX-License-Identifier: MIT */
/* Words beside proper names, made from data/places/generics.tsv by gen_name_words.c: the file explains the kinds. */
#ifndef PLACES_NAME_WORDS_H
#define PLACES_NAME_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "places/name_read.h"

enum { NAME_WORD_LETTERS = 16 };

enum name_word_kind { NAME_WORD_PROPER, NAME_WORD_DIRECTION, NAME_WORD_FEATURE, NAME_WORD_AREA, NAME_WORD_LINK, NAME_WORD_KINDS };

struct name_word {
	uint8_t script, length;
	uint8_t letters[NAME_WORD_LETTERS]; /* as name_word_fold() leaves them */
	uint8_t kind, meaning;              /* enum name_word_kind; from 1, the same for words that translate each other */
};

/* Sorted by script, length and letters. */
extern const struct name_word name_words[];
extern const size_t name_words_count;

/* The letters of a word without the article and hamza; returns how many, 0 where the word is too long. */
size_t name_word_fold(const struct name *name, size_t word, uint8_t *ret);

/* What a word of a name is; NULL for a proper name. */
const struct name_word *name_word_find(const struct name *name, size_t word);

#endif
