/* SPDX-License-Identifier: MIT */
/*
 * Items: the characters of a stretch of text with their origins, for everything that needs to see
 * neighbours. This module is the only one that decides about spans:
 *
 *   - a character that is read gets the bytes it stands in;
 *   - what replaces a sequence of items gets the union of their spans, each of them the same; but not what the first or the
 *     last of them shares with an item that stays;
 *   - what is put in another order has the union of its spans, each of them the same;
 *   - what is deleted leaves a gap between its neighbours;
 *   - what is inserted gets an empty span.
 *
 * So no step has to compose edit lists: the spans of the last items say all. Spans never decrease
 * from item to item, and two items have either the same span or spans that do not overlap.
 */
#ifndef TEXT_ITEM_H
#define TEXT_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_item {
	uint32_t cp;
	uint32_t start, end; /* source bytes, counted from the start of the block */
};

/* In the place of a code point: a byte that is no character, and is written as it is. No text holds surrogates. */
enum { ITEM_BYTE = 0xDC00 };
static inline uint32_t item_byte(uint8_t byte)
{
	return ITEM_BYTE | byte;
}
static inline bool item_is_byte(uint32_t cp)
{
	return (cp & ~0xFFu) == ITEM_BYTE;
}

enum { ITEMS_PASSES_MAX = 128 }; /* more than there are rule steps */

/* One change that a step made, or one place that it reports; kept only when edits were asked for. */
struct text_change {
	uint32_t start, end; /* source bytes; empty for an insertion */
	uint16_t rule;       /* number of the rule in the registry */
	uint16_t detail;     /* of a finding: what tell() of its step puts into words; 0: nothing */
};

/*
 * The items of one stretch. Zero-initialise; free with items_release(). `failed` is sticky: when
 * memory runs out, everything after is without effect and the caller checks once.
 */
struct items {
	struct text_item *at;
	size_t len, cap;
	struct text_item *next; /* what a rewrite writes; becomes `at` when it ends */
	size_t next_len, next_cap;
	bool diverged; /* the rewrite has changed something: before that nothing is copied */
	bool changed;  /* a rewrite has, since this was cleared: for the caller of a step */
	struct text_change *changes;
	size_t change_len, change_cap;
	/* Where the changes of each pass start: of reading, and of each rewrite that changed something. */
	size_t passes[ITEMS_PASSES_MAX];
	size_t pass_len;
	struct text_change *findings; /* what was reported and left as it is */
	size_t finding_len, finding_cap;
	bool log; /* record changes and findings */
	bool failed;
};

void items_clear(struct items *items);
void items_release(struct items *items);

/* Make room for so many more items, or set `failed`. */
bool items_reserve(struct items *items, size_t extra);

/* Append a character that was read from [start, end), or that replaces what was read there. */
static inline void items_push(struct items *items, uint32_t cp, uint32_t start, uint32_t end)
{
	if (items->len < items->cap || items_reserve(items, 1))
		items->at[items->len++] = (struct text_item){cp, start, end};
}

/*
 * Record that rule number `rule` changed what came from [start, end). No-op unless `log` is set. What follows a change of the
 * same rule makes that one longer, so that a long run takes no memory.
 */
void items_note(struct items *items, unsigned rule, uint32_t start, uint32_t end);

/*
 * A rewrite: one pass of a rule step from the first item to the last. The step calls exactly one of
 * keep, drop and replace for each item in order (the last two can take several at once), may insert between
 * them, and ends with items_rewritten(). It may read items->at and items->len freely meanwhile.
 */
void items_rewrite(struct items *items);
/* Write one item; only for the functions here. */
void items_write(struct items *items, struct text_item item);
static inline void items_keep(struct items *items, size_t index)
{
	if (items->diverged)
		items_write(items, items->at[index]);
	else
		items->next_len++;
}
/* The items [start, end). */
void items_keep_all(struct items *items, size_t start, size_t end);
/* Leave out `count` items from `index` on. */
void items_drop(struct items *items, size_t index, size_t count, unsigned rule);
/* Record that `rule` has something to say of `count` items from `index` on, which it leaves as they are. */
void items_report(struct items *items, size_t index, size_t count, unsigned rule);
/* The same, with a detail. */
void items_tell(struct items *items, size_t index, size_t count, unsigned rule, unsigned detail);
/* Put one character in the place of `count` items from `index` on. */
void items_replace(struct items *items, size_t index, size_t count, uint32_t cp, unsigned rule);
/* Put one character in front of item `index`, which may be the end. Then go on with that item. */
void items_insert(struct items *items, size_t index, uint32_t cp, unsigned rule);
/* Put the characters `cps` in the place of as many items from `index` on, which are the same in another order, or turned. */
void items_reorder(struct items *items, size_t index, size_t count, const uint32_t *cps, unsigned rule);
/* Put `len` characters, at least one, in the place of `count` items from `index` on. */
void items_substitute(struct items *items, size_t index, size_t count, const uint32_t *cps, size_t len, unsigned rule);
void items_rewritten(struct items *items);

#endif
