/* SPDX-License-Identifier: MIT */
/* Reports that --json has written, read back. */
#ifndef REPORT_LOAD_H
#define REPORT_LOAD_H

#include <stdbool.h>

#include "common/bytes.h"
#include "report/tally.h"

/* What is wanted of a report. */
struct load_wish {
	unsigned sections; /* 1 << SECTION_… */
	size_t examples_max;
};

/*
 * Read the object on a line into a tally, which has no file if it is a total; `ret_sections` receives the sections that it has.
 * @return false, with what is wrong in `reason`, when it is no such object. Release the tally in both cases.
 */
bool load_tally(const char *line, size_t len, const struct load_wish *wish, struct tally *ret, unsigned *ret_sections,
		struct bytes *reason);

#endif
