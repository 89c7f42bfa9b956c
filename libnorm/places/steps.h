/* SPDX-License-Identifier: MIT */
/* The rules of this room. The engine carries them out for whole paragraphs, see places/rewrite.h. */
#ifndef PLACES_STEPS_H
#define PLACES_STEPS_H

#include "text/step.h"

extern const struct step places_step_form, places_step_variants;

/* Values of places.form, as bits. */
enum { PLACES_KEEP = 0, PLACES_FRENCH = 1, PLACES_ARABIC = 2, PLACES_BOTH = PLACES_FRENCH | PLACES_ARABIC };

#endif
