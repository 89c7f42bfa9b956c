/* SPDX-License-Identifier: MIT */
/*
 * A growable byte buffer with a sticky error: when memory runs out, `failed` is set and every later
 * append does nothing, so a caller checks once at the end. Zero-initialise it.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
	uint8_t *at; /* `len` bytes used of `cap` */
	size_t len, cap;
	bool failed;
};

/* Room for `extra` more bytes behind `len`; false (and failed) when memory ran out. */
bool buffer_reserve(struct buffer *buffer, size_t extra);
void buffer_append(struct buffer *buffer, const void *bytes, size_t len);
void buffer_append_text(struct buffer *buffer, const char *text);
/* Free the bytes and make the buffer empty and usable again. */
void buffer_release(struct buffer *buffer);

#endif
