/* SPDX-License-Identifier: MIT */
#include "report/places.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/message.h"

/* Less sure ones are rather words than places: what norm-places tells, too. */
#define CONFIDENCE_MIN 0.5

void places_init(struct places *places, const norm_gazetteer *gazetteer)
{
	places->gazetteer = gazetteer;
	places->finder = NULL;
	if (norm_place_finder_new(gazetteer, &places->finder) != NORM_OK)
		message_out_of_memory();
}

void places_release(struct places *places)
{
	norm_place_finder_free(places->finder);
	free(places->cache);
}

void places_start(struct places *places, struct tally *tally)
{
	places->tally = tally;
	places->part++;
}

/* Nothing is in it. */
static void empty_cache(struct places *places)
{
	if (!places->cache)
		places->cache = memory_grow(NULL, PLACES_CACHE, sizeof *places->cache);
	memset(places->cache, 0, PLACES_CACHE * sizeof *places->cache);
}

/* ---- Rows ---- */

static void set_degrees(struct row *row, size_t text, double degrees)
{
	char digits[32];
	if (isnan(degrees))
		return;
	snprintf(digits, sizeof digits, "%.5f", degrees);
	row_set_text(row, text, digits);
}

static void set_name(struct row *row, size_t text, const norm_gazetteer *gazetteer, uint32_t place, const char *language)
{
	norm_place_form form;
	if (norm_gazetteer_preferred(gazetteer, place, language, &form))
		row_set_text(row, text, form.text);
}

static struct row *place_row(struct places *places, uint32_t number, const norm_place *place)
{
	struct row *row = table_row(&places->tally->tables[TABLE_PLACES], place->id);
	if (row->is_known || *row->text[PLACES_FEATURE])
		return row;
	set_name(row, PLACES_FRENCH, places->gazetteer, number, "fr");
	set_name(row, PLACES_ARABIC, places->gazetteer, number, "ar");
	row_set_text(row, PLACES_COUNTRY, place->country);
	row_set_text(row, PLACES_FEATURE, place->feature);
	set_degrees(row, PLACES_LAT, place->lat);
	set_degrees(row, PLACES_LON, place->lon);
	return row;
}

static const char *status_name(norm_form_status status)
{
	static const char *const names[] = {[NORM_FORM_PREFERRED] = "preferred",
					    [NORM_FORM_VARIANT] = "variant",
					    [NORM_FORM_HISTORIC] = "historic",
					    [NORM_FORM_EXONYM] = "exonym"};
	return (size_t)status < sizeof names / sizeof *names ? names[status] : "variant";
}

static struct row *form_row(struct places *places, const norm_place *place, const norm_place_form *form)
{
	struct bytes key = {0};
	bytes_append_text(&key, place->id);
	bytes_append_char(&key, '\t');
	bytes_append_text(&key, form->text);
	struct row *row = table_row(&places->tally->tables[TABLE_PLACE_FORMS], bytes_text(&key));
	row_set_text(row, 0, status_name(form->status));
	bytes_release(&key);
	return row;
}

/* NULL for a place or form that a damaged gazetteer does not have. */
static const struct place_rows *rows_of(struct places *places, const norm_place_match *match)
{
	if (!places->cache)
		empty_cache(places);
	struct place_rows *rows = &places->cache[(match->place * 31u + match->form) % PLACES_CACHE];
	if (rows->part == places->part && rows->place == match->place && rows->form == match->form)
		return rows;
	norm_place place;
	norm_place_form form;
	if (!norm_gazetteer_place(places->gazetteer, match->place, &place) ||
	    !norm_gazetteer_form(places->gazetteer, match->place, match->form, &form))
		return NULL;
	*rows = (struct place_rows){places->part, match->place, match->form, place_row(places, match->place, &place),
				    form_row(places, &place, &form)};
	return rows;
}

/* ---- Texts ---- */

static void add_example(struct row *row, const struct finding *finding)
{
	struct example example;
	struct bytes strings = {0};
	example_make(&example, finding, &strings);
	row_add_example(row, &example);
	bytes_release(&strings);
}

norm_status places_add(struct places *places, const char *text, size_t len, struct locator locator)
{
	uint64_t text_at = locator.at.offset;
	norm_status status = norm_place_finder_read(places->finder, text, len);
	norm_place_match match;
	for (size_t i = 0; status == NORM_OK && norm_place_finder_match(places->finder, i, &match); i++) {
		const struct place_rows *rows = match.confidence < CONFIDENCE_MIN ? NULL : rows_of(places, &match);
		if (!rows)
			continue;
		rows->of_place->count[0]++;
		rows->of_form->count[0]++;
		if (!row_wants_example(rows->of_form, 1))
			continue;
		struct finding finding = {0};
		locator_fill(&locator, &finding, text, len, text_at, text_at + match.start, text_at + match.end);
		add_example(rows->of_form, &finding);
	}
	return status;
}
