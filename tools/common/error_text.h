/* SPDX-License-Identifier: MIT */
/* What went wrong in a call of the library, in the user's language. */
#ifndef COMMON_ERROR_TEXT_H
#define COMMON_ERROR_TEXT_H

#include <libnorm/norm.h>

#include "common/bytes.h"

/* Append what is wrong, and what would be right; not where. */
void error_text_append(struct bytes *text, const norm_error *error);
/* "FILE:LINE: what is wrong", or without what the error does not know. */
void error_text_append_all(struct bytes *text, const norm_error *error);

#endif
