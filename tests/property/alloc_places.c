/* SPDX-License-Identifier: MIT */
/* Names of places while memory runs out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "property/alloc_acts.h"

static int mark;

static norm_status count_bytes(void *user, const void *bytes, size_t len)
{
	(void)bytes;
	*(size_t *)user += len;
	return NORM_OK;
}

norm_status build_gazetteer(const struct world *world)
{
	static const char row[] = "id%d\tTD\ttown\t\t\tfr\tMao%d\tvariant\tsource%d\n";
	norm_gazetteer_builder *builder = (norm_gazetteer_builder *)&mark;
	size_t size = 0;
	(void)world;
	norm_status status = norm_gazetteer_builder_new(NULL, NULL, &builder);
	if (status != NORM_OK)
		return UNTOUCHED(builder, &mark) ? status : NORM_E_MISUSE;
	for (int i = 0; i < 300 && status == NORM_OK; i++) {
		char text[128];
		int len = snprintf(text, sizeof text, row, i, i, i % 7);
		if (i % 100 == 0)
			status = norm_gazetteer_builder_begin(builder, "table");
		for (int at = 0; at < len && status == NORM_OK; at += 20)
			status = norm_gazetteer_builder_add(builder, text + at, (size_t)(len - at < 20 ? len - at : 20));
	}
	if (status == NORM_OK)
		status = norm_gazetteer_builder_write(builder, count_bytes, &size, NULL);
	norm_gazetteer_builder_free(builder);
	return status == NORM_OK && !size ? NORM_E_MISUSE : status;
}

norm_status open_gazetteer(const struct world *world)
{
	norm_gazetteer *gazetteer = (norm_gazetteer *)&mark;
	norm_error error;
	size_t total = 77;
	const char *file = getenv("LIBNORM_GAZETTEER");
	(void)world;
	norm_status status = norm_gazetteer_open(NULL, &file, 1, &gazetteer, &error);
	if (status != NORM_OK)
		return UNTOUCHED(gazetteer, &mark) && error.status == status ? status : NORM_E_MISUSE;
	status = norm_gazetteer_lookup(gazetteer, "Afrique", 7, NULL, 0, &total);
	if ((status == NORM_OK) != (total == 1) || (status != NORM_OK && total != 77))
		status = NORM_E_MISUSE;
	norm_gazetteer_free(gazetteer);
	return status;
}

norm_status write_names(const struct world *world)
{
	norm_romaniser *romaniser = (norm_romaniser *)&mark;
	norm_proposal proposal;
	norm_status status = norm_romaniser_new("TD", world->gazetteer, &romaniser);
	if (status != NORM_OK)
		return UNTOUCHED(romaniser, &mark) ? status : NORM_E_MISUSE;
	status = norm_romanise(romaniser, "أبشي", strlen("أبشي"));
	if ((status == NORM_OK) != norm_romaniser_proposal(romaniser, 0, &proposal))
		status = NORM_E_MISUSE;
	if (status == NORM_OK)
		status = norm_arabise(romaniser, "Adr\u00E9", strlen("Adr\u00E9"));
	if ((status == NORM_OK) != norm_romaniser_proposal(romaniser, 0, &proposal))
		status = NORM_E_MISUSE;
	norm_romaniser_free(romaniser);
	return status;
}

norm_status find_places(const struct world *world)
{
	norm_gazetteer *gazetteer;
	norm_place_finder *finder = (norm_place_finder *)&mark;
	norm_place_match match;
	static const char text[] = "Les combats de Tinzawaten, au Mali, et وبالجزائر";
	const char *file = getenv("LIBNORM_GAZETTEER");
	(void)world;
	norm_status status = norm_gazetteer_open(NULL, &file, 1, &gazetteer, NULL);
	if (status != NORM_OK)
		return status;
	status = norm_place_finder_new(gazetteer, &finder);
	if (status != NORM_OK) {
		norm_gazetteer_free(gazetteer);
		return UNTOUCHED(finder, &mark) ? status : NORM_E_MISUSE;
	}
	status = norm_place_finder_read(finder, text, strlen(text));
	if ((status == NORM_OK) != norm_place_finder_match(finder, 2, &match) ||
	    (status == NORM_OK) != norm_place_finder_match(finder, 0, &match))
		status = NORM_E_MISUSE;
	norm_place_finder_free(finder);
	norm_gazetteer_free(gazetteer);
	return status;
}

/* A profile that rewrites names, and its work. */
norm_status apply_places(const struct world *world)
{
	static const char source[] = "[places]\nform = both\nvariants = preferred\n";
	static char text[] = "Les combats de Tinzawaten, au Mali.\nالمعارك في تنزواتين و في Mali أمس.\n";
	norm_context *context;
	norm_profile *profile = (norm_profile *)&mark;
	(void)world;
	norm_status status = norm_context_new("nowhere", &context);
	if (status != NORM_OK)
		return status;
	status = norm_context_set_gazetteer(context, getenv("LIBNORM_GAZETTEER"));
	if (status == NORM_OK)
		status = norm_profile_parse(context, source, strlen(source), &profile, NULL);
	norm_context_free(context);
	if (status != NORM_OK)
		return UNTOUCHED(profile, &mark) ? status : NORM_E_MISUSE;
	status = apply_to(profile, &(struct buffer){.at = (uint8_t *)text, .len = strlen(text)}, NORM_WITH_EDITS);
	norm_profile_free(profile);
	return status;
}

norm_status index_names(const struct world *world)
{
	norm_name_index *index = (norm_name_index *)&mark;
	norm_name_match match;
	(void)world;
	norm_status status = norm_name_index_new(&index);
	if (status != NORM_OK)
		return UNTOUCHED(index, &mark) ? status : NORM_E_MISUSE;
	for (char name[] = "Abeche", *at = name; status == NORM_OK && *at; at++) {
		*at = 'z';
		for (size_t i = 0; i < 40 && status == NORM_OK; i++)
			status = norm_name_index_add(index, name, sizeof name - 1, "TD");
	}
	if (status == NORM_OK)
		status = norm_name_index_ready(index);
	if (status == NORM_OK && norm_name_index_find(index, "zbeche", 6, "TD", &match, 1) != 1)
		status = NORM_E_MISUSE;
	norm_name_index_free(index);
	return status;
}
