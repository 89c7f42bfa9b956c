/* SPDX-License-Identifier: MIT */
/* What was found, for people and for programs. */
#include <string.h>

#include "common/colour.h"
#include "common/excerpt.h"
#include "common/json.h"
#include "places/find.h"
#include "places/place_text.h"

enum { EXCERPT_COLUMNS = 48 };

static bool flush(struct finding *finding)
{
	return output_write(&finding->out, finding->line.at, finding->line.len);
}

/* The preferred name in the language of the other script, which is what a reader may not know. */
static void append_names(struct bytes *line, const struct finding *finding, uint32_t place)
{
	const char *french = place_name(finding->gazetteer, place, "fr"),
		   *arabic = place_name(finding->gazetteer, place, "ar");
	bytes_append_text(line, french);
	if (strcmp(french, arabic)) {
		bytes_append_text(line, " · ");
		excerpt_append_line(line, arabic, strlen(arabic), EXCERPT_COLUMNS, finding->isolate);
	}
}

static void append_place_start(struct bytes *line, const struct finding *finding)
{
	line->len = 0;
	bytes_append_text(line, colour_on(COLOUR_STDOUT, COLOUR_CYAN));
	bytes_append_shown(line, finding->path);
	if (finding->record)
		bytes_format(line, ":%llu", (unsigned long long)finding->record);
	bytes_format(line, ":%llu:%llu:%s ", (unsigned long long)finding->position.line,
		     (unsigned long long)finding->position.column, colour_off(COLOUR_STDOUT));
}

bool find_print_text(struct finding *finding, const struct found_text *text)
{
	struct position start = finding->position;
	norm_place_match match;
	norm_place place;
	size_t done = 0;
	bool good = true;
	for (size_t i = 0; good && find_next(finding, &i, &match); finding->found++) {
		position_advance(&finding->position, text->at + done, match.start - done);
		done = match.start;
		norm_gazetteer_place(finding->gazetteer, match.place, &place);
		append_place_start(&finding->line, finding);
		excerpt_append_line(&finding->line, text->at + match.start, match.end - match.start, EXCERPT_COLUMNS,
				    finding->isolate);
		bytes_append_text(&finding->line, " → ");
		append_names(&finding->line, finding, match.place);
		bytes_append_text(&finding->line, " (");
		place_append_kind(&finding->line, &place);
		bytes_format(&finding->line, ") %s %.0f %%\n", place.id, 100 * match.confidence);
		good = flush(finding);
	}
	finding->position = start;
	return good;
}

/* Without printf(), which takes a tenth of the time that it takes to find the names. */
static void append_text_cell(struct bytes *line, const char *text)
{
	bytes_append_text(line, text);
	bytes_append_char(line, '\t');
}

static void append_number_cell(struct bytes *line, uint64_t number)
{
	bytes_append_number(line, number);
	bytes_append_char(line, '\t');
}

/* A number from 0 to 1, with three decimals. */
static void append_share(struct bytes *line, double share)
{
	unsigned thousandths = (unsigned)(share * 1000 + 0.5);
	const char digits[] = {(char)('0' + thousandths / 1000), '.', (char)('0' + thousandths / 100 % 10),
			       (char)('0' + thousandths / 10 % 10), (char)('0' + thousandths % 10)};
	bytes_append(line, digits, sizeof digits);
}

/* A cell of a table holds no tab and no end of a line. */
static void append_cell(struct bytes *line, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		bytes_append_char(line, text[i] == '\t' || text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
	bytes_append_char(line, '\t');
}

/* What tells where a match is: the file, the record if there are several texts in it, and bytes of it. */
static void append_tsv_start(struct finding *finding, const norm_place_match *match)
{
	uint64_t start, end;
	find_source_span(finding, match, &start, &end);
	append_cell(&finding->line, finding->path, strlen(finding->path));
	if (finding->record)
		append_number_cell(&finding->line, finding->record);
	append_number_cell(&finding->line, start);
	append_number_cell(&finding->line, end);
}

bool find_print_tsv(struct finding *finding, const struct found_text *text)
{
	norm_place_match match;
	norm_place place;
	bool good = true;
	for (size_t i = 0; good && find_next(finding, &i, &match); finding->found++) {
		norm_gazetteer_place(finding->gazetteer, match.place, &place);
		finding->line.len = 0;
		append_tsv_start(finding, &match);
		append_cell(&finding->line, text->at + match.start, match.end - match.start);
		append_text_cell(&finding->line, place.id);
		append_text_cell(&finding->line, place.country);
		append_text_cell(&finding->line, place.feature);
		append_text_cell(&finding->line, place_name(finding->gazetteer, match.place, "fr"));
		append_text_cell(&finding->line, place_name(finding->gazetteer, match.place, "ar"));
		append_share(&finding->line, match.confidence);
		bytes_append_char(&finding->line, '\n');
		good = flush(finding);
	}
	return good;
}

static void append_object(struct finding *finding, const struct found_text *text, const norm_place_match *match)
{
	struct bytes *line = &finding->line;
	norm_place place;
	norm_place_form form;
	uint64_t start, end;
	find_source_span(finding, match, &start, &end);
	line->len = 0;
	bytes_append_text(line, "{\"file\":");
	json_append_text(line, finding->path);
	if (finding->record)
		bytes_format(line, ",\"record\":%llu", (unsigned long long)finding->record);
	bytes_format(line, ",\"start\":%llu,\"end\":%llu,\"text\":",
		     (unsigned long long)start, (unsigned long long)end);
	json_append_any(line, text->at + match->start, match->end - match->start);
	if (norm_gazetteer_place(finding->gazetteer, match->place, &place)) {
		bytes_format(line, ",\"id\":\"%s\",\"country\":\"%s\",\"feature\":\"%s\"", place.id, place.country,
			     place.feature);
		place_append_json_position(line, &place);
	}
	if (norm_gazetteer_form(finding->gazetteer, match->place, match->form, &form)) {
		bytes_append_text(line, ",\"form\":");
		json_append_text(line, form.text);
		bytes_format(line, ",\"status\":\"%s\"", place_status_name(form.status));
	}
	bytes_append_text(line, ",\"fr\":");
	json_append_text(line, place_name(finding->gazetteer, match->place, "fr"));
	bytes_append_text(line, ",\"ar\":");
	json_append_text(line, place_name(finding->gazetteer, match->place, "ar"));
	bytes_format(line, ",\"confidence\":%.3f}\n", match->confidence);
}

bool find_print_json(struct finding *finding, const struct found_text *text)
{
	norm_place_match match;
	bool good = true;
	for (size_t i = 0; good && find_next(finding, &i, &match); finding->found++) {
		append_object(finding, text, &match);
		good = flush(finding);
	}
	return good;
}
