/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/memory.h"
#include "places/romanise.h"

/* Names that so many forms have are so short that no list helps. */
enum { FORMS_MAX = 64 };

static struct romanise_proposal *find(struct romanise_list *list, size_t text)
{
	for (size_t i = 0; i < list->len; i++)
		if (!strcmp((const char *)list->texts.at + list->at[i].text, (const char *)list->texts.at + text))
			return &list->at[i];
	return NULL;
}

/* Move a proposal that has become more likely in front of those of its origin that are less so. */
static void rise(const struct romanise_list *list, struct romanise_proposal *at)
{
	for (; at > list->at && at[-1].origin == at->origin && at[-1].confidence < at->confidence; at--) {
		struct romanise_proposal less = at[-1];
		at[-1] = at[0];
		at[0] = less;
	}
}

void romanise_list_add(struct romanise_list *list, size_t text, norm_origin origin, double confidence)
{
	buffer_append(&list->texts, "", 1);
	if (list->texts.failed)
		return;
	struct romanise_proposal *same = find(list, text);
	if (same && same->origin == origin) {
		same->confidence += confidence;
		rise(list, same);
	}
	if (same || list->texts.len - text == 1) {
		list->texts.len = text;
		return;
	}
	if (!memory_reserve(&list->at, &list->cap, list->len + 1, sizeof *list->at)) {
		list->texts.failed = true;
		return;
	}
	list->at[list->len++] = (struct romanise_proposal){text, origin, confidence};
}

/* Has an earlier form of the list the same place? */
static bool is_known(const norm_place_name *names, size_t count, uint32_t place)
{
	for (size_t i = 0; i < count; i++)
		if (names[i].place == place)
			return true;
	return false;
}

norm_status romanise_look_up(const norm_gazetteer *gazetteer, const char *country, const char *language, const char *name,
			     size_t len, struct romanise_list *ret)
{
	norm_place_name names[FORMS_MAX];
	size_t total, places = 0;
	norm_status status = norm_gazetteer_lookup(gazetteer, name, len, names, FORMS_MAX, &total);
	if (status != NORM_OK)
		return status;
	total = total < FORMS_MAX ? total : FORMS_MAX;
	for (size_t i = 0; i < total; i++)
		places += !is_known(names, i, names[i].place);
	for (int here = 1; here >= 0; here--) {
		for (size_t i = 0; i < total; i++) {
			norm_place place;
			norm_place_form form;
			size_t text = ret->texts.len;
			if (is_known(names, i, names[i].place) || !norm_gazetteer_place(gazetteer, names[i].place, &place) ||
			    (strcmp(place.country, country) == 0) != (here == 1) ||
			    !norm_gazetteer_preferred(gazetteer, names[i].place, language, &form))
				continue;
			buffer_append_text(&ret->texts, form.text);
			romanise_list_add(ret, text, NORM_ORIGIN_GAZETTEER, 1.0 / (double)places);
		}
	}
	return ret->texts.failed ? NORM_E_NOMEM : NORM_OK;
}
