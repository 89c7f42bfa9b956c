/* SPDX-License-Identifier: MIT */
/**
 * @file apply.h
 * Normalise a text that is in memory. For text that does not fit, see stream.h; both give the same bytes.
 */
#ifndef LIBNORM_APPLY_H
#define LIBNORM_APPLY_H

#include "edits.h"
#include "profile.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a call shall record. Values are or-ed. Pinned. */
typedef enum norm_flags {
	NORM_PLAIN = 0,     /**< Text only. */
	NORM_WITH_EDITS = 1 /**< Also the edits, with exact origins. */
} norm_flags;

/** The result of norm_apply(): owns its text and its edits. Immutable. */
typedef struct norm_result norm_result;

/**
 * Normalise a text.
 *
 * @param profile  What to do.
 * @param in       UTF-8; may hold NUL bytes and invalid sequences (see the rule `input.invalid`).
 *                 May be NULL when `len` is 0. Only read during the call.
 * @param len      Bytes in `in`.
 * @param flags    #NORM_PLAIN or #NORM_WITH_EDITS.
 * @param ret      Receives the result; owned by the caller, see norm_result_free().
 * @param error    Receives details on failure; may be NULL.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, #NORM_E_ENCODING (strict profiles; `error->offset` is the
 *         byte), #NORM_E_LIMIT when `len` or the output would pass 4 GiB with #NORM_WITH_EDITS, or #NORM_E_LIBRARY
 *         (the text is UTF-16 or UTF-32, which ICU decodes, and ICU is not there).
 * Thread-safe; linear in `len`.
 */
norm_status norm_apply(const norm_profile *profile, const char *in, size_t len, norm_flags flags, norm_result **ret,
                       norm_error *error);

/**
 * The normalised text: valid UTF-8, NUL-terminated besides its length.
 * @param ret_len  Receives the bytes without the final NUL; may be NULL.
 * @return Borrowed from the result.
 */
const char *norm_result_text(const norm_result *result, size_t *ret_len);

/** The edits; borrowed from the result. NULL when they were not asked for. */
const norm_edits *norm_result_edits(const norm_result *result);

/** Free a result with its text and edits. NULL is allowed. */
void norm_result_free(norm_result *result);

#ifdef __cplusplus
}
#endif
#endif
