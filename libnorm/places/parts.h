/* SPDX-License-Identifier: MIT */
/* What the layers of a stack say of one place: the parts that count, the topmost first. */
#ifndef PLACES_PARTS_H
#define PLACES_PARTS_H

#include "places/gazetteer.h"

struct part {
	const struct layer *layer;
	size_t number; /* of the layer */
	uint32_t place; /* in the layer */
};

struct parts {
	struct part at[NORM_GAZETTEER_FILES_MAX];
	size_t count;
};

/* Fill `ret` with all that is said of the place `place` of a layer, which must be there. */
void parts_gather(const norm_gazetteer *gazetteer, size_t layer, uint32_t place, struct parts *ret);

/* A form that counts: of a part, one of its forms. */
struct part_form {
	size_t part;
	const struct format_form *form;
};

/*
 * Go to the next form that counts; start from a zeroed `at`. Those count that are not deleted, and that no higher part has,
 * too. False when there is none any more.
 */
bool parts_next(const struct parts *parts, struct part_form *at);

/* Which of the forms that count `form` is. False: it does not. */
bool parts_find(const struct parts *parts, const struct format_form *form, size_t *ret);

/* What a form is in the stack: one preferred in its language gives way to one in a higher part. */
norm_form_status parts_status(const struct parts *parts, const struct part_form *at);

#endif
