/* SPDX-License-Identifier: MIT */
/*
 * Goes through a text from one place to the next where a name may begin: Latin capitals, and the first letters of Arabic
 * words. They are found as bits, 64 bytes at a time (unicode/find.c), so that small Latin letters cost next to nothing.
 */
#include "base/memory.h"
#include "places/find.h"
#include "text/letter_class.h"

enum { PART = 4096 }; /* bytes that are looked at at once */

static bool is_plain(uint32_t cp)
{
	uint8_t kind = fold_near[cp];
	if (letter_find_class(cp) == CLASS_UPPER)
		return false;
	/* Among Arabic letters signs part words, so they are not passed over. */
	return cp < 0x600 || kind == FOLD_NOTHING || kind >= FOLD_ARABIC;
}

static void make_rows(uint8_t rows[16], uint32_t first)
{
	for (uint32_t low = 0; low < 16; low++) {
		rows[low] = 0;
		for (uint32_t high = 0; high < 8; high++)
			rows[low] |= (uint8_t)(is_plain(first + high * 16 + low) << high);
	}
}

void find_make_set(struct find_set *ret)
{
	make_rows(ret->ascii, 0x00);
	make_rows(ret->latin, 0x80);
	make_rows(ret->arabic, 0x600);
}

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

/* The name that begins at the character at `at`, if there is one. */
static bool look(const struct find_text *text, const uint8_t *from, const uint8_t *at, struct find_hit *ret)
{
	/* A word may begin with a stray mark, or a tatweel. */
	struct find_character first = find_behind(at, text->end, &at);
	if (!find_is_letter(first.kind) || !begins_word(text, at, first.kind))
		return false;
	if (first.kind >= FOLD_ARABIC)
		return find_start_arabic(text, at, ret);
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

/* Most Arabic words have a space in front of them. Anything else is for look(). */
static inline bool is_arabic_word(const struct find_text *text, const uint8_t *at)
{
	return at > text->start && at[-1] == ' ' && text->end - at > 1 && (at[0] & 0xFC) == 0xD8 &&
	       fold_near[(at[0] & 0x1F) << 6 | (at[1] & 0x3F)] >= FOLD_ARABIC;
}

/* A bit is at the last byte of a character of two bytes, or at the first one of any other. */
static const uint8_t *character_start(const uint8_t *text, const uint8_t *at)
{
	bool second = at > text && utf8_is_trail(*at) && (at[-1] & 0xE0) == 0xC0;
	return second ? at - 1 : at;
}

/* Look at the places of the bits in a group; returns where to go on. */
static const uint8_t *look_at_bits(const struct find_text *text, const uint8_t *group, uint64_t bits, const uint8_t *from,
				   struct find_hits *hits)
{
	for (; bits; bits &= bits - 1) {
		const uint8_t *place = group + __builtin_ctzll(bits);
		struct find_hit hit;
		/* the last group may reach over the end */
		if (place >= text->end)
			break;
		const uint8_t *at = character_start(text->start, place);
		if (at < from)
			continue;
		if (!(is_arabic_word(text, at) ? find_start_arabic(text, at, &hit) : look(text, from, at, &hit)))
			continue;
		add(hits, &hit);
		from = text->start + hit.end;
	}
	return from;
}

/* The end of a part: no character is cut, unless there is none. */
static const uint8_t *part_end(const uint8_t *at, const uint8_t *end)
{
	if (end - at <= PART)
		return end;
	const uint8_t *cut = at + PART;
	while (cut > at + PART - 4 && utf8_is_trail(*cut))
		cut--;
	return cut;
}

void find_spelled(const struct find_text *text, const struct find_set *set, struct find_hits *hits)
{
	find_loud_fn *find = find_loud_best();
	struct find_masks masks[PART / FIND_GROUP];
	const uint8_t *from = text->start;
	for (const uint8_t *at = text->start, *end; at < text->end; at = end) {
		end = part_end(at, text->end);
		size_t groups = find_groups((size_t)(end - at));
		uint64_t before = 0;
		find(set, at, (size_t)(end - at), masks);
		for (size_t i = 0; i < groups; i++) {
			/* Of Arabic letters in a row the first: each has its bit at the second of two bytes. */
			uint64_t arabic = masks[i].arabic, firsts = arabic & ~(arabic << 2 | before);
			before = arabic >> 62;
			from = look_at_bits(text, at + i * FIND_GROUP, masks[i].loud | firsts, from, hits);
		}
	}
}
