/* SPDX-License-Identifier: MIT */
/* Runs one repair step over one paragraph, as the engine does it, for the tests that look at steps by themselves. */
#ifndef SUPPORT_REPAIR_H
#define SUPPORT_REPAIR_H

#include "base/buffer.h"
#include "text/step.h"

/* Release it with repaired_release(). */
struct repaired {
	struct buffer text;
	size_t changes, findings;
	size_t told;    /* findings that say what was put right; not among the others */
	bool suspected; /* suspects() is true at one of the triggers */
	bool orderly;   /* spans of the items and of what was recorded do not decrease, and lie in the text */
	bool failed;    /* memory ran out */
};

/* `text` is UTF-8, one paragraph. */
void repair_text(const struct step *step, unsigned value, const void *text, size_t len, struct repaired *ret);
void repaired_release(struct repaired *repaired);

/* The number of a value of this name; ends the program if there is none. */
unsigned repair_value(const struct step *step, const char *name);

/*
 * NULL, or what is wrong with a step on a text, whatever the text is: the second run changes nothing; what changes or reports is
 * suspected; spans are in order. `*ret` is the result, to be released, also where something is wrong.
 */
const char *repair_laws(const struct step *step, unsigned value, const void *text, size_t len, struct repaired *ret);

#endif
