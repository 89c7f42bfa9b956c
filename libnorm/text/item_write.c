/* SPDX-License-Identifier: MIT */
/*
 * Writing items out. Their spans say what came from where; comparing the bytes says what has changed; the change log
 * says by which rules.
 */
#include "text/item_write.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

/* Changes or findings by start, then by end, then by what they tell. */
static int compare_changes(const void *left, const void *right)
{
	const struct text_change *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end != b->end ? (a->end < b->end ? -1 : 1) : a->detail - b->detail;
}

/* The edits of a stretch in the making. */
struct writing {
	struct item_writer *to;
	size_t first;                  /* where the records of its edits begin */
	size_t next[ITEMS_PASSES_MAX]; /* of each pass: the changes before it end before the next edit */
	uint32_t set, same_to; /* the rules of the last edit, which others have that end in front of this place */
};

static size_t pass_end(const struct items *items, size_t pass)
{
	return pass + 1 < items->pass_len ? items->passes[pass + 1] : items->change_len;
}

/* A rewrite goes from front to back, and so do its changes; those of reading may not. */
static void sort_pass(struct items *items, size_t pass)
{
	struct text_change *changes = items->changes;
	size_t start = items->passes[pass], end = pass_end(items, pass);
	for (size_t i = start + 1; i < end; i++) {
		if (compare_changes(&changes[i - 1], &changes[i]) > 0) {
			qsort(changes + start, end - start, sizeof *changes, compare_changes);
			return;
		}
	}
}

static void begin_writing(struct writing *writing, struct item_writer *to)
{
	struct items *items = to->items;
	writing->to = to;
	writing->first = to->edits->len;
	writing->same_to = 0;
	for (size_t pass = 0; pass < items->pass_len; pass++) {
		sort_pass(items, pass);
		writing->next[pass] = items->passes[pass];
	}
}

/* Whether a change has to do with the edit of [start, end): an insertion only touches its borders. */
static bool touches(const struct text_change *change, uint32_t start, uint32_t end)
{
	if (change->start < end && change->end > start)
		return true;
	return change->start == change->end && change->start >= start && change->end <= end;
}

/* Note where rules other than those of the last edit may begin, or some of them end. */
static void limit_set(struct writing *writing, uint32_t place)
{
	writing->same_to = place < writing->same_to ? place : writing->same_to;
}

/* Add the rules by which a pass changed [start, end). */
static void add_rules(struct writing *writing, size_t pass, uint32_t start, uint32_t end, struct ruleset *rules)
{
	const struct items *items = writing->to->items;
	size_t i = writing->next[pass], last = pass_end(items, pass);
	while (i < last && items->changes[i].end < start)
		i++;
	writing->next[pass] = i;
	for (; i < last && items->changes[i].start <= end; i++) {
		const struct text_change *change = &items->changes[i];
		bool inside = change->start <= start && change->end > end;
		limit_set(writing, inside ? change->end : end);
		if (touches(change, start, end))
			ruleset_add(rules, change->rule);
	}
	if (i < last)
		limit_set(writing, items->changes[i].start);
}

/* Find writing->set for an edit. Apart from what follows, which most edits need no more than. */
static __attribute__((noinline)) void find_rules(struct writing *writing, uint32_t start, uint32_t end)
{
	struct ruleset rules = {0};
	writing->same_to = UINT32_MAX;
	for (size_t pass = 0; pass < writing->to->items->pass_len; pass++)
		add_rules(writing, pass, start, end, &rules);
	writing->set = edit_list_set(writing->to->edits, &rules);
}

/* [start, end) of the source became what was put out from `output_start` on. */
static inline void add_edit(struct writing *writing, uint32_t start, uint32_t end, size_t output_start)
{
	if (end >= writing->same_to)
		find_rules(writing, start, end);
	edit_list_add(writing->to->edits, (struct edit_span){
		.source_start = start,
		.source_end = end,
		.output_start = (uint32_t)output_start,
		.output_end = (uint32_t)writing->to->out->len,
		.set = writing->set,
	});
	edit_list_pack(writing->to->edits, writing->first);
}

/* Nothing is left of [start, end): an edit for each character, as the fast path would make them. */
static void add_deletions(struct writing *writing, uint32_t start, uint32_t end)
{
	const struct item_writer *to = writing->to;
	while (start < end) {
		uint32_t cp;
		unsigned len = utf8_decode(to->source + start, to->source + end, &cp);
		add_edit(writing, start, start + len, to->out->len);
		start += len;
	}
}

/* Encode the items [i, j) behind the output, for which there is room. */
static void put_items(struct item_writer *to, size_t i, size_t j)
{
	struct buffer *out = to->out;
	const struct text_item *items = to->items->at; /* NULL where there are none */
	uint8_t *at = out->at + out->len;
	for (; i < j; i++) {
		uint32_t cp = items[i].cp;
		if (cp < 0x80 || item_is_byte(cp))
			*at++ = (uint8_t)cp;
		else
			at += utf8_encode(cp, at);
	}
	out->len = (size_t)(at - out->at);
}

/* The end of the group of items from `i` on that share a span. */
static size_t group_end(const struct items *items, size_t i)
{
	size_t j = i + 1;
	while (j < items->len && items->at[j].start == items->at[i].start && items->at[j].end == items->at[i].end)
		j++;
	return j;
}

static bool is_same(const struct item_writer *to, uint32_t start, uint32_t end, size_t output_start)
{
	size_t written = to->out->len - output_start;
	return written == end - start && !memcmp(to->out->at + output_start, to->source + start, written);
}

static void write_with_edits(struct writing *writing, uint32_t from, uint32_t to)
{
	struct item_writer *writer = writing->to;
	const struct items *items = writer->items;
	for (size_t i = 0, j; i < items->len; i = j) {
		uint32_t start = items->at[i].start, end = items->at[i].end;
		add_deletions(writing, from, start);
		size_t output_start = writer->out->len;
		put_items(writer, i, j = group_end(items, i));
		if (!is_same(writer, start, end, output_start))
			add_edit(writing, start, end, output_start);
		from = end;
	}
	add_deletions(writing, from, to);
}

static void write_findings(struct item_writer *to)
{
	struct items *items = to->items;
	if (items->finding_len > 1)
		qsort(items->findings, items->finding_len, sizeof *items->findings, compare_changes);
	for (size_t i = 0; i < items->finding_len; i++)
		edit_list_report(to->edits, items->findings[i].start, items->findings[i].end, items->findings[i].rule,
				 items->findings[i].detail);
}

void items_put(struct item_writer *writer, uint32_t from, uint32_t to)
{
	const struct items *items = writer->items;
	if (items->failed || !buffer_reserve(writer->out, 4 * items->len + 1))
		return;
	size_t output_start = writer->out->len;
	bool unchanged = !items->change_len;
	if (unchanged || !writer->edits)
		put_items(writer, 0, items->len);
	if (!writer->edits)
		return;
	if (!unchanged || !is_same(writer, from, to, output_start)) {
		struct writing writing;
		writer->out->len = output_start;
		begin_writing(&writing, writer);
		write_with_edits(&writing, from, to);
	}
	write_findings(writer);
}
