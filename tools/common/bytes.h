/* SPDX-License-Identifier: MIT */
/* A growable string of bytes. When memory runs out the tool says so and ends. Zero-initialise it. */
#ifndef COMMON_BYTES_H
#define COMMON_BYTES_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct bytes {
	char *at; /* `len` bytes used of `cap`; not NUL-terminated */
	size_t len, cap;
};

/* Room for `extra` more bytes; returns where they go. The caller adds to `len` what it wrote. */
char *bytes_enlarge(struct bytes *bytes, size_t extra);
static inline char *bytes_reserve(struct bytes *bytes, size_t extra)
{
	return extra > bytes->cap - bytes->len ? bytes_enlarge(bytes, extra) : bytes->at + bytes->len;
}

void bytes_append(struct bytes *bytes, const void *from, size_t len);

static inline void bytes_append_text(struct bytes *bytes, const char *text)
{
	bytes_append(bytes, text, strlen(text));
}

static inline void bytes_append_char(struct bytes *bytes, char c)
{
	*bytes_reserve(bytes, 1) = c;
	bytes->len++;
}

void bytes_format(struct bytes *bytes, const char *format, ...) __attribute__((format(printf, 2, 3)));
void bytes_format_list(struct bytes *bytes, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
/*
 * Append names of files, or what stands in files: controls, which a terminal would obey, and line breaks, which would fake
 * a line, stand as <U+001B>.
 */
void bytes_append_shown(struct bytes *bytes, const char *text);
void bytes_append_number(struct bytes *bytes, uint64_t number);
/* The content as a C string; valid until the next change. */
const char *bytes_text(struct bytes *bytes);
/* Drop the first `len` bytes. */
void bytes_drop(struct bytes *bytes, size_t len);
void bytes_release(struct bytes *bytes);

/* malloc() and realloc() that end the tool when memory runs out. */
void *memory_get(size_t size);
void *memory_grow(void *ptr, size_t count, size_t size);
char *memory_text(const char *text, size_t len);

#endif
