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

/* The same as a message of the tool; fills in the status, which some functions of the library leave out. */
void error_text_message(norm_status status, norm_error *error);

#endif
