/* SPDX-License-Identifier: MIT */
/*
 * Goes through a text from one place to the next where a name may begin: Latin capitals, and the first letters of Arabic
 * words. They are found as bits, 64 bytes at a time (unicode/find.c), so that small Latin letters cost next to nothing.
 */
#include "base/memory.h"
#include "places/find.h"
#include "places/find_opening.h"
#include "places/find_sieve.h"
#include "text/letter_class.h"

static bool is_capital(const struct find_character *character)
{
	return letter_class(character->cp) == CLASS_UPPER;
}

/* Whether a word begins at the letter `kind` at `at`. */
static bool begins_word(const struct find_text *text, const uint8_t *at, uint8_t kind)
{
	const uint8_t *before_at;
	return !find_is_same_script(kind, find_before(text->start, at, &before_at).kind);
}

/* The name that begins at the character at `at`, of which `opening` is known, if there is one. */
static bool look(const struct find_text *text, const uint8_t *from, const uint8_t *at, struct find_opening opening, struct find_hit *ret)
{
	/* A word may begin with a stray mark, or a tatweel. */
	struct find_character first = find_behind(at, text->end, &at);
	if (!find_is_letter(first.kind) || !begins_word(text, at, first.kind))
		return false;
	if (first.kind >= FOLD_ARABIC)
		return find_start_arabic(text, at, opening, ret);
	return is_capital(&first) && find_start_latin(text, from, at, ret);
}

static void add(struct find_hits *hits, const struct find_hit *hit)
{
	if (hits->failed || !memory_reserve(&hits->at, &hits->cap, hits->len + 1, sizeof *hits->at)) {
		hits->failed = true;
		return;
	}
	hits->at[hits->len++] = *hit;
}

/* A bit is at the last byte of a character of two bytes, or at the first one of any other. */
static const uint8_t *character_start(const uint8_t *text, const uint8_t *at)
{
	bool second = at > text && utf8_is_trail(*at) && (at[-1] & 0xE0) == 0xC0;
	return second ? at - 1 : at;
}

/* Names end at `from`. Of the words of a part that the sieve has left `openings` tells how a name may begin. */
struct scan {
	const struct find_text *text;
	struct find_hits *hits;
	const uint8_t *from;
	const uint8_t *part;
	struct find_opening openings[FIND_PART / 2];
};

/* Look at the places of the bits in a group. */
static void look_at_group(struct scan *scan, const uint8_t *group, const struct find_masks *masks)
{
	for (uint64_t bits = masks->loud | masks->arabic; bits; bits &= bits - 1) {
		const uint8_t *place = group + __builtin_ctzll(bits);
		struct find_opening opening = {UINT32_MAX, OPENING_UNKNOWN};
		struct find_hit hit;
		/* the last group may reach over the end */
		if (place >= scan->text->end)
			break;
		if (masks->arabic & bits & -bits)
			opening = scan->openings[(place - scan->part) / 2];
		const uint8_t *at = character_start(scan->text->start, place);
		if (at < scan->from || !look(scan->text, scan->from, at, opening, &hit))
			continue;
		add(scan->hits, &hit);
		scan->from = scan->text->start + hit.end;
	}
}

/* The end of a part: no character is cut, unless there is none. */
static const uint8_t *part_end(const uint8_t *at, const uint8_t *end)
{
	if (end - at <= FIND_PART)
		return end;
	const uint8_t *cut = at + FIND_PART;
	while (cut > at + FIND_PART - 4 && utf8_is_trail(*cut))
		cut--;
	return cut;
}

void find_spelled(const struct find_text *text, const struct find_sieve *sieve, struct find_hits *hits)
{
	struct find_masks masks[FIND_PART / FIND_GROUP + 1];
	struct scan scan;
	scan.text = text;
	scan.hits = hits;
	scan.from = text->start;
	for (const uint8_t *at = text->start, *end; at < text->end; at = end) {
		end = part_end(at, text->end);
		size_t len = (size_t)(end - at), groups = find_groups(len);
		sieve->find(&sieve->set, at, len, masks);
		masks[groups] = (struct find_masks){0};
		sieve->sift(sieve, text, at, len, masks, scan.openings);
		scan.part = at;
		for (size_t i = 0; i < groups; i++)
			look_at_group(&scan, at + i * FIND_GROUP, &masks[i]);
	}
}
