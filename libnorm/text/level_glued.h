/* SPDX-License-Identifier: MIT */
/* For level_scan.c only: sentences that a lost space has glued to the one before: la fin.Le début, fin."Le début, la fin ?L’autre. */
#ifndef TEXT_LEVEL_GLUED_H
#define TEXT_LEVEL_GLUED_H

#include "text/letter_class.h"
#include "unicode/ascii.h"

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

/* Whether a word of a sentence begins with the capital at `at`, rather than an initial or a name in capitals: Le, L’un, A Paris, M. Un. */
static inline bool glued_begins(const uint8_t *at, const uint8_t *end)
{
	if (end - at > 1 && ascii_is_letter(*at) && ascii_is_letter(at[1]))
		return at[1] & 0x20;
	uint32_t capital = glued_next(&at, end).cp;
	struct letter next = glued_next(&at, end);
	bool word = capital == 'A' || capital == 0xC0 || capital == 'Y';
	switch (next.cp) {
	case '\'': case '`': case 0x00B4: case 0x2018: case 0x2019: case 0x201B: case 0x2032:
		return class_is_letter(glued_next(&at, end).class);
	case '.':
		return capital == 'M' && glued_next(&at, end).class == CLASS_SPACE && glued_next(&at, end).class == CLASS_UPPER;
	default:
		return next.class == CLASS_LOWER || (word && next.class == CLASS_SPACE && class_is_letter(glued_next(&at, end).class));
	}
}

/* Whether the stops in front of the capital at `at`, or a quote behind them, end a text. With a space in front of it a full stop may begin a name: .Net */
static inline bool glued_ends(const uint8_t *text, const uint8_t *at)
{
	struct letter letter = glued_before(text, &at);
	bool mark = letter.cp == '!' || letter.cp == '?';
	if (letter.class != CLASS_STOP)
		return letter.class == CLASS_QUOTE || letter.class == CLASS_CLOSE;
	while (letter.class == CLASS_STOP)
		letter = glued_before(text, &at);
	return letter.class != CLASS_END && (mark || (letter.class != CLASS_SPACE && letter.class != CLASS_OPEN));
}

/* Whether the capital at `at`, which nothing but a quote parts from the stop in front of it, begins a sentence. */
static inline bool level_is_glued(const uint8_t *text, const uint8_t *at, const uint8_t *end)
{
	return glued_begins(at, end) && glued_ends(text, at);
}

#endif
