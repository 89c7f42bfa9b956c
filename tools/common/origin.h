/* SPDX-License-Identifier: MIT */
/*
 * Where decoded text came from. Offsets are bytes from the start of a text: of the text as it was decoded, and of the bytes that
 * were read. Between two spans both are the same bytes, so UTF-8 needs none.
 */
#ifndef COMMON_ORIGIN_H
#define COMMON_ORIGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* [at, end) of the text was [source, source_end) of the bytes. */
struct origin_span {
	uint64_t at, end, source, source_end;
};

struct origin {
	struct origin_span *spans;
	size_t first, count, cap;  /* those in front of `first` are forgotten, but for the last one of them */
};

/* A text begins. */
void origin_start(struct origin *origin);
/* Spans come in the order of the text. */
void origin_add(struct origin *origin, const struct origin_span *span);
/* Nobody will ask for what is in front of `at`. */
void origin_forget(struct origin *origin, uint64_t at);
/* The byte of `at`; within a span its start, or, for an end, its end. */
uint64_t origin_source(const struct origin *origin, uint64_t at, bool is_end);
void origin_release(struct origin *origin);

#endif
