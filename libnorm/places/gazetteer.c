/* SPDX-License-Identifier: MIT */
#include "places/gazetteer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "places/fold.h"
#include "places/parts.h"
#include "places/vocabulary.h"
#include "text/error_field.h"

static bool count_places(norm_gazetteer *gazetteer)
{
	for (size_t i = 0; i < gazetteer->count; i++) {
		if (gazetteer->layers[i].place_count > UINT32_MAX - gazetteer->first[i])
			return false;
		gazetteer->first[i + 1] = gazetteer->first[i] + gazetteer->layers[i].place_count;
	}
	return true;
}

static norm_status open_files(norm_gazetteer *gazetteer, const char *const *files, size_t count, norm_error *error)
{
	for (size_t i = 0; i < count; i++) {
		if (!(gazetteer->paths[i] = memory_copy_text(files[i], strlen(files[i]))))
			return error->status = NORM_E_NOMEM;
		norm_status status = layer_open(files[i], &gazetteer->layers[i], error);
		if (status != NORM_OK)
			return status;
		gazetteer->count++;
	}
	return count_places(gazetteer) ? NORM_OK : (error->status = NORM_E_LIMIT);
}

norm_status gazetteer_open(const char *const *files, size_t count, norm_gazetteer **ret, norm_error *error)
{
	norm_error unwanted = {0};
	error = error ? error : &unwanted;
	*error = (norm_error){0};
	if (count > NORM_GAZETTEER_FILES_MAX)
		return error->status = NORM_E_LIMIT;
	norm_gazetteer *gazetteer = calloc(1, sizeof *gazetteer);
	if (!gazetteer)
		return error->status = NORM_E_NOMEM;
	norm_status status = open_files(gazetteer, files, count, error);
	if (status == NORM_OK)
		*ret = gazetteer;
	else
		norm_gazetteer_free(gazetteer);
	return status;
}

norm_status gazetteer_open_memory(const void *bytes, size_t size, norm_gazetteer **ret, norm_error *error)
{
	*error = (norm_error){0};
	norm_gazetteer *gazetteer = calloc(1, sizeof *gazetteer);
	if (!gazetteer)
		return error->status = NORM_E_NOMEM;
	norm_status status = layer_read(bytes, size, &gazetteer->layers[0], error);
	if (status != NORM_OK) {
		free(gazetteer);
		return status;
	}
	gazetteer->count = 1;
	gazetteer->first[1] = gazetteer->layers[0].place_count;
	*ret = gazetteer;
	return NORM_OK;
}

void norm_gazetteer_free(norm_gazetteer *gazetteer)
{
	if (!gazetteer)
		return;
	for (size_t i = 0; i < NORM_GAZETTEER_FILES_MAX; i++) {
		layer_close(&gazetteer->layers[i]);
		free(gazetteer->paths[i]);
	}
	free(gazetteer);
}

norm_status norm_gazetteer_check(const norm_gazetteer *gazetteer, norm_error *error)
{
	norm_error unwanted = {0};
	error = error ? error : &unwanted;
	*error = (norm_error){.status = gazetteer ? NORM_OK : NORM_E_MISUSE};
	for (size_t i = 0; gazetteer && i < gazetteer->count; i++)
		if (layer_check(&gazetteer->layers[i], error) != NORM_OK) {
			error_field(error->file, sizeof error->file, gazetteer->paths[i] ? gazetteer->paths[i] : "");
			break;
		}
	return error->status;
}

uint32_t norm_gazetteer_size(const norm_gazetteer *gazetteer)
{
	return gazetteer ? gazetteer->first[gazetteer->count] : 0;
}

static uint32_t number_of(const norm_gazetteer *gazetteer, const struct parts *parts)
{
	return gazetteer->first[parts->at[0].number] + parts->at[0].place;
}

/* The parts of a place, if it is one: its number is that of its topmost part. */
static bool find_parts(const norm_gazetteer *gazetteer, uint32_t place, struct parts *ret)
{
	if (!gazetteer || place >= gazetteer->first[gazetteer->count])
		return false;
	size_t layer = 0;
	while (place >= gazetteer->first[layer + 1])
		layer++;
	parts_gather(gazetteer, layer, place - gazetteer->first[layer], ret);
	return ret->count && number_of(gazetteer, ret) == place;
}

/* Country and feature, of the topmost part that has them. */
static void read_kind(const struct parts *parts, norm_place *ret)
{
	ret->feature = vocabulary_features[FEATURE_OTHER];
	for (size_t i = 0; i < parts->count; i++) {
		const struct format_place *place = &parts->at[i].layer->places[parts->at[i].place];
		if (place->feature >= FEATURES)
			continue;
		ret->feature = vocabulary_features[place->feature];
		memcpy(ret->country, place->country, sizeof place->country);
		return;
	}
}

static void read_position(const struct parts *parts, norm_place *ret)
{
	ret->lat = ret->lon = NAN;
	for (size_t i = 0; i < parts->count; i++) {
		const struct format_place *place = &parts->at[i].layer->places[parts->at[i].place];
		if (place->lat == FORMAT_UNKNOWN || place->lon == FORMAT_UNKNOWN)
			continue;
		ret->lat = (double)place->lat / FORMAT_DEGREE;
		ret->lon = (double)place->lon / FORMAT_DEGREE;
		return;
	}
}

bool norm_gazetteer_place(const norm_gazetteer *gazetteer, uint32_t place, norm_place *ret)
{
	struct parts parts;
	struct part_form at = {0};
	norm_place found = {.form_count = 0};
	if (!find_parts(gazetteer, place, &parts))
		return false;
	while (parts_next(&parts, &at))
		found.form_count++;
	if (!found.form_count)
		return false;
	found.id = layer_string(parts.at[0].layer, parts.at[0].layer->places[parts.at[0].place].id);
	read_kind(&parts, &found);
	read_position(&parts, &found);
	*ret = found;
	return true;
}

static void fill_form(const struct parts *parts, const struct part_form *at, norm_place_form *ret)
{
	const struct layer *layer = parts->at[at->part].layer;
	*ret = (norm_place_form){layer_string(layer, at->form->text), vocabulary_languages[at->form->language],
				 parts_status(parts, at), layer_string(layer, at->form->source)};
}

bool norm_gazetteer_form(const norm_gazetteer *gazetteer, uint32_t place, size_t index, norm_place_form *ret)
{
	struct parts parts;
	struct part_form at = {0};
	if (!find_parts(gazetteer, place, &parts))
		return false;
	while (parts_next(&parts, &at))
		if (index-- == 0) {
			fill_form(&parts, &at, ret);
			return true;
		}
	return false;
}

bool norm_gazetteer_preferred(const norm_gazetteer *gazetteer, uint32_t place, const char *language,
			      norm_place_form *ret)
{
	struct parts parts;
	struct part_form at = {0};
	if (!language || !find_parts(gazetteer, place, &parts))
		return false;
	size_t wanted = vocabulary_find(vocabulary_languages, FORM_LANGUAGES, language, strlen(language));
	while (parts_next(&parts, &at))
		if (at.form->language == wanted && at.form->status == NORM_FORM_PREFERRED) {
			fill_form(&parts, &at, ret);
			return true;
		}
	return false;
}

bool norm_gazetteer_by_id(const norm_gazetteer *gazetteer, const char *id, uint32_t *ret)
{
	norm_place place;
	uint32_t found;
	for (size_t i = gazetteer && id ? gazetteer->count : 0; i > 0; i--) {
		if (!layer_find(&gazetteer->layers[i - 1], id, &found))
			continue;
		found += gazetteer->first[i - 1];
		if (!norm_gazetteer_place(gazetteer, found, &place))
			return false;
		*ret = found;
		return true;
	}
	return false;
}

bool gazetteer_resolve(const norm_gazetteer *gazetteer, size_t layer, uint32_t form, norm_place_name *ret)
{
	const struct layer *home = &gazetteer->layers[layer];
	struct parts parts;
	size_t index;
	if (form >= home->form_count || home->forms[form].place >= home->place_count)
		return false;
	parts_gather(gazetteer, layer, home->forms[form].place, &parts);
	if (!parts_find(&parts, &home->forms[form], &index))
		return false;
	*ret = (norm_place_name){number_of(gazetteer, &parts), index};
	return true;
}

static void look_up(const norm_gazetteer *gazetteer, const struct buffer *key, norm_place_name *ret, size_t max,
		    size_t *total)
{
	for (size_t layer = gazetteer->count; layer > 0; layer--) {
		const struct layer *at = &gazetteer->layers[layer - 1];
		const struct format_name *forms;
		uint32_t value = trie_find(&at->trie, key->at, key->len);
		uint32_t count = value ? layer_key_forms(at, value, &forms) : 0;
		for (uint32_t i = 0; i < count; i++) {
			norm_place_name name;
			if (!gazetteer_resolve(gazetteer, layer - 1, forms[i].form, &name))
				continue;
			if (*total < max)
				ret[*total] = name;
			++*total;
		}
	}
}

norm_status norm_gazetteer_lookup(const norm_gazetteer *gazetteer, const char *name, size_t len, norm_place_name *ret,
				  size_t max, size_t *total)
{
	struct buffer key = {0};
	if (!gazetteer || (!name && len) || (!ret && max) || !total)
		return NORM_E_MISUSE;
	bool folded = fold_name(name, len, &key);
	norm_status status = key.failed ? NORM_E_NOMEM : NORM_OK;
	if (status == NORM_OK)
		*total = 0;
	if (folded)
		look_up(gazetteer, &key, ret, max, total);
	buffer_release(&key);
	return status;
}
