/* SPDX-License-Identifier: MIT */
/*
 * GeoNames (https://download.geonames.org/export/dump/readme.txt): allCountries.txt or the file of a country has 19
 * columns and must come first; alternateNamesV2.txt has 8 to 10, and names the place by its number.
 */
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "places/import.h"

/* Columns of both files, as the readme numbers them from 0. */
enum { GEO_ID, GEO_NAME, GEO_LAT = 4, GEO_LON, GEO_CLASS, GEO_CODE, GEO_COUNTRY, GEO_COLUMNS = 19 };
enum { ALT_PLACE = 1, ALT_LANGUAGE, ALT_NAME, ALT_PREFERRED, ALT_HISTORIC = 7, ALT_COLUMNS = 4 };

/* A place of the first file. */
struct known {
	uint32_t id;
	char country[2];
	const char *feature;
	uint32_t lat, lon; /* in `text` */
	uint8_t lat_len, lon_len;
	bool french, arabic; /* has its preferred form */
};

struct known_places {
	struct known *at;
	size_t count, cap;
	struct bytes text;
	bool sorted;
};

/* Our features for theirs; places of other codes are not imported. */
static const struct {
	const char *class, *code, *feature;
} features[] = {
	{"A", "PCL", "country"},  {"A", "ADM1", "region"}, {"A", "ADM2", "region"},   {"A", "ADM", "area"},
	{"P", "PPLC", "capital"}, {"P", "PPLA", "city"},   {"P", "PPLX", "locality"}, {"P", "PPL", "town"},
	{"H", "LK", "lake"},      {"H", "STM", "river"},   {"H", "SEA", "sea"},       {"H", "GULF", "sea"},
	{"T", "MT", "mountain"},  {"T", "DSRT", "desert"}, {"T", "ISL", "island"},    {"L", "CONT", "continent"},
	{"L", "RGN", "area"},
};

static bool starts_with(const struct cell *cell, const char *text)
{
	size_t len = strlen(text);
	return cell->len >= len && memcmp(cell->at, text, len) == 0;
}

static const char *feature_of(const struct cells *cells)
{
	for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
		if (cell_is(&cells->at[GEO_CLASS], features[i].class) &&
		    starts_with(&cells->at[GEO_CODE], features[i].code))
			return features[i].feature;
	}
	return NULL;
}

static uint32_t number_of(const struct cell *cell)
{
	uint64_t number = 0;
	for (size_t i = 0; i < cell->len; i++) {
		if (cell->at[i] < '0' || cell->at[i] > '9' || number > UINT32_MAX / 10)
			return 0;
		number = number * 10 + (uint64_t)(cell->at[i] - '0');
	}
	return (uint32_t)number;
}

static uint32_t keep_text(struct known_places *known, const struct cell *cell, uint8_t *ret_len)
{
	uint32_t at = (uint32_t)known->text.len;
	*ret_len = cell->len > 20 ? 0 : (uint8_t)cell->len;
	bytes_append(&known->text, cell->at, *ret_len);
	return at;
}

/* ---- The first file ---- */

static struct known_places *known_of(struct import *import)
{
	if (!import->known) {
		import->known = memory_get(sizeof(struct known_places));
		*(struct known_places *)import->known = (struct known_places){0};
	}
	return import->known;
}

static bool take_place(struct import *import, const struct cells *cells)
{
	struct known_places *known = known_of(import);
	const struct cell *country = &cells->at[GEO_COUNTRY];
	struct known place = {.id = number_of(&cells->at[GEO_ID]), .feature = feature_of(cells)};
	if (!place.id || !place.feature || !options_has_country(import->options, country->at, country->len))
		return true;
	if (country->len == 2)
		memcpy(place.country, country->at, 2);
	place.lat = keep_text(known, &cells->at[GEO_LAT], &place.lat_len);
	place.lon = keep_text(known, &cells->at[GEO_LON], &place.lon_len);
	if (known->count == known->cap) {
		known->cap = known->cap ? known->cap * 2 : 4096;
		known->at = memory_grow(known->at, known->cap, sizeof *known->at);
	}
	known->at[known->count++] = place;
	known->sorted = false;
	const struct cell none = {"", 0};
	struct import_row row = {.prefix = "gn:",
				 .id = cells->at[GEO_ID],
				 .lat = cells->at[GEO_LAT],
				 .lon = cells->at[GEO_LON],
				 .form = cells->at[GEO_NAME],
				 .feature = place.feature,
				 .status = "variant",
				 .source = "gn"};
	row.country = *country;
	row.language = import_language(&row.form, &none);
	return import_put(import, &row);
}

/* ---- The second file ---- */

static int compare_known(const void *left, const void *right)
{
	const struct known *a = left, *b = right;
	return (a->id > b->id) - (a->id < b->id);
}

static struct known *find_known(struct known_places *known, uint32_t id)
{
	if (!known->sorted && known->count)
		qsort(known->at, known->count, sizeof *known->at, compare_known);
	known->sorted = true;
	struct known key = {.id = id};
	return known->count ? bsearch(&key, known->at, known->count, sizeof key, compare_known) : NULL;
}

/* Whether a place has its preferred form in a language; NULL: there are none in that language. */
static bool *preferred_of(struct known *place, const char *language)
{
	if (!language)
		return NULL;
	return !strcmp(language, "fr") ? &place->french : !strcmp(language, "ar") ? &place->arabic : NULL;
}

/* A language has one preferred form, whatever the file says: none is wanted if it is `done`. */
static const char *status_of(const struct cells *cells, const bool *done)
{
	if (cells->count > ALT_HISTORIC && cell_is(&cells->at[ALT_HISTORIC], "1"))
		return "historic";
	bool wanted = done && !*done && cells->count > ALT_PREFERRED;
	return wanted && cell_is(&cells->at[ALT_PREFERRED], "1") ? "preferred" : "variant";
}

static bool take_name(struct import *import, const struct cells *cells)
{
	struct known_places *known = known_of(import);
	struct known *place = find_known(known, number_of(&cells->at[ALT_PLACE]));
	const struct cell *language = &cells->at[ALT_LANGUAGE];
	if (!place)
		return true;
	/* of the languages that are asked for, and names that are in none; not links, post codes, codes of airports */
	if (!cell_is(language, "fr") && !cell_is(language, "ar") && !cell_is(language, "en") && language->len)
		return true;
	struct import_row row = {.prefix = "gn:",
				 .id = cells->at[ALT_PLACE],
				 .form = cells->at[ALT_NAME],
				 .feature = place->feature,
				 .source = "gn"};
	row.country = (struct cell){place->country, *place->country ? 2 : 0};
	row.lat = (struct cell){known->text.at + place->lat, place->lat_len};
	row.lon = (struct cell){known->text.at + place->lon, place->lon_len};
	row.language = import_language(&row.form, language);
	bool *done = preferred_of(place, row.language);
	row.status = status_of(cells, done);
	uint64_t rows = import->rows;
	bool good = import_put(import, &row);
	if (import->rows > rows && !strcmp(row.status, "preferred"))
		*done = true;
	return good;
}

bool import_geonames_line(struct import *import, const struct cells *cells)
{
	if (cells->count >= GEO_COLUMNS)
		return take_place(import, cells);
	if (cells->count >= ALT_COLUMNS)
		return take_name(import, cells);
	import->passed_over++;
	return true;
}

void import_geonames_free(struct import *import)
{
	struct known_places *known = import->known;
	if (!known)
		return;
	free(known->at);
	bytes_release(&known->text);
	free(known);
}
