/* SPDX-License-Identifier: MIT */
/* A growable array of code points with a sticky error; zero-initialise it. */
#ifndef BASE_CPBUF_H
#define BASE_CPBUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"

struct cpbuf {
	uint32_t *at;
	size_t len, cap;
	bool failed;
};

static inline void cpbuf_push(struct cpbuf *buf, uint32_t cp)
{
	if (buf->len == buf->cap && !memory_reserve(&buf->at, &buf->cap, buf->len + 1, sizeof *buf->at))
		buf->failed = true;
	if (!buf->failed)
		buf->at[buf->len++] = cp;
}

/* Free the array and make the buffer empty and usable again. */
void cpbuf_release(struct cpbuf *buf);

#endif
