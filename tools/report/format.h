/* SPDX-License-Identifier: MIT */
/* How tallies are shown. A format is told of each file, in the order of the input, and in the end of the total; all are sorted. */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"
#include "report/tally.h"

struct print {
	struct bytes out;    /* where a format appends */
	unsigned sections;   /* those that are wanted: 1 << SECTION_… */
	bool isolate;        /* on a terminal: Arabic must not scramble the line */
	/* of the text: lines about files, which come behind the total */
	struct bytes files;
	uint64_t file_count;
};

struct format {
	/* NULL: nothing is shown of single files */
	void (*file)(struct print *print, const struct tally *file);
	void (*total)(struct print *print, const struct tally *total);
};

extern const struct format format_text, format_json, format_tsv;

static inline bool print_wants(const struct print *print, enum section section)
{
	return print->sections >> section & 1;
}

#endif
