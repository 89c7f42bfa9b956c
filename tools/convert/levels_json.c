/* SPDX-License-Identifier: MIT */
/*
 * {"file":"a.txt","type":"level","source":[9,15],"outer":[7,17],"level":1,"parent":0,"depth":1,"language":"ar"}
 * {"file":"a.txt","type":"sentence","source":[9,15],"level":1,"language":"ar"}
 * {"file":"a.txt","type":"protected","source":[24,29],"kind":"time"}
 */
#include "convert/json_line.h"
#include "convert/show_levels.h"

static void append_span(struct report *report, const struct levels_part *part, const char *name, size_t start,
			size_t end)
{
	uint64_t source_start, source_end;
	norm_edits_source_span(part->edits, part->offset + start, part->offset + end, &source_start, &source_end);
	json_line_span(&report->line, name, report->source_start + source_start, report->source_start + source_end);
}

static void start_line(struct report *report, const char *type)
{
	json_line_start(&report->line, report);
	bytes_format(&report->line, ",\"type\":\"%s\"", type);
}

static void append_number(struct report *report, const char *name, uint64_t number)
{
	bytes_format(&report->line, ",\"%s\":%llu", name, (unsigned long long)number);
}

static void end_with_language(struct report *report, norm_language language)
{
	bytes_format(&report->line, ",\"language\":\"%s\"}\n", norm_language_tag(language));
}

void levels_json_level(struct report *report, const struct levels_part *part, const norm_level *level, size_t index)
{
	start_line(report, "level");
	append_span(report, part, "source", level->start, level->end);
	append_span(report, part, "outer", level->outer_start, level->outer_end);
	append_number(report, "level", report->levels_done + index);
	if (level->parent == NORM_LEVEL_NONE)
		bytes_append_text(&report->line, ",\"parent\":null");
	else
		append_number(report, "parent", report->levels_done + level->parent);
	append_number(report, "depth", level->depth);
	end_with_language(report, level->language);
}

void levels_json_sentence(struct report *report, const struct levels_part *part, const norm_sentence *sentence)
{
	start_line(report, "sentence");
	append_span(report, part, "source", sentence->start, sentence->end);
	append_number(report, "level", report->levels_done + sentence->level);
	end_with_language(report, sentence->language);
}

void levels_json_protected(struct report *report, const struct levels_part *part, const norm_protected *span)
{
	start_line(report, "protected");
	append_span(report, part, "source", span->start, span->end);
	bytes_format(&report->line, ",\"kind\":\"%s\"}\n", span->kind);
}
