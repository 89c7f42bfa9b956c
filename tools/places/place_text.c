/* SPDX-License-Identifier: MIT */
#include "places/place_text.h"

#include <math.h>
#include <string.h>

#include "common/i18n.h"

const char *place_name(const norm_gazetteer *gazetteer, uint32_t place, const char *language)
{
	norm_place_form form;
	if (norm_gazetteer_preferred(gazetteer, place, language, &form) ||
	    norm_gazetteer_preferred(gazetteer, place, strcmp(language, "ar") ? "ar" : "fr", &form) ||
	    norm_gazetteer_form(gazetteer, place, 0, &form))
		return form.text;
	return "";
}

/* The features, for the translators. */
static const char *const features[] = {
	N_("country"),  N_("region"),  N_("area"),     N_("state"), N_("capital"),   N_("city"),
	N_("town"),     N_("village"), N_("locality"), N_("camp"),  N_("river"),     N_("lake"),
	N_("mountain"), N_("desert"),  N_("island"),   N_("sea"),   N_("continent"), N_("other"),
};

void place_append_kind(struct bytes *bytes, const norm_place *place)
{
	const char *feature = place->feature;
	for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
		if (!strcmp(feature, features[i]))
			feature = _(features[i]);
	}
	bytes_append_text(bytes, feature);
	if (*place->country)
		bytes_format(bytes, ", %s", place->country);
}

void place_append_json_position(struct bytes *bytes, const norm_place *place)
{
	if (!isnan(place->lat) && !isnan(place->lon))
		bytes_format(bytes, ",\"lat\":%.5f,\"lon\":%.5f", place->lat, place->lon);
}

const char *place_status_name(norm_form_status status)
{
	static const char *const names[] = {[NORM_FORM_PREFERRED] = "preferred",
					    [NORM_FORM_VARIANT] = "variant",
					    [NORM_FORM_HISTORIC] = "historic",
					    [NORM_FORM_EXONYM] = "exonym"};
	return (size_t)status < sizeof names / sizeof *names ? names[status] : "other";
}
