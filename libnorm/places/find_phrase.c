/* SPDX-License-Identifier: MIT */
#include "places/find_phrase.h"

/* Put the letters of a character in front. */
static inline void add_character(struct phrase *phrase, struct find_character character)
{
	uint8_t letters[FOLD_LETTERS_MAX], kind;
	if (character.kind != FOLD_SEVERAL) {
		phrase_add(phrase, character.kind);
		return;
	}
	for (unsigned count = fold_letters(character.cp, letters, &kind); count > 0; count--)
		phrase_add(phrase, letters[count - 1]);
}

void phrase_add_text(struct phrase *phrase, const uint8_t *at, const uint8_t *end)
{
	for (const uint8_t *before; end > at; end = before) {
		struct find_character character = find_before(at, end, &before);
		if (find_is_letter(character.kind))
			add_character(phrase, character);
	}
}

/* The letter in front of `at`, if it is of ASCII or of two bytes in Arabic script, and how many bytes it has; else 0. */
static inline uint8_t near_letter(const uint8_t *text, const uint8_t *at, unsigned *ret_len)
{
	uint8_t last = at > text ? at[-1] : 0;
	*ret_len = last < 0x80 ? 1 : 2;
	if (last < 0x80)
		return find_is_letter(fold_near[last]) ? fold_near[last] : 0;
	return at - text > 1 ? find_arabic_letter(at - 2) : 0;
}

/* Put such letters in front, up to `most`; returns how many, and sets `*at` to the start of the first one. */
static inline unsigned add_near(struct phrase *phrase, const uint8_t *text, const uint8_t **at, unsigned most)
{
	const uint8_t *start = *at;
	unsigned from = phrase->len, len = from, end = PHRASE_LETTERS - len < most ? PHRASE_LETTERS : len + most, bytes;
	uint64_t hash = phrase->hash[len], power = phrase->power;
	for (; len < end; start -= bytes) {
		uint8_t letter = near_letter(text, start, &bytes);
		if (!letter)
			break;
		hash += letter * power;
		power *= CUE_BASE;
		phrase->letters[len] = letter;
		phrase->hash[++len] = hash;
	}
	phrase->len = len;
	phrase->power = power;
	*at = start;
	return len - from;
}

bool phrase_add_word(struct phrase *phrase, const uint8_t *text, const uint8_t **at, unsigned most)
{
	const uint8_t *start = *at, *before;
	unsigned len = phrase->len;
	uint64_t power = phrase->power;
	for (unsigned letters = 0; letters <= most; letters++) {
		letters += add_near(phrase, text, &start, most + 1 - letters);
		struct find_character character = find_before(text, start, &before);
		if (letters > most)
			break;
		if (before == start || !find_is_letter(character.kind)) {
			bool found = start < *at;
			*at = start;
			return found;
		}
		add_character(phrase, character);
		start = before;
	}
	phrase->len = len;
	phrase->power = power;
	return false;
}

static inline void run_add(struct run *run, uint8_t letter)
{
	if (run->len++ == 0)
		run->first = letter;
	else
		run->rest = cue_hash_add(run->rest, letter);
	run->all = cue_hash_add(run->all, letter);
}

void run_add_text(struct run *run, const uint8_t *at, const uint8_t *end)
{
	while (at < end) {
		uint8_t letters[FOLD_LETTERS_MAX], kind, letter = end - at > 1 ? find_arabic_letter(at) : 0;
		if (letter) {
			run_add(run, letter);
			at += 2;
			continue;
		}
		struct find_character character = find_character(at, end);
		at += character.length;
		unsigned count = character.kind == FOLD_SEVERAL ? fold_letters(character.cp, letters, &kind) : 0;
		for (unsigned i = 0; i < count; i++)
			run_add(run, letters[i]);
		if (count == 0 && find_is_letter(character.kind))
			run_add(run, character.kind);
	}
}

const uint8_t *run_add_word(struct run *run, const uint8_t *at, const uint8_t *end, unsigned most)
{
	for (unsigned letters = 0; letters <= most && at < end; letters++) {
		const uint8_t *next;
		uint8_t letter = end - at > 1 ? find_arabic_letter(at) : 0;
		if (letter) {
			run_add(run, letter);
			at += 2;
			continue;
		}
		struct find_character character = find_behind(at, end, &next);
		if (!find_is_letter(character.kind))
			break;
		at = next + character.length;
		run_add_text(run, next, at);
	}
	return at;
}
