/* SPDX-License-Identifier: MIT */
#include "places/romanise.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "places/romanise_symbols.h"
#include "places/romanise_write.h"

enum { NAME_MAX_BYTES = 1 << 20 };

struct norm_romaniser {
	const norm_gazetteer *gazetteer;
	char country[3];
	struct cpbuf symbols;
	struct romanise_beam beam;
	struct romanise_list list;
};

/* What differs between the two directions. */
struct direction {
	const char *language; /* of the proposals */
	const struct romanise_model *model;
	void (*read)(const char *name, size_t len, struct cpbuf *ret);
	void (*write)(const struct romanise_beam *beam, size_t way, const struct romanise_name *name, struct buffer *ret);
};

norm_status norm_romaniser_new(const char *country, const norm_gazetteer *gazetteer, norm_romaniser **ret)
{
	if (!ret || (country && strlen(country) != 2))
		return NORM_E_MISUSE;
	norm_romaniser *romaniser = calloc(1, sizeof *romaniser);
	if (!romaniser)
		return NORM_E_NOMEM;
	memcpy(romaniser->country, country ? country : "--", sizeof romaniser->country);
	romaniser->gazetteer = gazetteer;
	*ret = romaniser;
	return NORM_OK;
}

/* The likeliest ways to write the name by its letters. */
static norm_status propose(norm_romaniser *romaniser, const struct direction *direction, const char *text, size_t len)
{
	struct cpbuf *symbols = &romaniser->symbols;
	struct romanise_list *list = &romaniser->list;
	symbols->len = 0;
	direction->read(text, len, symbols);
	if (symbols->failed)
		return NORM_E_NOMEM;
	struct romanise_name name = {symbols->at, symbols->len, romaniser->country};
	if (!romanise_beam_run(&romaniser->beam, direction->model, &name))
		return NORM_E_NOMEM;
	for (size_t way = 0; way < romaniser->beam.count; way++) {
		size_t start = list->texts.len;
		direction->write(&romaniser->beam, way, &name, &list->texts);
		romanise_list_add(list, start, NORM_ORIGIN_RULES, exp((double)romaniser->beam.ways[way].likelihood));
	}
	return list->texts.failed ? NORM_E_NOMEM : NORM_OK;
}

static void forget(norm_romaniser *romaniser)
{
	romaniser->list.len = romaniser->list.texts.len = 0;
	if (romaniser->list.texts.failed)
		buffer_release(&romaniser->list.texts);
	if (romaniser->symbols.failed)
		cpbuf_release(&romaniser->symbols);
}

static norm_status run(norm_romaniser *romaniser, const struct direction *direction, const char *name, size_t len)
{
	if (!romaniser || (!name && len))
		return NORM_E_MISUSE;
	forget(romaniser);
	if (len > NAME_MAX_BYTES)
		return NORM_E_LIMIT;
	norm_status status = NORM_OK;
	if (romaniser->gazetteer)
		status = romanise_look_up(romaniser->gazetteer, romaniser->country, direction->language, name, len,
					  &romaniser->list);
	if (status == NORM_OK)
		status = propose(romaniser, direction, name, len);
	if (status != NORM_OK)
		forget(romaniser);
	return status;
}

norm_status norm_romanise(norm_romaniser *romaniser, const char *name, size_t len)
{
	static const struct direction direction = {"fr", &romanise_model, romanise_arabic_symbols, romanise_write_latin};
	return run(romaniser, &direction, name, len);
}

norm_status norm_arabise(norm_romaniser *romaniser, const char *name, size_t len)
{
	static const struct direction direction = {"ar", &arabise_model, romanise_latin_symbols, romanise_write_arabic};
	return run(romaniser, &direction, name, len);
}

bool norm_romaniser_proposal(const norm_romaniser *romaniser, size_t index, norm_proposal *ret)
{
	if (!romaniser || index >= romaniser->list.len)
		return false;
	const struct romanise_proposal *at = &romaniser->list.at[index];
	double confidence = at->confidence < 1 ? at->confidence : 1;
	*ret = (norm_proposal){(const char *)romaniser->list.texts.at + at->text, at->origin, confidence};
	return true;
}

void norm_romaniser_free(norm_romaniser *romaniser)
{
	if (!romaniser)
		return;
	cpbuf_release(&romaniser->symbols);
	romanise_beam_release(&romaniser->beam);
	buffer_release(&romaniser->list.texts);
	free(romaniser->list.at);
	free(romaniser);
}
