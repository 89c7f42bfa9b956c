/* SPDX-License-Identifier: MIT */
/* Bars: a table whose rows have a drawing each, so that they can be read, printed and laid out from either side. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "report/html_parts.h"
#include "report/labels.h"

enum { CHART_ROWS = 12 };

struct html_bar html_bar(enum label_kind kind, const char *name, size_t len, uint64_t count)
{
	const char *label = label_find(kind, name, len);
	return (struct html_bar){label ? label : name, label ? strlen(label) : len, NULL, count};
}

static void append_drawing(struct bytes *page, const struct html_bar *bar, uint64_t longest)
{
	bytes_append_text(page, "<td class=track><svg role=img viewBox=\"0 0 1000 10\" preserveAspectRatio=none><title>");
	html_text(page, bar->text, bar->len, false);
	bytes_append_text(page, label_colon());
	number_append(page, bar->count);
	/* what is there at all can be seen */
	unsigned width = longest ? (unsigned)(1000.0 * (double)bar->count / (double)longest) : 0;
	bytes_format(page, "</title><rect class=\"%s\" width=%u height=10></rect></svg></td>", bar->class ? bar->class : "bar",
		     width < 6 ? 6 : width);
}

void html_bars(struct bytes *page, const struct html_bar *bars, size_t count, uint64_t longest, uint64_t whole)
{
	bytes_append_text(page, "<table class=bars><tbody>\n");
	for (size_t i = 0; i < count; i++) {
		bytes_append_text(page, "<tr><th scope=row>");
		html_text(page, bars[i].text, bars[i].len, false);
		bytes_append_text(page, "</th>");
		append_drawing(page, &bars[i], longest);
		bytes_append_text(page, "<td class=number>");
		number_append(page, bars[i].count);
		bytes_append_text(page, "</td>");
		if (whole) {
			bytes_append_text(page, "<td class=number>");
			number_append_percent(page, bars[i].count, whole);
			bytes_append_text(page, "</td>");
		}
		bytes_append_text(page, "</tr>\n");
	}
	bytes_append_text(page, "</tbody></table>\n");
}

void html_chart(struct bytes *page, const struct table *table, enum label_kind kind, const char *title)
{
	struct html_bar bars[CHART_ROWS];
	size_t count, shown = 0;
	uint64_t whole = 0;
	struct html_rank *ranks = html_rank(table, html_weigh_count, NULL, &count);
	for (size_t i = 0; i < count; i++) {
		const char *key = ranks[i].row->key;
		if (shown < CHART_ROWS)
			bars[shown++] = html_bar(kind, key, strlen(key), ranks[i].weight);
		whole += ranks[i].weight;
	}
	if (shown) {
		bytes_format(page, "<article><h3>%s</h3>\n", title);
		html_bars(page, bars, shown, bars[0].count, whole);
		bytes_append_text(page, "</article>\n");
	}
	free(ranks);
}
