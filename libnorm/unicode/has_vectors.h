/* SPDX-License-Identifier: MIT */
/* Functions that are compiled for the vector units of x86, and whether the processor has them: asked in one place. */
#ifndef UNICODE_HAS_VECTORS_H
#define UNICODE_HAS_VECTORS_H

#include <stdbool.h>

#if defined(__x86_64__)

#define WITH_VECTORS __attribute__((target("avx2,bmi")))

/* Whether the processor runs functions WITH_VECTORS. */
static inline bool has_vectors(void)
{
	__builtin_cpu_init();
	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}

#endif

#endif
