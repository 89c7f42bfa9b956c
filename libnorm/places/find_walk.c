/* SPDX-License-Identifier: MIT */
#include "places/find_walk.h"

#include <string.h>

#include "places/find_words.h"
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

/* Steps are values, so that they stay in registers. */
static inline struct find_step step(const struct trie *trie, struct find_step now, uint8_t letter)
{
	now.letters++;
	now.hash = cue_hash_add(now.hash, letter);
	now.goes_on = trie_step(trie, &now.at, letter);
	return now;
}

bool find_walk_begin(struct find_walk *walk, const struct trie *trie, const uint8_t *end, const char *letters)
{
	walk->trie = trie;
	walk->end = end;
	walk->count = 0;
	walk->from = (struct find_step){.goes_on = true};
	for (; *letters && walk->from.goes_on; letters++)
		walk->from = step(trie, walk->from, (uint8_t)*letters);
	return walk->from.goes_on;
}

/* Go by a character that stands for several letters. */
static struct find_step step_several(const struct trie *trie, struct find_step now, uint32_t cp)
{
	uint8_t letters[FOLD_LETTERS_MAX], kind;
	unsigned count = fold_letters(cp, letters, &kind);
	for (unsigned i = 0; i < count && now.goes_on; i++)
		now = step(trie, now, letters[i]);
	return now;
}

/* The letter that a character is, or the first one of several. */
static uint8_t letter_of(struct find_character character)
{
	uint8_t letters[FOLD_LETTERS_MAX] = {0}, kind;
	if (character.kind != FOLD_SEVERAL)
		return character.kind;
	fold_letters(character.cp, letters, &kind);
	return letters[0];
}

/* Whether a word goes on at `at` behind a letter. A word that is cut by an apostrophe (`d'`) is not over there. */
static bool goes_on(const struct find_walk *walk, const uint8_t *at, uint8_t letter)
{
	const uint8_t *next;
	struct find_character after = find_behind(at, walk->end, &next);
	if (after.kind != FOLD_GAP || letter >= FOLD_ARABIC)
		return find_is_same_script(letter, letter_of(after));
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

/* A key ends behind the letter in front of `at`; so does a name, unless the word goes on. */
static void add_end(struct find_walk *walk, const uint8_t *at, struct find_step now, uint8_t letter, unsigned words)
{
	uint32_t value = trie_value(walk->trie, &now.at);
	if (value == 0 || goes_on(walk, at, letter))
		return;
	if (walk->count == FIND_ENDS)
		memmove(walk->ends, walk->ends + 1, sizeof walk->ends[0] * --walk->count);
	walk->ends[walk->count++] = (struct find_end){
		behind_marks(at, walk->end), now.hash, value, now.letters, (uint8_t)(words > 255 ? 255 : words)};
}

/*
 * Such letters, the first of which is at `*at`, at once, up to one behind which a key ends or that is the last one before `end`.
 * The next two functions are for letters that lead from node to node, up to one behind which there is a row, and for those in a row.
 */
static inline struct find_step walk_nodes(const struct trie *trie, struct find_step now, const uint8_t **at, const uint8_t *end)
{
	const uint32_t *units = trie->units;
	const uint8_t *next = *at;
	uint8_t letter = find_arabic_letter(next);
	uint32_t node = now.at.node, unit = units[node];
	do {
		uint32_t child = trie_base(node, unit) ^ letter;
		next += 2;
		now.letters++;
		now.hash = cue_hash_add(now.hash, letter);
		now.goes_on = child < trie->count && ((unit = units[child]) & (TRIE_LEAF | TRIE_LABEL)) == letter;
		if (!now.goes_on)
			break;
		node = child;
		if (unit & (TRIE_HAS_VALUE | TRIE_TAIL) || end - next < 2 || now.letters >= FIND_LETTERS_MAX)
			break;
		letter = find_arabic_letter(next);
	} while (letter);
	*at = next;
	now.at.node = node;
	if (now.goes_on && unit & TRIE_TAIL)
		trie_enter_row(trie, &now.at);
	return now;
}

static inline struct find_step walk_row(const struct trie *trie, struct find_step now, const uint8_t **at, const uint8_t *end)
{
	const uint8_t *next = *at;
	uint8_t letter = find_arabic_letter(next);
	do {
		next += 2;
		now.letters++;
		now.hash = cue_hash_add(now.hash, letter);
		now.goes_on = trie_step_row(trie, &now.at, letter);
		if (!now.goes_on || !now.at.rest || end - next < 2 || now.letters >= FIND_LETTERS_MAX)
			break;
		letter = find_arabic_letter(next);
	} while (letter);
	*at = next;
	return now;
}

void find_walk_text(struct find_walk *walk, const uint8_t *at)
{
	const uint8_t *limit = walk->end - at < FIND_BYTES_MAX ? walk->end : at + FIND_BYTES_MAX;
	const struct trie trie = *walk->trie;
	struct find_step now = walk->from;
	unsigned words = 1, gap = 0;
	while (at < limit && now.letters < FIND_LETTERS_MAX) {
		struct find_character next = find_character(at, walk->end);
		if (next.kind >= FOLD_ARABIC && next.length == 2) {
			now = now.at.row ? walk_row(&trie, now, &at, limit) : walk_nodes(&trie, now, &at, limit);
		} else {
			at += next.length;
			if (next.kind == FOLD_NOTHING)
				continue;
			if (next.kind == FOLD_GAP && gap++ < GAP_MAX)
				continue;
			if (!find_is_letter(next.kind))
				return;
			now = next.kind == FOLD_SEVERAL ? step_several(&trie, now, next.cp) : step(&trie, now, next.kind);
		}
		if (!now.goes_on)
			return;
		words += gap > 0;
		gap = 0;
		if (trie_ends(&trie, &now.at))
			add_end(walk, at, now, letter_of(next), words);
	}
}
