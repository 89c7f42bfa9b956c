/* SPDX-License-Identifier: MIT */
#include "text/edit_list.h"

#include <stdlib.h>

#include "base/memory.h"

void edit_list_clear(struct norm_edits *edits)
{
	edits->len = 0;
	edits->source_base = edits->output_base = 0;
	edits->source_len = edits->output_len = 0;
}

void edit_list_release(struct norm_edits *edits)
{
	free(edits->at);
	ruleset_pool_release(&edits->own);
	*edits = (struct norm_edits){0};
}

bool edit_list_grow(struct norm_edits *edits)
{
	if (!edits->failed && !memory_reserve(&edits->at, &edits->cap, edits->len + 1, sizeof *edits->at))
		edits->failed = true;
	return !edits->failed;
}

void edit_list_cut(struct norm_edits *edits, uint32_t source_start, uint32_t output_start)
{
	while (edits->len && edits->at[edits->len - 1].source_start >= source_start &&
	       edits->at[edits->len - 1].output_start >= output_start)
		edits->len--;
}

uint32_t edit_list_set(struct norm_edits *edits, const struct ruleset *set)
{
	size_t index = ruleset_intern(&edits->own, set);
	if (index == SIZE_MAX) {
		edits->failed = true;
		return 0;
	}
	return (uint32_t)(edits->shared->len + index);
}

size_t norm_edits_count(const norm_edits *edits)
{
	return edits ? edits->len : 0;
}

bool norm_edits_next(const norm_edits *edits, norm_edit_iter *iter, norm_edit *ret)
{
	if (!edits || iter->next >= edits->len)
		return false;
	const struct edit_span *span = &edits->at[iter->next];
	*ret = (norm_edit){
		.source_start = edits->source_base + span->source_start,
		.source_end = edits->source_base + span->source_end,
		.output_start = edits->output_base + span->output_start,
		.output_end = edits->output_base + span->output_end,
		.index = iter->next++,
	};
	return true;
}

size_t norm_edits_rules(const norm_edits *edits, size_t index, const norm_rule **ret, size_t max)
{
	if (!edits || index >= edits->len)
		return 0;
	size_t set = edits->at[index].set;
	const struct ruleset *rules =
		set < edits->shared->len ? &edits->shared->at[set] : &edits->own.at[set - edits->shared->len];
	size_t count = 0;
	for (unsigned rule = 0; rule < RULESET_MAX; rule++) {
		if (!ruleset_has(rules, rule))
			continue;
		if (count < max)
			ret[count] = edits->rules[rule];
		count++;
	}
	return count;
}

/* One side of an edit, so that both directions are one piece of code. */
struct side {
	uint64_t start, end;
};

static struct side side_of(const struct edit_span *span, bool source)
{
	return source ? (struct side){span->source_start, span->source_end}
		      : (struct side){span->output_start, span->output_end};
}

/* The number of edits whose `from` side starts before `offset`, or also at it with `at_too`. */
static size_t edits_up_to(const norm_edits *edits, bool from_source, uint64_t offset, bool at_too)
{
	size_t low = 0, high = edits->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		uint64_t start = side_of(&edits->at[middle], from_source).start;
		if (start < offset || (at_too && start == offset))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Map a block offset. As the start of something, an offset inside an edit goes to the start of the other side, and one
 * where something was left out goes behind that. As its end, it goes to the end of the other side and before it.
 */
static uint64_t map_offset(const norm_edits *edits, bool from_source, uint64_t offset, bool is_end)
{
	uint64_t limit = from_source ? edits->source_len : edits->output_len;
	if (offset > limit)
		offset = limit;
	size_t count = edits_up_to(edits, from_source, offset, !is_end);
	if (count == 0)
		return offset;
	const struct edit_span *span = &edits->at[count - 1];
	struct side from = side_of(span, from_source), to = side_of(span, !from_source);
	if (offset >= from.end && (offset > from.start || from.start == from.end))
		return to.end + (offset - from.end);
	return is_end ? to.end : to.start;
}

static uint64_t map_absolute(const norm_edits *edits, bool from_source, uint64_t offset, bool is_end)
{
	if (!edits)
		return offset;
	uint64_t from_base = from_source ? edits->source_base : edits->output_base;
	uint64_t to_base = from_source ? edits->output_base : edits->source_base;
	return to_base + map_offset(edits, from_source, offset < from_base ? 0 : offset - from_base, is_end);
}

static void map_span(const norm_edits *edits, bool from_source, struct side from, uint64_t *ret_start,
		     uint64_t *ret_end)
{
	*ret_start = map_absolute(edits, from_source, from.start, false);
	*ret_end = map_absolute(edits, from_source, from.end, from.end > from.start);
}

uint64_t norm_edits_to_source(const norm_edits *edits, uint64_t output_offset)
{
	return map_absolute(edits, false, output_offset, false);
}

uint64_t norm_edits_to_output(const norm_edits *edits, uint64_t source_offset)
{
	return map_absolute(edits, true, source_offset, false);
}

void norm_edits_source_span(const norm_edits *edits, uint64_t start, uint64_t end, uint64_t *ret_start,
			    uint64_t *ret_end)
{
	map_span(edits, false, (struct side){start, end}, ret_start, ret_end);
}

void norm_edits_output_span(const norm_edits *edits, uint64_t start, uint64_t end, uint64_t *ret_start,
			    uint64_t *ret_end)
{
	map_span(edits, true, (struct side){start, end}, ret_start, ret_end);
}
