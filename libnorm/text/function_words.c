/* SPDX-License-Identifier: MIT */
#include "text/function_words.h"

uint64_t word_key(const struct letters *letters, const uint8_t *at, const uint8_t *end)
{
	uint64_t key = 0;
	unsigned count = 0;
	while (at < end && count <= WORD_LETTERS) {
		struct letter letter = letter_at(letters, at, end);
		at += letter.length;
		if (letter.class == CLASS_TRANSPARENT)
			continue;
		key = word_key_add(key, count++, letters_key(letters, letter.cp));
	}
	return count <= WORD_LETTERS ? key : 0;
}
