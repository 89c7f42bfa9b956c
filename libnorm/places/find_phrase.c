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

bool phrase_add_word(struct phrase *phrase, const uint8_t *text, const uint8_t **at, unsigned most)
{
	const uint8_t *start = *at, *before;
	unsigned len = phrase->len;
	uint64_t power = phrase->power;
	for (unsigned letters = 0; letters <= most; letters++) {
		uint8_t letter = start - text > 1 ? find_arabic_letter(start - 2) : 0;
		if (letter) {
			phrase_add(phrase, letter);
			start -= 2;
			continue;
		}
		struct find_character character = find_before(text, start, &before);
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
