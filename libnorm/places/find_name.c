/* SPDX-License-Identifier: MIT */
#include "places/find_name.h"

#include "places/gazetteer.h"

bool find_name_counts(const struct find_text *text, const struct find_hit *hit, const struct find_name *name)
{
	norm_place_name unused;
	return hit->layer + 1u == text->gazetteer->count ||
	       gazetteer_resolve(text->gazetteer, hit->layer, name->form, &unused);
}

const char *find_name_text(const struct find_text *text, const struct find_hit *hit, const struct find_name *name)
{
	const struct layer *layer = &text->gazetteer->layers[hit->layer];
	return name->form < layer->form_count ? layer_string(layer, layer->forms[name->form].text) : "";
}

uint32_t find_name_place(const struct find_text *text, const struct find_hit *hit, const struct find_name *name)
{
	const struct layer *layer = &text->gazetteer->layers[hit->layer];
	return name->form < layer->form_count ? layer->forms[name->form].place : UINT32_MAX;
}
