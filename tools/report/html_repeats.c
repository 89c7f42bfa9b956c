/* SPDX-License-Identifier: MIT */
/* Paragraphs that stand there more than once: menus, teasers and what else scrapers carry along. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "report/html_parts.h"

enum { REPEATS_MAX = 100, BLOCKS_MAX = 100 };

/* ---- Within a text ---- */

static int compare(const void *a, const void *b)
{
	const struct html_repeat *left = a, *right = b;
	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	if (left->order != right->order)
		return left->order < right->order ? -1 : 1;
	return left->line < right->line ? -1 : left->line > right->line;
}

static void keep_most(struct html_report *report)
{
	qsort(report->repeats, report->repeat_count, sizeof *report->repeats, compare);
	for (; report->repeat_count > REPEATS_MAX; report->repeat_count--) {
		free(report->repeats[report->repeat_count - 1].file);
		free(report->repeats[report->repeat_count - 1].text);
	}
}

static void keep(struct html_report *report, const char *file, const struct row *row)
{
	if (report->repeat_count == report->repeat_cap) {
		report->repeat_cap = report->repeat_cap ? report->repeat_cap * 2 : 16;
		report->repeats = memory_grow(report->repeats, report->repeat_cap, sizeof *report->repeats);
	}
	const char *text = row->text[REPEATS_TEXT];
	report->repeats[report->repeat_count] = (struct html_repeat){
		.file = memory_text(file, strlen(file)),
		.text = memory_text(text, strlen(text)),
		.line = row->count[REPEATS_LINE],
		.count = row->count[REPEATS_COUNT],
		.order = report->order,
	};
	if (++report->repeat_count == 4 * REPEATS_MAX)
		keep_most(report);
}

void html_keep_repeats(struct html_report *report, const struct tally *file)
{
	const struct table *table = &file->tables[TABLE_REPEATS];
	for (size_t i = 0; i < table->count; i++)
		keep(report, file->file ? file->file : "", table->rows[i]);
}

static void append_row(struct bytes *page, uint64_t first, uint64_t second, const char *text, const char *file, uint64_t line)
{
	bytes_format(page, "<tr><td class=number data-v=%llu>", (unsigned long long)first);
	number_append(page, first);
	bytes_append_text(page, "</td>");
	if (second) {
		bytes_format(page, "<td class=number data-v=%llu>", (unsigned long long)second);
		number_append(page, second);
		bytes_append_text(page, "</td>");
	}
	bytes_append_text(page, "<td class=text><p dir=auto lang=\"\">");
	html_string(page, text);
	bytes_append_text(page, "</p></td><td><bdi class=at dir=ltr>");
	html_string(page, file);
	if (line)
		bytes_format(page, ":%llu", (unsigned long long)line);
	bytes_append_text(page, "</bdi></td></tr>\n");
}

static void append_within(struct bytes *page, const struct html_report *report)
{
	if (!report->repeat_count)
		return;
	bytes_format(page,
		     "<h3>%s</h3>\n<div class=scroll tabindex=0><table class=\"list sortable\">\n<thead><tr><th scope=col class=number>%s</th>"
		     "<th scope=col>%s</th><th scope=col>%s</th></tr></thead>\n<tbody>\n",
		     _("Within a text"), _("How often"), _("Paragraph"), _("First in"));
	for (size_t i = 0; i < report->repeat_count; i++) {
		const struct html_repeat *repeat = &report->repeats[i];
		append_row(page, repeat->count, 0, repeat->text, repeat->file, repeat->line);
	}
	bytes_append_text(page, "</tbody></table></div>\n");
}

/* ---- From text to text ---- */

/* What one text alone repeats is listed above, when it is known. */
static uint64_t weigh(const struct row *block, const void *user)
{
	const struct html_report *report = user;
	bool wanted = block->count[BLOCKS_TEXTS] > 1 || (block->count[BLOCKS_TIMES] > 1 && !report->repeat_count);
	return wanted ? block->count[BLOCKS_TEXTS] << 40 | block->count[BLOCKS_TIMES] : 0;
}

static void append_blocks(struct bytes *page, const struct html_rank *ranks, size_t count)
{
	if (!count)
		return;
	bytes_format(page,
		     "<h3>%s</h3>\n<div class=scroll tabindex=0><table class=\"list sortable\">\n<thead><tr><th scope=col class=number>%s</th>"
		     "<th scope=col class=number>%s</th><th scope=col>%s</th><th scope=col>%s</th></tr></thead>\n<tbody>\n",
		     _("From text to text"), _("Texts"), _("How often"), _("Paragraph"), _("First in"));
	for (size_t i = 0; i < count && i < BLOCKS_MAX; i++) {
		const struct row *row = ranks[i].row;
		append_row(page, row->count[BLOCKS_TEXTS], row->count[BLOCKS_TIMES], row->text[BLOCKS_TEXT], row->text[BLOCKS_FILE], 0);
	}
	bytes_append_text(page, "</tbody></table></div>\n");
}

static void append_sample(struct bytes *page, size_t count)
{
	bytes_append_text(page, "<p>");
	bytes_format(page, _("Found in a sample of %zu different paragraphs."), count);
	bytes_append_text(page, "</p>\n");
}

void html_repeats(struct bytes *page, const struct html_report *report, const struct tally *total)
{
	size_t count;
	const struct table *blocks = &total->tables[TABLE_BLOCKS];
	struct html_rank *ranks = html_rank(blocks, weigh, report, &count);
	if (count || report->repeat_count) {
		html_section(page, "repeats", _("Repeated paragraphs"));
		append_within(page, report);
		append_blocks(page, ranks, count);
		if (count && blocks->count == blocks->class->rows_max)
			append_sample(page, blocks->count);
		bytes_append_text(page, "</section>\n");
	}
	free(ranks);
}

void html_settle_repeats(struct html_report *report)
{
	if (report->repeat_count)
		keep_most(report);
}

void html_release_repeats(struct html_report *report)
{
	for (size_t i = 0; i < report->repeat_count; i++) {
		free(report->repeats[i].file);
		free(report->repeats[i].text);
	}
	free(report->repeats);
}
