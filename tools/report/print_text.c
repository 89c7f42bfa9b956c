/* SPDX-License-Identifier: MIT */
#include "report/print_text.h"

#include <stdlib.h>
#include <string.h>

#include "common/colour.h"
#include "common/excerpt.h"
#include "common/i18n.h"
#include "common/number.h"
#include "common/width.h"
#include "report/labels.h"

enum { LABEL_COLUMNS = 24, FILES_SHOWN = 40, EXCERPT_COLUMNS = 90, BESIDE = 24 };

/* ---- What sections have in common ---- */

void text_heading(struct print *print, const char *heading)
{
	bytes_format(&print->out, "\n%s%s%s\n", colour_on(COLOUR_STDOUT, COLOUR_BOLD), heading, colour_off(COLOUR_STDOUT));
}

void text_label(struct print *print, const char *label, int columns)
{
	width_spaces(&print->out, TEXT_INDENT);
	width_pad(&print->out, label, columns - TEXT_INDENT - 1);
	bytes_append_char(&print->out, ' ');
}

void text_number(struct print *print, uint64_t number, int columns)
{
	struct bytes digits = {0};
	bytes_format(&digits, "%llu", (unsigned long long)number);
	width_spaces(&print->out, columns - (int)digits.len);
	bytes_append(&print->out, digits.at, digits.len);
	bytes_release(&digits);
}

void text_excerpt(struct print *print, const char *text, int columns)
{
	excerpt_append_line(&print->out, text, strlen(text), columns, print->isolate);
}

void text_share(struct print *print, uint64_t part, uint64_t whole)
{
	number_append_percent(&print->out, part, whole);
}

/* So many bytes of the end of a text, or of its start, are as many code points. */
static size_t tail_length(const char *text, unsigned points)
{
	size_t len = strlen(text), at = len;
	while (at > 0 && points) {
		at--;
		points -= ((unsigned char)text[at] & 0xC0) != 0x80;
	}
	return len - at;
}

static size_t head_length(const char *text, unsigned points)
{
	size_t at = 0;
	for (; text[at]; at++) {
		if (((unsigned char)text[at] & 0xC0) != 0x80 && !points--)
			break;
	}
	return at;
}

/* What stands on both sides, as one text, so that its direction is that of the line. */
static void append_around(struct print *print, const struct example *example)
{
	struct bytes text = {0};
	size_t left = tail_length(example->left, BESIDE), right = head_length(example->right, BESIDE);
	bytes_append_text(&text, left < strlen(example->left) ? "…" : "");
	bytes_append(&text, example->left + strlen(example->left) - left, left);
	bytes_append_text(&text, example->text);
	bytes_append(&text, example->right, right);
	bytes_append_text(&text, example->right[right] ? "…" : "");
	bytes_append_text(&print->out, colour_on(COLOUR_STDOUT, COLOUR_DIM));
	text_excerpt(print, bytes_text(&text), EXCERPT_COLUMNS);
	bytes_append_text(&print->out, colour_off(COLOUR_STDOUT));
	bytes_release(&text);
}

static void append_quoted(struct print *print, enum colour colour, const char *text)
{
	bytes_append_text(&print->out, colour_on(COLOUR_STDOUT, colour));
	excerpt_append_quoted(&print->out, text, strlen(text), print->isolate);
	bytes_append_text(&print->out, colour_off(COLOUR_STDOUT));
}

void text_example(struct print *print, const struct example *example, int indent)
{
	width_spaces(&print->out, indent);
	bytes_append_shown(&print->out, example->file);
	bytes_format(&print->out, ":%llu:%llu: ", (unsigned long long)example->line, (unsigned long long)example->column);
	append_quoted(print, COLOUR_RED, example->text);
	if (example->after) {
		bytes_append_text(&print->out, " → ");
		append_quoted(print, COLOUR_GREEN, example->after);
	}
	if (*example->left || *example->right) {
		bytes_append_text(&print->out, "  ");
		append_around(print, example);
	}
	bytes_append_char(&print->out, '\n');
}

struct counted {
	const struct row *row;
	uint64_t count;
};

/* Rows are sorted by key, and what counts the same stays so. */
static int compare_counts(const void *a, const void *b)
{
	const struct counted *left = a, *right = b;
	if (left->count != right->count)
		return left->count < right->count ? 1 : -1;
	return strcmp(left->row->key, right->row->key);
}

const struct row **text_by_count(const struct table *table, size_t column)
{
	struct counted *counted = memory_grow(NULL, table->count + 1, sizeof *counted);
	const struct row **rows = memory_grow(NULL, table->count + 1, sizeof(struct row *));
	for (size_t i = 0; i < table->count; i++)
		counted[i] = (struct counted){table->rows[i], table->rows[i]->count[column]};
	qsort(counted, table->count, sizeof *counted, compare_counts);
	for (size_t i = 0; i < table->count; i++)
		rows[i] = counted[i].row;
	rows[table->count] = NULL;
	free(counted);
	return rows;
}

void text_name(struct print *print, enum label_kind kind, const char *name, size_t len, int columns)
{
	const char *label = label_find(kind, name, len);
	char *own = label ? NULL : memory_text(name, len);
	width_pad(&print->out, label ? label : own, columns - 1);
	bytes_append_char(&print->out, ' ');
	free(own);
}

/* ---- Size, scripts, languages ---- */

static void append_size_line(struct print *print, const struct tally *tally)
{
	static const enum count shown[] = {COUNT_TEXTS, COUNT_BYTES, COUNT_CHARACTERS, COUNT_LETTERS, COUNT_LINES, COUNT_PARAGRAPHS};
	static const char *const labels[] = {N_("texts"), N_("bytes"), N_("characters"), N_("letters"), N_("lines"), N_("paragraphs")};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		if (shown[i] == COUNT_TEXTS && tally->count[COUNT_TEXTS] == tally->count[COUNT_FILES])
			continue;
		text_label(print, _(labels[i]), LABEL_COLUMNS);
		text_number(print, tally->count[shown[i]], 10);
		bytes_append_char(&print->out, '\n');
	}
}

/* What was read wrongly several times has a row for each of them. */
static void append_misread(struct print *print, const struct row *row)
{
	size_t len;
	const char *misreading = row_key(row, 0, &len);
	char *name = memory_text(misreading, len);
	text_label(print, _("misread"), LABEL_COLUMNS);
	width_spaces(&print->out, 2);
	bytes_format(&print->out, _("layer %u, %s: "), (unsigned)strtoul(row_key(row, 1, &len), NULL, 10), i18n_text(name));
	bytes_format(&print->out, "%llu\n", (unsigned long long)row->count[0]);
	free(name);
}

static void append_size(struct print *print, const struct tally *tally)
{
	const struct table *encodings = &tally->tables[TABLE_ENCODINGS], *mojibake = &tally->tables[TABLE_MOJIBAKE];
	append_size_line(print, tally);
	const struct row **rows = text_by_count(encodings, ENCODINGS_BYTES);
	for (size_t i = 0; rows[i]; i++) {
		text_label(print, i ? "" : _("encoding"), LABEL_COLUMNS);
		width_spaces(&print->out, 2);
		bytes_format(&print->out, P_("%s (%lu paragraph)", "%s (%lu paragraphs)", rows[i]->count[ENCODINGS_PARAGRAPHS]),
			     rows[i]->key, (unsigned long)rows[i]->count[ENCODINGS_PARAGRAPHS]);
		bytes_append_char(&print->out, '\n');
	}
	free(rows);
	if (tally->count[COUNT_INVALID]) {
		text_label(print, _("invalid bytes"), LABEL_COLUMNS);
		text_number(print, tally->count[COUNT_INVALID], 10);
		bytes_append_char(&print->out, '\n');
	}
	for (size_t i = 0; i < mojibake->count; i++)
		append_misread(print, mojibake->rows[i]);
}

static void append_scripts(struct print *print, const struct tally *tally)
{
	const struct row **rows = text_by_count(&tally->tables[TABLE_SCRIPTS], SCRIPTS_LETTERS);
	uint64_t all = 0;
	for (size_t i = 0; rows[i]; i++)
		all += rows[i]->count[SCRIPTS_LETTERS];
	if (all)
		text_heading(print, _("Scripts"));
	for (size_t i = 0; rows[i]; i++) {
		width_spaces(&print->out, TEXT_INDENT);
		text_name(print, LABEL_SCRIPT, rows[i]->key, strlen(rows[i]->key), LABEL_COLUMNS - TEXT_INDENT);
		text_number(print, rows[i]->count[SCRIPTS_LETTERS], 10);
		/* TRANSLATORS: behind the number of letters of a script; then comes the number of runs */
		bytes_append_text(&print->out, _(" letters, "));
		text_share(print, rows[i]->count[SCRIPTS_LETTERS], all);
		unsigned long runs = (unsigned long)rows[i]->count[SCRIPTS_RUNS];
		bytes_format(&print->out, P_(", in %lu run", ", in %lu runs", runs), runs);
		bytes_append_char(&print->out, '\n');
	}
	free(rows);
}

static void append_languages(struct print *print, const struct tally *tally)
{
	const struct row **rows = text_by_count(&tally->tables[TABLE_LANGUAGES], LANGUAGES_LETTERS);
	uint64_t all = tally->count[COUNT_LETTERS];
	if (rows[0])
		text_heading(print, _("Languages"));
	for (size_t i = 0; rows[i]; i++) {
		width_spaces(&print->out, TEXT_INDENT);
		text_name(print, LABEL_LANGUAGE, rows[i]->key, strlen(rows[i]->key), LABEL_COLUMNS - TEXT_INDENT);
		text_number(print, rows[i]->count[LANGUAGES_SENTENCES], 10);
		bytes_format(&print->out, " %s%s", P_("sentence", "sentences", rows[i]->count[LANGUAGES_SENTENCES]), _(", "));
		/* without the counts of all, there are no shares */
		text_share(print, rows[i]->count[LANGUAGES_LETTERS], all);
		bytes_format(&print->out, " %s\n", _("of the letters"));
	}
	free(rows);
}

/* ---- Files ---- */

static void append_findings_of(struct bytes *out, const struct tally *tally)
{
	unsigned long errors = (unsigned long)tally->count[COUNT_ERRORS], warnings = (unsigned long)tally->count[COUNT_WARNINGS];
	unsigned long notes = (unsigned long)tally->count[COUNT_NOTES], known = (unsigned long)tally->count[COUNT_KNOWN];
	bytes_format(out, P_("%lu error", "%lu errors", errors), errors);
	bytes_append_text(out, _(", "));
	bytes_format(out, P_("%lu warning", "%lu warnings", warnings), warnings);
	bytes_append_text(out, _(", "));
	bytes_format(out, P_("%lu note", "%lu notes", notes), notes);
	if (known) {
		bytes_append_text(out, _(", "));
		bytes_format(out, P_("%lu known", "%lu known", known), known);
	}
}

static void append_file(struct print *print, const struct tally *file)
{
	if (++print->file_count > FILES_SHOWN)
		return;
	bytes_append_text(&print->files, "  ");
	bytes_append_shown(&print->files, file->file);
	bytes_append_text(&print->files, ": ");
	if (print_wants(print, SECTION_SIZE)) {
		unsigned long bytes = (unsigned long)file->count[COUNT_BYTES];
		bytes_format(&print->files, P_("%lu byte", "%lu bytes", bytes), bytes);
	}
	if (print_wants(print, SECTION_RULES)) {
		bytes_append_text(&print->files, print_wants(print, SECTION_SIZE) ? _(", ") : "");
		append_findings_of(&print->files, file);
	}
	bytes_append_char(&print->files, '\n');
}

static void append_files(struct print *print)
{
	if (print->file_count < 2 || !(print_wants(print, SECTION_SIZE) || print_wants(print, SECTION_RULES)))
		return;
	text_heading(print, _("Files"));
	bytes_append(&print->out, print->files.at, print->files.len);
	if (print->file_count > FILES_SHOWN) {
		unsigned long more = (unsigned long)(print->file_count - FILES_SHOWN);
		bytes_format(&print->out, P_("  and %lu more", "  and %lu more", more), more);
		bytes_append_char(&print->out, '\n');
	}
}

static void append_total(struct print *print, const struct tally *total)
{
	static const struct {
		enum section section;
		void (*append)(struct print *, const struct tally *);
	} sections[] = {
		{SECTION_SIZE, append_size},	     {SECTION_SCRIPTS, append_scripts}, {SECTION_LANGUAGES, append_languages},
		{SECTION_STYLES, text_styles},	     {SECTION_CHARACTERS, text_characters}, {SECTION_ARABIC, text_arabic},
		{SECTION_RULES, text_rules},	     {SECTION_PLACES, text_places},	    {SECTION_REPEATS, text_repeats},
	};
	unsigned long files = (unsigned long)total->count[COUNT_FILES];
	bytes_append_text(&print->out, colour_on(COLOUR_STDOUT, COLOUR_BOLD));
	bytes_format(&print->out, P_("%lu file", "%lu files", files), files);
	bytes_append_text(&print->out, colour_off(COLOUR_STDOUT));
	if (print_wants(print, SECTION_RULES)) {
		bytes_append_text(&print->out, label_colon());
		append_findings_of(&print->out, total);
	}
	bytes_append_char(&print->out, '\n');
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		if (print_wants(print, sections[i].section))
			sections[i].append(print, total);
	}
	append_files(print);
}

const struct format format_text = {append_file, append_total};
