/* SPDX-License-Identifier: MIT */
/* The steps of this room; engine/registry.c orders them. */
#ifndef REPAIR_STEPS_H
#define REPAIR_STEPS_H

#include "text/step.h"

extern const struct step repair_step_controls, repair_step_bom, repair_step_soft_hyphen, repair_step_zero_width,
	repair_step_joiners, repair_step_bidi, repair_step_ignorable, repair_step_replacement;

/* Damaged text, in front of all others */
extern const struct step repair_step_mojibake, repair_step_entities, repair_step_escapes, repair_step_tags,
	repair_step_visual_order;

#endif
