/* SPDX-License-Identifier: MIT */
#include "report/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/message.h"
#include "common/utf8.h"
#include "report/characters.h"

#define KEPT_MAX ((size_t)16 * 1024 * 1024) /* findings that take more memory wait no longer */

/* A finding at the moment it is made: where it is in the decoded text, and what is known of it. Most are only counted. */
struct candidate {
	const norm_block *block;
	uint64_t start, end;
	const struct found_set *set;
	const char *after; /* NULL: the rules only report */
	size_t after_len;
	const char *detail;
	unsigned confidence, layer;
	bool is_edit, is_made;
	struct finding finding; /* when it is made */
};

static norm_status take_block(void *user, const norm_block *block);

void findings_init(struct findings *findings, const norm_profile *profile, norm_levels *levels)
{
	*findings = (struct findings){.levels = levels};
	found_rules_init(&findings->rules, profile);
	if (norm_stream_new(profile, NORM_WITH_EDITS, take_block, findings, &findings->stream) != NORM_OK)
		message_out_of_memory();
	norm_stream_read_levels(findings->stream, levels);
}

void findings_release(struct findings *findings)
{
	norm_stream_free(findings->stream);
	found_rules_release(&findings->rules);
	free(findings->early);
	kept_release(&findings->kept);
	*findings = (struct findings){0};
}

void findings_start(struct findings *findings, struct tally *tally)
{
	findings->tally = tally;
	found_rules_start(&findings->rules, tally);
}

void findings_text(struct findings *findings, const struct text_place *place, struct origin *origin)
{
	norm_stream_reset(findings->stream);
	locator_start(&findings->locator, place, origin);
	findings->origin = origin;
	findings->early_first = findings->early_count = 0;
	findings->suspected = findings->replaced_end = 0;
}

void findings_early(struct findings *findings, const struct early_finding *early)
{
	if (findings->early_count == findings->early_cap) {
		findings->early_cap = findings->early_cap ? findings->early_cap * 2 : 16;
		findings->early = memory_grow(findings->early, findings->early_cap, sizeof *findings->early);
	}
	findings->early[findings->early_count++] = *early;
}

/* ---- Invisible characters ---- */

/* Whether some other invisible character takes the place: that is a matter of style. */
static bool is_replaced(const struct candidate *candidate)
{
	const char *at = candidate->after, *end = at ? at + candidate->after_len : at;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (character_get(cp).kind & CHARACTER_INVISIBLE)
			return true;
	}
	return false;
}

/* Embeddings, overrides, isolates and what ends them; marks of direction have no partner. */
static bool has_partner(uint32_t cp)
{
	return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool is_about_bidi(const struct candidate *candidate)
{
	return !strcmp(candidate->set->rules[0]->id, "controls.bidi");
}

/* Where the letters run from right to left its marks are normal, also those that do nothing there and may go. */
static bool is_normal(const struct findings *findings, const struct candidate *candidate, uint32_t cp, const char *at)
{
	if ((cp != 0x200F && cp != 0x61C) || candidate->set->count > 1 || !is_about_bidi(candidate))
		return false;
	switch (norm_levels_language_at(findings->levels, (size_t)(at - candidate->block->source))) {
	case NORM_LANGUAGE_ARABIC:
	case NORM_LANGUAGE_PERSIAN:
	case NORM_LANGUAGE_URDU:
	case NORM_LANGUAGE_KURDISH:
	case NORM_LANGUAGE_UYGHUR:
		return true;
	default:
		return false;
	}
}

static const struct finding *make(struct findings *findings, struct candidate *candidate)
{
	const norm_block *block = candidate->block;
	const struct found_set *set = candidate->set;
	if (candidate->is_made)
		return &candidate->finding;
	candidate->is_made = true;
	candidate->finding = (struct finding){.rules = set->rules,
					      .rule_count = set->count,
					      .severity = set->severity,
					      .after = candidate->after,
					      .after_len = candidate->after_len,
					      .is_edit = candidate->is_edit,
					      .detail = candidate->detail,
					      .confidence = candidate->confidence,
					      .layer = candidate->layer};
	locator_fill(&findings->locator, &candidate->finding, block->source, block->source_len, block->source_offset,
		     candidate->start, candidate->end);
	return &candidate->finding;
}

static void suspect_character(struct findings *findings, struct candidate *candidate, uint32_t cp)
{
	struct example example;
	struct bytes strings = {0};
	char key[16];
	snprintf(key, sizeof key, "U+%04X", (unsigned)cp);
	struct row *row = table_row(&findings->tally->tables[TABLE_CHARACTERS], key);
	row_set_text(row, 0, character_name(cp));
	bool is_unpaired = has_partner(cp) && is_about_bidi(candidate);
	row->count[is_unpaired ? CHARACTERS_UNPAIRED : CHARACTERS_SUSPICIOUS]++;
	if (!row_wants_example(row, findings->examples_max))
		return;
	example_make(&example, make(findings, candidate), &strings);
	row_add_example(row, &example);
	bytes_release(&strings);
}

/* Most findings span nothing but visible ASCII and spaces. */
static bool may_be_invisible(const char *at, const char *end)
{
	for (; at < end; at++) {
		if ((unsigned char)*at < ' ' || (unsigned char)*at >= 0x7F)
			return true;
	}
	return false;
}

static void suspect_all(struct findings *findings, struct candidate *candidate, const char *at, const char *end)
{
	for (size_t len; at < end; at += len) {
		uint32_t cp;
		len = utf8_decode(at, end, &cp);
		if (!(character_get(cp).kind & CHARACTER_INVISIBLE) || is_normal(findings, candidate, cp, at))
			continue;
		suspect_character(findings, candidate, cp);
	}
}

/* Each invisible character counts once, however many findings touch it. */
static void suspect(struct findings *findings, struct candidate *candidate)
{
	const norm_block *block = candidate->block;
	uint64_t from = candidate->start > findings->suspected ? candidate->start : findings->suspected;
	if (from >= candidate->end)
		return;
	const char *at = block->source + (from - block->source_offset);
	const char *end = block->source + (candidate->end - block->source_offset);
	if (!may_be_invisible(at, end) || is_replaced(candidate))
		return;
	suspect_all(findings, candidate, at, end);
	findings->suspected = candidate->end;
}

/* ---- Counting and telling ---- */

static void add_examples(struct findings *findings, const struct found_set *set, const struct finding *finding)
{
	struct example example;
	struct bytes strings = {0};
	example_make(&example, finding, &strings);
	for (size_t i = 0; i < set->count; i++) {
		struct row *row = found_rules_row(&findings->rules, set->found[i]);
		if (row_wants_example(row, findings->examples_max))
			row_add_example(row, &example);
	}
	bytes_release(&strings);
}

/* @return whether one of the rules wants an example. */
static bool count_rules(struct findings *findings, const struct found_set *set, bool is_edit)
{
	bool wants_example = false;
	found_rules_count(&findings->rules, set->severity, 1);
	for (size_t i = 0; i < set->count; i++) {
		struct row *row = found_rules_row(&findings->rules, set->found[i]);
		row->count[is_edit ? RULES_EDITS : RULES_REPORTS]++;
		wants_example |= row_wants_example(row, findings->examples_max);
	}
	return wants_example;
}

static void tell(void *user, struct finding *finding)
{
	struct findings *findings = user;
	struct finding_filter *filter = findings->filter;
	if (filter && filter->knows(filter, findings->filter_state, finding)) {
		findings->tally->count[COUNT_KNOWN]++;
		return;
	}
	const struct found_set set = found_rules_some(&findings->rules, finding->rules, finding->rule_count);
	if (count_rules(findings, &set, finding->is_edit))
		add_examples(findings, &set, finding);
	if (!findings->sink)
		return;
	if (findings->told++)
		bytes_append_text(findings->out, findings->sink->between);
	findings->sink->take(finding, findings->out);
}

static void pass_on(struct findings *findings, struct candidate *candidate)
{
	struct finding_filter *filter = findings->filter;
	make(findings, candidate);
	if (filter)
		candidate->finding.hash = filter->hash(filter, &candidate->finding);
	if (findings->wait)
		kept_add(&findings->kept, &candidate->finding);
	else
		tell(findings, &candidate->finding);
}

/* @return whether one of its rules may want an example of the next one. */
static bool take(struct findings *findings, struct candidate *candidate)
{
	if (findings->sees_characters)
		suspect(findings, candidate);
	if (findings->filter || findings->sink) {
		pass_on(findings, candidate);
		return true;
	}
	bool wants_example = count_rules(findings, candidate->set, candidate->is_edit);
	if (wants_example)
		add_examples(findings, candidate->set, make(findings, candidate));
	return wants_example;
}

void findings_settle(struct findings *findings)
{
	if (findings->wait && findings->wait(findings->waiting))
		kept_give(&findings->kept, tell, findings);
}

/* ---- The stream ---- */

/* What is only made for few stays as it is. */
static void begin(struct candidate *candidate, const norm_block *block, const struct found_set *set, uint64_t start, uint64_t end)
{
	candidate->block = block;
	candidate->set = set;
	candidate->start = start;
	candidate->end = end;
	candidate->after = candidate->detail = NULL;
	candidate->after_len = 0;
	candidate->confidence = candidate->layer = 0;
	candidate->is_edit = candidate->is_made = false;
}

/* Whether nothing about an edit matters but its rules. */
static bool only_counts(const struct findings *findings, const norm_block *block, const norm_edit *edit,
			const struct found_set *set)
{
	const char *source = block->source - block->source_offset;
	if (set->wants_examples || findings->sink || findings->filter)
		return false;
	return !findings->sees_characters || !may_be_invisible(source + edit->source_start, source + edit->source_end);
}

/* A replacement character that stands for bytes is none of the text: input.invalid has told them. */
static bool is_told(const struct findings *findings, const struct found_set *set, uint64_t source_end)
{
	return source_end == findings->replaced_end && set->count == 1 && !strcmp(set->rules[0]->id, "controls.replacement");
}

static void take_edit(struct findings *findings, const norm_block *block, const norm_edit *edit)
{
	struct found_set *set = found_rules_set(&findings->rules, block->edits, edit);
	struct candidate candidate;
	if (!set->count || is_told(findings, set, edit->source_end))
		return;
	if (only_counts(findings, block, edit, set)) {
		set->edits++;
		return;
	}
	begin(&candidate, block, set, edit->source_start, edit->source_end);
	candidate.is_edit = true;
	candidate.after = block->output + (edit->output_start - block->output_offset);
	candidate.after_len = (size_t)(edit->output_end - edit->output_start);
	set->wants_examples = take(findings, &candidate);
}

static void count_mojibake(struct findings *findings, const norm_finding *found)
{
	char key[128];
	if (!found->layer || strcmp(found->rule->id, "repair.mojibake") != 0)
		return;
	snprintf(key, sizeof key, "%s\t%u", found->detail, found->layer);
	table_row(&findings->tally->tables[TABLE_MOJIBAKE], key)->count[0]++;
}

static void take_report(struct findings *findings, const norm_block *block, const norm_finding *found)
{
	const struct found_set set = found_rules_some(&findings->rules, &found->rule, 1);
	struct candidate candidate;
	count_mojibake(findings, found);
	if (!set.count || is_told(findings, &set, found->source_end))
		return;
	begin(&candidate, block, &set, found->source_start, found->source_end);
	candidate.detail = found->detail;
	candidate.confidence = found->confidence;
	candidate.layer = found->layer;
	take(findings, &candidate);
}

static void take_early(struct findings *findings, const norm_block *block, const struct early_finding *early)
{
	const struct found_set set = found_rules_some(&findings->rules, &early->rule, 1);
	struct candidate candidate;
	if (early->is_edit)
		findings->replaced_end = early->span.end;
	if (!set.count)
		return;
	begin(&candidate, block, &set, early->span.at, early->span.end);
	candidate.is_edit = early->is_edit;
	/* text is read from where the block begins */
	if (candidate.end > block->source_offset + block->source_len)
		candidate.end = block->source_offset + block->source_len;
	candidate.detail = early->detail;
	candidate.confidence = early->confidence;
	take(findings, &candidate);
}

/* Three lists, in the order of their starts: what was found early, what is only reported, what is changed. */
struct lists {
	norm_edit_iter edits, reports;
	norm_edit edit;
	norm_finding report;
	bool has_edit, has_report;
};

/* Where the next finding of the stream begins. */
static uint64_t next_start(const struct lists *lists)
{
	uint64_t edit = lists->has_edit ? lists->edit.source_start : UINT64_MAX;
	uint64_t report = lists->has_report ? lists->report.source_start : UINT64_MAX;
	return edit < report ? edit : report;
}

static void take_early_until(struct findings *findings, const norm_block *block, uint64_t until)
{
	for (; findings->early_first < findings->early_count; findings->early_first++) {
		const struct early_finding *early = &findings->early[findings->early_first];
		if (early->span.at > until)
			return;
		take_early(findings, block, early);
	}
	findings->early_first = findings->early_count = 0;
}

static norm_status take_block(void *user, const norm_block *block)
{
	struct findings *findings = user;
	struct lists lists = {0};
	uint64_t end = block->source_offset + block->source_len;
	findings->rules.block++;
	if (findings->show)
		findings->show(findings->user, block);
	lists.has_edit = norm_edits_next(block->edits, &lists.edits, &lists.edit);
	lists.has_report = norm_findings_next(block->edits, &lists.reports, &lists.report);
	while (lists.has_edit || lists.has_report) {
		uint64_t start = next_start(&lists);
		if (findings->early_count)
			take_early_until(findings, block, start);
		if (lists.has_report && lists.report.source_start == start) {
			take_report(findings, block, &lists.report);
			lists.has_report = norm_findings_next(block->edits, &lists.reports, &lists.report);
		} else {
			take_edit(findings, block, &lists.edit);
			lists.has_edit = norm_edits_next(block->edits, &lists.edits, &lists.edit);
		}
	}
	if (findings->early_count && block->source_len)
		take_early_until(findings, block, end - 1);
	found_rules_settle(&findings->rules);
	if (kept_size(&findings->kept) > KEPT_MAX)
		findings_settle(findings);
	locator_pass(&findings->locator, block->source, block->source_len, block->source_offset);
	origin_forget(findings->origin, end);
	return NORM_OK;
}

norm_status findings_write(struct findings *findings, const char *text, size_t len)
{
	return norm_stream_write(findings->stream, text, len);
}

norm_status findings_end(struct findings *findings)
{
	return norm_stream_finish(findings->stream);
}
