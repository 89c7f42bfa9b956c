/* SPDX-License-Identifier: MIT */
/*
 * {"file":"a.txt","source":[3,5],"output":[3,4],"rules":["spaces.kind"],"before":"…","after":" "}
 * {"file":"a.txt","source":[8,10],"output":[7,9],"finding":"arabic.comma","text":"…"}
 */
#include "common/json.h"
#include "convert/json_line.h"

#define RULES_MAX 32

static void append_rules(struct bytes *line, const norm_block *block, const norm_edit *edit)
{
	const norm_rule *rules[RULES_MAX];
	size_t count = norm_edits_rules(block->edits, edit->index, rules, RULES_MAX);
	bytes_append_text(line, ",\"rules\":[");
	for (size_t i = 0; i < count && i < RULES_MAX; i++)
		bytes_format(line, "%s\"%s\"", i ? "," : "", rules[i]->id);
	bytes_append_char(line, ']');
}

static void append_hex(struct bytes *line, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		bytes_format(line, "%02x", (unsigned)(unsigned char)text[i]);
}

/* The member `name` with the source bytes [start, end) and, where they are no UTF-8, one with all their bytes. */
static void append_source(struct bytes *line, const char *name, const norm_block *block, uint64_t start, uint64_t end)
{
	const char *text = block->source + (start - block->source_offset);
	size_t len = (size_t)(end - start);
	bytes_format(line, ",\"%s\":", name);
	if (json_append_text(line, text, len))
		return;
	bytes_format(line, ",\"%s_hex\":\"", name);
	append_hex(line, text, len);
	bytes_append_char(line, '"');
}

void edits_finding(struct bytes *line, const struct report *report, const norm_block *block,
		   const norm_finding *finding)
{
	json_line_start(line, report);
	json_line_span(line, "source", report->source_start + finding->source_start,
		    report->source_start + finding->source_end);
	json_line_span(line, "output", report->output_start + finding->output_start,
		    report->output_start + finding->output_end);
	bytes_format(line, ",\"finding\":\"%s\"", finding->rule->id);
	if (finding->detail)
		bytes_format(line, ",\"detail\":\"%s\",\"%s\":%u", finding->detail, finding->layer ? "layer" : "confidence",
			     finding->layer ? finding->layer : finding->confidence);
	append_source(line, "text", block, finding->source_start, finding->source_end);
	bytes_append_text(line, "}\n");
}

void edits_edit(struct bytes *line, const struct report *report, const norm_block *block, const norm_edit *edit)
{
	const char *after = block->output + (edit->output_start - block->output_offset);
	json_line_start(line, report);
	json_line_span(line, "source", report->source_start + edit->source_start, report->source_start + edit->source_end);
	json_line_span(line, "output", report->output_start + edit->output_start, report->output_start + edit->output_end);
	append_rules(line, block, edit);
	append_source(line, "before", block, edit->source_start, edit->source_end);
	bytes_append_text(line, ",\"after\":");
	json_append_text(line, after, (size_t)(edit->output_end - edit->output_start));
	bytes_append_text(line, "}\n");
}
