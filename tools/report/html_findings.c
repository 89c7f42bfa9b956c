/* SPDX-License-Identifier: MIT */
/* What the rules have found: a row for each rule, and what to choose rows by. */
#include <stdlib.h>
#include <string.h>

#include <libnorm/norm.h>

#include "common/html.h"
#include "common/i18n.h"
#include "report/html_parts.h"

uint64_t html_finding_count(const struct row *rule)
{
	return rule->count[RULES_EDITS] + rule->count[RULES_REPORTS];
}

static norm_severity level_of(const struct row *rule)
{
	for (norm_severity level = NORM_SEVERITY_ERROR; level > NORM_SEVERITY_NOTE; level--) {
		if (!strcmp(norm_severity_name(level), rule->text[RULES_SEVERITY]))
			return level;
	}
	return NORM_SEVERITY_NOTE;
}

const char *html_level(const struct row *rule)
{
	return norm_severity_name(level_of(rule));
}

/* The most serious ones first; there are no 2^60 findings. */
static uint64_t weigh(const struct row *rule, const void *user)
{
	(void)user;
	uint64_t count = html_finding_count(rule);
	return count ? (uint64_t)level_of(rule) << 60 | count : 0;
}

/* ---- What to choose rows by: shown by the script ---- */

static bool is_first_of_category(const struct html_rank *ranks, size_t index)
{
	const char *category = ranks[index].row->text[RULES_CATEGORY];
	for (size_t i = 0; i < index; i++) {
		if (!strcmp(ranks[i].row->text[RULES_CATEGORY], category))
			return false;
	}
	return *category;
}

static void append_level_choice(struct bytes *page, const char *name, const char *title, uint64_t count)
{
	if (!count)
		return;
	bytes_format(page, "<label class=%s><input type=checkbox value=%s checked> %s ", name, name, title);
	number_append(page, count);
	bytes_append_text(page, "</label>\n");
}

static void append_choices(struct bytes *page, const struct tally *total, const struct html_rank *ranks, size_t count)
{
	bytes_format(page,
		     "<div class=choices id=choices hidden>\n<label>%s <input type=search id=filter autocomplete=off></label>\n",
		     _("Search"));
	append_level_choice(page, "error", _("Errors"), total->count[COUNT_ERRORS]);
	append_level_choice(page, "warning", _("Warnings"), total->count[COUNT_WARNINGS]);
	append_level_choice(page, "note", _("Notes"), total->count[COUNT_NOTES]);
	bytes_format(page, "<label>%s <select id=category><option value=\"\">%s</option>", _("Category"), _("all"));
	for (size_t i = 0; i < count; i++) {
		if (!is_first_of_category(ranks, i))
			continue;
		const char *category = ranks[i].row->text[RULES_CATEGORY];
		bytes_append_text(page, "<option value=\"");
		html_append(page, category, strlen(category));
		bytes_append_text(page, "\">");
		html_string(page, i18n_text(category));
		bytes_append_text(page, "</option>");
	}
	bytes_format(page, "</select></label>\n<output id=shown aria-live=polite>%zu / %zu</output>\n</div>\n", count, count);
}

/* ---- The table ---- */

static void append_rule(struct bytes *page, const struct html_report *report, const struct row *row)
{
	const norm_rule *rule = norm_rule_find(row->key);
	const char *level = html_level(row), *category = row->text[RULES_CATEGORY];
	bytes_format(page, "<tr data-level=%s data-category=\"", level);
	html_append(page, category, strlen(category));
	bytes_format(page, "\"><td class=level data-v=%u><span class=\"badge %s\">%s</span></td><th scope=row>",
		     (unsigned)level_of(row), level, i18n_text(level));
	html_string(page, rule ? i18n_text(rule->message) : row->key);
	bytes_append_text(page, " <bdi class=id dir=ltr>");
	html_string(page, row->key);
	bytes_append_text(page, "</bdi></th><td class=category>");
	html_string(page, i18n_text(category));
	bytes_format(page, "</td><td class=number data-v=%llu>", (unsigned long long)html_finding_count(row));
	number_append(page, html_finding_count(row));
	bytes_append_text(page, "</td><td class=examples>");
	html_examples(page, report, row);
	bytes_append_text(page, "</td></tr>\n");
}

static void append_table(struct bytes *page, const struct html_report *report, const struct html_rank *ranks, size_t count)
{
	bytes_format(page,
		     "<div class=scroll tabindex=0><table class=\"list findings sortable\" id=rules>\n<thead><tr><th scope=col>%s</th>"
		     "<th scope=col>%s</th><th scope=col>%s</th><th scope=col class=number>%s</th>"
		     "<th scope=col class=plain>%s</th></tr></thead>\n<tbody>\n",
		     _("Level"), _("Rule"), _("Category"), _("Findings"), _("Examples"));
	for (size_t i = 0; i < count; i++)
		append_rule(page, report, ranks[i].row);
	bytes_append_text(page, "</tbody></table></div>\n");
}

void html_findings(struct bytes *page, const struct html_report *report, const struct tally *total)
{
	size_t count;
	struct html_rank *ranks = html_rank(&total->tables[TABLE_RULES], weigh, NULL, &count);
	html_section(page, "findings", _("Findings"));
	if (count) {
		append_choices(page, total, ranks, count);
		append_table(page, report, ranks, count);
	} else {
		const char *text = total->count[COUNT_KNOWN] ? _("The rules of the profile find nothing that the baseline does not know.")
							     : _("The rules of the profile find nothing in this text.");
		bytes_format(page, "<p class=good>%s</p>\n", text);
	}
	bytes_append_text(page, "</section>\n");
	free(ranks);
}
