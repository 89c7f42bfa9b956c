/* SPDX-License-Identifier: MIT */
/* For level_scan.c only: sentences that a lost space has glued to the one before: la fin.Le début, fin."Le début, la fin ?L’autre. */
#ifndef TEXT_LEVEL_GLUED_H
#define TEXT_LEVEL_GLUED_H

#include "text/letter_class.h"
#include "unicode/ascii.h"
#include "unicode/tables.h"

/* The next character that is seen, at or behind `*at`; moves behind it. */
static inline struct letter glued_next(const uint8_t **at, const uint8_t *end)
{
	struct letter letter = {.class = CLASS_END};
	while (*at < end) {
		letter = letter_at(*at, end);
		*at += letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			return letter;
	}
	return (struct letter){.class = CLASS_END};
}

/* The class of what stands behind the spaces at `at`, if there are any. */
static inline unsigned glued_behind_spaces(const uint8_t *at, const uint8_t *end)
{
	unsigned class;
	do
		class = glued_next(&at, end).class;
	while (class == CLASS_SPACE);
	return class;
}

/* The character that is seen in front of `*at`; moves in front of it. */
static inline struct letter glued_before(const uint8_t *text, const uint8_t **at)
{
	while (*at > text) {
		struct letter letter = letter_before(text, *at);
		*at -= letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			return letter;
	}
	return (struct letter){.class = CLASS_END};
}

/* Whether a word begins with the capital at `at`, rather than an initial or a name in capitals: Le, L’un, A Paris, M. Un. */
static inline bool glued_begins(const uint8_t *at, const uint8_t *end)
{
	if (end - at > 1 && ascii_is_letter(*at) && ascii_is_letter(at[1]))
		return at[1] & 0x20;
	uint32_t capital = glued_next(&at, end).cp;
	const uint32_t *letters; /* of an equivalent text: the letter, and its marks */
	if (capital >= 0x80 && cpmap_get(&unicode_nfd, capital, &letters) > 0)
		capital = letters[0];
	struct letter next = glued_next(&at, end);
	switch (next.cp) {
	case '\'': case '`': case 0x00B4: case 0x2018: case 0x2019: case 0x201B: case 0x2032:
		return class_is_letter(glued_behind_spaces(at, end)); /* a space there may go */
	case '.':
		return capital == 'M' && glued_next(&at, end).class == CLASS_SPACE && glued_behind_spaces(at, end) == CLASS_UPPER;
	default:
		break;
	}
	bool word = next.class == CLASS_SPACE && (capital == 'A' || capital == 'Y');
	return next.class == CLASS_LOWER || (word && class_is_letter(glued_behind_spaces(at, end)));
}

/*
 * Whether the stops in front of the capital at `at`, or a quote behind them, end a text. A full stop behind a space may begin a name
 * (.Net), and an ellipsis behind a quote what is quoted.
 */
static inline bool glued_ends(const uint8_t *text, const uint8_t *at)
{
	struct letter letter = glued_before(text, &at);
	bool mark = letter.cp == '!' || letter.cp == '?', point = letter.cp == '.', spaced = false;
	if (letter.class != CLASS_STOP)
		return letter.class == CLASS_QUOTE || letter.class == CLASS_CLOSE;
	unsigned stops = 0;
	for (; letter.class == CLASS_STOP || letter.class == CLASS_SPACE; letter = glued_before(text, &at)) {
		stops += letter.class == CLASS_STOP;
		spaced |= letter.class == CLASS_SPACE;
	}
	if (letter.class == CLASS_END || letter.class == CLASS_OPEN)
		return false;
	return point && stops == 1 ? !spaced : mark || letter.class != CLASS_QUOTE;
}

/* Whether the capital at `at`, which nothing but a quote parts from the stop in front of it, begins a sentence. */
static inline bool level_is_glued(const uint8_t *text, const uint8_t *at, const uint8_t *end)
{
	return glued_begins(at, end) && glued_ends(text, at);
}

#endif
