/* SPDX-License-Identifier: MIT */
#include "places/parts.h"

#include <string.h>

#include "places/vocabulary.h"

void parts_gather(const norm_gazetteer *gazetteer, size_t layer, uint32_t place, struct parts *ret)
{
	ret->count = 0;
	if (gazetteer->count == 1) {
		ret->at[ret->count++] = (struct part){&gazetteer->layers[0], 0, place};
		return;
	}
	const struct layer *home = &gazetteer->layers[layer];
	const char *id = layer_string(home, home->places[place].id);
	for (size_t i = gazetteer->count; i > 0; i--) {
		const struct layer *above = &gazetteer->layers[i - 1];
		uint32_t found = place;
		if (i - 1 != layer && !layer_find(above, id, &found))
			continue;
		ret->at[ret->count++] = (struct part){above, i - 1, found};
		if (above->places[found].flags & FORMAT_CLEARS)
			return;
	}
}

/* By language, then by text, as the forms of a place are sorted in a file. */
static int compare_forms(const struct layer *a_layer, const struct format_form *a, const struct layer *b_layer,
			 const struct format_form *b)
{
	if (a->language != b->language)
		return a->language < b->language ? -1 : 1;
	return strcmp(layer_string(a_layer, a->text), layer_string(b_layer, b->text));
}

static bool part_has(const struct part *part, const struct layer *layer, const struct format_form *form)
{
	const struct format_form *forms = NULL;
	uint32_t low = 0, high = layer_place_forms(part->layer, part->place, &forms);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = compare_forms(part->layer, &forms[middle], layer, form);
		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static inline bool counts(const struct parts *parts, const struct part_form *at)
{
	/* In a damaged file there may be anything. */
	if (at->form->status >= FORM_DELETED || at->form->language >= FORM_LANGUAGES)
		return false;
	for (size_t i = 0; i < at->part; i++)
		if (part_has(&parts->at[i], parts->at[at->part].layer, at->form))
			return false;
	return true;
}

bool parts_next(const struct parts *parts, struct part_form *at)
{
	for (; at->part < parts->count; at->part++, at->form = NULL) {
		const struct part *part = &parts->at[at->part];
		const struct format_form *forms = NULL;
		uint32_t count = layer_place_forms(part->layer, part->place, &forms);
		if (!count)
			continue;
		for (at->form = at->form ? at->form + 1 : forms; at->form < forms + count; at->form++)
			if (counts(parts, at))
				return true;
	}
	return false;
}

bool parts_find(const struct parts *parts, const struct format_form *form, size_t *ret)
{
	struct part_form at = {0};
	for (size_t index = 0; parts_next(parts, &at); index++) {
		if (at.form == form) {
			*ret = index;
			return true;
		}
	}
	return false;
}

norm_form_status parts_status(const struct parts *parts, const struct part_form *at)
{
	if (at->form->status != NORM_FORM_PREFERRED)
		return (norm_form_status)at->form->status;
	for (size_t i = 0; i < at->part; i++) {
		const struct format_form *forms = NULL;
		uint32_t count = layer_place_forms(parts->at[i].layer, parts->at[i].place, &forms);
		for (uint32_t j = 0; j < count; j++)
			if (forms[j].status == NORM_FORM_PREFERRED && forms[j].language == at->form->language)
				return NORM_FORM_VARIANT;
	}
	return NORM_FORM_PREFERRED;
}
