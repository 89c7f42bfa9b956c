/* SPDX-License-Identifier: MIT */
/*
 * The normal forms of Unicode (UAX #15) on code points.
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

/* The primary composite of two code points, Hangul syllables included, or 0. */
uint32_t normal_compose_pair(uint32_t first, uint32_t second);

/*
 * Replace the content of `out`, which must not be where `cps` is, by the normal form of the sequence. O(n), however many marks a
 * letter has. Allocates nothing when `out` has room for twice what it decomposes to.
 */
void normal_apply(enum normal_form form, const uint32_t *cps, size_t n, struct cpbuf *out);

/*
 * Can nothing that stands before `cp` interact with it in this form? Then normalising what is
 * before and what starts with `cp` one by one gives the same. Always true for NORMAL_NONE.
 */
bool normal_boundary_before(enum normal_form form, uint32_t cp);

#endif
