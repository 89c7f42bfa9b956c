/* SPDX-License-Identifier: MIT */
#include "text/letter_class.h"

struct letter letter_at_long(const uint8_t *at, const uint8_t *end)
{
	struct letter letter;
	letter.length = (uint8_t)utf8_decode(at, end, &letter.cp);
	letter.class = (uint8_t)letter_class(letter.cp);
	return letter;
}

struct letter letter_before_long(const uint8_t *start, const uint8_t *at)
{
	const uint8_t *first = at - 1;
	while (first > start && at - first < 4 && utf8_is_trail(*first))
		first--;
	struct letter letter = letter_at(first, at);
	if (letter.length == at - first)
		return letter;
	return (struct letter){UTF8_INVALID, 1, CLASS_NEUTRAL};
}
