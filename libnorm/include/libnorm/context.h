/* SPDX-License-Identifier: MIT */
/**
 * @file context.h
 * The context: where the library's data comes from. Program flow:
 *
 *     context  ──►  profile (compiled, immutable)  ──►  norm_apply() or a stream
 *
 * A context is cheap. Once its directories are set it is immutable and may be shared by threads.
 * It must outlive nothing: profiles keep what they need and may be used after it is freed.
 */
#ifndef LIBNORM_CONTEXT_H
#define LIBNORM_CONTEXT_H

#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct norm_context norm_context;

/**
 * Create a context.
 *
 * @param datadir  The directory that holds `profiles/` and `places/`, or NULL for the installed one. Copied.
 *                 It is not opened here, so a context can be had where no data is installed.
 * @param ret      Receives the context; owned by the caller, see norm_context_free().
 * @return #NORM_OK, #NORM_E_NOMEM, or #NORM_E_MISUSE when `ret` is NULL.
 */
norm_status norm_context_new(const char *datadir, norm_context **ret);

/**
 * Add a directory in which profiles are looked for before those of the library (the latest added
 * comes first). A directory that does not exist is passed over. Call it before the context is
 * shared: this function and the two below are the only ones that change a context.
 *
 * @param dir  A directory of `NAME.ini` files. Copied.
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_context_add_profile_dir(norm_context *context, const char *dir);

/**
 * Say which file is the gazetteer at the bottom of those that are opened with this context (norm_gazetteer_open()), instead of
 * `places/base.gaz` in the data directory. The file is not opened here.
 *
 * @param file  Its path, or NULL: there is none. Copied.
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_context_set_gazetteer(norm_context *context, const char *file);

/**
 * Add a gazetteer that lies above the one at the bottom and those added before: a user's own places.
 *
 * @param file  Its path. Copied.
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_context_add_gazetteer(norm_context *context, const char *file);

/** Called for each profile: its name, its file and its description (first comment line). */
typedef void norm_profile_visitor(void *user, const char *name, const char *file, const char *summary);

/**
 * Visit every profile that norm_profile_get() finds by name, sorted by name; where two directories
 * hold the same name only the one that wins is visited. The strings are borrowed for the call.
 *
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, or #NORM_E_DATA when the data directory cannot be read.
 */
norm_status norm_context_list_profiles(const norm_context *context, norm_profile_visitor *visit, void *user);

/** Free a context. NULL is allowed. Profiles got from it stay valid. */
void norm_context_free(norm_context *context);

#ifdef __cplusplus
}
#endif
#endif
