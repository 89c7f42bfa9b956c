/* SPDX-License-Identifier: MIT */
/*
 * The report as a page for the browser, complete in one file: nothing is loaded, and without its script it shows everything.
 * All it says stands in tallies, so the page of merged parts is the page of the whole, byte for byte.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include <stdint.h>

#include "common/bytes.h"
#include "report/tally.h"

/* A file in the list of files, and the paragraphs that it repeats. */
struct html_file {
	char *name, *language, *encoding; /* the most frequent ones, "" when there is none */
	uint64_t count[COUNT_COUNT];
	uint64_t order; /* in the input */
};

struct html_repeat {
	char *file, *text;
	uint64_t line, count, order;
};

struct html_report {
	unsigned sections; /* 1 << SECTION_…: those that are shown */
	struct html_file *files;
	size_t file_count, file_cap;
	struct html_repeat *repeats;
	size_t repeat_count, repeat_cap;
	uint64_t order;
};

void html_start(struct html_report *report, unsigned sections);
/* The tally of a file, sorted; in the order of the input. Nothing of it is borrowed. */
void html_add_file(struct html_report *report, const struct tally *file);
/* Append the page, and release the report. The total is sorted. */
void html_end(struct html_report *report, const struct tally *total, struct bytes *page);

#endif
