/* SPDX-License-Identifier: MIT */
#include "text/edit_list.h"

#include <stdlib.h>

#include "base/memory.h"
#include "text/edit_repeat.h"
#include "text/step.h"

void edit_list_clear(struct norm_edits *edits)
{
	edits->len = edits->longer_len = edits->finding_len = 0;
	edits->repeat_len = edits->packed = 0;
	edits->source_base = edits->output_base = 0;
	edits->source_len = edits->output_len = 0;
}

void edit_list_release(struct norm_edits *edits)
{
	free(edits->at);
	free(edits->longer);
	free(edits->repeats);
	free(edits->findings);
	ruleset_pool_release(&edits->own);
	*edits = (struct norm_edits){0};
}

bool edit_list_reserve(struct norm_edits *edits, size_t extra)
{
	if (!edits->failed && !memory_reserve(&edits->at, &edits->cap, edits->len + extra, sizeof *edits->at))
		edits->failed = true;
	return !edits->failed;
}

/* The extent of a span; what does not fit is stored apart. */
static uint32_t store_extent(struct norm_edits *edits, const struct edit_span *span)
{
	uint32_t source_len = span->source_end - span->source_start, output_len = span->output_end - span->output_start;
	if (source_len <= EDIT_EXTENT_MAX && output_len <= EDIT_EXTENT_MAX && span->set <= EDIT_SET_MAX)
		return edit_extent(source_len, output_len, span->set);
	if (!memory_reserve(&edits->longer, &edits->longer_cap, edits->longer_len + 1, sizeof *edits->longer)) {
		edits->failed = true;
		return EDIT_IS_LONG;
	}
	edits->longer[edits->longer_len++] =
		(struct edit_long){edits->len, span->source_end, span->output_end, span->set};
	return EDIT_IS_LONG;
}

void edit_list_add_any(struct norm_edits *edits, const struct edit_span *span)
{
	if (!edit_list_reserve(edits, 1))
		return;
	uint32_t extent = store_extent(edits, span);
	edits->at[edits->len++] = (struct edit_record){span->source_start, span->output_start, extent};
}

/* The last record is in front of the place; edits of its row may be behind it. */
static void cut_row(struct norm_edits *edits, uint32_t source_start, uint32_t output_start)
{
	struct edit_row row = edit_repeat_row(edits, edits->len - 1);
	size_t count = row.count;
	for (; count > 1; count--) {
		struct edit_span span = edit_list_span(edits, row.first + count - 1);
		if (span.source_start < source_start || span.output_start < output_start)
			break;
	}
	if (count < row.count)
		edit_repeat_shorten(edits, count);
}

void edit_list_cut(struct norm_edits *edits, uint32_t source_start, uint32_t output_start)
{
	while (edits->len && edits->at[edits->len - 1].source >= source_start &&
	       edits->at[edits->len - 1].output >= output_start)
		edits->len--;
	while (edits->longer_len && edits->longer[edits->longer_len - 1].index >= edits->len)
		edits->longer_len--;
	edit_repeat_cut(edits);
	if (edits->repeat_len && edits->len)
		cut_row(edits, source_start, output_start);
	while (edits->finding_len && edits->findings[edits->finding_len - 1].source_start >= source_start)
		edits->finding_len--;
}

struct edit_mark edit_list_mark(const struct norm_edits *edits)
{
	return (struct edit_mark){edits->len, edits->longer_len, edits->finding_len};
}

void edit_list_rewind(struct norm_edits *edits, struct edit_mark mark)
{
	edits->len = mark.len;
	edits->longer_len = mark.longer_len;
	edits->finding_len = mark.finding_len;
	edit_repeat_cut(edits);
}

/* The entry of a record that is in `longer`. */
static const struct edit_long *find_long(const norm_edits *edits, size_t index)
{
	size_t low = 0, high = edits->longer_len;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (edits->longer[middle].index <= index)
			low = middle;
		else
			high = middle;
	}
	return &edits->longer[low];
}

/* One of the row of a record that fits into it: `before` of them stand in front of it. */
static inline struct edit_span short_span(const struct edit_record *record, uint32_t before)
{
	uint32_t source_len = record->extent & 0xFF, output_len = record->extent >> 8 & 0xFF;
	uint32_t source = record->source + before * source_len, output = record->output + before * output_len;
	return (struct edit_span){source, source + source_len, output, output + output_len, record->extent >> 16};
}

static inline bool is_long(const struct edit_record *record)
{
	return (record->extent & EDIT_IS_LONG) == EDIT_IS_LONG;
}

static struct edit_span any_span(const struct norm_edits *edits, size_t index)
{
	struct edit_place place = {index, 0};
	if (edits->repeat_len)
		place = edit_repeat_place(edits, index);
	const struct edit_record *record = &edits->at[place.record];
	if (!is_long(record))
		return short_span(record, (uint32_t)place.before);
	const struct edit_long *rest = find_long(edits, place.record);
	return (struct edit_span){record->source, rest->source_end, record->output, rest->output_end, rest->set};
}

/* Nearly always the record tells all. */
static inline struct edit_span span_of(const struct norm_edits *edits, size_t index)
{
	if (edits->repeat_len || is_long(&edits->at[index]))
		return any_span(edits, index);
	return short_span(&edits->at[index], 0);
}

struct edit_span edit_list_span(const struct norm_edits *edits, size_t index)
{
	return span_of(edits, index);
}

bool edit_list_ends_at(const struct norm_edits *edits, uint32_t source, bool empty)
{
	size_t count = edits->len + edit_repeat_more(edits);
	struct edit_span last = count ? span_of(edits, count - 1) : (struct edit_span){0};
	return count && last.source_end == source && (!empty || last.source_start == source);
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

const struct ruleset *edit_list_rules(const struct norm_edits *edits, uint32_t set)
{
	size_t shared = edits->shared->len;
	return set < shared ? &edits->shared->at[set] : &edits->own.at[set - shared];
}

size_t norm_edits_count(const norm_edits *edits)
{
	return edits ? edits->len + edit_repeat_more(edits) : 0;
}

bool norm_edits_next(const norm_edits *edits, norm_edit_iter *iter, norm_edit *ret)
{
	if (!edits || iter->next >= edits->len + edit_repeat_more(edits))
		return false;
	struct edit_span span = span_of(edits, iter->next);
	*ret = (norm_edit){
		.source_start = edits->source_base + span.source_start,
		.source_end = edits->source_base + span.source_end,
		.output_start = edits->output_base + span.output_start,
		.output_end = edits->output_base + span.output_end,
		.index = iter->next++,
		.rules = span.set,
	};
	return true;
}

size_t norm_edits_rules(const norm_edits *edits, size_t index, const norm_rule **ret, size_t max)
{
	if (index >= norm_edits_count(edits))
		return 0;
	const struct ruleset *rules = edit_list_rules(edits, edit_list_span(edits, index).set);
	size_t count = 0;
	for (unsigned word = 0; word < RULESET_MAX / 64; word++) {
		for (uint64_t bits = rules->bits[word]; bits; bits &= bits - 1, count++) {
			if (count < max)
				ret[count] = edits->rules[word * 64 + (unsigned)__builtin_ctzll(bits)];
		}
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

/* The number of records whose `from` side starts before `offset`, or also at it with `at_too`. */
static size_t records_up_to(const norm_edits *edits, bool from_source, uint64_t offset, bool at_too)
{
	size_t low = 0, high = edits->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		uint64_t start = from_source ? edits->at[middle].source : edits->at[middle].output;
		if (start < offset || (at_too && start == offset))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The same of edits: of the row of the last record some may be behind the offset. */
static size_t edits_up_to(const norm_edits *edits, bool from_source, uint64_t offset, bool at_too)
{
	size_t records = records_up_to(edits, from_source, offset, at_too);
	if (records == 0 || edits->repeat_len == 0)
		return records;
	const struct edit_record *last = &edits->at[records - 1];
	struct edit_row row = edit_repeat_row(edits, records - 1);
	uint64_t start = from_source ? last->source : last->output;
	size_t len = from_source ? last->extent & 0xFF : last->extent >> 8 & 0xFF;
	size_t behind = (size_t)(offset - start) + at_too, count = len ? (behind + len - 1) / len : row.count;
	return row.first + (count < row.count ? count : row.count);
}

/*
 * Map a block offset. As the start of something, an offset inside an edit goes to the start of the other side, and one
 * where something was left out goes behind that. As its end, it goes to the end of the other side and before it.
 */
static uint64_t map_offset(const norm_edits *edits, bool from_source, uint64_t offset, bool is_end)
{
	size_t count = edits_up_to(edits, from_source, offset, !is_end);
	if (count == 0)
		return offset;
	struct edit_span span = edit_list_span(edits, count - 1);
	struct side from = side_of(&span, from_source), to = side_of(&span, !from_source);
	if (offset >= from.end)
		return to.end + (offset - from.end);
	return is_end ? to.end : to.start;
}

static uint64_t map_absolute(const norm_edits *edits, bool from_source, uint64_t offset, bool is_end)
{
	if (!edits)
		return offset;
	uint64_t from_base = from_source ? edits->source_base : edits->output_base;
	uint64_t to_base = from_source ? edits->output_base : edits->source_base;
	uint64_t limit = from_source ? edits->source_len : edits->output_len;
	offset = offset < from_base ? 0 : offset - from_base;
	return to_base + map_offset(edits, from_source, offset < limit ? offset : limit, is_end);
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

size_t edit_list_count_to(const struct norm_edits *edits, uint32_t output)
{
	return edits_up_to(edits, false, output, false);
}

void edit_list_drop_front(struct norm_edits *edits, uint32_t source, uint32_t output)
{
	size_t dropped = edit_list_count_to(edits, output), kept = 0;
	for (size_t i = dropped; i < edits->len; i++) {
		struct edit_record record = edits->at[i];
		edits->at[i - dropped] = (struct edit_record){record.source - source, record.output - output, record.extent};
	}
	edits->len -= dropped;
	for (size_t i = 0; i < edits->longer_len; i++) {
		struct edit_long rest = edits->longer[i];
		if (rest.index >= dropped)
			edits->longer[kept++] = (struct edit_long){rest.index - dropped, rest.source_end - source,
								   rest.output_end - output, rest.set};
	}
	edits->longer_len = kept;
	edits->finding_len = 0;
}

void edit_list_source_span(const struct norm_edits *edits, uint32_t start, uint32_t end, uint32_t *ret_start,
			   uint32_t *ret_end)
{
	*ret_start = (uint32_t)map_offset(edits, false, start, false);
	*ret_end = (uint32_t)map_offset(edits, false, end, end > start);
}

void edit_list_report(struct norm_edits *edits, uint32_t source_start, uint32_t source_end, unsigned rule, unsigned detail)
{
	if (edits->failed || !memory_reserve(&edits->findings, &edits->finding_cap, edits->finding_len + 1,
					     sizeof *edits->findings)) {
		edits->failed = true;
		return;
	}
	edits->findings[edits->finding_len++] = (struct finding_span){
		.source_start = source_start,
		.source_end = source_end,
		.output_start = (uint32_t)map_offset(edits, true, source_start, false),
		.output_end = (uint32_t)map_offset(edits, true, source_end, source_end > source_start),
		.rule = (uint16_t)rule,
		.detail = (uint16_t)detail,
	};
}

size_t norm_findings_count(const norm_edits *edits)
{
	return edits ? edits->finding_len : 0;
}

bool norm_findings_next(const norm_edits *edits, norm_edit_iter *iter, norm_finding *ret)
{
	if (!edits || iter->next >= edits->finding_len)
		return false;
	const struct finding_span *span = &edits->findings[iter->next++];
	*ret = (norm_finding){
		.source_start = edits->source_base + span->source_start,
		.source_end = edits->source_base + span->source_end,
		.output_start = edits->output_base + span->output_start,
		.output_end = edits->output_base + span->output_end,
		.rule = edits->rules[span->rule],
	};
	const struct step *step = (const struct step *)(const void *)ret->rule;
	if (span->detail)
		step->tell(span->detail, ret);
	return true;
}
