/* SPDX-License-Identifier: MIT */
/*
 * Letters of names as small numbers, and what keys make of Arabic ones: made from data/places/name-letters.tsv by
 * gen_name_letters.c.
 */
#ifndef PLACES_NAME_LETTERS_H
#define PLACES_NAME_LETTERS_H

#include <stdint.h>

enum {
	NAME_DIGIT = 1,                   /* 0; up to 9 behind it. Letters of either script are above the digits. */
	NAME_LATIN_A = NAME_DIGIT + 10,   /* a, up to z behind it */
	NAME_ARTICLE = NAME_LATIN_A,      /* ال in front of a word; then the letters of name-letters.tsv */
	NAME_LETTER_LIMIT = 64,
	NAME_ARABIC_FIRST = 0x600,
	NAME_ARABIC_LAST = 0x77F,
	NAME_CLASSES_MAX = 2,
};

struct name_letter {
	uint16_t cp;                       /* of the letter */
	uint8_t classes[NAME_CLASSES_MAX]; /* enum name_class: the ways to read it in a key */
	uint8_t ways;
	uint8_t fold; /* the letter it is in words of the lexicon: without hamza, ى is ي, ة is ه */
};

/* What is read for U+0600 to U+077F, 0 where that is no letter of a name. */
extern const uint8_t name_arabic_letters[NAME_ARABIC_LAST - NAME_ARABIC_FIRST + 1];
/* By number; that of the article is in it. */
extern const struct name_letter name_letters[NAME_LETTER_LIMIT];

/* Consonants that sound alike in one script or the other; four bits of a key are one of them. */
enum name_class {
	NAME_CLASS_NONE,
	NAME_CLASS_B,
	NAME_CLASS_F,
	NAME_CLASS_T,
	NAME_CLASS_D,
	NAME_CLASS_Z,
	NAME_CLASS_S,
	NAME_CLASS_J,
	NAME_CLASS_K,
	NAME_CLASS_X,
	NAME_CLASS_L,
	NAME_CLASS_M,
	NAME_CLASS_N,
	NAME_CLASS_R,
	NAME_CLASS_VOWELS, /* the key of a name that has none of these */
	NAME_CLASSES
};
/* A letter for each, in the same order. */
#define NAME_CLASS_LETTERS ".BFTDZSJKXLMNR-"

#endif
