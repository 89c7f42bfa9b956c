/* SPDX-License-Identifier: MIT */
/*
 * The normal forms of Unicode (UAX #15) on code points. The steps are open to callers that track
 * more than code points: decompose each, put the result in canonical order, compose.
 *
 * Functions that append take the sticky error of their cpbuf. All code points are below 0x110000;
 * surrogates are allowed and stay what they are.
 */
#ifndef UNICODE_NORMAL_H
#define UNICODE_NORMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/cpbuf.h"

enum normal_form { NORMAL_NONE, NORMAL_NFC, NORMAL_NFD, NORMAL_NFKC, NORMAL_NFKD };

/*
 * Append the full decomposition of `cp`: canonical for NFC and NFD, compatibility for NFKC and NFKD,
 * `cp` itself for NORMAL_NONE and where it has none.
 */
void normal_decompose(enum normal_form form, uint32_t cp, struct cpbuf *out);

/*
 * Put `n` code points in canonical order, in place: stable and O(n), however many marks a letter
 * has. `scratch` lends its free capacity when a run of marks is long; its content stays. When it
 * cannot grow, it is marked as failed and the order is not complete.
 */
void normal_order(uint32_t *cps, size_t n, struct cpbuf *scratch);

/* The primary composite of two code points, Hangul syllables included, or 0. */
uint32_t normal_compose_pair(uint32_t first, uint32_t second);

/* Compose `n` code points, decomposed and in canonical order, in place. Returns the new length. O(n). */
size_t normal_compose(uint32_t *cps, size_t n);

/*
 * Replace the content of `out`, which must not be where `cps` is, by the normal form of the sequence.
 * Allocates nothing when `out` has the capacity, unless marks in a run of more than 32 are unordered.
 */
void normal_apply(enum normal_form form, const uint32_t *cps, size_t n, struct cpbuf *out);

/*
 * Can nothing that stands before `cp` interact with it in this form? Then normalising what is
 * before and what starts with `cp` one by one gives the same. Always true for NORMAL_NONE.
 */
bool normal_boundary_before(enum normal_form form, uint32_t cp);

#endif
