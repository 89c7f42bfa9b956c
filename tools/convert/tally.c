/* SPDX-License-Identifier: MIT */
#include "convert/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/width.h"

#define RULES_OF_EDIT 32 /* more than the steps that can meet in one edit */

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void tally_start(struct tally *tally)
{
	*tally = (struct tally){.started = now()};
	tally->by_rule = memory_grow(NULL, norm_rule_count() + 1, sizeof *tally->by_rule);
	memset(tally->by_rule, 0, (norm_rule_count() + 1) * sizeof *tally->by_rule);
}

static void count_rule(struct tally *tally, const norm_rule *rule)
{
	for (size_t i = 0; i < norm_rule_count(); i++)
		tally->by_rule[i] += norm_rule_at(i) == rule;
}

void tally_edits(struct tally *tally, const norm_edits *edits)
{
	norm_edit_iter iter = {0};
	norm_edit edit;
	const norm_rule *rules[RULES_OF_EDIT];
	for (; norm_edits_next(edits, &iter, &edit); tally->edits++) {
		size_t count = norm_edits_rules(edits, edit.index, rules, RULES_OF_EDIT);
		for (size_t i = 0; i < count && i < RULES_OF_EDIT; i++)
			count_rule(tally, rules[i]);
	}
}

static void append_rules(struct bytes *text, const struct tally *tally)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		if (!tally->by_rule[i])
			continue;
		const norm_rule *rule = norm_rule_at(i);
		bytes_format(text, "%12llu  ", (unsigned long long)tally->by_rule[i]);
		width_pad(text, rule->id, 24);
		bytes_format(text, " %s\n", i18n_text(rule->message));
	}
}

static void append_total(struct bytes *text, const struct tally *tally)
{
	double seconds = now() - tally->started;
	unsigned long files = (unsigned long)tally->files, edits = (unsigned long)tally->edits;
	/* TRANSLATORS: between the parts of a list */
	const char *separator = _(", ");
	bytes_format(text, P_("%lu file", "%lu files", files), files);
	bytes_append_text(text, separator);
	bytes_format(text, _("%llu bytes in, %llu bytes out"), (unsigned long long)tally->source_bytes,
		     (unsigned long long)tally->output_bytes);
	bytes_append_text(text, separator);
	bytes_format(text, P_("%lu change", "%lu changes", edits), edits);
	bytes_append_text(text, separator);
	/* TRANSLATORS: seconds, and megabytes a second */
	bytes_format(text, _("%.3f s, %.1f MB/s"), seconds,
		     seconds > 0 ? (double)tally->source_bytes / 1e6 / seconds : 0.0);
	bytes_append_char(text, '\n');
}

void tally_print(const struct tally *tally)
{
	struct bytes text = {0};
	append_total(&text, tally);
	append_rules(&text, tally);
	fprintf(stderr, "%s: %s", message_program(), bytes_text(&text));
	bytes_release(&text);
}

void tally_release(struct tally *tally)
{
	free(tally->by_rule);
}
