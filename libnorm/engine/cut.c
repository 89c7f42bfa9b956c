/* SPDX-License-Identifier: MIT */
/* Where a text that is too long may be cut. */
#include "engine/machine.h"
#include "text/broken.h"
#include "text/paragraph.h"
#include "text/space.h"
#include "unicode/utf8.h"

#include <string.h>

enum {
	/* A paragraph may weigh so much, in bytes of output and of edits; text of a megabyte does not. */
	HEAVY = 2 << 20,
	/* A shorter one never does. */
	LIGHT = 1 << 17,
	EDIT_WEIGHT = 12,
};

/* Whether a character stands alone whatever is around it. `lenient`: but for rule steps that look at it from the other side of a cut. */
static bool stands_alone(const struct norm_profile *profile, uint32_t cp, uint8_t first, bool lenient)
{
	if (cp == UTF8_INVALID) /* one that starts where it seems to */
		return lenient && !utf8_is_trail(first) && !(profile_invalid_entry(profile) & ENTRY_COMPANY);
	uint32_t company = lenient ? ENTRY_COMPANY & ~ENTRY_RULE : ENTRY_COMPANY;
	return !(letter_entry(&profile->table, cp) & company);
}

/* The character in front of `right`, where it starts, and whether it stands alone; nearly all have one byte or two. */
struct before {
	const uint8_t *at;
	uint32_t cp;
	bool alone;
};

static inline struct before look_before(const struct norm_profile *profile, const uint8_t *block, const uint8_t *right, bool lenient)
{
	struct before before = {right - 1, right[-1], true};
	const uint32_t pair = before.cp >= 0x80 && right - block > 1 ? letter_hot_index(right - 2) : 0;
	if (pair >= 0x80 && pair < LETTER_HOT) {
		before.at = right - 2;
		before.cp = pair;
	} else if (before.cp >= 0x80) {
		before.at = utf8_previous(block, right);
		before.alone = utf8_decode(before.at, right, &before.cp) == (size_t)(right - before.at);
	}
	before.alone = before.alone && stands_alone(profile, before.cp, *before.at, lenient);
	return before;
}

/*
 * The last place for a cut among `len` bytes: between two different characters that both stand alone, or else in front of the last
 * one that does; 0: nowhere.
 */
static size_t find_cut(const struct norm_profile *profile, const uint8_t *block, size_t len, bool lenient)
{
	const uint8_t *end = block + len - utf8_incomplete_tail(block, len);
	const uint8_t *last_alone = block;
	uint32_t behind = 0;
	for (const uint8_t *at = end; at > block;) {
		const uint8_t *right = at;
		const struct before before = look_before(profile, block, right, lenient);
		at = before.at;
		if (before.alone && behind && behind != before.cp)
			return (size_t)(right - block);
		if (before.alone && last_alone == block)
			last_alone = at;
		behind = before.alone ? before.cp : 0;
		const size_t step = (size_t)(right - at);
		while (!before.alone && (size_t)(at - block) >= step && at[-1] == right[-1] && !memcmp(at - step, at, step))
			at -= step; /* what is the same does not stand alone either */
	}
	return (size_t)(last_alone - block);
}

/*
 * Where to cut `len` bytes that have no end of paragraph: between the last two different characters that
 * both stand alone; or else, where no two such meet, in front of the last one; or else (the block is one run of
 * marks, spaces or deleted characters) behind the last complete character.
 */
static size_t cut_anywhere(const struct norm_profile *profile, const uint8_t *block, size_t len)
{
	size_t cut = find_cut(profile, block, len, false);
	return cut ? cut : len - utf8_incomplete_tail(block, len);
}

/*
 * What becomes of a character needs so much memory, with edits: whether they are asked for must not matter for the text. Most stand
 * alone and stay as they are.
 */
static inline size_t weigh(const struct letter_table *table, uint32_t cp, unsigned len, struct weighed *weighed)
{
	uint32_t entry = letter_entry(table, cp);
	bool behind_space = weighed->space;
	weighed->space = entry & ENTRY_SPACE;
	if (!(entry & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_JOIN | ENTRY_SPACE)))
		return len;
	if (entry & ENTRY_CHANGED)
		return letter_record(table, entry).len + EDIT_WEIGHT;
	bool edit = entry & (ENTRY_DROP | ENTRY_JOIN) || (weighed->space && behind_space);
	return len + (edit ? EDIT_WEIGHT : 0);
}

/* The same of bytes that are no character, `len` of them and broken ones behind them, up to the first with which the paragraph is too heavy; how many. */
static inline size_t weigh_broken(const uint8_t *at, size_t len, const uint8_t *end, struct weighed *weighed)
{
	enum { EACH = sizeof utf8_replacement + EDIT_WEIGHT };
	size_t more = (HEAVY - weighed->weight) / EACH, left = (size_t)(end - at) - len;
	more = broken_run(at + len, at + len + (more < left ? more : left), end);
	weighed->space = false;
	weighed->weight += (1 + more) * EACH;
	return len + more;
}

/* Weigh characters of one byte or two, as see_hot() sees them, up to one that needs a closer look or is the last; returns how many bytes. */
static inline size_t weigh_hot(const struct letter_table *table, const uint8_t *at, const uint8_t *end, struct weighed *weighed)
{
	const uint8_t *start = at;
	uint32_t space = weighed->space ? SEEN_SPACE : 0;
	while (end - at > 1 && weighed->weight <= HEAVY) {
		uint32_t word = table->seen[letter_hot_index(at)];
		if (word & SEEN_OTHER)
			break;
		const size_t len = 1 + (*at >= 0x80), edit = word & (SEEN_EDIT | space) ? EDIT_WEIGHT : 0;
		weighed->weight += (word & SEEN_LOOSE ? len : HOT_LENGTH(word)) + edit;
		space = word & SEEN_SPACE;
		at += len;
	}
	weighed->space = space;
	return (size_t)(at - start);
}

/* Weigh longer ones, and what weigh_hot() leaves, one at least and up to one that it weighs; returns how many bytes. */
static inline size_t weigh_others(const struct letter_table *table, const uint8_t *at, const uint8_t *end, struct weighed *weighed)
{
	const uint8_t *start = at;
	do {
		uint32_t cp;
		size_t len = utf8_decode(at, end, &cp);
		if (cp == UTF8_INVALID)
			len = weigh_broken(at, len, end, weighed);
		else
			weighed->weight += weigh(table, cp, (unsigned)len, weighed);
		at += len;
	} while (at < end && *at >= 0xE0 && weighed->weight <= HEAVY);
	return (size_t)(at - start);
}

/* Whether a paragraph becomes too heavy with its first `len` bytes; weighed->len of them then suffice. */
static bool is_heavy(const struct norm_profile *profile, const uint8_t *at, size_t len, struct weighed *weighed)
{
	const uint8_t *end = at + len - utf8_incomplete_tail(at, len);
	struct weighed now = *weighed; /* for it stays in registers */
	while (at + now.len < end && now.weight <= HEAVY) {
		size_t used = weigh_hot(&profile->table, at + now.len, end, &now);
		if (!used)
			used = weigh_others(&profile->table, at + now.len, end, &now);
		now.len += used;
	}
	*weighed = now;
	return now.weight > HEAVY;
}

size_t machine_cut_piece(const struct norm_profile *profile, const uint8_t *at, size_t len, struct weighed *weighed)
{
	if (len > LIGHT && !weighed->whole && is_heavy(profile, at, len, weighed)) {
		size_t cut = find_cut(profile, at, weighed->len, false);
		cut = cut ? cut : find_cut(profile, at, weighed->len, true);
		weighed->whole = cut == 0;
		if (cut)
			return cut;
	}
	return len == PARAGRAPH_MAX && !paragraph_is_complete(at, len) ? cut_anywhere(profile, at, len) : 0;
}

/* How long the paragraph at the start of `len` bytes is, or its first part, if it has to be cut. */
static size_t part_length(const struct norm_profile *profile, const uint8_t *at, size_t len, bool *ret_cut)
{
	size_t whole = paragraph_first_end(at, len < PARAGRAPH_MAX ? len : PARAGRAPH_MAX);
	size_t piece = machine_cut_piece(profile, at, whole, &(struct weighed){0});
	*ret_cut = piece;
	return piece ? piece : whole;
}

/* Where lines end within each LIGHT bytes, no paragraph is so long that it has to be cut. */
size_t machine_first_cut(const struct norm_profile *profile, const uint8_t *block, size_t len)
{
	size_t start = 0;
	bool cut = false;
	while (len - start > LIGHT && !cut) {
		size_t whole = paragraph_last_start(block + start, LIGHT);
		start += whole ? whole : part_length(profile, block + start, len - start, &cut);
	}
	return cut ? start : len;
}
