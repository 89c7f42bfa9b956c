/* SPDX-License-Identifier: MIT */
/* Habits of writing, language by language, and the letters and characters that a newsroom asks about. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "report/html_parts.h"
#include "report/styles.h"

enum { BARS_MAX = STYLES_MAX };

/* One habit in one language: the rows of the table with the same first two parts of the key. */
struct habit {
	const struct row *rows[BARS_MAX]; /* the most frequent style first */
	size_t count;
	uint64_t whole;
};

static bool is_of_trait(const struct row *row, const char *trait)
{
	size_t len;
	const char *at = row_key(row, 0, &len);
	return len == strlen(trait) && !memcmp(at, trait, len);
}

static void insert(struct habit *habit, const struct row *row)
{
	if (!row->count[0] || habit->count == BARS_MAX)
		return;
	size_t at = habit->count++;
	for (; at && habit->rows[at - 1]->count[0] < row->count[0]; at--)
		habit->rows[at] = habit->rows[at - 1];
	habit->rows[at] = row;
	habit->whole += row->count[0];
}

/* Where the styles stand that are not the most frequent one. */
static void append_others(struct bytes *page, const struct habit *habit, const char *language)
{
	bool any = false;
	for (size_t i = 1; i < habit->count; i++)
		any |= habit->rows[i]->example_count > 0;
	if (!any)
		return;
	bytes_format(page, "<details><summary>%s</summary>", _("Where"));
	for (size_t i = 1; i < habit->count; i++) {
		for (size_t k = 0; k < habit->rows[i]->example_count; k++)
			html_example(page, &habit->rows[i]->examples[k], language);
	}
	bytes_append_text(page, "</details>\n");
}

static void append_habit(struct bytes *page, const struct habit *habit, enum label_kind kind)
{
	struct html_bar bars[BARS_MAX];
	size_t len;
	const char *language = row_key(habit->rows[0], 1, &len);
	char tag[32] = "";
	memcpy(tag, language, len < sizeof tag ? len : 0);
	for (size_t i = 0; i < habit->count; i++) {
		const char *style = row_key(habit->rows[i], 2, &len);
		bars[i] = html_bar(kind, style, len, habit->rows[i]->count[0]);
		bars[i].class = i ? "other" : "bar";
	}
	uint64_t most = habit->rows[0]->count[0], others = habit->whole - most;
	bytes_append_text(page, "<h4>");
	html_label(page, LABEL_LANGUAGE, tag, strlen(tag));
	if (others) {
		bytes_append_text(page, " <span class=\"badge note\">");
		/* TRANSLATORS: so many places where the text departs from the style that it uses most */
		bytes_format(page, P_("%llu differs", "%llu differ", others), (unsigned long long)others);
		bytes_append_text(page, "</span>");
	}
	bytes_append_text(page, "</h4>\n");
	html_bars(page, bars, habit->count, most, habit->whole);
	append_others(page, habit, tag);
}

/* The rows from `at` on that are of the same trait and language: they stand together. @return the row behind them. */
static size_t collect(const struct table *table, size_t at, struct habit *habit)
{
	const char *key = table->rows[at]->key;
	size_t len;
	const char *style = row_key(table->rows[at], 2, &len);
	for (; at < table->count && !strncmp(table->rows[at]->key, key, (size_t)(style - key)); at++)
		insert(habit, table->rows[at]);
	return at;
}

static void append_trait(struct bytes *page, const struct table *table, const char *trait)
{
	enum label_kind kind = strcmp(trait, trait_names[TRAIT_APOSTROPHES]) != 0 ? LABEL_STYLE : LABEL_APOSTROPHE;
	bool open = false;
	for (size_t i = 0; i < table->count;) {
		struct habit habit = {0};
		bool wanted = is_of_trait(table->rows[i], trait);
		i = collect(table, i, &habit);
		if (!wanted || !habit.count)
			continue;
		if (!open) {
			bytes_append_text(page, "<article><h3>");
			html_label(page, LABEL_TRAIT, trait, strlen(trait));
			bytes_append_text(page, "</h3>\n");
		}
		open = true;
		append_habit(page, &habit, kind);
	}
	if (open)
		bytes_append_text(page, "</article>\n");
}

void html_styles(struct bytes *page, const struct tally *total)
{
	const struct table *table = &total->tables[TABLE_STYLES];
	if (!table->count && !total->tables[TABLE_ARABIC].count)
		return;
	html_section(page, "styles", _("Habits of writing"));
	bytes_append_text(page, "<div class=columns>\n");
	for (size_t trait = 0; trait < TRAIT_COUNT; trait++)
		append_trait(page, table, trait_names[trait]);
	html_chart(page, &total->tables[TABLE_ARABIC], LABEL_ARABIC, _("Arabic letters and marks"));
	bytes_append_text(page, "</div></section>\n");
}
