/* SPDX-License-Identifier: MIT */
/*
 * A walk: the keys of a trie that a text spells from some place on. Spaces, hyphens and apostrophes may stand between any two
 * letters, marks and what nobody sees behind any; a name ends where a word ends.
 */
#ifndef PLACES_FIND_WALK_H
#define PLACES_FIND_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "places/fold.h"
#include "places/trie.h"
#include "unicode/utf8.h"

enum {
	FIND_ENDS = 8,          /* of the names that one walk finds, the longest */
	FIND_LETTERS_MAX = 128, /* no walk is longer, so that time is linear whatever names there are */
	FIND_BYTES_MAX = 1024,
};

/* The end of a name, behind the marks of its last letter. */
struct find_end {
	const uint8_t *end;
	uint64_t hash;  /* of the letters, as cue_find() wants it */
	uint32_t value; /* of the trie */
	uint16_t letters;
	uint8_t words;
};

/* How far letters have led. */
struct find_step {
	uint64_t hash;
	struct trie_at at;
	uint16_t letters; /* how many */
	bool goes_on;     /* keys begin with them */
};

struct find_walk {
	const struct trie *trie;
	const uint8_t *end; /* of the text */
	struct find_step from;
	uint8_t count;
	struct find_end ends[FIND_ENDS]; /* ascending */
};

/* Begin a walk by letters that the text does not hold (the article in `du`). False: no key begins so. */
bool find_walk_begin(struct find_walk *walk, const struct trie *trie, const uint8_t *end, const char *letters);

/* Walk from `at` on, and fill walk->ends. */
void find_walk_text(struct find_walk *walk, const uint8_t *at);

/* A character and what it is to a name: FOLD_… or its letter. */
struct find_character {
	uint32_t cp;
	uint8_t length, kind;
};

struct find_character find_far(const uint8_t *at, const uint8_t *end);
static inline struct find_character find_character(const uint8_t *at, const uint8_t *end)
{
	if (*at < 0x80)
		return (struct find_character){*at, 1, fold_near[*at]};
	if (*at < 0xE0 && *at >= 0xC2 && end - at > 1 && utf8_is_trail(at[1])) {
		uint32_t cp = (uint32_t)(*at & 0x1F) << 6 | (at[1] & 0x3F);
		return (struct find_character){cp, 2, fold_near[cp]};
	}
	return find_far(at, end);
}

/* The letter of Arabic script that the two bytes at `at` are; 0 where they are anything else. */
static inline uint8_t find_arabic_letter(const uint8_t *at)
{
	uint32_t bytes = (uint32_t)at[0] << 8 | at[1];
	uint8_t letter = fold_near[(bytes >> 2 & 0x7C0) | (bytes & 0x3F)];
	return (bytes & 0xFCC0) == 0xD880 && letter >= FOLD_ARABIC ? letter : 0;
}

/* The character in front of `at`, which is behind `start`, that is not FOLD_NOTHING, and where it begins; of a few that are, the first. */
struct find_character find_before_long(const uint8_t *start, const uint8_t *at, const uint8_t **ret_at);
static inline struct find_character find_before(const uint8_t *start, const uint8_t *at, const uint8_t **ret_at)
{
	if (at > start && at[-1] < 0x80 && fold_near[at[-1]] != FOLD_NOTHING) {
		*ret_at = at - 1;
		return (struct find_character){at[-1], 1, fold_near[at[-1]]};
	}
	if (at - start > 1 && utf8_is_trail(at[-1]) && at[-2] >= 0xC2 && at[-2] < 0xE0) {
		uint32_t cp = (uint32_t)(at[-2] & 0x1F) << 6 | (at[-1] & 0x3F);
		*ret_at = at - 2;
		if (fold_near[cp] != FOLD_NOTHING)
			return (struct find_character){cp, 2, fold_near[cp]};
	}
	return find_before_long(start, at, ret_at);
}
/* The same behind; length 0 at the end. */
struct find_character find_behind_long(const uint8_t *at, const uint8_t *end, const uint8_t **ret_at);
static inline struct find_character find_behind(const uint8_t *at, const uint8_t *end, const uint8_t **ret_at)
{
	if (at < end) {
		struct find_character found = find_character(at, end);
		*ret_at = at;
		if (found.kind != FOLD_NOTHING)
			return found;
	}
	return find_behind_long(at, end, ret_at);
}

/* Is what find_character() tells a letter, or stands for some? */
static inline bool find_is_letter(uint8_t kind)
{
	return kind >= FOLD_SEVERAL;
}
/* Are two kinds letters of one word? Digits belong to any. */
static inline bool find_is_same_script(uint8_t a, uint8_t b)
{
	bool digit = (uint8_t)(a - '0') < 10 || (uint8_t)(b - '0') < 10;
	return find_is_letter(a) && find_is_letter(b) && (digit || (a >= FOLD_ARABIC) == (b >= FOLD_ARABIC));
}

#endif
