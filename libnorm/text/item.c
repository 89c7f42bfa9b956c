/* SPDX-License-Identifier: MIT */
#include "text/item.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void items_clear(struct items *items)
{
	items->len = 0;
	items->change_len = items->finding_len = 0;
	items->passes[0] = 0;
	items->pass_len = 1;
}

void items_release(struct items *items)
{
	free(items->at);
	free(items->next);
	free(items->changes);
	free(items->findings);
	*items = (struct items){0};
}

bool items_reserve(struct items *items, size_t extra)
{
	if (!items->failed && !memory_reserve(&items->at, &items->cap, items->len + extra, sizeof *items->at))
		items->failed = true;
	return !items->failed;
}

/* Make room for one more change or finding, if they are asked for. */
static bool reserve_note(struct items *items, struct text_change **notes, size_t *cap, size_t len)
{
	if (!items->log || items->failed)
		return false;
	items->failed = !memory_reserve(notes, cap, len + 1, sizeof **notes);
	return !items->failed;
}

/* The change of this pass that `rule` made up to `start`, if it is one of the last; an insertion stays by itself. */
static struct text_change *change_before(const struct items *items, unsigned rule, uint32_t start)
{
	enum { NEAR = 4 }; /* reading a character may note as many rules, each of which goes on with the next character */
	size_t first = items->pass_len ? items->passes[items->pass_len - 1] : items->change_len;
	for (size_t i = items->change_len; i > first && i + NEAR > items->change_len; i--) {
		struct text_change *change = &items->changes[i - 1];
		if (change->start == change->end)
			return NULL;
		if (change->rule == rule && change->end == start)
			return change;
	}
	return NULL;
}

void items_note(struct items *items, unsigned rule, uint32_t start, uint32_t end)
{
	if (!items->log)
		return;
	struct text_change *last = start < end ? change_before(items, rule, start) : NULL;
	if (last)
		last->end = end;
	else if (reserve_note(items, &items->changes, &items->change_cap, items->change_len))
		items->changes[items->change_len++] = (struct text_change){start, end, (uint16_t)rule, 0};
}

void items_report(struct items *items, size_t index, size_t count, unsigned rule)
{
	items_tell(items, index, count, rule, 0);
}

void items_tell(struct items *items, size_t index, size_t count, unsigned rule, unsigned detail)
{
	uint32_t start = items->at[index].start, end = items->at[index + count - 1].end;
	if (reserve_note(items, &items->findings, &items->finding_cap, items->finding_len))
		items->findings[items->finding_len++] = (struct text_change){start, end, (uint16_t)rule, (uint16_t)detail};
}

void items_rewrite(struct items *items)
{
	items->next_len = 0;
	items->diverged = false;
	bool changed = items->pass_len == 0 || items->passes[items->pass_len - 1] < items->change_len;
	if (changed && items->pass_len < ITEMS_PASSES_MAX)
		items->passes[items->pass_len++] = items->change_len;
}

/* From here on, what is written differs from what is there. */
static void diverge(struct items *items)
{
	if (items->diverged || items->failed)
		return;
	items->diverged = items->changed = true;
	if (!memory_reserve(&items->next, &items->next_cap, items->len, sizeof *items->next))
		items->failed = true;
	else if (items->next_len)
		memcpy(items->next, items->at, items->next_len * sizeof *items->next);
}

void items_write(struct items *items, struct text_item item)
{
	if (items->next_len == items->next_cap &&
	    !memory_reserve(&items->next, &items->next_cap, items->next_len + 1, sizeof *items->next))
		items->failed = true;
	if (!items->failed)
		items->next[items->next_len++] = item;
}

void items_keep_all(struct items *items, size_t start, size_t end)
{
	size_t count = end - start, len = items->next_len + count;
	if (items->diverged && !items->failed && !memory_reserve(&items->next, &items->next_cap, len, sizeof *items->next))
		items->failed = true;
	if (items->failed)
		return;
	if (items->diverged && count)
		memcpy(items->next + items->next_len, items->at + start, count * sizeof *items->next);
	items->next_len = len;
}

void items_drop(struct items *items, size_t index, size_t count, unsigned rule)
{
	diverge(items);
	for (size_t i = index, end = index + count, next; items->log && i < end; i = next) {
		next = i + 1;
		while (next < end && items->at[next].start == items->at[next - 1].end && items->at[next].end > items->at[next].start)
			next++;
		items_note(items, rule, items->at[i].start, items->at[next - 1].end);
	}
}

static bool share_span(const struct items *items, size_t i, size_t j)
{
	return i < items->len && j < items->len && items->at[i].start == items->at[j].start &&
	       items->at[i].end == items->at[j].end;
}

/* The union of the spans of [index, last], less what the first and the last share with items that stay. */
static struct text_item merge(const struct items *items, size_t index, size_t last, uint32_t cp)
{
	const struct text_item *first = &items->at[index], *end = &items->at[last];
	if (share_span(items, index, last))
		return (struct text_item){cp, first->start, first->end};
	return (struct text_item){
		.cp = cp,
		.start = index > 0 && share_span(items, index - 1, index) ? first->end : first->start,
		.end = share_span(items, last, last + 1) ? end->start : end->end,
	};
}

void items_replace(struct items *items, size_t index, size_t count, uint32_t cp, unsigned rule)
{
	size_t last = index + count - 1;
	diverge(items);
	items_note(items, rule, items->at[index].start, items->at[last].end);
	items_write(items, merge(items, index, last, cp));
}

void items_reorder(struct items *items, size_t index, size_t count, const uint32_t *cps, unsigned rule)
{
	size_t last = index + count - 1;
	diverge(items);
	items_note(items, rule, items->at[index].start, items->at[last].end);
	for (size_t i = 0; i < count; i++)
		items_write(items, merge(items, index, last, cps[i]));
}

void items_substitute(struct items *items, size_t index, size_t count, const uint32_t *cps, size_t len, unsigned rule)
{
	size_t last = index + count - 1;
	diverge(items);
	items_note(items, rule, items->at[index].start, items->at[last].end);
	for (size_t i = 0; i < len; i++)
		items_write(items, merge(items, index, last, cps[i]));
}

/* Between two items of one span it gets that as well, so that spans never decrease. */
void items_insert(struct items *items, size_t index, uint32_t cp, unsigned rule)
{
	uint32_t before = index > 0 ? items->at[index - 1].end : 0;
	struct text_item item = {cp, before, before};
	if (index < items->len) {
		item.start = items->at[index].start;
		item.end = item.start < before ? before : item.start;
	}
	diverge(items);
	items_note(items, rule, item.start, item.end);
	items_write(items, item);
}

void items_rewritten(struct items *items)
{
	if (items->failed || !items->diverged)
		return;
	struct text_item *spare = items->at;
	size_t spare_cap = items->cap;
	items->at = items->next;
	items->len = items->next_len;
	items->cap = items->next_cap;
	items->next = spare;
	items->next_cap = spare_cap;
}
