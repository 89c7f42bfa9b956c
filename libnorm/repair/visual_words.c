/* SPDX-License-Identifier: MIT */
/*
 * What the words of a line say of its order: those that are known when they are read from left to right, and not the other way
 * round. It takes a table and more time than letters do, so it is asked only where letters have said much, and not enough.
 */
#include "repair/arabic_words.h"
#include "repair/visual_evidence.h"
#include "repair/visual_words.h"
#include "text/character.h"

enum { LETTERS_MIN = 2, LETTERS_MAX = 5 };

/*
 * What a word says that is known when it is turned round, and one that is known as it stands; by the number of letters, up to five.
 * Short words are other words when they are turned round.
 */
static const int8_t turned_bits[LETTERS_MAX + 1] = {0, 0, 0, 3, 7, 10}, standing_bits[LETTERS_MAX + 1] = {0, 0, 6, 12, 12, 12};

struct word {
	uint8_t letters[ARABIC_WORD_MAX], len;
	bool other; /* has letters that Arabic does not have, or too many */
};

static bool is_known(const uint8_t *letters, size_t len)
{
	struct arabic_starts starts = arabic_word_starts(letters, len);
	return arabic_word_is_known(letters, len, &starts, len);
}

/* What a word says, which begins on the left: of the order of display if above 0. */
static long weigh_word(const struct word *word)
{
	uint8_t turned[ARABIC_WORD_MAX];
	size_t row = word->len < LETTERS_MAX ? word->len : LETTERS_MAX;
	if (word->other || word->len < LETTERS_MIN)
		return 0;
	for (size_t i = 0; i < word->len; i++)
		turned[i] = word->letters[word->len - 1 - i];
	bool known = is_known(turned, word->len), stands = is_known(word->letters, word->len);
	if (known && stands && word->len == LETTERS_MIN)
		return 0;
	return ((known ? turned_bits[row] : 0) - (stands ? standing_bits[row] : 0)) * VISUAL_BIT;
}

long visual_words_weigh(const struct items *items)
{
	struct word word = {.len = 0};
	long sum = 0;
	for (size_t i = 0; i < items->len; i++) {
		uint32_t cp = items->at[i].cp;
		unsigned class = letter_order_class(cp);
		if (class != LETTER_ORDER_EDGE && word.len < ARABIC_WORD_MAX) {
			word.letters[word.len++] = (uint8_t)class;
		} else if (class != LETTER_ORDER_EDGE || character_is_arabic_letter(cp)) {
			word.other = true;
		} else if (!letter_order_passes(cp)) {
			sum += weigh_word(&word);
			word = (struct word){.len = 0};
		}
	}
	return sum + weigh_word(&word);
}
