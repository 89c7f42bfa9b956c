/* SPDX-License-Identifier: MIT */
/*
 * The letters of names, without what spelling makes of them: a byte a letter. Latin letters lose case, accents and ligatures,
 * Arabic ones the seats of hamza, dots that hands leave out (ى ي, ة ه), and shapes of Persian keyboards; marks,
 * tatweel and what nobody sees are passed over. Both scripts are in one alphabet, so that one trie holds the names of both.
 *
 * A fold key is the letters of a name in a row: Tin Zaouatine and TINZAOUATINE have the same one. So has a name in NFC
 * and in NFD. An article is part of the key.
 */
#ifndef PLACES_FOLD_H
#define PLACES_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Keys of another version are other keys. To be raised when a letter gets another byte. */
enum { FOLD_VERSION = 1 };

/* What a character is to a name: one of these, or the byte of its letter, from FOLD_LETTER on. */
enum {
	FOLD_NOTHING,  /* as if it were not there: marks, tatweel, joiners, bidirectional controls, soft hyphens */
	FOLD_GAP,      /* may stand between the letters of a name: spaces, hyphens, apostrophes */
	FOLD_OTHER,    /* any other sign */
	FOLD_FOREIGN,  /* a letter of neither script */
	FOLD_SEVERAL,  /* more than one letter: œ */
	FOLD_LETTER = '0' /* digits, then small ASCII letters, then from FOLD_ARABIC on Arabic ones */
};

enum {
	FOLD_ARABIC = 0x80,
	FOLD_NEAR = 0x800, /* the characters of one and two bytes */
	FOLD_LETTERS_MAX = 18,
};

/* What the near characters are: written at build time by gen_fold.c. */
extern const uint8_t fold_near[FOLD_NEAR];

/*
 * The letters of any character, or of UTF8_INVALID: writes up to FOLD_LETTERS_MAX bytes to `ret` and returns how many; 0 where
 * it is none, and `*ret_kind` says why then.
 */
unsigned fold_letters(uint32_t cp, uint8_t *ret, uint8_t *ret_kind);

/*
 * Append the fold key of a name to `ret`: all its letters and digits. False, and nothing appended, where there is none, or a
 * letter of another script, which has no byte. Bytes that are not UTF-8 are passed over. Any length.
 */
bool fold_name(const char *name, size_t len, struct buffer *ret);

/* What a character is, without its letters: FOLD_NOTHING to FOLD_FOREIGN. Slowly; for gen_fold.c and far characters. */
uint8_t fold_find_kind(uint32_t cp);
/* The letters of a Latin character, without case, accents and ligatures; 0 where it has others than those of ASCII. Slowly. */
unsigned fold_find_latin(uint32_t cp, uint8_t *ret);

#endif
