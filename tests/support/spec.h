/* SPDX-License-Identifier: MIT */
/*
 * Profiles for tests, each written on one line: the profile it builds on, then what it sets.
 *     search arabic.alef=keep unicode.form=NFD
 * The data directory is LIBNORM_DATA of the environment.
 */
#ifndef SUPPORT_SPEC_H
#define SUPPORT_SPEC_H

#include <stddef.h>

#include "libnorm/norm.h"

/* The context of the data directory. Ends the program when there is none. */
norm_context *spec_context(void);

/* The profile that a line describes, or NULL with `error` filled. */
norm_profile *spec_compile(const norm_context *context, const char *spec, norm_error *error);

/* The same for a line that is right: ends the program with a message when it is not. */
norm_profile *spec_profile(const norm_context *context, const char *spec);

#endif
