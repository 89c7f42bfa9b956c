/* SPDX-License-Identifier: MIT */
/*
 * A test of a property: a law is tried on many random profiles and texts. The seed is NORM_SEED of the environment and
 * NORM_CASES how many cases there are; both have defaults, so that `make check' always tries the same. A case that
 * fails is made as short as possible and printed as a block that a file of tests/golden can take.
 */
#ifndef PROPERTY_PROPERTY_H
#define PROPERTY_PROPERTY_H

#include "libnorm/norm.h"
#include "property/random.h"

/* One case. A law may use `seed` for what it decides by chance: it is the same while the case is made shorter. */
struct property_case {
	const norm_profile *profile;
	const uint8_t *in;
	size_t len;
	uint64_t seed;
};

typedef const char *property_law(const struct property_case *c);
typedef void property_spec(struct random *random, struct buffer *out);

struct property {
	const char *name;
	property_law *law;    /* NULL where it holds, else what is wrong */
	property_spec *spec;  /* NULL: random_spec() with up to 8 changes */
	unsigned kinds;       /* of text */
	size_t pieces;        /* in a text */
	size_t cases;
};

/* Try properties, print failures and the line "N passed, N failed". Returns the exit status of the program. */
int property_main(const struct property *properties, size_t count);

#endif
