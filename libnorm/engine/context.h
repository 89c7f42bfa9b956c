/* SPDX-License-Identifier: MIT */
/* The context and the files it finds. */
#ifndef ENGINE_CONTEXT_H
#define ENGINE_CONTEXT_H

#include "base/buffer.h"
#include "libnorm/context.h"

struct norm_context {
	char **dirs; /* directories of profiles; the last one comes first, the library's is number 0 */
	size_t len, cap;
	char **gazetteers; /* files, the lowest first; number 0 is the library's or NULL */
	size_t gazetteer_len, gazetteer_cap;
};

/*
 * Find the profile `name` and give its path, allocated: a name is looked up in the directories, a
 * path (with a '/') is relative to `beside`, the path of the including file, when that is not NULL.
 * NORM_E_PROFILE when there is none, NORM_E_NOMEM.
 */
norm_status context_find_profile(const norm_context *context, const char *name, const char *beside, char **ret);

/* Read a whole profile file. On NORM_E_DATA `*ret_reason` borrows a text that says why. */
norm_status context_read(const char *path, struct buffer *ret, const char **ret_reason);

#endif
