/* SPDX-License-Identifier: MIT */
/* norm-places lookup: all that is known of the places of a name, or of an id. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/colour.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/output.h"
#include "common/width.h"
#include "places/command.h"
#include "places/place_text.h"

/* The places of a name: each once, in the order in which they were found. */
struct places {
	uint32_t *at;
	size_t count;
};

static bool has_place(const struct places *places, uint32_t place)
{
	for (size_t i = 0; i < places->count; i++) {
		if (places->at[i] == place)
			return true;
	}
	return false;
}

static void find_places(struct places *places, const norm_gazetteer *gazetteer, const char *name)
{
	size_t total = 0, got;
	norm_place_name *names = NULL;
	uint32_t by_id;
	bool is_id = norm_gazetteer_by_id(gazetteer, name, &by_id);
	if (norm_gazetteer_lookup(gazetteer, name, strlen(name), NULL, 0, &total) != NORM_OK)
		message_out_of_memory();
	names = memory_grow(NULL, total + 1, sizeof *names);
	places->at = memory_grow(NULL, total + 1, sizeof *places->at);
	places->count = 0;
	if (norm_gazetteer_lookup(gazetteer, name, strlen(name), names, total, &got) != NORM_OK)
		message_out_of_memory();
	if (is_id)
		places->at[places->count++] = by_id;
	for (size_t i = 0; i < total; i++) {
		if (!has_place(places, names[i].place))
			places->at[places->count++] = names[i].place;
	}
	free(names);
}

static void append_forms(struct bytes *page, const norm_gazetteer *gazetteer, uint32_t place)
{
	enum { LANGUAGE = 10, FORM = 34, STATUS = 12 };
	norm_place_form form;
	for (size_t i = 0; norm_gazetteer_form(gazetteer, place, i, &form); i++) {
		bytes_append_text(page, "  ");
		width_pad(page, form.language, LANGUAGE);
		width_pad(page, form.text, FORM);
		/* what does not fit into its column */
		if (width_of(form.text) >= FORM)
			bytes_append_text(page, "  ");
		width_pad(page, place_status_name(form.status), STATUS);
		bytes_format(page, "%s\n", form.source);
	}
}

static void append_place(struct bytes *page, const norm_gazetteer *gazetteer, uint32_t number)
{
	norm_place place;
	if (!norm_gazetteer_place(gazetteer, number, &place))
		return;
	const char *french = place_name(gazetteer, number, "fr"), *arabic = place_name(gazetteer, number, "ar");
	bytes_format(page, "%s%s%s", colour_on(COLOUR_STDOUT, COLOUR_BOLD), french, colour_off(COLOUR_STDOUT));
	if (strcmp(french, arabic))
		bytes_format(page, " · %s", arabic);
	bytes_append_text(page, " (");
	place_append_kind(page, &place);
	bytes_format(page, ") %s", place.id);
	if (!isnan(place.lat) && !isnan(place.lon))
		bytes_format(page, " %.4f %.4f", place.lat, place.lon);
	bytes_append_char(page, '\n');
	append_forms(page, gazetteer, number);
}

static void append_json_forms(struct bytes *line, const norm_gazetteer *gazetteer, uint32_t place)
{
	norm_place_form form;
	for (size_t i = 0; norm_gazetteer_form(gazetteer, place, i, &form); i++) {
		bytes_append_text(line, i ? ",{\"form\":" : "{\"form\":");
		json_append_text(line, form.text);
		bytes_format(line, ",\"lang\":\"%s\",\"status\":\"%s\",\"source\":", form.language,
			     place_status_name(form.status));
		json_append_text(line, form.source);
		bytes_append_char(line, '}');
	}
}

static void append_json(struct bytes *line, const norm_gazetteer *gazetteer, uint32_t number, const char *name)
{
	norm_place place;
	if (!norm_gazetteer_place(gazetteer, number, &place))
		return;
	bytes_append_text(line, "{\"name\":");
	json_append_text(line, name);
	bytes_format(line, ",\"id\":\"%s\",\"country\":\"%s\",\"feature\":\"%s\"", place.id, place.country,
		     place.feature);
	place_append_json_position(line, &place);
	bytes_append_text(line, ",\"forms\":[");
	append_json_forms(line, gazetteer, number);
	bytes_append_text(line, "]}\n");
}

/* @return whether there is such a place. */
static bool look_up(struct bytes *page, const norm_gazetteer *gazetteer, const char *name, bool json)
{
	struct places places;
	find_places(&places, gazetteer, name);
	for (size_t i = 0; i < places.count; i++) {
		if (json)
			append_json(page, gazetteer, places.at[i], name);
		else
			append_place(page, gazetteer, places.at[i]);
	}
	if (!places.count)
		message_note(_("\"%s\": no place of this name is known"), name);
	free(places.at);
	return places.count > 0;
}

int lookup_run(const struct options *options)
{
	norm_gazetteer *gazetteer = options_gazetteer(options);
	if (!gazetteer)
		return STATUS_TROUBLE;
	struct bytes page = {0};
	struct output out;
	bool all = true;
	for (size_t i = 0; i < options->argument_count; i++)
		all = look_up(&page, gazetteer, options->arguments[i], options->json) && all;
	output_init(&out, STDOUT_FILENO, _("(standard output)"));
	output_write(&out, page.at, page.len);
	bytes_release(&page);
	norm_gazetteer_free(gazetteer);
	if (!output_finish(&out))
		return STATUS_TROUBLE;
	return all ? STATUS_OK : STATUS_FOUND;
}
