/* SPDX-License-Identifier: MIT */
/*
 * Which languages spell with which Arabic letters: the standard exemplar sets of CLDR, by way of ICU at build time.
 * Written by gen_exemplars.c.
 */
#ifndef UNICODE_EXEMPLARS_H
#define UNICODE_EXEMPLARS_H

#include <stdint.h>

enum exemplar_language {
	EXEMPLAR_ARABIC = 1,
	EXEMPLAR_PERSIAN = 2,
	EXEMPLAR_URDU = 4,
	EXEMPLAR_KURDISH = 8, /* Sorani */
	EXEMPLAR_UYGHUR = 16,
	EXEMPLAR_ALL = 31
};

enum { EXEMPLARS_FIRST = 0x0600, EXEMPLARS_COUNT = 0x100 };

/*
 * By cp - EXEMPLARS_FIRST: the languages whose set holds the letter. A character that no set holds, and one that is
 * canonically a letter and a mark (so that the letter alone must tell the same), tells nothing: EXEMPLAR_ALL.
 */
extern const uint8_t unicode_exemplars[EXEMPLARS_COUNT];

#endif
