/* SPDX-License-Identifier: MIT */
/* norm-places import: the frame. Lines that cannot be used are counted, for these files are large and never perfect. */
#include "places/import.h"

#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "places/command.h"
#include "places/input.h"

void cells_split(struct cells *cells, const char *line, size_t len)
{
	const char *end = line + len;
	cells->count = 0;
	while (cells->count < IMPORT_CELLS) {
		const char *tab = line < end ? memchr(line, '\t', (size_t)(end - line)) : NULL;
		const char *stop = tab ? tab : end;
		cells->at[cells->count++] = (struct cell){line, (size_t)(stop - line)};
		if (!tab)
			return;
		line = tab + 1;
	}
}

bool cell_is(const struct cell *cell, const char *text)
{
	return cell->len == strlen(text) && memcmp(cell->at, text, cell->len) == 0;
}

bool import_wants_country(const struct import *import, const char *code, size_t len)
{
	const char *list = import->options->country;
	if (!list)
		return true;
	for (; len == 2 && *list; list += list[2] ? 3 : 2) {
		if (memcmp(list, code, 2) == 0)
			return true;
	}
	return false;
}

/* The letters of Arabic script, in the blocks that names have them from. */
static bool is_arabic(uint32_t cp)
{
	return (cp >= 0x620 && cp <= 0x64A) || (cp >= 0x66E && cp <= 0x6D5) || (cp >= 0x750 && cp <= 0x77F);
}

static bool is_latin(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') || (cp >= 0xC0 && cp <= 0x24F) || (cp >= 0x1E00 && cp <= 0x1EFF);
}

const char *import_language(const struct cell *form, const struct cell *tag)
{
	const char *at = form->at, *end = at + form->len;
	bool latin = false, arabic = false;
	for (uint32_t cp; at < end;) {
		at += utf8_decode(at, end, &cp);
		latin |= is_latin(cp);
		arabic |= is_arabic(cp);
	}
	if (latin == arabic)
		return NULL;
	if (arabic)
		return cell_is(tag, "ar") ? "ar" : "und-Arab";
	return cell_is(tag, "fr") ? "fr" : cell_is(tag, "en") ? "en" : "und-Latn";
}

static void append_cell(struct bytes *line, const struct cell *cell)
{
	bytes_append(line, cell->at, cell->len);
	bytes_append_char(line, '\t');
}

bool import_put(struct import *import, const struct import_row *row)
{
	struct bytes *line = &import->line;
	if (!row->form.len || !row->language || !row->id.len) {
		import->passed_over++;
		return true;
	}
	line->len = 0;
	bytes_append_text(line, row->prefix);
	append_cell(line, &row->id);
	append_cell(line, &row->country);
	bytes_format(line, "%s\t", row->feature);
	append_cell(line, &row->lat);
	append_cell(line, &row->lon);
	bytes_format(line, "%s\t", row->language);
	append_cell(line, &row->form);
	bytes_format(line, "%s\t%s\n", row->status, row->source);
	import->rows++;
	return output_write(&import->out, line->at, line->len);
}

/* ---- The files ---- */

static bool needs_heading(const struct import *import)
{
	return strcmp(import->options->import_format, "geonames") != 0;
}

static void keep_heading(struct import *import, const char *line, size_t len)
{
	import->heading_text.len = 0;
	bytes_append(&import->heading_text, line, len);
	cells_split(&import->heading, import->heading_text.at, len);
	import->has_heading = true;
}

static bool take_line(void *user, const char *line, size_t len, uint64_t number)
{
	struct import *import = user;
	struct cells cells;
	(void)number;
	if (!len)
		return true;
	if (needs_heading(import) && !import->has_heading) {
		keep_heading(import, line, len);
		return true;
	}
	cells_split(&cells, line, len);
	switch (*import->options->import_format) {
	case 'g':
		return import_geonames_line(import, &cells);
	case 'o':
		return import_osm_line(import, &cells);
	default:
		return import_wikidata_line(import, &cells);
	}
}

int import_run(const struct options *options)
{
	struct import import = {.options = options};
	if (!strcmp(options->import_format, "osm") && !(options->country && strlen(options->country) == 2)) {
		message_error(_("import --format=osm needs --country=CODE: what Overpass writes does not name the country"));
		return STATUS_TROUBLE;
	}
	output_init(&import.out, STDOUT_FILENO, _("(standard output)"));
	bool good = output_text(&import.out, "id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\n");
	for (size_t i = 0; good && i < options->argument_count; i++) {
		import.has_heading = false;
		good = input_lines(options->arguments[i], take_line, &import);
	}
	import_geonames_free(&import);
	bytes_release(&import.line);
	bytes_release(&import.heading_text);
	good = output_finish(&import.out) && good;
	if (good && !import.rows)
		message_warning(_("no row came out; is that the right format?"));
	if (import.passed_over)
		message_note(P_("%llu name was passed over: in another script, or without an id",
				"%llu names were passed over: in another script, or without an id", import.passed_over),
			     (unsigned long long)import.passed_over);
	return good ? STATUS_OK : STATUS_TROUBLE;
}
