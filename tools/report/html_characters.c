/* SPDX-License-Identifier: MIT */
/* Characters that do not show: how many are right where they stand, and how many are not. */
#include <stdlib.h>

#include "common/i18n.h"
#include "report/html_parts.h"

/* What is wrong comes first. */
static uint64_t weigh(const struct row *row, const void *user)
{
	(void)user;
	uint64_t wrong = row->count[CHARACTERS_SUSPICIOUS] + row->count[CHARACTERS_UNPAIRED];
	return (wrong != 0) * (UINT64_C(1) << 60) + row->count[CHARACTERS_COUNT];
}

static void append_number(struct bytes *page, uint64_t number, const char *class)
{
	bytes_format(page, "<td class=\"number%s%s\" data-v=%llu>", number ? " " : "", number ? class : "",
		     (unsigned long long)number);
	number_append(page, number);
	bytes_append_text(page, "</td>");
}

static void append_character(struct bytes *page, const struct html_report *report, const struct row *row)
{
	bytes_append_text(page, "<tr><td><code>");
	html_string(page, row->key);
	bytes_append_text(page, "</code></td><th scope=row><bdi class=name lang=en>");
	html_string(page, row->text[0]);
	bytes_append_text(page, "</bdi></th>");
	append_number(page, row->count[CHARACTERS_COUNT], "");
	append_number(page, row->count[CHARACTERS_SUSPICIOUS], "bad");
	append_number(page, row->count[CHARACTERS_UNPAIRED], "bad");
	bytes_append_text(page, "<td class=examples>");
	html_examples(page, report, row);
	bytes_append_text(page, "</td></tr>\n");
}

void html_characters(struct bytes *page, const struct html_report *report, const struct tally *total)
{
	size_t count;
	struct html_rank *ranks = html_rank(&total->tables[TABLE_CHARACTERS], weigh, NULL, &count);
	if (count) {
		html_section(page, "characters", _("Characters that do not show"));
		bytes_format(page,
			     "<div class=scroll tabindex=0><table class=\"list sortable\">\n<thead><tr><th scope=col>%s</th><th scope=col>%s</th>"
			     "<th scope=col class=number>%s</th><th scope=col class=number>%s</th><th scope=col class=number>%s</th>"
			     "<th scope=col class=plain>%s</th></tr></thead>\n<tbody>\n",
			     _("Code point"), _("Name"), _("Count"), _("Suspicious"), _("Unpaired"), _("Examples"));
		for (size_t i = 0; i < count; i++)
			append_character(page, report, ranks[i].row);
		bytes_append_text(page, "</tbody></table></div>\n</section>\n");
	}
	free(ranks);
}
