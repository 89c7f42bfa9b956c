/* SPDX-License-Identifier: MIT */
/* Differences are written in parts, two of them at the same time. */
#ifndef COMPARE_PARTS_H
#define COMPARE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/print.h"

/* May a part begin with this difference, which is not the first? */
typedef bool part_cut(const struct print *print, size_t index);
/* Append differences [first, last) to a page. */
typedef void part_append(struct print *print, size_t first, size_t last, struct bytes *page);

/* Append all differences and write them. False when output has failed. */
bool print_parts(struct print *print, part_cut *is_cut, part_append *append_part);

#endif
