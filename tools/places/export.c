/* SPDX-License-Identifier: MIT */
/* norm-places export: all places as a table that compile reads. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/output.h"
#include "places/command.h"
#include "places/place_text.h"

/* As tables have them: seven digits behind the point, without zeros at the end. */
static void append_degrees(struct bytes *line, double degrees)
{
	bytes_format(line, "%.7f", degrees);
	while (line->at[line->len - 1] == '0')
		line->len--;
	if (line->at[line->len - 1] == '.')
		line->len--;
	bytes_append_char(line, '\t');
}

static void append_place(struct bytes *page, const norm_gazetteer *gazetteer, uint32_t number, const norm_place *place)
{
	struct bytes head = {0};
	norm_place_form form;
	bytes_format(&head, "%s\t%s\t%s\t", place->id, place->country, place->feature);
	if (!isnan(place->lat) && !isnan(place->lon)) {
		append_degrees(&head, place->lat);
		append_degrees(&head, place->lon);
	} else {
		bytes_append_text(&head, "\t\t");
	}
	for (size_t i = 0; norm_gazetteer_form(gazetteer, number, i, &form); i++) {
		bytes_append(page, head.at, head.len);
		bytes_format(page, "%s\t%s\t%s\t%s\n", form.language, form.text, place_status_name(form.status),
			     form.source);
	}
	bytes_release(&head);
}

int export_run(const struct options *options)
{
	norm_gazetteer *gazetteer = options_gazetteer(options);
	if (!gazetteer)
		return STATUS_TROUBLE;
	struct bytes page = {0};
	struct output out;
	output_init(&out, STDOUT_FILENO, _("(standard output)"));
	bool good = output_text(&out, "id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\n");
	for (uint32_t i = 0; good && i < norm_gazetteer_size(gazetteer); i++) {
		norm_place place;
		if (!norm_gazetteer_place(gazetteer, i, &place) ||
		    !options_has_country(options, place.country, strlen(place.country)))
			continue;
		page.len = 0;
		append_place(&page, gazetteer, i, &place);
		good = output_write(&out, page.at, page.len);
	}
	bytes_release(&page);
	norm_gazetteer_free(gazetteer);
	return output_finish(&out) && good ? STATUS_OK : STATUS_TROUBLE;
}
