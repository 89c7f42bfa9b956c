/* SPDX-License-Identifier: MIT */
#include "places/name_words.h"

#include <string.h>

static int compare(const struct name_word *word, uint8_t script, const uint8_t *letters, size_t len)
{
	if (word->script != script)
		return word->script < script ? -1 : 1;
	if (word->length != len)
		return word->length < len ? -1 : 1;
	return memcmp(word->letters, letters, len);
}

const struct name_word *name_word_find(const struct name *name, size_t word)
{
	uint8_t letters[NAME_WORD_LETTERS];
	size_t len = name_word_fold(name, word, letters), low = 0, high = len ? name_words_count : 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(&name_words[middle], name->script, letters, len);
		if (order == 0)
			return &name_words[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}
