/* SPDX-License-Identifier: MIT */
/*
 * {"file":"a.txt","counts":{"files":1,…},"encodings":[{"encoding":"UTF-8","paragraphs":3,"bytes":120}],…}
 * {"total":true,"counts":{…},…}
 *
 * One object a line. Every table is a list of rows, and every row has all of its columns.
 */
#include <string.h>

#include "common/json.h"
#include "report/format.h"

static void append_string(struct bytes *line, const char *text)
{
	json_append_string(line, text, strlen(text));
}

/* A name of ours, behind a separator. It needs no escapes. */
static void append_name(struct bytes *line, char separator, const char *name)
{
	size_t len = strlen(name);
	char *at = bytes_reserve(line, len + 4);
	at[0] = separator;
	at[1] = '"';
	memcpy(at + 2, name, len);
	memcpy(at + 2 + len, "\":", 2);
	line->len += len + 4;
}

static void append_number(struct bytes *line, char separator, const char *name, uint64_t number)
{
	append_name(line, separator, name);
	bytes_append_number(line, number);
}

static void append_counts(struct print *print, const struct tally *tally)
{
	struct bytes *line = &print->out;
	char separator = '{';
	bytes_append_text(line, ",\"counts\":");
	for (size_t i = 0; i < COUNT_COUNT; i++) {
		if (!print_wants(print, count_sections[i]))
			continue;
		append_number(line, separator, count_names[i], tally->count[i]);
		separator = ',';
	}
	bytes_append_text(line, separator == '{' ? "{}" : "}");
}

static void append_example(struct bytes *line, const struct example *example)
{
	bytes_append_text(line, "{\"file\":");
	append_string(line, example->file);
	append_number(line, ',', "line", example->line);
	append_number(line, ',', "column", example->column);
	append_number(line, ',', "start", example->start);
	append_number(line, ',', "end", example->end);
	bytes_append_text(line, ",\"left\":");
	append_string(line, example->left);
	bytes_append_text(line, ",\"text\":");
	append_string(line, example->text);
	bytes_append_text(line, ",\"right\":");
	append_string(line, example->right);
	if (example->after) {
		bytes_append_text(line, ",\"after\":");
		append_string(line, example->after);
	}
	if (*example->detail) {
		bytes_append_text(line, ",\"detail\":");
		append_string(line, example->detail);
	}
	bytes_append_char(line, '}');
}

static void append_examples(struct bytes *line, const struct row *row)
{
	bytes_append_text(line, ",\"examples\":[");
	for (size_t i = 0; i < row->example_count; i++) {
		bytes_append_text(line, i ? "," : "");
		append_example(line, &row->examples[i]);
	}
	bytes_append_char(line, ']');
}

static void append_row(struct bytes *line, const struct table_class *class, const struct row *row)
{
	for (size_t i = 0; class->keys[i]; i++) {
		size_t len;
		const char *key = row_key(row, i, &len);
		append_name(line, i ? ',' : '{', class->keys[i]);
		json_append_string(line, key, len);
	}
	for (size_t i = 0; class->counts[i]; i++)
		append_number(line, ',', class->counts[i], row->count[i]);
	for (size_t i = 0; class->texts[i]; i++) {
		append_name(line, ',', class->texts[i]);
		append_string(line, row->text[i]);
	}
	if (class->examples_max)
		append_examples(line, row);
	bytes_append_char(line, '}');
}

static void append_table(struct bytes *line, const struct table *table)
{
	append_name(line, ',', table->class->name);
	bytes_append_char(line, '[');
	for (size_t i = 0; i < table->count; i++) {
		bytes_append_text(line, i ? "," : "");
		append_row(line, table->class, table->rows[i]);
	}
	bytes_append_char(line, ']');
}

static void append_tally(struct print *print, const struct tally *tally, enum table_id left_out)
{
	append_counts(print, tally);
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		if (i != left_out && print_wants(print, table_sections[i]))
			append_table(&print->out, &tally->tables[i]);
	}
	bytes_append_text(&print->out, "}\n");
}

static void append_file(struct print *print, const struct tally *file)
{
	bytes_append_text(&print->out, "{\"file\":");
	append_string(&print->out, file->file);
	append_tally(print, file, TABLE_BLOCKS);
}

static void append_total(struct print *print, const struct tally *total)
{
	bytes_append_text(&print->out, "{\"total\":true");
	append_tally(print, total, TABLE_REPEATS);
}

const struct format format_json = {append_file, append_total};
