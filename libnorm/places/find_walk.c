/* SPDX-License-Identifier: MIT */
#include "places/find_walk.h"

#include <string.h>

#include "unicode/tables.h"

enum {
	GAP_MAX = 3,     /* characters between two words of a name */
	UNSEEN_MAX = 16, /* what nobody sees beside a word, and is looked through */
};

struct find_character find_far(const uint8_t *at, const uint8_t *end)
{
	struct find_character ret;
	uint8_t letters[FOLD_LETTERS_MAX];
	ret.length = (uint8_t)utf8_decode(at, end, &ret.cp);
	unsigned count = fold_letters(ret.cp, letters, &ret.kind);
	if (count)
		ret.kind = count == 1 ? letters[0] : FOLD_SEVERAL;
	return ret;
}

struct find_character find_before_long(const uint8_t *start, const uint8_t *at, const uint8_t **ret_at)
{
	struct find_character found = {.kind = FOLD_OTHER};
	for (int i = 0; i < UNSEEN_MAX && at > start; i++) {
		const uint8_t *before = at - 1;
		while (before > start && at - before < 4 && utf8_is_trail(*before))
			before--;
		found = find_character(before, at);
		if (found.length != at - before) /* bytes that are no character */
			found = (struct find_character){UTF8_INVALID, 1, FOLD_OTHER};
		at -= found.length;
		if (found.kind != FOLD_NOTHING)
			break;
	}
	*ret_at = at;
	return found;
}

struct find_character find_behind_long(const uint8_t *at, const uint8_t *end, const uint8_t **ret_at)
{
	struct find_character found = {.kind = FOLD_OTHER};
	*ret_at = at;
	for (int i = 0; i < UNSEEN_MAX && at < end; i++) {
		found = find_character(at, end);
		*ret_at = at;
		if (found.kind != FOLD_NOTHING)
			return found;
		at += found.length;
	}
	return found;
}

bool find_walk_begin(struct find_walk *walk, const struct trie *trie, const uint8_t *end, const char *letters)
{
	walk->trie = trie;
	walk->end = end;
	walk->node = 0;
	walk->letters = walk->count = 0;
	for (; *letters; letters++, walk->letters++)
		if (!trie_step(walk->trie, &walk->node, (uint8_t)*letters))
			return false;
	return true;
}

/* Go by a character that stands for several letters. */
static bool step_several(struct find_walk *walk, uint32_t cp)
{
	uint8_t letters[FOLD_LETTERS_MAX], kind;
	unsigned count = fold_letters(cp, letters, &kind);
	walk->letters = (uint16_t)(walk->letters + count);
	for (unsigned i = 0; i < count; i++)
		if (!trie_step(walk->trie, &walk->node, letters[i]))
			return false;
	return true;
}

/* Go by a character that is a letter or stands for several. */
static inline bool step(struct find_walk *walk, struct find_character character)
{
	if (character.kind == FOLD_SEVERAL)
		return step_several(walk, character.cp);
	walk->letters++;
	return trie_step(walk->trie, &walk->node, character.kind);
}

/* Whether a word goes on at `at` behind a letter. A word that is cut by an apostrophe (`d'`) is not over there. */
static bool goes_on(const struct find_walk *walk, const uint8_t *at, uint8_t letter)
{
	const uint8_t *next;
	struct find_character after = find_behind(at, walk->end, &next);
	if (after.kind != FOLD_GAP || letter >= FOLD_ARABIC)
		return find_is_same_script(letter, after.kind);
	if (after.cp != '\'' && after.cp != 0x2019)
		return false;
	next += after.length;
	after = find_behind(next, walk->end, &next);
	return find_is_letter(after.kind) && letter < FOLD_ARABIC;
}

/* The marks behind the last letter belong to it; what nobody sees does not. */
static const uint8_t *behind_marks(const uint8_t *at, const uint8_t *end)
{
	for (int i = 0; i < UNSEEN_MAX && at < end; i++) {
		struct find_character mark = find_character(at, end);
		if (mark.kind != FOLD_NOTHING || (unicode_ccc(mark.cp) == 0 && mark.cp != 0x0640))
			break;
		at += mark.length;
	}
	return at;
}

static void add_end(struct find_walk *walk, const uint8_t *at, uint32_t value, unsigned words)
{
	if (value == 0)
		return;
	if (walk->count == FIND_ENDS)
		memmove(walk->ends, walk->ends + 1, sizeof walk->ends[0] * --walk->count);
	walk->ends[walk->count++] =
		(struct find_end){behind_marks(at, walk->end), value, walk->letters, (uint8_t)(words > 255 ? 255 : words)};
}

void find_walk_text(struct find_walk *walk, const uint8_t *at)
{
	const uint8_t *limit = walk->end - at < FIND_BYTES_MAX ? walk->end : at + FIND_BYTES_MAX;
	unsigned words = 1, gap = 0;
	while (at < limit && walk->letters < FIND_LETTERS_MAX) {
		struct find_character next = find_character(at, walk->end);
		at += next.length;
		if (next.kind == FOLD_NOTHING)
			continue;
		if (next.kind == FOLD_GAP && gap++ < GAP_MAX)
			continue;
		if (!find_is_letter(next.kind) || !step(walk, next))
			return;
		words += gap > 0;
		gap = 0;
		if (walk->trie->units[walk->node] & TRIE_HAS_VALUE && !goes_on(walk, at, next.kind))
			add_end(walk, at, trie_value(walk->trie, walk->node), words);
	}
}
