/* SPDX-License-Identifier: MIT */
/* The steps of this room; engine/registry.c orders them. */
#ifndef FRENCH_STEPS_H
#define FRENCH_STEPS_H

#include "text/step.h"

extern const struct step french_step_abbreviations;
extern const struct step french_step_capitals;
extern const struct step french_step_ligatures;

#endif
