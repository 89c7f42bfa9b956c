/* SPDX-License-Identifier: MIT */
#include "common/origin.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"

void origin_start(struct origin *origin)
{
	origin->first = origin->count = 0;
}

void origin_add(struct origin *origin, const struct origin_span *span)
{
	if (origin->count == origin->cap) {
		origin->cap = origin->cap ? origin->cap * 2 : 64;
		origin->spans = memory_grow(origin->spans, origin->cap, sizeof *origin->spans);
	}
	origin->spans[origin->count++] = *span;
}

/* The first span that ends behind `at`, or the number of all. */
static size_t span_behind(const struct origin *origin, uint64_t at)
{
	size_t low = origin->first, high = origin->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (origin->spans[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The list is moved when half of it is forgotten. The last span that is over says how far both texts are apart. */
void origin_forget(struct origin *origin, uint64_t at)
{
	size_t behind = span_behind(origin, at);
	origin->first = behind ? behind - 1 : 0;
	if (origin->first <= origin->count / 2)
		return;
	origin->count -= origin->first;
	memmove(origin->spans, origin->spans + origin->first, origin->count * sizeof *origin->spans);
	origin->first = 0;
}

uint64_t origin_source(const struct origin *origin, uint64_t at, bool is_end)
{
	size_t index = span_behind(origin, at);
	const struct origin_span *span = &origin->spans[index];
	if (index < origin->count && span->at < at)
		return is_end ? span->source_end : span->source;
	if (index == 0)
		return at;
	const struct origin_span *before = span - 1;
	return before->source_end + (at - before->end);
}

void origin_release(struct origin *origin)
{
	free(origin->spans);
	*origin = (struct origin){0};
}
