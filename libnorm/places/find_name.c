/* SPDX-License-Identifier: MIT */
#include "places/find_name.h"

#include "places/gazetteer.h"

bool find_name_counts(const struct find_text *text, const struct find_hit *hit, const struct find_name *name)
{
	norm_place_name unused;
	return hit->layer + 1u == text->gazetteer->count ||
	       gazetteer_resolve(text->gazetteer, hit->layer, name->form, &unused);
}

bool find_name_at(const struct find_text *text, const struct find_hit *hit, size_t index, struct find_name *ret)
{
	const struct format_name *names;
	if (index >= layer_key_forms(&text->gazetteer->layers[hit->layer], hit->value, &names))
		return false;
	uint32_t about = names[index].about;
	*ret = (struct find_name){names[index].form, (uint16_t)(about >> 16), (uint8_t)(about >> 8), (uint8_t)about};
	return true;
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
