/* SPDX-License-Identifier: MIT */
#include "report/html.h"

#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "report/html_parts.h"

void html_start(struct html_report *report, unsigned sections)
{
	*report = (struct html_report){.sections = sections};
}

void html_add_file(struct html_report *report, const struct tally *file)
{
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
	if (report->file_count == 1) {
		html_append(page, report->files[0].name, strlen(report->files[0].name));
	} else {
		html_number(page, count);
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

void html_end(struct html_report *report, const struct tally *total, struct bytes *page)
{
	struct bytes sections = {0};
	html_settle_files(report);
	html_settle_repeats(report);
	append_head(page, report, total);
	if (report->sections & 1u << SECTION_RULES)
		html_findings(&sections, total);
	html_styles(&sections, total);
	html_characters(&sections, total);
	html_places(&sections, total);
	html_repeats(&sections, report, total);
	html_files(&sections, report);
	append_links(page, &sections);
	bytes_append_text(page, "<main>\n");
	html_overview(page, total, report->sections);
	bytes_append(page, sections.at, sections.len);
	bytes_append_text(page, "</main>\n<script>\n");
	append_lines(page, html_script);
	bytes_append_text(page, "</script>\n</html>\n");
	bytes_release(&sections);
	html_release_files(report);
	html_release_repeats(report);
}
