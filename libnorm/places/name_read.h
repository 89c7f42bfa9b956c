/* SPDX-License-Identifier: MIT */
/*
 * A name as letters: without case, accents, marks, tatweel and invisible characters, in words. The script of its first
 * letter is that of the name; letters of other scripts part words, as spaces and signs do. Canonically equivalent
 * names are read alike.
 */
#ifndef PLACES_NAME_READ_H
#define PLACES_NAME_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "places/name_letters.h"

enum { NAME_LETTERS = 64, NAME_WORDS = 16 }; /* what stands behind the last letter is not read */

enum name_script { NAME_NO_SCRIPT, NAME_LATIN, NAME_ARABIC };

struct name {
	uint8_t script; /* enum name_script; none where it has no letter and no digit; digits alone are Latin */
	uint8_t length, words;
	uint8_t starts[NAME_WORDS + 1];    /* of each word in `letters`, and `length` */
	uint8_t letters[NAME_LETTERS + 1]; /* NAME_DIGIT and on, Latin or Arabic; 0 behind the last */
	/* Where each letter begins in the text, and where what is read ends; where it ends with its marks. At most UINT16_MAX. */
	uint16_t source[NAME_LETTERS + 1], ends[NAME_LETTERS];
};

void name_read(struct name *name, const char *text, size_t len);

#endif
