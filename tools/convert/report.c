/* SPDX-License-Identifier: MIT */
#include "convert/report.h"

#include "common/json.h"

void report_text(struct report *report, uint64_t source, uint64_t output)
{
	report->reached = 0;
	report->source_start = source;
	report->output_start = output;
	report->field = NULL;
	report->raw = NULL;
}

void report_member(struct report *report, const char *field, const char *raw, const char *raw_end,
		   struct position position)
{
	report_text(report, 0, 0);
	report->field = field;
	report->raw = raw;
	report->raw_end = raw_end;
	report->position = position;
}

void report_pass(struct report *report, const char *bytes, size_t len)
{
	if (report->kind == REPORT_EXPLAIN)
		position_advance(&report->position, bytes, len);
}

/* A character may be written as an escape: walk the line, count the text. */
static void move_in_member(struct report *report, uint64_t offset)
{
	while (report->reached < offset && report->raw < report->raw_end) {
		size_t decoded, len = json_unit(report->raw, report->raw_end, &decoded);
		position_advance(&report->position, report->raw, len);
		report->raw += len;
		report->reached += decoded;
	}
}

static void move_to(struct report *report, const norm_block *block, uint64_t offset)
{
	if (report->kind != REPORT_EXPLAIN)
		return;
	if (report->raw) {
		move_in_member(report, offset);
		return;
	}
	position_advance(&report->position, block->source + (report->reached - block->source_offset),
			 (size_t)(offset - report->reached));
	report->reached = offset;
}

static bool tell(struct report *report, const norm_block *block, const norm_edit *edit)
{
	report->line.len = 0;
	if (report->kind == REPORT_EXPLAIN)
		explain_append(&report->line, report, block, edit);
	else
		edits_append(&report->line, report, block, edit);
	return output_write(report->out, report->line.at, report->line.len);
}

bool report_block(struct report *report, const norm_block *block)
{
	norm_edit_iter iter = {0};
	norm_edit edit;
	bool good = true;
	while (good && norm_edits_next(block->edits, &iter, &edit)) {
		move_to(report, block, edit.source_start);
		good = tell(report, block, &edit);
	}
	move_to(report, block, block->source_offset + block->source_len);
	return good;
}

void report_release(struct report *report)
{
	bytes_release(&report->line);
}
