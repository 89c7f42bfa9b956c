/* SPDX-License-Identifier: MIT */
/*
 * Runs a rule step over a text, for the unit tests of rooms that cannot see the engine. What the paragraph says of a
 * place is written into the text by pairs of control characters.
 */
#ifndef UNIT_ARABIC_STRETCH_H
#define UNIT_ARABIC_STRETCH_H

#include "text/scope.h"
#include "text/step.h"

/* Around them stands what is in a French level, protected, or a stray control. They are not part of the text. */
#define FRENCH(text) "\x01" text "\x02"
#define PROTECTED(text) "\x03" text "\x04"
#define STRAY(text) "\x05" text "\x06"

struct stretch_row {
	const char *text, *expected;
	size_t reports;
};

/*
 * Expect that `step`, set to `value`, makes `expected` of each text and reports so often; that its result stays as it
 * is; that spans stay in order; that woken stretches one by one give the same as the whole text; and that nothing
 * changes when all is protected.
 */
void stretch_check(const struct step *step, const char *value, enum language language, const struct stretch_row *rows,
		   size_t count);

/* What `step` makes of a stretch of ASCII or Arabic text with this in front of it; lent until the next call. */
const char *stretch_run(const struct step *step, const char *value, uint32_t before2, uint32_t before, const char *text,
			uint32_t after);

/* Set what scope.h tells of a text with control characters, for a step that is run by hand. */
void stretch_tell(enum language language, const char *text);

/* The changes that the last stretch_run() recorded, by source bytes: "0-2 4-6". Lent until the next one. */
const char *stretch_changes(void);

#endif
