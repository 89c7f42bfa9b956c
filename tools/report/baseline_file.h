/* SPDX-License-Identifier: MIT */
/* The file of a baseline: see baseline.h for what stands in it. */
#ifndef REPORT_BASELINE_FILE_H
#define REPORT_BASELINE_FILE_H

#include <stdbool.h>

#include "report/table.h"

/* Its lines, which are the keys; and whether such a finding was met. */
extern const struct table_class baseline_lines;

/* Read a file into a table of that class. @return false after a message. */
bool baseline_read(struct table *lines, const char *path);
/*
 * Whether a baseline may take the place of this file: it is none yet, is empty, or has a line of a baseline. "--write-baseline *.txt"
 * names a text. @return false after a message.
 */
bool baseline_may_replace(const char *path);
/* Write a table that is sorted: the old file stays until the new one is whole. @return false after a message. */
bool baseline_write(const struct table *lines, const char *path);

#endif
