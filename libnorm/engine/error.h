/* SPDX-License-Identifier: MIT */
/* Filling in the details of a failure. */
#ifndef ENGINE_ERROR_H
#define ENGINE_ERROR_H

#include "libnorm/status.h"
#include "text/error_field.h"

/* How unlike two words are: the number of single-letter changes from one to the other (bytes). */
size_t error_distance(const char *a, const char *b);

/* Keep `word` as error->nearest when it is near to error->subject and nearer than what is there. */
void error_nearest(norm_error *error, const char *word);

#endif
