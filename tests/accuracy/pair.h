/* SPDX-License-Identifier: MIT */
/* Two versions of a text, and what was changed in the second one. */
#ifndef ACCURACY_PAIR_H
#define ACCURACY_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "accuracy/bed.h"
#include "accuracy/pair_names.h"
#include "base/buffer.h"
#include "compare/classes.h"

/* A known difference: bytes [b, b_end) of the second text; of what has moved the end. */
struct known {
	size_t b, b_end;
	class_set classes;
	bool found, wide; /* for whoever looks for it */
};

struct pair {
	struct buffer a, b;
	struct known *at; /* in the order of the second text */
	size_t count, cap;
	const struct pair_names *names;
};

/* Make a pair of about `bytes` bytes of these paragraphs and names. The same seed makes the same pair. */
void pair_make(struct pair *pair, const struct bed *bed, const struct pair_names *names, size_t bytes, uint64_t seed);
void pair_release(struct pair *pair);

#endif
