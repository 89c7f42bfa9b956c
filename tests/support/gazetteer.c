/* SPDX-License-Identifier: MIT */
#include "support/gazetteer.h"

#include <stdlib.h>
#include <string.h>

#include "libnorm/place_finder.h"

enum { PLACES = 100, FORMS = 100 };

static bool is_found(const norm_gazetteer *gazetteer, uint32_t place, size_t index, const char *name)
{
	size_t total = 0, len = strlen(name);
	if (norm_gazetteer_lookup(gazetteer, name, len, NULL, 0, &total) != NORM_OK || total > 1000000)
		return false;
	norm_place_name *names = malloc((total + 1) * sizeof *names);
	bool found = false;
	if (names && norm_gazetteer_lookup(gazetteer, name, len, names, total, &total) == NORM_OK)
		for (size_t i = 0; i < total; i++)
			found |= names[i].place == place && names[i].form == index;
	free(names);
	return found;
}

static size_t use_place(const norm_gazetteer *gazetteer, uint32_t number, const norm_place *place, const char **wrong)
{
	uint32_t found = UINT32_MAX;
	norm_place_form form;
	size_t letters = strlen(place->country) + strlen(place->feature), index = 0;
	if (!norm_gazetteer_by_id(gazetteer, place->id, &found) || found != number)
		*wrong = "a place is not found by its id";
	for (; index < FORMS && norm_gazetteer_form(gazetteer, number, index, &form); index++) {
		letters += strlen(form.text) + strlen(form.language) + strlen(form.source);
		if (!is_found(gazetteer, number, index, form.text))
			*wrong = "a form is not found by its name";
	}
	letters += norm_gazetteer_preferred(gazetteer, number, "ar", &form) ? strlen(form.text) : 0;
	if (index < place->form_count && index < FORMS)
		*wrong = "there are not so many forms";
	return letters ? 1 + index : 0;
}

/* Whatever the file says, a place is inside the text. */
static size_t find(const norm_gazetteer *gazetteer, const char **wrong)
{
	static const char text[] = "Mao, Tin Zaouat\u00e8ne et la ville de Gao ; \u0648\u0628\u0645\u0627\u0648 \u062a\u064a\u0646 "
				   "\u0632\u0648\u0627\u062a\u064a\u0646";
	norm_place_finder *finder = NULL;
	norm_place_match match;
	size_t count = 0;
	if (norm_place_finder_new(gazetteer, &finder) != NORM_OK || norm_place_finder_read(finder, text, sizeof text - 1) != NORM_OK)
		*wrong = "no text can be read";
	for (; norm_place_finder_match(finder, count, &match); count++)
		if (match.start >= match.end || match.end >= sizeof text)
			*wrong = "a place is not in the text";
	norm_place_finder_free(finder);
	return count;
}

size_t gazetteer_use(const norm_gazetteer *gazetteer, const char **wrong)
{
	static const char *const names[] = {"Mao", "Gao", "\u0645\u0627\u0648", "Maou", "x"};
	static const char *const ids[] = {"a", "b", "c", "x"};
	size_t there = 0, total = 0;
	norm_place place;
	norm_place_name found[4];
	uint32_t size = norm_gazetteer_size(gazetteer), number;
	*wrong = NULL;
	there += find(gazetteer, wrong);
	for (uint32_t i = 0; i < size && i < PLACES; i++)
		if (norm_gazetteer_place(gazetteer, i, &place))
			there += use_place(gazetteer, i, &place, wrong);
	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
		there += norm_gazetteer_by_id(gazetteer, ids[i], &number);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (norm_gazetteer_lookup(gazetteer, names[i], strlen(names[i]), found, 4, &total) == NORM_OK)
			there += total;
	return there;
}
