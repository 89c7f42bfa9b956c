/* SPDX-License-Identifier: MIT */
#include "places/find_name.h"

#include "places/gazetteer.h"
#include "places/vocabulary.h"

bool find_name_counts(const struct find_text *text, const struct find_hit *hit, const struct find_name *name)
{
	norm_place_name unused;
	return hit->layer + 1u == text->gazetteer->count ||
	       gazetteer_resolve(text->gazetteer, hit->layer, name->form, &unused);
}

bool find_name_at(const struct find_text *text, const struct find_hit *hit, size_t index, struct find_name *ret)
{
	const struct layer *layer = &text->gazetteer->layers[hit->layer];
	const uint32_t *forms;
	if (index >= layer_key_forms(layer, hit->value, &forms))
		return false;
	*ret = (struct find_name){.text = ""};
	if (forms[index] >= layer->form_count)
		return true;
	const struct format_form *form = &layer->forms[forms[index]];
	if (form->place >= layer->place_count || form->status >= FORM_DELETED || form->language >= FORM_LANGUAGES)
		return true;
	const struct format_place *place = &layer->places[form->place];
	*ret = (struct find_name){
		.text = layer_string(layer, form->text),
		.form = forms[index],
		.place = form->place,
		.language = form->language,
		.status = form->status,
		.feature = place->feature,
		.country = (uint16_t)((uint8_t)place->country[0] << 8 | (uint8_t)place->country[1]),
	};
	return true;
}
