/* SPDX-License-Identifier: MIT */
/* Strings, each of which is kept once and has a number, from 0. Zero-initialise it. */
#ifndef PLACES_STRING_SET_H
#define PLACES_STRING_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct string_set {
	uint32_t *starts; /* by number: where the string, with its NUL, stands among the bytes of all */
	size_t count, cap;
	uint32_t *slots; /* a hash table with open addressing, of 2^n slots: number + 1, or 0 */
	size_t slot_count;
};

/* No string has it. */
#define STRING_NONE UINT32_MAX

/*
 * The number of a string of `len` bytes without NUL, which is appended to `pool` if it is new: then the number is
 * what `count` was. STRING_NONE when memory ran out.
 */
uint32_t string_set_add(struct string_set *set, struct buffer *pool, const char *text, size_t len);

void string_set_release(struct string_set *set);

/* Append a string and its NUL to a pool, of 4 GiB at most; returns its start. On failure the pool has failed. */
uint32_t string_append(struct buffer *pool, const char *text, size_t len);

#endif
