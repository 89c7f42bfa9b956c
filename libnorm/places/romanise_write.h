/* SPDX-License-Identifier: MIT */
/* A way through a name, written out as text. */
#ifndef PLACES_ROMANISE_WRITE_H
#define PLACES_ROMANISE_WRITE_H

#include "base/buffer.h"
#include "places/romanise_beam.h"

/* Append the text of way number `way` of the beam, which has run over `name`; memory may run out (`ret->failed`). In Latin letters
 * words have capitals, and spelling rules apply that the model does not know. */
void romanise_write_latin(const struct romanise_beam *beam, size_t way, const struct romanise_name *name,
			  struct buffer *ret);
void romanise_write_arabic(const struct romanise_beam *beam, size_t way, const struct romanise_name *name,
			   struct buffer *ret);

#endif
