/* SPDX-License-Identifier: MIT */
/* The steps of this room; engine/registry.c orders them. */
#ifndef FRENCH_STEPS_H
#define FRENCH_STEPS_H

#include "text/step.h"

extern const struct step french_step_apostrophes, french_step_quotes, french_step_inner_quotes;
extern const struct step french_step_ordinals;
extern const struct step french_step_times;
extern const struct step french_step_number_groups;
extern const struct step french_step_group_marks;
extern const struct step french_step_numbers;
extern const struct step french_step_units;
extern const struct step french_step_percent;
extern const struct step french_step_abbreviations;
extern const struct step french_step_capitals;
extern const struct step french_step_ligatures;
extern const struct step french_step_ellipsis, french_step_dashes, french_step_missing_spaces, french_step_low_marks,
	french_step_glued_sentences, french_step_quote_spaces, french_step_colon, french_step_high_marks;

#endif
