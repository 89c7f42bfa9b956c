/* SPDX-License-Identifier: MIT */
#include "places/name_part.h"

void name_part(const struct name *name, struct name_parts *ret)
{
	ret->found = 0;
	for (size_t i = 0; i < name->words; i++) {
		const struct name_word *word = name_word_find(name, i);
		ret->kinds[i] = word ? word->kind : NAME_WORD_PROPER;
		ret->meanings[i] = word ? word->meaning : 0;
		ret->found |= 1u << ret->kinds[i];
	}
}

static bool is_without(const struct name *name, const struct name_parts *parts, unsigned without, size_t word)
{
	if (parts->kinds[word] != NAME_WORD_LINK || without >> NAME_WORD_LINK & 1)
		return without >> parts->kinds[word] & 1;
	/* de la, of the */
	size_t first = word, last = word;
	while (first > 0 && parts->kinds[first] == NAME_WORD_LINK)
		first--;
	while (last + 1 < name->words && parts->kinds[last] == NAME_WORD_LINK)
		last++;
	return (without >> parts->kinds[first] & 1) || (without >> parts->kinds[last] & 1);
}

void name_sound(const struct name *name, const struct name_parts *parts, unsigned without, struct name_sound *ret)
{
	ret->script = name->script;
	ret->length = 0;
	ret->starts = 0;
	for (size_t i = 0; i < name->words; i++) {
		if (is_without(name, parts, without, i))
			continue;
		ret->starts |= (uint64_t)1 << ret->length;
		for (size_t at = name->starts[i]; at < name->starts[i + 1]; at++) {
			ret->places[ret->length] = (uint8_t)at;
			ret->letters[ret->length++] = name->letters[at];
		}
	}
	ret->letters[ret->length] = 0;
}
