/* SPDX-License-Identifier: MIT */
/* Lines of JSON about places in a text: {"file":"a.txt","source":[3,5] … */
#ifndef CONVERT_JSON_LINE_H
#define CONVERT_JSON_LINE_H

#include "convert/report.h"

/* Append the start of an object: the file and, for a member of a JSON line, its line and field. */
void json_line_start(struct bytes *line, const struct report *report);
/* Append a member with two offsets. */
void json_line_span(struct bytes *line, const char *name, uint64_t start, uint64_t end);

#endif
