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

#define FORMS_BYTES_MAX ((size_t)64 * 1024)

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

/* The letters of Arabic script, in the blocks that names have them from. */
static bool is_arabic(uint32_t cp)
{
	return (cp >= 0x620 && cp <= 0x64A) || (cp >= 0x66E && cp <= 0x6D5) || (cp >= 0x750 && cp <= 0x77F);
}

static bool is_latin(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') || (cp >= 0xC0 && cp <= 0x24F) ||
	       (cp >= 0x1E00 && cp <= 0x1EFF);
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

/* ---- Rows ---- */

static void append_cell(struct bytes *line, const struct cell *cell)
{
	bytes_append(line, cell->at, cell->len);
	bytes_append_char(line, '\t');
}

static bool same_text(const struct bytes *a, const struct bytes *b)
{
	return a->len == b->len && (!a->len || memcmp(a->at, b->at, a->len) == 0);
}

/* The place of the row is the one at hand now, which stays as it is if it was already. */
static void take_place(struct import *import, const struct import_row *row)
{
	struct import_place *place = &import->place;
	struct bytes *id = &import->line;
	id->len = 0;
	bytes_append_text(id, row->prefix);
	append_cell(id, &row->id);
	if (same_text(id, &place->id))
		return;
	place->id.len = place->head.len = place->forms.len = 0;
	place->french = place->arabic = false;
	bytes_append(&place->id, id->at, id->len);
	bytes_append(&place->head, id->at, id->len);
	append_cell(&place->head, &row->country);
	bytes_format(&place->head, "%s\t", row->feature);
	append_cell(&place->head, &row->lat);
	append_cell(&place->head, &row->lon);
}

/* @return false when the place has this form already. */
static bool take_form(struct import_place *place, const struct import_row *row, const struct cell *form)
{
	struct bytes entry = {0};
	bytes_format(&entry, "\n%s\t", row->language);
	bytes_append(&entry, form->at, form->len);
	bytes_append_char(&entry, '\n');
	bool is_new = !place->forms.len || !memmem(place->forms.at, place->forms.len, entry.at, entry.len);
	/* more are not looked through each time: what stands there twice does no harm */
	if (is_new && place->forms.len < FORMS_BYTES_MAX)
		bytes_append(&place->forms, entry.at, entry.len);
	bytes_release(&entry);
	return is_new;
}

/* Whether the place has the preferred form of the language of a row. */
static bool *preferred_of(struct import_place *place, const struct import_row *row)
{
	return !strcmp(row->language, "fr") ? &place->french : &place->arabic;
}

static void note_error(void *user, const norm_error *finding, bool is_error)
{
	bool *bad = user;
	(void)finding;
	*bad |= is_error;
}

/* Ask who will have to read it. */
static bool is_good(const struct bytes *line)
{
	norm_gazetteer_builder *builder = NULL;
	bool bad = false;
	if (norm_gazetteer_builder_new(note_error, &bad, &builder) != NORM_OK ||
	    norm_gazetteer_builder_begin(builder, "") != NORM_OK ||
	    norm_gazetteer_builder_add(builder, line->at, line->len) != NORM_OK)
		message_out_of_memory();
	norm_gazetteer_builder_free(builder);
	return !bad;
}

static struct cell trim(struct cell cell)
{
	for (; cell.len && *cell.at == ' '; cell.at++)
		cell.len--;
	while (cell.len && cell.at[cell.len - 1] == ' ')
		cell.len--;
	return cell;
}

bool import_put(struct import *import, const struct import_row *row)
{
	struct bytes *line = &import->line;
	struct cell form = trim(row->form);
	if (!form.len || !row->language || !row->id.len) {
		import->passed_over++;
		return true;
	}
	take_place(import, row);
	if (!take_form(&import->place, row, &form))
		return true;
	bool *done = preferred_of(&import->place, row), preferred = !strcmp(row->status, "preferred");
	line->len = 0;
	bytes_append(line, import->place.head.at, import->place.head.len);
	bytes_format(line, "%s\t", row->language);
	append_cell(line, &form);
	bytes_format(line, "%s\t%s\n", preferred && *done ? "variant" : row->status, row->source);
	if (!is_good(line)) {
		import->passed_over++;
		return true;
	}
	*done |= preferred;
	import->rows++;
	return output_write(&import->out, line->at, line->len);
}

/* ---- The files ---- */

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
	/* the files of GeoNames have no names of columns */
	if (import->options->format != IMPORT_GEONAMES && !import->has_heading) {
		keep_heading(import, line, len);
		return true;
	}
	cells_split(&cells, line, len);
	static bool (*const formats[])(struct import *, const struct cells *) = {
		[IMPORT_GEONAMES] = import_geonames_line,
		[IMPORT_OSM] = import_osm_line,
		[IMPORT_WIKIDATA] = import_wikidata_line,
	};
	return formats[import->options->format](import, &cells);
}

static void release(struct import *import)
{
	import_geonames_free(import);
	bytes_release(&import->line);
	bytes_release(&import->heading_text);
	bytes_release(&import->place.id);
	bytes_release(&import->place.head);
	bytes_release(&import->place.forms);
}

int import_run(const struct options *options)
{
	struct import import = {.options = options};
	if (options->format == IMPORT_OSM && !(options->country && strlen(options->country) == 2)) {
		message_error(
			_("import --format=osm needs --country=CODE: what Overpass writes does not name the country"));
		return STATUS_TROUBLE;
	}
	output_init(&import.out, STDOUT_FILENO, _("(standard output)"));
	bool good = output_text(&import.out, "id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\n");
	for (size_t i = 0; good && i < options->argument_count; i++) {
		import.has_heading = false;
		good = input_lines(options->arguments[i], take_line, &import);
	}
	release(&import);
	good = output_finish(&import.out) && good;
	if (good && !import.rows)
		message_warning(_("no row came out; is that the right format?"));
	if (import.passed_over)
		message_note(P_("%llu name was passed over: in another script, with signs that names do not have, or "
				"without an id",
				"%llu names were passed over: in another script, with signs that names do not have, or "
				"without an id",
				import.passed_over),
			     (unsigned long long)import.passed_over);
	return good ? STATUS_OK : STATUS_TROUBLE;
}
