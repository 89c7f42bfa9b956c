/* SPDX-License-Identifier: MIT */
/*
 * Gaps: the spaces between two characters of a line. A space that carries a mark is the body of a spacing accent (NFKC makes
 * one of ¨), no gap.
 */
#ifndef TEXT_GAP_H
#define TEXT_GAP_H

#include "text/neighbour.h"
#include "text/space.h"
#include "text/step.h"

static inline bool gap_has(const struct rule_span *span, size_t i)
{
	return space_is_inline(span->items->at[i].cp) && !character_is_mark(neighbour_after(span, i));
}

/* Where the gap ends that begins with item `i`: at `i` if there is none. */
static inline size_t gap_end(const struct rule_span *span, size_t i)
{
	while (i < span->items->len && gap_has(span, i))
		i++;
	return i;
}

/* Where the gap begins that ends in front of item `end`. */
static inline size_t gap_start(const struct rule_span *span, size_t end)
{
	while (end > 0 && gap_has(span, end - 1))
		end--;
	return end;
}

static inline size_t gap_length(const struct rule_span *span, size_t i)
{
	return gap_end(span, i) - i;
}

/* Keep the items [start, end). */
void gap_keep(const struct rule_span *span, size_t start, size_t end);

/* The run() of rules that drop gaps, or else report them: those [start, end) of which `is_wrong` says so. */
void gap_run_drop(const struct rule_span *span, bool (*is_wrong)(const struct rule_span *span, size_t start, size_t end),
		  bool drops);

#endif
