/* SPDX-License-Identifier: MIT */
/*
 * a.txt  counts     bytes                      value  120
 * a.txt  styles     quotes/fr/guillemets       count  4
 *
 * Five columns with tabs between them: the file (empty for the total), the table, the key with "/" between its parts, the column,
 * the number. Texts and examples are not numbers: they are in JSON.
 */
#include "report/format.h"

static void append_cell(struct bytes *out, const char *text)
{
	for (; *text; text++)
		bytes_append_char(out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
	bytes_append_char(out, '\t');
}

static void append_key(struct bytes *out, const char *key)
{
	for (; *key; key++)
		bytes_append_char(out, *key == '\t' ? '/' : *key);
	bytes_append_char(out, '\t');
}

static void append_row(struct bytes *out, const char *file, const struct table_class *class, const struct row *row)
{
	for (size_t i = 0; class->counts[i]; i++) {
		append_cell(out, file);
		append_cell(out, class->name);
		append_key(out, row->key);
		bytes_format(out, "%s\t%llu\n", class->counts[i], (unsigned long long)row->count[i]);
	}
}

static void append_tally(struct print *print, const struct tally *tally)
{
	const char *file = tally->file ? tally->file : "";
	for (size_t i = 0; i < COUNT_COUNT; i++) {
		if (!print_wants(print, count_sections[i]))
			continue;
		append_cell(&print->out, file);
		bytes_format(&print->out, "counts\t%s\tvalue\t%llu\n", count_names[i], (unsigned long long)tally->count[i]);
	}
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		const struct table *table = &tally->tables[i];
		if (i == (tally->file ? TABLE_BLOCKS : TABLE_REPEATS) || !print_wants(print, table_sections[i]))
			continue;
		for (size_t row = 0; row < table->count; row++)
			append_row(&print->out, file, table->class, table->rows[row]);
	}
}

const struct format format_tsv = {append_tally, append_tally};
