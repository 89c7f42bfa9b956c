/* SPDX-License-Identifier: MIT */
/* The steps of this room; engine/registry.c orders them. */
#ifndef TEXT_STEPS_H
#define TEXT_STEPS_H

#include "text/step.h"

extern const struct step text_step_space_kind, text_step_space_runs, text_step_space_leading,
	text_step_space_trailing;
extern const struct step text_step_quotes, text_step_apostrophes, text_step_dashes, text_step_ellipsis;
extern const struct step text_step_stranded_marks;
extern const struct step text_step_accents, text_step_ligatures, text_step_case;

#endif
