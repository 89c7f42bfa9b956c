/* SPDX-License-Identifier: MIT */
#include "convert/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/number.h"
#include "common/width.h"

#define RULES_OF_EDIT 32 /* more than the steps that can meet in one edit */

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static uint64_t *counts_by_rule(void)
{
	size_t count = norm_rule_count() + 1;
	uint64_t *counts = memory_grow(NULL, count, sizeof *counts);
	memset(counts, 0, count * sizeof *counts);
	return counts;
}

static const norm_rule **list_rules(void)
{
	size_t count = norm_rule_count();
	const norm_rule **rules = memory_grow(NULL, count + 1, sizeof *rules);
	for (size_t i = 0; i <= count; i++)
		rules[i] = norm_rule_at(i);
	return rules;
}

void tally_start(struct tally *tally)
{
	*tally = (struct tally){
		.started = now(), .rules = list_rules(), .edits_by_rule = counts_by_rule(), .findings_by_rule = counts_by_rule()};
}

/* All rules of edits are among those of the library. */
static void count_rule(const struct tally *tally, uint64_t *by_rule, const norm_rule *rule)
{
	size_t i = 0;
	while (tally->rules[i] && tally->rules[i] != rule)
		i++;
	by_rule[i]++;
}

void tally_edits(struct tally *tally, const norm_edits *edits)
{
	norm_edit_iter iter = {0}, found = {0};
	norm_edit edit;
	norm_finding finding;
	const norm_rule *rules[RULES_OF_EDIT];
	for (; norm_edits_next(edits, &iter, &edit); tally->edits++) {
		size_t count = norm_edits_rules(edits, edit.index, rules, RULES_OF_EDIT);
		for (size_t i = 0; i < count && i < RULES_OF_EDIT; i++)
			count_rule(tally, tally->edits_by_rule, rules[i]);
	}
	for (; norm_findings_next(edits, &found, &finding); tally->findings++)
		count_rule(tally, tally->findings_by_rule, finding.rule);
}

/* `label` stands before each message. */
static void append_rules(struct bytes *text, const uint64_t *by_rule, const char *label)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		if (!by_rule[i])
			continue;
		const norm_rule *rule = norm_rule_at(i);
		bytes_format(text, "%12llu  ", (unsigned long long)by_rule[i]);
		width_pad(text, rule->id, 24);
		bytes_format(text, " %s%s%s\n", label, *label ? " " : "", i18n_text(rule->message));
	}
}

static void append_bytes(struct bytes *text, const struct tally *tally)
{
	struct bytes source = {0}, output = {0};
	number_append(&source, tally->source_bytes);
	number_append(&output, tally->output_bytes);
	bytes_format(text, _("%s bytes in, %s bytes out"), bytes_text(&source), bytes_text(&output));
	bytes_release(&source);
	bytes_release(&output);
}

static void append_speed(struct bytes *text, const struct tally *tally)
{
	double seconds = now() - tally->started;
	struct bytes time = {0}, speed = {0};
	number_append_fixed(&time, seconds, 3);
	number_append_fixed(&speed, seconds > 0 ? (double)tally->source_bytes / 1e6 / seconds : 0.0, 1);
	/* TRANSLATORS: seconds, and megabytes a second */
	bytes_format(text, _("%s s, %s MB/s"), bytes_text(&time), bytes_text(&speed));
	bytes_release(&time);
	bytes_release(&speed);
}

static void append_total(struct bytes *text, const struct tally *tally)
{
	unsigned long files = (unsigned long)tally->files, edits = (unsigned long)tally->edits;
	unsigned long findings = (unsigned long)tally->findings;
	/* TRANSLATORS: between the parts of a list */
	const char *separator = _(", ");
	bytes_format(text, P_("%lu file", "%lu files", files), files);
	bytes_append_text(text, separator);
	append_bytes(text, tally);
	bytes_append_text(text, separator);
	bytes_format(text, P_("%lu change", "%lu changes", edits), edits);
	bytes_append_text(text, separator);
	if (findings) {
		/* TRANSLATORS: places that a rule reports and leaves as they are */
		bytes_format(text, P_("%lu finding", "%lu findings", findings), findings);
		bytes_append_text(text, separator);
	}
	append_speed(text, tally);
	bytes_append_char(text, '\n');
}

void tally_print(const struct tally *tally)
{
	struct bytes text = {0};
	append_total(&text, tally);
	append_rules(&text, tally->edits_by_rule, "");
	append_rules(&text, tally->findings_by_rule, _("note:"));
	fprintf(stderr, "%s: %s", message_program(), bytes_text(&text));
	bytes_release(&text);
}

void tally_release(struct tally *tally)
{
	free(tally->rules);
	free(tally->edits_by_rule);
	free(tally->findings_by_rule);
}
