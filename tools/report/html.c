/* SPDX-License-Identifier: MIT */
/*
 * The report as a page for the browser, complete in one file: nothing is loaded, and without its script it shows everything.
 * Of files it keeps what the page says of them, and of very many only some.
 */
#include <stdlib.h>
#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "common/message.h"
#include "report/html_parts.h"

static struct html_report *report_of(struct print *print)
{
	if (!print->page) {
		print->page = memory_get(sizeof *print->page);
		*print->page = (struct html_report){0};
		if (norm_profile_parse(NULL, "", 0, &print->page->plain, NULL) != NORM_OK ||
		    norm_levels_new(print->page->plain, &print->page->levels) != NORM_OK)
			message_out_of_memory();
	}
	return print->page;
}

static void take_file(struct print *print, const struct tally *file)
{
	struct html_report *report = report_of(print);
	html_keep_file(report, file);
	html_keep_repeats(report, file);
	report->order++;
}

static void append_lines(struct bytes *page, const char *const *lines)
{
	for (; *lines; lines++)
		bytes_append_text(page, *lines);
}

/* What was read, as a title: the name of the only file, or how many there are. */
static void append_subject(struct bytes *page, const struct html_report *report, const struct tally *total)
{
	uint64_t count = total->count[COUNT_FILES];
	if (count == 1 && report->file_count == 1) {
		html_append(page, report->files[0].name, strlen(report->files[0].name));
	} else {
		number_append(page, count);
		bytes_format(page, " %s", P_("file", "files", (unsigned long)count));
	}
}

static void append_head(struct bytes *page, const struct html_report *report, const struct tally *total)
{
	html_append_start(page);
	append_subject(page, report, total);
	bytes_format(page, " – %s</title>\n", _("Text report"));
	bytes_append_text(page, "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; "
				"script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<style>\n");
	append_lines(page, html_style);
	bytes_format(page, "</style>\n<header>\n<div><h1>%s</h1><p><bdi>", _("What is in this text"));
	append_subject(page, report, total);
	bytes_format(page, "</bdi></p></div>\n<button type=button id=theme hidden>%s</button>\n</header>\n", _("Light or dark"));
}

/* Links to the sections that are there: those that have appended something. */
static void append_links(struct bytes *page, struct bytes *sections)
{
	static const struct {
		const char *start, *id, *title;
	} links[] = {
		{"<section id=findings ", "findings", N_("Findings")},
		{"<section id=styles ", "styles", N_("Habits of writing")},
		{"<section id=characters ", "characters", N_("Characters that do not show")},
		{"<section id=places ", "places", N_("Places")},
		{"<section id=repeats ", "repeats", N_("Repeated paragraphs")},
		{"<section id=files ", "files", N_("Files")},
	};
	bytes_append_text(page, "<nav>\n");
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		if (strstr(bytes_text(sections), links[i].start))
			bytes_format(page, "<a href=\"#%s\">%s</a>\n", links[i].id, gettext(links[i].title));
	}
	bytes_append_text(page, "</nav>\n");
}

static void append_sections(struct bytes *sections, const struct print *print, const struct tally *total)
{
	if (print_wants(print, SECTION_RULES))
		html_findings(sections, print->page, total);
	html_styles(sections, total);
	html_characters(sections, print->page, total);
	html_places(sections, total);
	html_repeats(sections, print->page, total);
	html_files(sections, print->page);
}

static void append_page(struct print *print, const struct tally *total)
{
	struct html_report *report = report_of(print);
	struct bytes *page = &print->out, sections = {0};
	html_settle_files(report);
	html_settle_repeats(report);
	append_head(page, report, total);
	append_sections(&sections, print, total);
	append_links(page, &sections);
	bytes_append_text(page, "<main>\n");
	html_overview(page, total, print->sections);
	bytes_append(page, sections.at, sections.len);
	bytes_append_text(page, "</main>\n<script>\n");
	append_lines(page, html_script);
	bytes_append_text(page, "</script>\n</html>\n");
	bytes_release(&sections);
	html_release_files(report);
	html_release_repeats(report);
	norm_levels_free(report->levels);
	norm_profile_free(report->plain);
	free(report);
	print->page = NULL;
}

const struct format format_html = {take_file, append_page};
