/* SPDX-License-Identifier: MIT */
/*
 * Tables whose first line names the columns: what Overpass writes of OpenStreetMap with
 * [out:csv(::type,::id,::lat,::lon,place,name,"name:fr","name:ar","alt_name:fr","alt_name:ar",int_name,"name:en";true)],
 * and what the query service of Wikidata writes as TSV of ?item ?country ?lat ?lon ?feature ?name ?preferred.
 */
#include <string.h>

#include "places/import.h"

static const struct cell nothing = {"", 0};

static const struct cell *column(const struct import *import, const struct cells *cells, const char *name)
{
	for (size_t i = 0; i < import->heading.count && i < cells->count; i++) {
		if (cell_is(&import->heading.at[i], name))
			return &cells->at[i];
	}
	return &nothing;
}

/* ---- OpenStreetMap ---- */

/* Features for the values of the key `place`. */
static const char *feature_of_place(const struct cell *place)
{
	static const char *const same[] = {"country", "region", "city", "town", "village", "locality", "island", "sea"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		if (cell_is(place, same[i]))
			return same[i];
	}
	if (cell_is(place, "state") || cell_is(place, "province"))
		return "region";
	if (cell_is(place, "hamlet") || cell_is(place, "suburb") || cell_is(place, "neighbourhood"))
		return "locality";
	return place->len ? "other" : "locality";
}

/* Names are parted by semicolons. */
static bool put_names(struct import *import, struct import_row *row, const struct cell *names, const char *tag,
		      const char *status)
{
	struct cell language = {tag, strlen(tag)};
	const char *at = names->at, *end = at + names->len;
	bool good = true;
	while (good && at < end) {
		const char *stop = memchr(at, ';', (size_t)(end - at));
		if (!stop)
			stop = end;
		while (at < stop && *at == ' ')
			at++;
		row->form = (struct cell){at, (size_t)(stop - at)};
		row->language = import_language(&row->form, &language);
		row->status = row->language && !strcmp(row->language, tag) ? status : "variant";
		good = import_put(import, row);
		at = stop < end ? stop + 1 : end;
	}
	return good;
}

bool import_osm_line(struct import *import, const struct cells *cells)
{
	static const struct {
		const char *column, *tag, *status;
	} names[] = {
		{"name:fr", "fr", "preferred"},   {"name:ar", "ar", "preferred"},   {"name", "", "variant"},
		{"alt_name:fr", "fr", "variant"}, {"alt_name:ar", "ar", "variant"}, {"int_name", "", "variant"},
		{"name:en", "en", "variant"},
	};
	const struct cell *id = column(import, cells, "@id"), *type = column(import, cells, "@type");
	if (!id->len || !type->len) {
		import->passed_over++;
		return true;
	}
	/* numbers of nodes, ways and relations may be the same */
	char prefix[] = "osm:n";
	prefix[4] = *type->at;
	struct import_row row = {.prefix = prefix,
				 .id = *id,
				 .lat = *column(import, cells, "@lat"),
				 .lon = *column(import, cells, "@lon"),
				 .source = "osm"};
	row.country = (struct cell){import->options->country, 2};
	row.feature = feature_of_place(column(import, cells, "place"));
	bool good = true;
	for (size_t i = 0; good && i < sizeof names / sizeof *names; i++)
		good = put_names(import, &row, column(import, cells, names[i].column), names[i].tag, names[i].status);
	return good;
}

/* ---- Wikidata ---- */

/* A term of SPARQL: "text"@tag, "text"^^<type>, <address>, or the text alone. */
static struct cell term(const struct cell *cell, struct cell *ret_tag)
{
	*ret_tag = nothing;
	if (!cell->len || *cell->at != '"')
		return *cell;
	const char *quote = memrchr(cell->at, '"', cell->len);
	struct cell text = {cell->at + 1, quote > cell->at ? (size_t)(quote - cell->at) - 1 : 0};
	if (quote + 1 < cell->at + cell->len && quote[1] == '@')
		*ret_tag = (struct cell){quote + 2, (size_t)(cell->at + cell->len - quote) - 2};
	return text;
}

/* Q1055 of <http://www.wikidata.org/entity/Q1055>. */
static struct cell entity(const struct cell *cell)
{
	const char *slash = cell->len ? memrchr(cell->at, '/', cell->len) : NULL;
	struct cell name = slash ? (struct cell){slash + 1, (size_t)(cell->at + cell->len - slash) - 1} : *cell;
	if (name.len && name.at[name.len - 1] == '>')
		name.len--;
	return name.len > 1 && *name.at == 'Q' ? name : nothing;
}

static const char *feature_or_other(const struct cell *cell)
{
	static const char *const known[] = {"country",  "region",  "area",     "state", "capital",  "city",
					    "town",     "village", "locality", "camp",  "river",    "lake",
					    "mountain", "desert",  "island",   "sea",   "continent"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (cell_is(cell, known[i]))
			return known[i];
	}
	return "other";
}

bool import_wikidata_line(struct import *import, const struct cells *cells)
{
	struct cell tag, unused;
	struct cell feature = term(column(import, cells, "?feature"), &unused);
	struct cell preferred = term(column(import, cells, "?preferred"), &unused);
	struct import_row row = {.prefix = "wd:",
				 .id = entity(column(import, cells, "?item")),
				 .source = "wd",
				 .feature = feature_or_other(&feature)};
	row.country = term(column(import, cells, "?country"), &unused);
	row.lat = term(column(import, cells, "?lat"), &unused);
	row.lon = term(column(import, cells, "?lon"), &unused);
	row.form = term(column(import, cells, "?name"), &tag);
	if (!options_has_country(import->options, row.country.at, row.country.len))
		return true;
	row.language = import_language(&row.form, &tag);
	bool is_own = row.language && (!strcmp(row.language, "fr") || !strcmp(row.language, "ar"));
	row.status = is_own && (cell_is(&preferred, "true") || cell_is(&preferred, "1")) ? "preferred" : "variant";
	return import_put(import, &row);
}
