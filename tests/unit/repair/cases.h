/* SPDX-License-Identifier: MIT */
/* Cases of repair steps: what becomes of a paragraph. */
#ifndef UNIT_REPAIR_CASES_H
#define UNIT_REPAIR_CASES_H

#include "text/step.h"

struct repair_case {
	const char *text, *expected; /* NULL: the text stays */
	size_t reports;
};

/* Expect that `step`, set to `value`, does so, and that its laws hold (support/repair.h). */
void cases_check(const struct step *step, const char *value, const struct repair_case *cases, size_t count);

#endif
