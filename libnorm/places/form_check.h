/* SPDX-License-Identifier: MIT */
/* Whether a text can be a name of a place. */
#ifndef PLACES_FORM_CHECK_H
#define PLACES_FORM_CHECK_H

#include "base/buffer.h"
#include "base/cpbuf.h"
#include "places/report.h"
#include "places/vocabulary.h"

enum { FORM_CHARACTERS_MAX = 200 };

/* Lent for speed; what fails here for lack of memory, fails for good. */
struct form_scratch {
	struct cpbuf given, normal;
	struct buffer key;
};

/* False, and one error reported, when it cannot. `form` is valid UTF-8. */
bool form_check(struct report *report, struct cell form, enum form_language language, struct form_scratch *scratch);

bool form_scratch_failed(const struct form_scratch *scratch);
void form_scratch_release(struct form_scratch *scratch);

#endif
