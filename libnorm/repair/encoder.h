/* SPDX-License-Identifier: MIT */
/* Encoding into any encoding that ICU knows, with something like it in the place of a character that the encoding lacks. */
#ifndef REPAIR_ENCODER_H
#define REPAIR_ENCODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "libnorm/status.h"

enum { ENCODER_FALLBACK_MAX = 48 };

/*
 * What may stand for `cp`: attempt 0 is the one most like it. Writes up to ENCODER_FALLBACK_MAX code points to `out` and returns
 * how many; -1 when there is no further attempt.
 */
typedef int encoder_fallback(unsigned attempt, uint32_t cp, uint32_t *out);

/* One text in the making; mutable. */
struct encoder;

/* NORM_OK, NORM_E_NOMEM, NORM_E_NO_ENCODING where ICU knows none of that name, or NORM_E_LIBRARY where ICU is not there. */
norm_status encoder_open(const char *name, encoder_fallback *fallback, struct encoder **ret);
void encoder_close(struct encoder *encoder);

/* Encode `len` bytes of UTF-8, whole characters, behind `out`; `last`: no more come. NORM_OK or NORM_E_NOMEM. */
norm_status encoder_push(struct encoder *encoder, const uint8_t *in, size_t len, bool last, struct buffer *out);

/* Characters for which something like them was put, and those for which a question mark was. */
uint64_t encoder_replaced(const struct encoder *encoder);
uint64_t encoder_lost(const struct encoder *encoder);

#endif
