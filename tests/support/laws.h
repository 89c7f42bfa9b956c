/* SPDX-License-Identifier: MIT */
/*
 * What holds for every profile and every input. A law returns NULL where it holds, and otherwise what is wrong, in a
 * few words.
 */
#ifndef SUPPORT_LAWS_H
#define SUPPORT_LAWS_H

#include <stddef.h>
#include <stdint.h>

#include "libnorm/norm.h"
#include "support/outcome.h"

/* The offset of the first byte that is not UTF-8 (table 3-7 of the Unicode Standard), `len` when there is none. */
size_t first_invalid_byte(const void *text, size_t len);

/* What a profile makes of its own output is that output. */
const char *law_idempotence(const norm_profile *profile, const void *in, size_t len);

/* The output is UTF-8; a strict profile stops at the first byte that is not. */
const char *law_validity(const norm_profile *profile, const void *in, size_t len);

/* A stream that gets the input in these chunks gives the text and the edits that norm_apply() gives. */
const char *law_stream(const norm_profile *profile, const void *in, size_t len, struct chunks chunks);

/*
 * The edits say truly what became of the input: applied to it they give the output; they are in order, keep to the
 * borders of characters and name their rules; offsets map as <libnorm/edits.h> says. And without edits, the text is the
 * same.
 */
const char *law_edits(const norm_profile *profile, const void *in, size_t len);

/*
 * Canonically equivalent texts have one output, if the profile sets a normal form: the text as it is, composed,
 * decomposed, half composed, and with its marks in any order that means the same, as `seed` decides.
 */
const char *law_equivalence(const norm_profile *profile, const void *in, size_t len, uint64_t seed);

#endif
