/* SPDX-License-Identifier: MIT */
#include "places/name_words.h"

bool name_word_read(const struct name *name, size_t word, struct name_word *ret)
{
	size_t at = name->starts[word], end = name->starts[word + 1];
	bool arabic = name->script == NAME_ARABIC;
	if (arabic && name->letters[at] == NAME_ARTICLE)
		at++;
	if (end - at > NAME_WORD_LETTERS)
		return false;
	*ret = (struct name_word){.script = name->script};
	for (size_t i = 0; at + i < end; i++) {
		uint8_t letter = name->letters[at + i];
		if (arabic && letter > NAME_ARTICLE)
			letter = name_letters[letter].fold;
		ret->letters[i / 8] |= (uint64_t)letter << i % 8 * 8;
	}
	return true;
}
