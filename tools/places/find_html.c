/* SPDX-License-Identifier: MIT */
/* The texts as a page with their places marked: complete in one file, each paragraph in its own direction. */
#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "places/find.h"
#include "places/place_text.h"

static const char style[] =
	":root{color-scheme:light dark;--sure:#cfe8ff;--doubt:#fff0c2;--line:#8884}\n"
	"@media(prefers-color-scheme:dark){:root{--sure:#123c5c;--doubt:#4d4010}}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0 auto;padding:1rem;max-width:50rem;font:1rem/1.7 system-ui,sans-serif;overflow-wrap:anywhere}\n"
	"h1{font-size:1.2rem;border-bottom:1px solid var(--line)}p{margin:.5rem 0;white-space:pre-wrap}\n"
	"mark{background:var(--sure);color:inherit;border-radius:.25em;padding:0 .1em}\n"
	"mark.doubt{background:var(--doubt)}\n"
	/* where there is no pointer to hover with, a tap shows what is known */
	"mark:focus::after{content:\" (\" attr(title) \")\";font-size:.85em;opacity:.8}\n";

/* Running text: each line is a paragraph. */
static void append_running(struct bytes *page, const char *at, size_t len)
{
	const char *end = at + len;
	for (const char *line_end; (line_end = memchr(at, '\n', (size_t)(end - at))); at = line_end + 1) {
		html_append(page, at, (size_t)(line_end - at));
		bytes_append_text(page, "</p>\n<p dir=auto>");
	}
	html_append(page, at, (size_t)(end - at));
}

static void append_mark(struct finding *finding, const struct found_text *text, const norm_place_match *match)
{
	enum { SURE = 80 };
	struct bytes *page = &finding->line;
	norm_place place;
	if (!norm_gazetteer_place(finding->gazetteer, match->place, &place))
		return;
	const char *french = place_name(finding->gazetteer, match->place, "fr");
	const char *arabic = place_name(finding->gazetteer, match->place, "ar");
	bytes_format(page, "<mark%s tabindex=0 data-id=\"%s\" title=\"",
		     100 * match->confidence < SURE ? " class=doubt" : "", place.id);
	html_append(page, french, strlen(french));
	bytes_append_text(page, " · ");
	html_append(page, arabic, strlen(arabic));
	bytes_append_text(page, " (");
	place_append_kind(page, &place);
	bytes_format(page, ") %.0f %%\">", 100 * match->confidence);
	html_append(page, text->at + match->start, match->end - match->start);
	bytes_append_text(page, "</mark>");
}

bool find_print_html(struct finding *finding, const struct found_text *text)
{
	norm_place_match match;
	size_t done = 0;
	finding->line.len = 0;
	if (finding->position.offset == 0) {
		bytes_append_text(&finding->line, "<h1 dir=auto>");
		html_append(&finding->line, finding->shown, strlen(finding->shown));
		if (finding->record)
			bytes_format(&finding->line, ":%llu", (unsigned long long)finding->record);
		bytes_append_text(&finding->line, "</h1>\n");
	}
	bytes_append_text(&finding->line, "<p dir=auto>");
	for (size_t i = 0; find_next(finding, &i, &match); finding->found++) {
		append_running(&finding->line, text->at + done, match.start - done);
		append_mark(finding, text, &match);
		done = match.end;
	}
	append_running(&finding->line, text->at + done, text->len - done);
	bytes_append_text(&finding->line, "</p>\n");
	return output_write(&finding->out, finding->line.at, finding->line.len);
}

bool find_start_html(struct finding *finding)
{
	finding->line.len = 0;
	html_append_start(&finding->line);
	bytes_format(&finding->line, "%s</title>\n<style>\n%s</style>\n", _("Places"), style);
	return output_write(&finding->out, finding->line.at, finding->line.len);
}

bool find_end_html(struct finding *finding)
{
	return output_text(&finding->out, "</html>\n");
}
