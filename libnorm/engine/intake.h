/* SPDX-License-Identifier: MIT */
/* What streams and norm_apply() share for text that is made of other text before the machine sees it. */
#ifndef ENGINE_INTAKE_H
#define ENGINE_INTAKE_H

#include "engine/profile.h"
#include "repair/decoded.h"
#include "repair/line_joiner.h"

/* Let a list name the sets and rules of a profile. */
void intake_begin_edits(struct norm_edits *edits, const struct norm_profile *profile);

/* Begin what is made on account of one rule. NORM_OK or NORM_E_NOMEM. */
norm_status intake_begin(struct decoded *made, const struct norm_profile *profile, const struct step *step);

/* line_joiner_push(). NORM_OK or NORM_E_NOMEM. */
norm_status intake_join(struct line_joiner *joiner, const uint8_t *in, size_t len, bool last, struct decoded *lines);

#endif
