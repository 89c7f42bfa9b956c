/* SPDX-License-Identifier: MIT */
/* The cards at the top of the page, and the charts below them. */
#include <stdlib.h>
#include <string.h>

#include <libnorm/norm.h>

#include "common/i18n.h"
#include "report/html_parts.h"

enum { CARD_ROWS = 4, RULES_SHOWN = 10 };

static void start_card(struct bytes *page, const char *title)
{
	bytes_format(page, "<article class=card><h3>%s</h3>\n", title);
}

/* A line of a card: a name and its number, of a class when there is one. */
static void append_line(struct bytes *page, const char *name, uint64_t number, const char *class)
{
	bytes_format(page, "<p class=\"line %s\"><span>%s</span> <b>", number ? class : "none", name);
	number_append(page, number);
	bytes_append_text(page, "</b></p>\n");
}

static void append_size(struct bytes *page, const struct tally *total)
{
	const uint64_t *count = total->count;
	start_card(page, _("Input"));
	bytes_append_text(page, "<p class=big>");
	number_append(page, count[COUNT_FILES]);
	bytes_format(page, " <small>%s</small></p>\n", P_("file", "files", (unsigned long)count[COUNT_FILES]));
	if (count[COUNT_TEXTS] != count[COUNT_FILES])
		append_line(page, _("texts"), count[COUNT_TEXTS], "");
	append_line(page, _("paragraphs"), count[COUNT_PARAGRAPHS], "");
	append_line(page, _("lines"), count[COUNT_LINES], "");
	bytes_append_text(page, "</article>\n");
	start_card(page, _("Size"));
	bytes_append_text(page, "<p class=big>");
	html_size(page, count[COUNT_BYTES]);
	bytes_append_text(page, "</p>\n");
	append_line(page, _("characters"), count[COUNT_CHARACTERS], "");
	append_line(page, _("letters"), count[COUNT_LETTERS], "");
	bytes_append_text(page, "</article>\n");
}

static uint64_t weigh_letters(const struct row *language, const void *user)
{
	(void)user;
	return language->count[LANGUAGES_LETTERS];
}

/* The first rows of a table with their shares; names without a label are for programs. */
static void append_shares(struct bytes *page, const struct table *table,
			  uint64_t (*weigh)(const struct row *row, const void *user), enum label_kind kind, bool has_labels)
{
	size_t count;
	uint64_t whole = 0;
	struct html_rank *ranks = html_rank(table, weigh, NULL, &count);
	for (size_t i = 0; i < count; i++)
		whole += ranks[i].weight;
	for (size_t i = 0; i < count && i < CARD_ROWS; i++) {
		bytes_append_text(page, "<p class=line><span><bdi>");
		if (has_labels)
			html_label(page, kind, ranks[i].row->key, strlen(ranks[i].row->key));
		else
			html_string(page, ranks[i].row->key);
		bytes_append_text(page, "</bdi></span> <b>");
		number_append_percent(page, ranks[i].weight, whole);
		bytes_append_text(page, "</b></p>\n");
	}
	free(ranks);
}

static void append_encodings(struct bytes *page, const struct tally *total, unsigned sections)
{
	uint64_t mojibake = 0;
	const struct table *table = &total->tables[TABLE_MOJIBAKE];
	for (size_t i = 0; i < table->count; i++)
		mojibake += table->rows[i]->count[0];
	start_card(page, _("Encodings"));
	append_shares(page, &total->tables[TABLE_ENCODINGS], html_weigh_count, LABEL_LANGUAGE, false);
	append_line(page, _("invalid bytes"), total->count[COUNT_INVALID], "bad");
	/* else nobody has looked for it */
	if (sections & SECTIONS_FINDING)
		append_line(page, _("mojibake"), mojibake, "bad");
	bytes_append_text(page, "</article>\n");
}

/* What the normal form of the profile would change; a profile that asks for none finds nothing. */
static void append_form(struct bytes *page, const struct tally *total)
{
	const struct row *row = table_find(&total->tables[TABLE_RULES], "unicode.form");
	uint64_t count = row ? html_finding_count(row) : 0;
	append_line(page, _("not in normal form"), count, "bad");
}

static void append_severities(struct bytes *page, const struct tally *total)
{
	const uint64_t *count = total->count;
	start_card(page, _("Findings"));
	bytes_append_text(page, "<p class=big>");
	number_append(page, count[COUNT_ERRORS] + count[COUNT_WARNINGS] + count[COUNT_NOTES]);
	bytes_append_text(page, "</p>\n");
	append_line(page, _("errors"), count[COUNT_ERRORS], "error");
	append_line(page, _("warnings"), count[COUNT_WARNINGS], "warning");
	append_line(page, _("notes"), count[COUNT_NOTES], "note");
	if (count[COUNT_KNOWN])
		append_line(page, _("known from the baseline"), count[COUNT_KNOWN], "");
	append_form(page, total);
	bytes_append_text(page, "</article>\n");
}

static uint64_t weigh_rule(const struct row *row, const void *user)
{
	(void)user;
	return html_finding_count(row);
}

static void append_rules(struct bytes *page, const struct table *table)
{
	struct html_bar bars[RULES_SHOWN];
	size_t count, shown = 0;
	struct html_rank *ranks = html_rank(table, weigh_rule, NULL, &count);
	for (; shown < count && shown < RULES_SHOWN; shown++) {
		const struct row *row = ranks[shown].row;
		const norm_rule *rule = norm_rule_find(row->key);
		const char *text = rule ? i18n_text(rule->message) : row->key;
		bars[shown] = (struct html_bar){text, strlen(text), html_level(row), ranks[shown].weight};
	}
	if (shown) {
		bytes_format(page, "<article class=rules><h3>%s</h3>\n", _("Most frequent findings"));
		html_bars(page, bars, shown, bars[0].count, 0);
		bytes_append_text(page, "</article>\n");
	}
	free(ranks);
}

void html_overview(struct bytes *page, const struct tally *total, unsigned sections)
{
	bytes_append_text(page, "<section id=overview class=cards>\n");
	append_size(page, total);
	if (sections & 1u << SECTION_LANGUAGES && total->tables[TABLE_LANGUAGES].count) {
		start_card(page, _("Letters by language"));
		append_shares(page, &total->tables[TABLE_LANGUAGES], weigh_letters, LABEL_LANGUAGE, true);
		bytes_append_text(page, "</article>\n");
	}
	if (sections & 1u << SECTION_RULES)
		append_severities(page, total);
	if (sections & 1u << SECTION_SIZE)
		append_encodings(page, total, sections);
	bytes_append_text(page, "</section>\n<section class=\"grid overview\">\n");
	if (sections & 1u << SECTION_RULES)
		append_rules(page, &total->tables[TABLE_RULES]);
	bytes_append_text(page, "<div>\n");
	html_chart(page, &total->tables[TABLE_LANGUAGES], LABEL_LANGUAGE, _("Sentences by language"));
	html_chart(page, &total->tables[TABLE_SCRIPTS], LABEL_SCRIPT, _("Letters by script"));
	bytes_append_text(page, "</div></section>\n");
}
