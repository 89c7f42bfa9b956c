/* SPDX-License-Identifier: MIT */
/* The places that texts name, by place and by form. */
#ifndef REPORT_PLACES_H
#define REPORT_PLACES_H

#include <libnorm/norm.h>

#include "report/locator.h"
#include "report/tally.h"

enum { PLACES_CACHE = 1024 };

/* The rows of a form that was found lately. */
struct place_rows {
	uint64_t part; /* the number of the tally that the rows are in */
	uint32_t place;
	size_t form;
	struct row *of_place, *of_form;
};

struct places {
	const norm_gazetteer *gazetteer;
	norm_place_finder *finder;
	struct tally *tally;
	uint64_t part; /* its number, from 1 */
	struct place_rows *cache; /* PLACES_CACHE of them; NULL before the first place */
};

void places_init(struct places *places, const norm_gazetteer *gazetteer);
void places_release(struct places *places);
/* Count into this tally from now on. */
void places_start(struct places *places, struct tally *tally);
/* Whole paragraphs, with a locator for the start of them. @return #NORM_OK or what the finder says. */
norm_status places_add(struct places *places, const char *text, size_t len, struct locator locator);

#endif
