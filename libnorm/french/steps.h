/* SPDX-License-Identifier: MIT */
/* The steps of this room; engine/registry.c orders them. */
#ifndef FRENCH_STEPS_H
#define FRENCH_STEPS_H

#include "text/step.h"

extern const struct step french_step_ellipsis, french_step_dashes, french_step_missing_spaces, french_step_low_marks,
	french_step_quote_spaces, french_step_colon, french_step_high_marks;

#endif
