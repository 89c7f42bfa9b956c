/* SPDX-License-Identifier: MIT */
#include "report/lint.h"

#include <string.h>

#include "common/excerpt.h"
#include "common/i18n.h"

/* "error", "warning" or "note", which editors know in English only; nothing else is translated differently. */
static void append_line(const struct finding *finding, uint64_t column, struct bytes *out)
{
	bytes_format(out, "%s:%llu:%llu: %s: ", strcmp(finding->file, "-") ? finding->file : "<stdin>",
		     (unsigned long long)finding->line, (unsigned long long)column, norm_severity_name(finding->severity));
	finding_append_message(out, finding);
	bytes_append_text(out, ": ");
	excerpt_append(out, finding->before, finding->before_len, false);
	if (finding->after) {
		bytes_append_text(out, " → ");
		excerpt_append(out, finding->after, finding->after_len, false);
	}
	bytes_append_text(out, " [");
	for (size_t i = 0; i < finding->rule_count; i++)
		bytes_format(out, "%s%s", i ? ", " : "", finding->rules[i]->id);
	bytes_append_text(out, "]\n");
}

static void take(const struct finding *finding, struct bytes *out)
{
	append_line(finding, finding->column, out);
}

static void take_bytes(const struct finding *finding, struct bytes *out)
{
	append_line(finding, finding->byte_column, out);
}

const struct finding_sink lint_sink = {.take = take, .between = ""};
const struct finding_sink lint_byte_sink = {.take = take_bytes, .between = ""};
