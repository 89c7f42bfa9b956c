/* SPDX-License-Identifier: MIT */
/* The steps of this room; engine/registry.c orders them. */
#ifndef ARABIC_STEPS_H
#define ARABIC_STEPS_H

#include "text/step.h"

extern const struct step arabic_step_forms, arabic_step_words;
extern const struct step arabic_step_harakat, arabic_step_extended_marks, arabic_step_superscript_alef,
	arabic_step_quranic_marks;
extern const struct step arabic_step_alef, arabic_step_hamza_seats, arabic_step_teh_marbuta, arabic_step_alef_maqsura,
	arabic_step_digits;
/* In the order in which they apply: spacing stands in front of what changes the marks that it sees to. */
extern const struct step arabic_step_foreign_forms, arabic_step_hamza, arabic_step_duplicate_marks,
	arabic_step_persian_letters, arabic_step_tatweel, arabic_step_elongation, arabic_step_number_marks,
	arabic_step_comma, arabic_step_spacing, arabic_step_punctuation, arabic_step_detached_waw, arabic_step_quotes,
	arabic_step_inverted_quotes, arabic_step_number_spaces;

#endif
