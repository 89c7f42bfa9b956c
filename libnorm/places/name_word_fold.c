/* SPDX-License-Identifier: MIT */
#include "places/name_words.h"

/* Alef with its hamza or madda is alef, and the ends that are often mistaken for each other are one. */
static uint8_t fold_letter(uint8_t letter)
{
	switch (name_letters[letter].cp) {
	case 0x622: /* alef with madda */
	case 0x623: /* with hamza above */
	case 0x625: /* below */
		return name_arabic_letters[0x27];
	case 0x649: /* alef maqsura: yeh */
		return name_arabic_letters[0x4A];
	case 0x629: /* teh marbuta: heh */
		return name_arabic_letters[0x47];
	default:
		return letter;
	}
}

size_t name_word_fold(const struct name *name, size_t word, uint8_t *ret)
{
	size_t at = name->starts[word], end = name->starts[word + 1], len = 0;
	if (name->script == NAME_ARABIC && name->letters[at] == NAME_ARTICLE)
		at++;
	if (end - at > NAME_WORD_LETTERS)
		return 0;
	for (; at < end; at++)
		ret[len++] = name->script == NAME_ARABIC ? fold_letter(name->letters[at]) : name->letters[at];
	return len;
}
