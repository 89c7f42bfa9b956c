/* SPDX-License-Identifier: MIT */
/* The files one by one. Of very many, those with the most findings are kept. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "report/html_parts.h"

enum { FILES_MAX = 2000 };

static uint64_t findings_of(const struct html_file *file)
{
	return file->count[COUNT_ERRORS] + file->count[COUNT_WARNINGS] + file->count[COUNT_NOTES];
}

static int compare_findings(const void *a, const void *b)
{
	const struct html_file *left = a, *right = b;
	uint64_t left_count = findings_of(left), right_count = findings_of(right);
	if (left_count != right_count)
		return left_count > right_count ? -1 : 1;
	return left->order < right->order ? -1 : 1;
}

static int compare_order(const void *a, const void *b)
{
	const struct html_file *left = a, *right = b;
	return left->order < right->order ? -1 : 1;
}

static void file_release(struct html_file *file)
{
	free(file->name);
	free(file->language);
	free(file->encoding);
}

static void keep_most(struct html_report *report)
{
	qsort(report->files, report->file_count, sizeof *report->files, compare_findings);
	while (report->file_count > FILES_MAX)
		file_release(&report->files[--report->file_count]);
}

/* The key of the row in which this column counts most. */
static char *first_key(const struct table *table, size_t column)
{
	const struct row *best = NULL;
	for (size_t i = 0; i < table->count; i++) {
		if (!best || table->rows[i]->count[column] > best->count[column])
			best = table->rows[i];
	}
	const char *key = best ? best->key : "";
	return memory_text(key, strlen(key));
}

void html_keep_file(struct html_report *report, const struct tally *file)
{
	if (report->file_count == report->file_cap) {
		report->file_cap = report->file_cap ? report->file_cap * 2 : 16;
		report->files = memory_grow(report->files, report->file_cap, sizeof *report->files);
	}
	struct html_file *fresh = &report->files[report->file_count++];
	const char *name = file->file ? file->file : "";
	*fresh = (struct html_file){.name = memory_text(name, strlen(name)), .order = report->order};
	fresh->language = first_key(&file->tables[TABLE_LANGUAGES], LANGUAGES_LETTERS);
	fresh->encoding = first_key(&file->tables[TABLE_ENCODINGS], ENCODINGS_PARAGRAPHS);
	memcpy(fresh->count, file->count, sizeof fresh->count);
	if (report->file_count == 2 * FILES_MAX)
		keep_most(report);
}

static void append_number(struct bytes *page, uint64_t number, const char *class)
{
	bytes_format(page, "<td class=\"number%s%s\" data-v=%llu>", number && *class ? " " : "", number ? class : "",
		     (unsigned long long)number);
	number_append(page, number);
	bytes_append_text(page, "</td>");
}

static void append_file(struct bytes *page, const struct html_file *file)
{
	bytes_append_text(page, "<tr><th scope=row><bdi class=path dir=ltr>");
	html_string(page, file->name);
	bytes_format(page, "</bdi></th><td class=number data-v=%llu>", (unsigned long long)file->count[COUNT_BYTES]);
	html_size(page, file->count[COUNT_BYTES]);
	bytes_append_text(page, "</td><td>");
	html_label(page, LABEL_LANGUAGE, file->language, strlen(file->language));
	bytes_append_text(page, "</td><td><bdi>");
	html_string(page, file->encoding);
	bytes_append_text(page, "</bdi></td>");
	append_number(page, file->count[COUNT_ERRORS], "error");
	append_number(page, file->count[COUNT_WARNINGS], "warning");
	append_number(page, file->count[COUNT_NOTES], "");
	append_number(page, file->count[COUNT_REPETITIONS], "");
	bytes_append_text(page, "</tr>\n");
}

static void append_choice(struct bytes *page, const struct html_report *report)
{
	bytes_append_text(page, "<p>");
	bytes_format(page, _("Of %llu files, the %zu with the most findings."), (unsigned long long)report->order, report->file_count);
	bytes_append_text(page, "</p>\n");
}

void html_files(struct bytes *page, const struct html_report *report)
{
	if (!report->file_count)
		return;
	html_section(page, "files", _("Files"));
	if (report->order > report->file_count)
		append_choice(page, report);
	html_fold(page, report->file_count);
	bytes_format(page,
		     "<div class=scroll tabindex=0><table class=\"list sortable long\">\n<thead><tr><th scope=col>%s</th>"
		     "<th scope=col class=number>%s</th><th scope=col>%s</th><th scope=col>%s</th><th scope=col class=number>%s</th>"
		     "<th scope=col class=number>%s</th><th scope=col class=number>%s</th><th scope=col class=number>%s</th></tr></thead>\n"
		     "<tbody>\n",
		     _("File"), _("Size"), _("Language"), _("Encoding"), _("Errors"), _("Warnings"), _("Notes"), _("Repetitions"));
	for (size_t i = 0; i < report->file_count; i++)
		append_file(page, &report->files[i]);
	bytes_append_text(page, "</tbody></table></div>\n</section>\n");
}

void html_settle_files(struct html_report *report)
{
	if (report->file_count > FILES_MAX)
		keep_most(report);
	if (report->file_count > 1)
		qsort(report->files, report->file_count, sizeof *report->files, compare_order);
}

void html_release_files(struct html_report *report)
{
	while (report->file_count)
		file_release(&report->files[--report->file_count]);
	free(report->files);
}
