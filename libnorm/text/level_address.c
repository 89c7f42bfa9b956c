/* SPDX-License-Identifier: MIT */
/* URLs, handles and e-mail addresses, as far as sentences and the counting of words have to know them. */
#include <string.h>

#include "text/level_mark.h"

/* What stands before in an address. */
enum trail { TRAIL_OTHER, TRAIL_DELIMITER, TRAIL_ARABIC, TRAIL_STOP, TRAIL_ARABIC_STOP };

static enum trail trail_behind(enum trail before, const struct letter *letter)
{
	if (letter->class == CLASS_TRANSPARENT)
		return before;
	if (class_is_arabic(letter->class))
		return TRAIL_ARABIC;
	uint32_t base = letter_base(letter->cp);
	if (base == '.')
		return before == TRAIL_ARABIC || before == TRAIL_DELIMITER ? TRAIL_ARABIC_STOP : TRAIL_STOP;
	return base < 0x80 && strchr("/_-=?&#+%@", (int)base) ? TRAIL_DELIMITER : TRAIL_OTHER;
}

/*
 * Whether an address goes on. Arabic letters belong to it behind a delimiter or another of them; right behind a Latin
 * letter or a digit, or behind its full stop, a sentence goes on.
 */
static bool address_goes_on(enum trail before, const struct letter *letter)
{
	if (class_is_arabic(letter->class))
		return before != TRAIL_OTHER && before != TRAIL_STOP;
	if (class_is_letter(letter->class) || letter->class == CLASS_DIGIT || letter->class == CLASS_TRANSPARENT)
		return true;
	uint32_t base = letter_base(letter->cp);
	if (base == '.' && (before == TRAIL_STOP || before == TRAIL_ARABIC_STOP)) /* of an ellipsis */
		return false;
	return base && base < 0x80 && strchr("-._~:/?#[@!$&(*+,;=%", (int)base);
}

const uint8_t *level_address_end(const uint8_t *at, const uint8_t *end)
{
	const uint8_t *last = at;
	enum trail trail = TRAIL_DELIMITER;
	while (at < end) {
		struct letter letter = letter_at(at, end);
		if (!address_goes_on(trail, &letter))
			break;
		at += letter.length;
		trail = trail_behind(trail, &letter);
		uint32_t base = letter_base(letter.cp);
		/* These end the sentence where nothing follows, not the address. */
		if (letter.class != CLASS_TRANSPARENT && !(base < 0x80 && strchr(".,;:!?*", (int)base)))
			last = at;
	}
	return last;
}

/* The next character that is not transparent; an UTF8_INVALID of CLASS_END at the end. */
static struct letter next_visible(const uint8_t **at, const uint8_t *end)
{
	while (*at < end) {
		struct letter letter = letter_at(*at, end);
		*at += letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			return letter;
	}
	return (struct letter){UTF8_INVALID, 0, CLASS_END};
}

bool level_is_address(const uint8_t *at, const uint8_t *end, bool behind_latin)
{
	struct letter first = next_visible(&at, end);
	if (first.class != CLASS_AT)
		return behind_latin && first.cp == ':' && next_visible(&at, end).cp == '/' && next_visible(&at, end).cp == '/';
	struct letter second = next_visible(&at, end);
	return class_is_letter(second.class) || second.class == CLASS_DIGIT;
}
