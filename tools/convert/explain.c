/* SPDX-License-Identifier: MIT */
/*
 * page.txt:3:14: spaces.kind: message: "<U+00A0>" (U+00A0) → " " (U+0020) [authority]
 * page.txt:3:20: note: message [arabic.comma]: "<U+060C>" (U+060C) [authority]
 * page.txt:4:1: note: message [input.encoding]: windows-1256, 100% sure: "…" (…) [authority]
 * page.txt:1:1: note: message [input.encoding]: UTF-16LE [authority]
 */
#include "convert/report.h"

#include <string.h>

#include "common/colour.h"
#include "common/excerpt.h"
#include "common/i18n.h"
#include "common/utf8.h"

#define RULES_MAX 32
#define RIGHT_ARROW 0x2192u
#define ENCODING "input.encoding"

static void start_colour(struct bytes *line, enum colour colour)
{
	bytes_append_text(line, colour_on(COLOUR_STDOUT, colour));
}

static void end_colour(struct bytes *line)
{
	bytes_append_text(line, colour_off(COLOUR_STDOUT));
}

static void append_place(struct bytes *line, const struct report *report)
{
	start_colour(line, COLOUR_BOLD);
	bytes_append_shown(line, report->file);
	bytes_format(line, ":%llu:%llu:", (unsigned long long)report->position.line,
		     (unsigned long long)report->position.column);
	end_colour(line);
	bytes_append_char(line, ' ');
}

static void append_rules(struct bytes *line, const norm_rule *const *rules, size_t count)
{
	start_colour(line, COLOUR_CYAN);
	for (size_t i = 0; i < count; i++)
		bytes_format(line, "%s%s", i ? ", " : "", rules[i]->id);
	end_colour(line);
	bytes_append_text(line, ": ");
	for (size_t i = 0; i < count; i++)
		bytes_format(line, "%s%s", i ? "; " : "", i18n_text(rules[i]->message));
	bytes_append_text(line, ": ");
}

static void append_excerpt(struct bytes *line, enum colour colour, const char *text, size_t len, bool isolate)
{
	start_colour(line, colour);
	excerpt_append(line, text, len, isolate);
	end_colour(line);
}

/* Whom the rules follow, each name once. */
static void append_authorities(struct bytes *line, const norm_profile *profile, const norm_rule *const *rules,
			       size_t count)
{
	start_colour(line, COLOUR_DIM);
	bytes_append_text(line, " [");
	for (size_t i = 0; i < count; i++) {
		const char *name = norm_profile_authority(profile, rules[i]);
		size_t first = 0;
		while (strcmp(norm_profile_authority(profile, rules[first]), name) != 0)
			first++;
		if (first == i)
			bytes_format(line, "%s%s", i ? "; " : "", i18n_text(name));
	}
	bytes_append_char(line, ']');
	end_colour(line);
}

void explain_edit(struct bytes *line, const struct report *report, const norm_block *block, const norm_edit *edit)
{
	const norm_rule *rules[RULES_MAX];
	size_t count = norm_edits_rules(block->edits, edit->index, rules, RULES_MAX);
	count = count < RULES_MAX ? count : RULES_MAX;
	append_place(line, report);
	append_rules(line, rules, count);
	append_excerpt(line, COLOUR_RED, block->source + (edit->source_start - block->source_offset),
		       (size_t)(edit->source_end - edit->source_start), report->isolate);
	bytes_append_char(line, ' ');
	utf8_append(line, RIGHT_ARROW);
	bytes_append_char(line, ' ');
	append_excerpt(line, COLOUR_GREEN, block->output + (edit->output_start - block->output_offset),
		       (size_t)(edit->output_end - edit->output_start), report->isolate);
	append_authorities(line, report->profile, rules, count);
	bytes_append_char(line, '\n');
}

bool explain_passes(const norm_block *block, const norm_edit *edit)
{
	const norm_rule *rule;
	return norm_edits_rules(block->edits, edit->index, &rule, 1) == 1 && !strcmp(rule->id, ENCODING);
}

/* What damaged text was. */
static void append_detail(struct bytes *line, const norm_finding *finding)
{
	if (!finding->detail)
		return;
	if (finding->layer)
		/* TRANSLATORS: text was read in a wrong encoding, perhaps several times: "layer 1, UTF-8 read as windows-1252: " */
		bytes_format(line, _("layer %u, %s: "), finding->layer, i18n_text(finding->detail));
	else
		/* TRANSLATORS: an encoding, and how sure that is */
		bytes_format(line, _("%s, %u%% sure: "), finding->detail, finding->confidence);
}

/* "page.txt:3:20: note: message [rule]: " */
static void start_note(struct bytes *line, const struct report *report, const norm_rule *rule)
{
	append_place(line, report);
	start_colour(line, COLOUR_YELLOW);
	bytes_append_text(line, _("note:"));
	end_colour(line);
	bytes_format(line, " %s [", i18n_text(rule->message));
	start_colour(line, COLOUR_CYAN);
	bytes_append_text(line, rule->id);
	end_colour(line);
	bytes_append_text(line, "]: ");
}

void explain_encoding(struct bytes *line, const struct report *report)
{
	const norm_rule *rule = norm_rule_find(ENCODING);
	start_note(line, report, rule);
	bytes_append_text(line, report->encoding);
	append_authorities(line, report->profile, &rule, 1);
	bytes_append_char(line, '\n');
}

void explain_finding(struct bytes *line, const struct report *report, const norm_block *block,
		     const norm_finding *finding)
{
	start_note(line, report, finding->rule);
	append_detail(line, finding);
	excerpt_append(line, block->source + (finding->source_start - block->source_offset),
		       (size_t)(finding->source_end - finding->source_start), report->isolate);
	append_authorities(line, report->profile, &finding->rule, 1);
	bytes_append_char(line, '\n');
}
