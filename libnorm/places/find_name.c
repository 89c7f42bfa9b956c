/* SPDX-License-Identifier: MIT */
#include "places/find_name.h"

#include "places/gazetteer.h"
#include "places/vocabulary.h"

/* In a stack a form may be deleted, or be another file's. */
static bool is_there(const struct find_text *text, const struct find_hit *hit, uint32_t form)
{
	norm_place_name unused;
	return text->gazetteer->count == 1 || gazetteer_resolve(text->gazetteer, hit->layer, form, &unused);
}

bool find_name_at(const struct find_text *text, const struct find_hit *hit, size_t index, struct find_name *ret)
{
	const struct layer *layer = &text->gazetteer->layers[hit->layer];
	const uint32_t *forms;
	if (index >= layer_key_forms(layer, hit->value, &forms))
		return false;
	*ret = (struct find_name){.text = ""};
	if (forms[index] >= layer->form_count || layer->forms[forms[index]].place >= layer->place_count ||
	    !is_there(text, hit, forms[index]))
		return true;
	const struct format_form *form = &layer->forms[forms[index]];
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
