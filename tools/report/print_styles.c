/* SPDX-License-Identifier: MIT */
/*
 * Which sign is used for what: for each purpose and language the dominant style first, then what departs from it.
 *
 *   Quotation marks    French    « guillemets »  86  91.5 %
 *                                "straight"       8   8.5 %
 *                                  page.txt:12:4: """  …
 */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/width.h"
#include "report/print_text.h"
#include "report/styles.h"

enum { TRAIT_COLUMNS = 30, LANGUAGE_COLUMNS = 20, STYLE_COLUMNS = 26, COUNT_COLUMNS = 8 };

/* The length of what rows of the same trait and language begin with. */
static size_t group_length(const struct row *row)
{
	size_t len;
	return (size_t)(row_key(row, 2, &len) - row->key);
}

static void append_style(struct print *print, const struct row *row, uint64_t all, bool is_dominant)
{
	size_t len;
	const char *style = row_key(row, 2, &len);
	bool is_apostrophe = strncmp(row->key, "apostrophes\t", 12) == 0;
	text_name(print, is_apostrophe ? LABEL_APOSTROPHE : LABEL_STYLE, style, len, STYLE_COLUMNS);
	text_number(print, row->count[0], COUNT_COLUMNS);
	bytes_append_text(&print->out, "  ");
	text_share(print, row->count[0], all);
	bytes_append_char(&print->out, '\n');
	if (!is_dominant && row->example_count)
		text_example(print, &row->examples[0], TRAIT_COLUMNS + LANGUAGE_COLUMNS + 2);
}

/* Rows of a table sorted by count, of which those of this trait and language are wanted. */
static void append_group(struct print *print, const struct row *const *rows, const char *group, size_t group_len)
{
	size_t trait_len, language_len, shown = 0;
	uint64_t all = 0;
	for (size_t i = 0; rows[i]; i++)
		all += strncmp(rows[i]->key, group, group_len) ? 0 : rows[i]->count[0];
	for (size_t i = 0; rows[i]; i++) {
		if (strncmp(rows[i]->key, group, group_len) != 0)
			continue;
		const char *trait = row_key(rows[i], 0, &trait_len), *language = row_key(rows[i], 1, &language_len);
		width_spaces(&print->out, TEXT_INDENT);
		text_name(print, LABEL_TRAIT, trait, shown ? 0 : trait_len, TRAIT_COLUMNS - TEXT_INDENT);
		text_name(print, LABEL_LANGUAGE, language, shown ? 0 : language_len, LANGUAGE_COLUMNS);
		append_style(print, rows[i], all, shown == 0);
		shown++;
	}
}

void text_styles(struct print *print, const struct tally *tally)
{
	const struct table *table = &tally->tables[TABLE_STYLES];
	const struct row **rows = text_by_count(table, 0);
	if (table->count)
		text_heading(print, _("Styles: the usual one first, then what departs from it"));
	for (size_t trait = 0; trait < TRAIT_COUNT; trait++) {
		size_t name_len = strlen(trait_names[trait]), last = 0;
		for (size_t i = 0; i < table->count; i++) {
			const char *key = table->rows[i]->key;
			size_t len = group_length(table->rows[i]);
			if (strncmp(key, trait_names[trait], name_len) != 0 || key[name_len] != '\t')
				continue;
			/* rows are sorted: a group begins where the one before it has ended */
			if (!last || strncmp(table->rows[last - 1]->key, key, len) != 0)
				append_group(print, rows, key, len);
			last = i + 1;
		}
	}
	free(rows);
}
