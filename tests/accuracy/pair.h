/* SPDX-License-Identifier: MIT */
/* Two versions of a text, and what was changed in the second one. */
#ifndef ACCURACY_PAIR_H
#define ACCURACY_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "accuracy/bed.h"
#include "base/buffer.h"
#include "compare/classes.h"

/* A known difference: bytes [b, b_end) of the second text. */
struct known {
	size_t b, b_end;
	class_set classes;
	bool found, wide; /* for whoever looks for it */
};

struct pair {
	struct buffer a, b;
	struct known *at; /* in the order of the second text */
	size_t count, cap;
};

/* Make a pair of about `bytes` bytes of these paragraphs. The same seed makes the same pair. */
void pair_make(struct pair *pair, const struct bed *bed, size_t bytes, uint64_t seed);
void pair_release(struct pair *pair);

#endif
