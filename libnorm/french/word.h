/* SPDX-License-Identifier: MIT */
/* A word of the text, and which word of the data it is. */
#ifndef FRENCH_WORD_H
#define FRENCH_WORD_H

#include <stdbool.h>

#include "french/words.h"
#include "text/scope.h"

enum word_shape {
	WORD_SMALL,    /* cœur */
	WORD_CAPITAL,  /* Cœur, also Œuvre and OEuvre */
	WORD_CAPITALS, /* CŒUR */
	WORD_MIXED,    /* CoeuR */
};

struct word {
	uint8_t letters[FRENCH_WORD_MAX]; /* as those of struct french_word */
	size_t length;
	size_t first; /* where the word starts: in front of it is what a hyphen parts from it, if word_join() has put that there */
	size_t at;    /* the letter that was asked about */
	enum word_shape shape;
	size_t start, end; /* its bytes in the text */
};

/*
 * Read the word at a place of the text. False where there is none, or one that no list has: too long, with letters that French does
 * not know, or with digits.
 */
bool word_read(const struct scope_text *text, struct word *ret);

/* If a hyphen parts a word from another one in front of it, put that one and the hyphen in front of its letters. */
bool word_join(const struct scope_text *text, struct word *word);

/*
 * The first word of a list that is this one, but for accents that its capitals lack: that at its start, and in a word in
 * capitals any. NULL: none.
 */
const struct french_word *word_find(const struct french_words *list, const struct word *word);

/* A letter of a word of the list, with its accent. */
static inline uint8_t word_spelled(const struct french_words *list, const struct french_word *entry, size_t letter)
{
	return list->pool[entry->text + entry->length + letter];
}

/* What stands beside a word, by the text that its paragraph has. */
bool word_begins_sentence(const struct scope_text *text, const struct word *word);
bool word_is_elided_onto(const struct scope_text *text, const struct word *word); /* behind l’ or d’ */
bool word_follows_capital(const struct scope_text *text, const struct word *word); /* a word with a capital, and a space */
bool word_precedes_small(const struct scope_text *text, const struct word *word); /* a space and a small letter of French */

#endif
