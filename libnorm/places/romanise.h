/* SPDX-License-Identifier: MIT */
/* Proposals for a name in the other script, see libnorm/romanise.h. */
#ifndef PLACES_ROMANISE_H
#define PLACES_ROMANISE_H

#include "base/buffer.h"
#include "base/cpbuf.h"
#include "libnorm/romanise.h"
#include "places/romanise_beam.h"

/* Where the text of a proposal stands among the texts of all. */
struct romanise_proposal {
	size_t text;
	norm_origin origin;
	double confidence;
};

struct romanise_list {
	struct buffer texts; /* each with its NUL */
	struct romanise_proposal *at;
	size_t len, cap;
};

/* Where the text of the next proposal will stand; romanise_list_add() makes a proposal of what has been appended since then. When
 * one has this text already, it becomes more likely, or stays as it is, if it came from a gazetteer. */
void romanise_list_add(struct romanise_list *list, size_t text, norm_origin origin, double confidence);

/* The forms of a gazetteer in a language ("fr", "ar") for a name, first those of `country`. */
norm_status romanise_look_up(const norm_gazetteer *gazetteer, const char *country, const char *language, const char *name,
			     size_t len, struct romanise_list *ret);

#endif
