/* SPDX-License-Identifier: MIT */
#include "engine/intake.h"

void intake_begin_edits(struct norm_edits *edits, const struct norm_profile *profile)
{
	edits->shared = &profile->sets;
	edits->rules = registry_rules();
}

norm_status intake_begin(struct decoded *made, const struct norm_profile *profile, const struct step *step)
{
	struct ruleset rules = {0};
	ruleset_add(&rules, registry_number(step));
	intake_begin_edits(&made->edits, profile);
	made->set = edit_list_set(&made->edits, &rules);
	return made->edits.failed ? NORM_E_NOMEM : NORM_OK;
}

norm_status intake_join(struct line_joiner *joiner, const uint8_t *in, size_t len, bool last, struct decoded *lines)
{
	line_joiner_push(joiner, in, len, last, lines);
	return lines->source.failed || lines->text.failed || lines->edits.failed ? NORM_E_NOMEM : NORM_OK;
}
