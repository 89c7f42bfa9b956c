/* SPDX-License-Identifier: MIT */
/*
 * What a thread has handed over of rows. Where only the total is shown, it wants no more examples of a row than it keeps, and its
 * texts once: so of later parts, which come behind in the input, none are made.
 */
#ifndef REPORT_GIVEN_H
#define REPORT_GIVEN_H

#include "report/tally.h"

struct given {
	struct table tables[TABLE_COUNT]; /* by key: examples */
};

void given_init(struct given *given);
void given_release(struct given *given);
/* A part begins, or is over: its rows are looked up as they are made, and noted down. */
void given_start(const struct given *given, struct tally *part);
void given_end(struct given *given, struct tally *part);

#endif
