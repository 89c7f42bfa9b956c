/* SPDX-License-Identifier: MIT */
/* Places with their spellings, and paragraphs that come again. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/width.h"
#include "report/print_text.h"

enum { PLACES_SHOWN = 20, BLOCKS_SHOWN = 10, FORM_COLUMNS = 40, TEXT_COLUMNS = 80, NUMBER_COLUMNS = 8 };

static bool is_form_of(const struct row *form, const char *id)
{
	size_t len;
	row_key(form, 0, &len);
	return strlen(id) == len && !memcmp(form->key, id, len);
}

/* "Tinzaouaten 3, Tin Zaouatine 1" */
static void append_forms(struct print *print, const struct row *const *forms, const char *id)
{
	bool any = false;
	size_t len;
	for (; *forms; forms++) {
		if (!is_form_of(*forms, id))
			continue;
		bytes_append_text(&print->out, any ? _(", ") : "");
		text_excerpt(print, row_key(*forms, 1, &len), FORM_COLUMNS);
		bytes_format(&print->out, " %llu", (unsigned long long)(*forms)->count[0]);
		any = true;
	}
}

static void append_place(struct print *print, const struct row *row, const struct row *const *forms)
{
	text_number(print, row->count[0], NUMBER_COLUMNS);
	bytes_append_text(&print->out, "  ");
	text_excerpt(print, *row->text[PLACES_FRENCH] ? row->text[PLACES_FRENCH] : row->key, FORM_COLUMNS);
	if (*row->text[PLACES_ARABIC]) {
		bytes_append_text(&print->out, " · ");
		text_excerpt(print, row->text[PLACES_ARABIC], FORM_COLUMNS);
	}
	const char *country = row->text[PLACES_COUNTRY];
	bytes_format(&print->out, " (%s%s%s, %s)%s", i18n_text(row->text[PLACES_FEATURE]), *country ? " " : "", country,
		     row->key, label_colon());
	append_forms(print, forms, row->key);
	bytes_append_char(&print->out, '\n');
}

static void append_more(struct print *print, size_t count, size_t shown)
{
	if (count <= shown)
		return;
	unsigned long more = (unsigned long)(count - shown);
	bytes_format(&print->out, P_("  and %lu more", "  and %lu more", more), more);
	bytes_append_char(&print->out, '\n');
}

void text_places(struct print *print, const struct tally *tally)
{
	const struct row **rows = text_by_count(&tally->tables[TABLE_PLACES], 0);
	const struct row **forms = text_by_count(&tally->tables[TABLE_PLACE_FORMS], 0);
	if (*rows)
		text_heading(print, _("Places, and how they are spelt"));
	for (size_t i = 0; i < PLACES_SHOWN && rows[i]; i++)
		append_place(print, rows[i], forms);
	append_more(print, tally->tables[TABLE_PLACES].count, PLACES_SHOWN);
	free(rows);
	free(forms);
}

/* ---- Repeats ---- */

static size_t count_repeated(const struct row *const *rows)
{
	size_t count = 0;
	while (rows[count] && rows[count]->count[BLOCKS_TIMES] > 1)
		count++;
	return count;
}

void text_repeats(struct print *print, const struct tally *tally)
{
	const struct table *blocks = &tally->tables[TABLE_BLOCKS];
	const struct row **rows = text_by_count(blocks, BLOCKS_TIMES);
	size_t count = count_repeated(rows);
	if (count)
		text_heading(print, _("Paragraphs that come again"));
	if (count && blocks->count == blocks->class->rows_max) {
		width_spaces(&print->out, TEXT_INDENT);
		bytes_append_text(&print->out, _("among so many paragraphs, a sample of those that differ:"));
		bytes_format(&print->out, " %zu\n", blocks->count);
	}
	for (size_t i = 0; i < count && i < BLOCKS_SHOWN; i++) {
		unsigned long texts = (unsigned long)rows[i]->count[BLOCKS_TEXTS];
		text_number(print, rows[i]->count[BLOCKS_TIMES], NUMBER_COLUMNS);
		bytes_append_text(&print->out, " × ");
		bytes_format(&print->out, P_("in %lu text", "in %lu texts", texts), texts);
		bytes_append_text(&print->out, "  ");
		text_excerpt(print, rows[i]->text[BLOCKS_TEXT], TEXT_COLUMNS);
		bytes_append_char(&print->out, '\n');
	}
	append_more(print, count, BLOCKS_SHOWN);
	free(rows);
}
