/* SPDX-License-Identifier: MIT */
/**
 * @file encoding.h
 * Encodings other than UTF-8. For input see norm_stream_set_encoding(); here is the way out, and what files look like.
 */
#ifndef LIBNORM_ENCODING_H
#define LIBNORM_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Encodes a text: mutable, one per thread. */
typedef struct norm_encoder norm_encoder;

/**
 * Open an encoder. A character that the encoding lacks is replaced by what is most like it and can be encoded: no-break
 * spaces by other spaces, quotation marks, apostrophes and dashes by those of ASCII, … by three full stops, œ by oe, presentation
 * forms by letters, Arabic digits by ASCII, letters by those without accent; else by a
 * question mark.
 *
 * @param encoding  Any name that ICU knows.
 * @param ret       Receives the encoder; owned by the caller, see norm_encoder_free().
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_NO_ENCODING, #NORM_E_LIBRARY (ICU, which is loaded here, is not there) or #NORM_E_MISUSE.
 */
norm_status norm_encoder_new(const char *encoding, norm_encoder **ret);

/**
 * Encode a piece of text.
 *
 * @param in       UTF-8, whole characters; may be NULL when `len` is 0. @param len  Bytes in `in`.
 * @param last     No more comes; then only norm_encoder_free() is allowed.
 * @param ret      Receives the bytes; borrowed until the next call. @param ret_len  Receives their number.
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_encoder_write(norm_encoder *encoder, const char *in, size_t len, bool last, const char **ret,
                               size_t *ret_len);

/** The number of characters so far for which something like them was put. */
uint64_t norm_encoder_replaced(const norm_encoder *encoder);
/** The number of characters so far that were lost: a question mark stands for each. */
uint64_t norm_encoder_lost(const norm_encoder *encoder);

/** Free an encoder. NULL is allowed. */
void norm_encoder_free(norm_encoder *encoder);

/**
 * Whether a file is no text in any encoding, as far as its first bytes tell; 4 KiB of them are enough. Thread-safe.
 */
bool norm_is_binary(const char *head, size_t len);

#ifdef __cplusplus
}
#endif
#endif
