/* SPDX-License-Identifier: MIT */
/* What a table says of Arabic letters, many at a time. */
#ifndef UNICODE_ARABIC_MAP_H
#define UNICODE_ARABIC_MAP_H

#include <stddef.h>
#include <stdint.h>

enum { ARABIC_MAP_SIZE = 128 /* U+0600–U+067F, of which the leads are D8 and D9 */ };

/*
 * Write what the table says of the characters of `len` bytes, each to where its second byte is; to other places anything. `ret` has
 * room for whole groups (find_groups()). Nothing outside of `src` is read.
 */
typedef void arabic_map_fn(const uint8_t table[ARABIC_MAP_SIZE], const uint8_t *src, size_t len, uint8_t *ret);

/* The fastest that this processor can run. Ask once and keep the answer. */
arabic_map_fn *arabic_map_best(void);

/* In plain C, for any processor. */
arabic_map_fn arabic_map_portable;

#endif
