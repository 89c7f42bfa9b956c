/* SPDX-License-Identifier: MIT */
/* How a place is told. */
#ifndef PLACES_PLACE_TEXT_H
#define PLACES_PLACE_TEXT_H

#include <libnorm/norm.h>

#include "common/bytes.h"

/* Its preferred name in this language, else in the other one, else its first form. */
const char *place_name(const norm_gazetteer *gazetteer, uint32_t place, const char *language);
/* "town, ML": its feature in the user's language, and its country. */
void place_append_kind(struct bytes *bytes, const norm_place *place);
/* "lat":…,"lon":… with a comma in front, if they are known. */
void place_append_json_position(struct bytes *bytes, const norm_place *place);
/* "preferred": the name of a status, for programs. */
const char *place_status_name(norm_form_status status);

#endif
