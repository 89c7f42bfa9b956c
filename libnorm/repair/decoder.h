/* SPDX-License-Identifier: MIT */
/* Decoding from any encoding that ICU knows, with origins. */
#ifndef REPAIR_DECODER_H
#define REPAIR_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/status.h"
#include "repair/decoded.h"

/* One text in the making; mutable. */
struct decoder;

/*
 * Open a decoder. `strict`: what has no meaning in the encoding is an error, else it becomes U+FFFD. NORM_OK, NORM_E_NOMEM,
 * NORM_E_NO_ENCODING where ICU knows none of that name, or NORM_E_LIBRARY where ICU is not there.
 */
norm_status decoder_open(const char *name, bool strict, struct decoder **ret);
void decoder_free(struct decoder *decoder);
/* What MIME, or else IANA, calls the encoding of that name; NULL: they have no name for it. Lives as long as the process. */
const char *decoder_standard_name(const struct decoder *decoder, const char *name);

/* Whether `name` is "UTF-8", in any case, with '-', '_' or space anywhere. What else means it, ICU decodes. */
bool decoder_is_utf8(const char *name);

/* Decode `len` more bytes; `last`: no more come. NORM_E_ENCODING: strict, and what is behind decoded->settled is wrong. */
norm_status decoder_push(struct decoder *decoder, const uint8_t *in, size_t len, bool last, struct decoded *decoded);

#endif
