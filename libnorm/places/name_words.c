/* SPDX-License-Identifier: MIT */
#include "places/name_words.h"

const struct name_word *name_word_find(const struct name *name, size_t word)
{
	struct name_word read;
	if (!name_word_read(name, word, &read))
		return NULL;
	size_t slot = name_word_slot(&read);
	for (const struct name_word *at; (at = &name_words[slot])->kind; slot = (slot + 1) % (1 << NAME_WORD_BITS))
		if (at->letters[0] == read.letters[0] && at->letters[1] == read.letters[1] && at->script == read.script)
			return at;
	return NULL;
}
