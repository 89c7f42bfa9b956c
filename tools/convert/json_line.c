/* SPDX-License-Identifier: MIT */
#include "convert/json_line.h"

#include <string.h>

#include "common/json.h"

void json_line_start(struct bytes *line, const struct report *report)
{
	bytes_append_text(line, "{\"file\":");
	json_append_text(line, report->file);
	if (report->field) {
		bytes_format(line, ",\"line\":%llu,\"field\":", (unsigned long long)report->position.line);
		json_append_text(line, report->field);
	}
}

void json_line_span(struct bytes *line, const char *name, uint64_t start, uint64_t end)
{
	bytes_format(line, ",\"%s\":[%llu,%llu]", name, (unsigned long long)start, (unsigned long long)end);
}
