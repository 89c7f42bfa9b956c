/* SPDX-License-Identifier: MIT */
/* The report that is being made: what has been read is added, and what is complete is printed. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>

#include "common/output.h"
#include "report/finding.h"
#include "report/format.h"
#include "report/options.h"

struct report {
	const struct options *options;
	const struct format *format;     /* NULL: findings only */
	const struct finding_sink *sink; /* NULL: no findings one by one */
	struct print print;
	struct output out;
	struct tally total;
	bool has_written;                /* the sink has */
	bool failed;                     /* something could not be read */
};

void report_start(struct report *report, const struct options *options, const struct finding_sink *sink,
		  const norm_profile *profile);
/* A file, or what another report says of one: show it. It is sorted then. */
void report_file(struct report *report, struct tally *file);
/* What the sink has written of a piece, which may be the first of it; takes the bytes out. */
void report_findings(struct report *report, struct bytes *out, bool is_first);
/* Show the total, and end. @return the exit status. */
int report_end(struct report *report);

#endif
