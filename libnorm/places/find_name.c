/* SPDX-License-Identifier: MIT */
#include "places/find_name.h"

#include "places/gazetteer.h"

/* The value of the key of a hit in another file, which has it. */
static uint32_t value_in(const struct find_text *text, const struct find_hit *hit, size_t layer)
{
	const uint8_t *start = text->start + hit->start, *end = text->start + hit->end;
	struct find_walk walk;
	if (!find_walk_begin(&walk, &text->gazetteer->layers[layer].trie, text->end, hit->by))
		return 0;
	find_walk_text(&walk, start);
	for (size_t i = 0; i < walk.count; i++)
		if (walk.ends[i].end == end)
			return walk.ends[i].value;
	return 0;
}

bool find_names_below(struct find_names *names)
{
	while (names->left == 0 && names->below) {
		names->layer = (uint8_t)(31 - __builtin_clz(names->below));
		names->below &= ~((uint32_t)1 << names->layer);
		uint32_t value = value_in(names->text, names->hit, names->layer);
		if (value)
			names->left = layer_key_forms(&names->text->gazetteer->layers[names->layer], value, &names->at);
	}
	return names->left > 0;
}

bool find_name_counts(const struct find_text *text, const struct find_name *name)
{
	norm_place_name unused;
	return name->layer + 1u == text->gazetteer->count ||
	       gazetteer_resolve(text->gazetteer, name->layer, name->form, &unused);
}

const char *find_name_text(const struct find_text *text, const struct find_name *name)
{
	const struct layer *layer = &text->gazetteer->layers[name->layer];
	return name->form < layer->form_count ? layer_string(layer, layer->forms[name->form].text) : "";
}

uint32_t find_name_place(const struct find_text *text, const struct find_name *name)
{
	const norm_gazetteer *gazetteer = text->gazetteer;
	const struct layer *layer = &gazetteer->layers[name->layer];
	norm_place_name found;
	if (name->layer + 1u == gazetteer->count)
		return name->form < layer->form_count ? gazetteer->first[name->layer] + layer->forms[name->form].place : UINT32_MAX;
	return gazetteer_resolve(gazetteer, name->layer, name->form, &found) ? found.place : UINT32_MAX;
}
