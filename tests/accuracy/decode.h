/* SPDX-License-Identifier: MIT */
/* What the library makes of bytes in unknown encodings. */
#ifndef ACCURACY_DECODE_H
#define ACCURACY_DECODE_H

#include "accuracy/mixed.h"
#include "base/buffer.h"
#include "repair/encoding.h"

/* Whether bytes are not valid UTF-8, or hold a NUL: what the library asks the detection for. */
bool is_suspicious(const uint8_t *at, const uint8_t *end);

/*
 * Append the characters of `bytes`, paragraph by paragraph, to `items`. Returns the encoding that was told: ENCODING_UNSURE if
 * one of the paragraphs was, or else the last that was not ENCODING_UTF8.
 */
enum encoding decode(struct encoding_state *state, const struct buffer *bytes, struct items *items);

bool is_true(const struct items *items, const struct characters *text);

/* The name for tables. */
const char *name_of(enum encoding encoding);

/* Print the first ten mistakes, each from shortly in front of the first difference on. */
void show_mistake(const char *name, size_t length, const struct items *items, const struct characters *text,
		  enum encoding told);

#endif
