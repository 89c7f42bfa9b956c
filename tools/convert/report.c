/* SPDX-License-Identifier: MIT */
#include "convert/report.h"

#include "common/json.h"
#include "convert/show_levels.h"
#include "convert/source_position.h"

/* Whether people want to know line and column; programs count bytes. */
static bool counts_columns(const struct report *report)
{
	return report->kind == REPORT_EXPLAIN || report->kind == REPORT_LEVELS;
}

bool report_wants_levels(const struct report *report)
{
	return report->kind == REPORT_LEVELS || report->kind == REPORT_LEVELS_JSON;
}

void report_text(struct report *report, const norm_profile *profile, norm_levels *levels, uint64_t source,
		 uint64_t output)
{
	report->profile = profile;
	report->levels = levels;
	report->levels_done = 0;
	report->reached = 0;
	report->source_start = source;
	report->output_start = output;
	report->encoding = NULL;
	report->encoding_told = false;
	report->field = NULL;
	report->raw = NULL;
}

void report_member(struct report *report, const norm_profile *profile, norm_levels *levels, const char *field,
		   const char *raw, const char *raw_end, struct position position)
{
	report_text(report, profile, levels, 0, 0);
	report->field = field;
	report->raw = raw;
	report->raw_end = raw_end;
	report->position = position;
}

void report_pass(struct report *report, const char *bytes, size_t len)
{
	if (counts_columns(report))
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

void report_move_to(struct report *report, const norm_block *block, uint64_t offset)
{
	if (!counts_columns(report))
		return;
	if (report->raw) {
		move_in_member(report, offset);
		return;
	}
	source_position_advance(&report->position, report->encoding, block->source + (report->reached - block->source_offset),
				(size_t)(offset - report->reached));
	report->reached = offset;
}

bool report_write_line(struct report *report)
{
	bool good = output_write(report->out, report->line.at, report->line.len);
	report->line.len = 0;
	return good;
}

static void append_explanation(struct report *report, const norm_block *block, const norm_edit *edit)
{
	if (report->encoding && !report->encoding_told)
		explain_encoding(&report->line, report);
	report->encoding_told = true;
	if (!explain_passes(block, edit))
		explain_edit(&report->line, report, block, edit);
}

static bool tell_edit(struct report *report, const norm_block *block, const norm_edit *edit)
{
	report_move_to(report, block, edit->source_start);
	if (report->kind == REPORT_EXPLAIN)
		append_explanation(report, block, edit);
	else
		edits_edit(&report->line, report, block, edit);
	return report_write_line(report);
}

static bool tell_finding(struct report *report, const norm_block *block, const norm_finding *finding)
{
	report_move_to(report, block, finding->source_start);
	if (report->kind == REPORT_EXPLAIN)
		explain_finding(&report->line, report, block, finding);
	else
		edits_finding(&report->line, report, block, finding);
	return report_write_line(report);
}

/* The edits and findings of a block. */
static bool tell_edits(struct report *report, const norm_block *block)
{
	norm_edit_iter edits = {0}, findings = {0};
	norm_edit edit;
	norm_finding finding;
	bool has_edit = norm_edits_next(block->edits, &edits, &edit);
	bool has_finding = norm_findings_next(block->edits, &findings, &finding);
	bool good = true;
	while (good && (has_edit || has_finding)) {
		if (has_edit && (!has_finding || edit.source_start <= finding.source_start)) {
			good = tell_edit(report, block, &edit);
			has_edit = norm_edits_next(block->edits, &edits, &edit);
		} else {
			good = tell_finding(report, block, &finding);
			has_finding = norm_findings_next(block->edits, &findings, &finding);
		}
	}
	return good;
}

bool report_block(struct report *report, const norm_block *block)
{
	bool good = report_wants_levels(report) ? show_levels_block(report, block) : tell_edits(report, block);
	report_move_to(report, block, block->source_offset + block->source_len);
	return good;
}

void report_release(struct report *report)
{
	bytes_release(&report->line);
}
