/* SPDX-License-Identifier: MIT */
/* Tables made of what others publish. */
#ifndef PLACES_IMPORT_H
#define PLACES_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "common/output.h"
#include "places/options.h"

/* Cells of a line with tabs between them; borrowed from the line. */
#define IMPORT_CELLS 64
struct cells {
	struct cell {
		const char *at;
		size_t len;
	} at[IMPORT_CELLS];
	size_t count;
};

struct import {
	const struct options *options;
	struct output out;
	struct bytes line; /* scratch */
	struct import_place {
		struct bytes id, head; /* what all its rows begin with */
		struct bytes forms;    /* written so far */
		bool french, arabic;   /* has its preferred form */
	} place;                       /* at hand */
	struct cells heading;
	struct bytes heading_text;
	bool has_heading; /* of the file at hand */
	uint64_t rows, passed_over;
	void *known; /* geonames: the places read so far */
};

void cells_split(struct cells *cells, const char *line, size_t len);
bool cell_is(const struct cell *cell, const char *text);

/* A form of a place. */
struct import_row {
	const char *prefix; /* of the id: "gn:" */
	struct cell id, country, lat, lon, form;
	const char *feature, *language, *status, *source;
};

/*
 * Write a row. Of rows of one place in a row the first says where it is, a form comes once, and a language has one
 * preferred form; what compile would not take is passed over and counted. False when output has failed.
 */
bool import_put(struct import *import, const struct import_row *row);
/* "fr", "en", "ar", or by its letters "und-Latn" and "und-Arab"; NULL for a form in another script. */
const char *import_language(const struct cell *form, const struct cell *tag);

/* What takes the lines of the formats. */
bool import_geonames_line(struct import *import, const struct cells *cells);
void import_geonames_free(struct import *import);
bool import_osm_line(struct import *import, const struct cells *cells);
bool import_wikidata_line(struct import *import, const struct cells *cells);

#endif
