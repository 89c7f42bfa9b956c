/* SPDX-License-Identifier: MIT */
/*
 * How a form of a name is written in a text. Keys have neither spaces, case nor accents, but these tell chance from a
 * name: `Kidal est` is not Kidal Est, `من صورة` is not منصورة.
 */
#ifndef PLACES_FIND_FIT_H
#define PLACES_FIND_FIT_H

#include "places/find_name.h"

/* A form of several words may be written in one, if it has so many letters. */
enum { FUSED_LETTERS = 5 };

struct find_fit {
	bool fits;      /* the form may be meant */
	bool capital;   /* what is written begins with one */
	uint8_t joined; /* spaces of the text that the form does not have */
	uint8_t fused;  /* spaces of the form that the text does not have */
	uint8_t accents; /* letters that differ in their marks */
};

struct find_fit find_fit_form(const struct find_text *text, const struct find_hit *hit, const struct find_name *name);

/* Whether any form of the key fits. */
bool find_fits(const struct find_text *text, const struct find_hit *hit);

#endif
