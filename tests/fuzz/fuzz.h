/* SPDX-License-Identifier: MIT */
/*
 * What the fuzz targets share. A target is a function that libFuzzer calls with bytes of its choice; replay.c calls it
 * with those of the corpus, for `make check'. LIBNORM_DATA is the data directory.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/norm.h"

/* The folder of tests/fuzz/corpus that belongs to the target. */
extern const char fuzz_corpus[];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The context of the data directory, the same for all calls. */
const norm_context *fuzz_context(void);

/*
 * One of 256 profiles: four of the library that do not repair but entities, those that do, then random ones that never change.
 * Random bytes look like any damage and any encoding, and no second run is promised to find no more of it.
 */
enum { FUZZ_REPAIRS_FIRST = 4, FUZZ_REPAIRS_LAST = 7 };
static inline bool fuzz_repairs(uint8_t number)
{
	return number >= FUZZ_REPAIRS_FIRST && number <= FUZZ_REPAIRS_LAST;
}
const norm_profile *fuzz_profile(uint8_t number);

/* End the program when it is not `good`, and say what is wrong. */
void fuzz_require(bool good, const char *what);

/* End the program when `wrong` is not NULL, and say what is wrong with which text. */
void fuzz_check(const char *wrong, uint8_t profile, const uint8_t *text, size_t len);

#endif
