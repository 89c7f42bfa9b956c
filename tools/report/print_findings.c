/* SPDX-License-Identifier: MIT */
/* What does not show, what Arabic text has, and what the rules find. */
#include <stdlib.h>
#include <string.h>

#include <libnorm/norm.h>

#include "common/colour.h"
#include "common/i18n.h"
#include "common/width.h"
#include "report/print_text.h"

enum { NAME_COLUMNS = 44, NUMBER_COLUMNS = 8, RULE_COLUMNS = 28, EXAMPLES_SHOWN = 2 };

/* ---- Invisible characters ---- */

static void append_character(struct print *print, const struct row *row)
{
	struct bytes label = {0};
	uint64_t bad = row->count[CHARACTERS_SUSPICIOUS] + row->count[CHARACTERS_UNPAIRED];
	bytes_format(&label, "%s %s", row->key, row->text[0]);
	text_label(print, bytes_text(&label), NAME_COLUMNS);
	text_number(print, row->count[CHARACTERS_COUNT], NUMBER_COLUMNS);
	if (!bad) {
		bytes_format(&print->out, "  %s\n", _("legitimate"));
	} else {
		bytes_append_text(&print->out, colour_on(COLOUR_STDOUT, COLOUR_YELLOW));
		if (row->count[CHARACTERS_SUSPICIOUS]) {
			unsigned long count = (unsigned long)row->count[CHARACTERS_SUSPICIOUS];
			bytes_format(&print->out, P_("  %lu suspicious", "  %lu suspicious", count), count);
		}
		if (row->count[CHARACTERS_UNPAIRED]) {
			unsigned long count = (unsigned long)row->count[CHARACTERS_UNPAIRED];
			bytes_format(&print->out, P_("  %lu unpaired", "  %lu unpaired", count), count);
		}
		bytes_format(&print->out, "%s\n", colour_off(COLOUR_STDOUT));
	}
	bytes_release(&label);
	if (row->example_count)
		text_example(print, &row->examples[0], 2 * TEXT_INDENT + 2);
}

void text_characters(struct print *print, const struct tally *tally)
{
	const struct row **rows = text_by_count(&tally->tables[TABLE_CHARACTERS], CHARACTERS_COUNT);
	if (*rows)
		text_heading(print, _("Characters that do not show"));
	for (size_t i = 0; rows[i]; i++)
		append_character(print, rows[i]);
	free(rows);
}

/* ---- Arabic ---- */

static uint64_t arabic_count(const struct tally *tally, const char *what)
{
	const struct row *row = table_find(&tally->tables[TABLE_ARABIC], what);
	return row ? row->count[0] : 0;
}

/* What is looked for first; that there is none of the first two is an answer. */
static const char *const arabic_lines[] = {
	"tatweel",     "harakat",    "superscript-alef", "quranic-marks", "presentation-forms-a", "presentation-forms-b",
	"yeh-persian", "kaf-persian", "hamza-mark",	 "alef-wasla",	  "digits-arabic",	  "digits-persian",
};
enum { ALWAYS = 2 };

/* Alef with hamza among all where it could stand: who leaves it out shows it here. */
static void append_hamza(struct print *print, const struct tally *tally)
{
	uint64_t with = arabic_count(tally, "alef-hamza-above") + arabic_count(tally, "alef-hamza-below") +
			arabic_count(tally, "alef-madda");
	uint64_t all = with + arabic_count(tally, "alef-bare");
	if (!all)
		return;
	text_label(print, _("alef with hamza or madda"), RULE_COLUMNS);
	text_number(print, with, NUMBER_COLUMNS);
	bytes_append_text(&print->out, "  ");
	text_share(print, with, all);
	bytes_format(&print->out, " %s\n", _("of all alefs"));
}

void text_arabic(struct print *print, const struct tally *tally)
{
	if (!tally->tables[TABLE_ARABIC].count)
		return;
	text_heading(print, _("Arabic letters"));
	append_hamza(print, tally);
	for (size_t i = 0; i < sizeof arabic_lines / sizeof *arabic_lines; i++) {
		uint64_t count = arabic_count(tally, arabic_lines[i]);
		if (!count && i >= ALWAYS)
			continue;
		width_spaces(&print->out, TEXT_INDENT);
		text_name(print, LABEL_ARABIC, arabic_lines[i], strlen(arabic_lines[i]), RULE_COLUMNS - TEXT_INDENT);
		text_number(print, count, NUMBER_COLUMNS);
		bytes_append_char(&print->out, '\n');
	}
}

/* ---- Rules ---- */

static int severity_rank(const struct row *row)
{
	for (int i = NORM_SEVERITY_ERROR; i > NORM_SEVERITY_OFF; i--) {
		if (!strcmp(norm_severity_name((norm_severity)i), row->text[RULES_SEVERITY]))
			return i;
	}
	return NORM_SEVERITY_OFF;
}

static uint64_t times(const struct row *row)
{
	return row->count[RULES_EDITS] + row->count[RULES_REPORTS];
}

/* The worst first, and of those the most frequent. */
static int compare_rules(const void *a, const void *b)
{
	const struct row *const *left = a, *const *right = b;
	int by_severity = severity_rank(*right) - severity_rank(*left);
	if (by_severity)
		return by_severity;
	if (times(*left) != times(*right))
		return times(*left) < times(*right) ? 1 : -1;
	return strcmp((*left)->key, (*right)->key);
}

static void append_severity(struct print *print, const struct row *row)
{
	static const enum colour colours[] = {[NORM_SEVERITY_OFF] = COLOUR_DIM,
					      [NORM_SEVERITY_NOTE] = COLOUR_CYAN,
					      [NORM_SEVERITY_WARNING] = COLOUR_YELLOW,
					      [NORM_SEVERITY_ERROR] = COLOUR_RED};
	enum { SEVERITY_COLUMNS = 16 };
	const char *name = i18n_text(row->text[RULES_SEVERITY]);
	bytes_append_text(&print->out, colour_on(COLOUR_STDOUT, colours[severity_rank(row)]));
	text_label(print, name, SEVERITY_COLUMNS);
	bytes_append_text(&print->out, colour_off(COLOUR_STDOUT));
}

static void append_rule(struct print *print, const struct row *row)
{
	const norm_rule *rule = norm_rule_find(row->key);
	append_severity(print, row);
	text_number(print, times(row), NUMBER_COLUMNS);
	bytes_format(&print->out, "  %s [%s]\n", rule ? i18n_text(rule->message) : "?", row->key);
	for (size_t i = 0; i < row->example_count && i < EXAMPLES_SHOWN; i++)
		text_example(print, &row->examples[i], 2 * TEXT_INDENT + 2);
}

void text_rules(struct print *print, const struct tally *tally)
{
	const struct row **rows = text_by_count(&tally->tables[TABLE_RULES], RULES_EDITS);
	size_t count = tally->tables[TABLE_RULES].count;
	if (count) {
		qsort(rows, count, sizeof(struct row *), compare_rules);
		text_heading(print, _("Findings"));
	}
	for (size_t i = 0; i < count; i++)
		append_rule(print, rows[i]);
	free(rows);
}
