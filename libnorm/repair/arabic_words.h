/* SPDX-License-Identifier: MIT */
/*
 * Words of Arabic, as they were counted in news (data/languages/arabic-words.tsv): all that have the letter feh, and the frequent ones
 * among the others. Letters alone tell them; marks are not seen. gen_arabic_words.c writes the table at build time.
 */
#ifndef REPAIR_ARABIC_WORDS_H
#define REPAIR_ARABIC_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "repair/letter_order.h"

enum {
	ARABIC_WORD_MIN = 2, /* letters */
	ARABIC_WORD_MAX = 16,
	ARABIC_STEM_MIN = 3, /* what is left when the small words in front are taken off */
	ARABIC_STARTS_MAX = 12,
};

/* The hashes of the words and their stems, in ascending order. */
extern const uint32_t news_words[];
extern const size_t news_word_count;

/* A word: the classes of its letters, see letter_order_class(). */
static inline uint32_t arabic_word_hash(const uint8_t *letters, size_t len)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ letters[i]) * 16777619u;
	return hash;
}

/* Where a word may begin behind what is written together with it: و and ف, then ب ك ل س, then the article. */
struct arabic_starts {
	size_t at[ARABIC_STARTS_MAX], count;
	bool article; /* one of them is behind an article */
};

static inline void arabic_add_start(struct arabic_starts *starts, size_t at, size_t len)
{
	if (at < len)
		starts->at[starts->count++] = at;
}

static inline bool arabic_letter_is(const uint8_t *letters, size_t len, size_t at, uint32_t cp)
{
	return at < len && letters[at] == letter_order_class(cp);
}

/* Behind an article that begins at `at`; لل holds one, too. */
static inline void arabic_add_article(struct arabic_starts *starts, const uint8_t *letters, size_t len, size_t at)
{
	bool alef = arabic_letter_is(letters, len, at, 0x0627), lam = arabic_letter_is(letters, len, at, 0x0644);
	if ((!alef && !lam) || !arabic_letter_is(letters, len, at + 1, 0x0644) || at + 2 >= len)
		return;
	starts->article = true;
	arabic_add_start(starts, at + 2, len);
}

static inline struct arabic_starts arabic_word_starts(const uint8_t *letters, size_t len)
{
	static const uint16_t prepositions[] = {0x0628, 0x0643, 0x0644, 0x0633};
	struct arabic_starts starts = {.count = 0};
	bool joined = arabic_letter_is(letters, len, 0, 0x0648) || arabic_letter_is(letters, len, 0, 0x0641);
	for (size_t from = 0; from < (joined ? 2 : 1); from++) {
		arabic_add_start(&starts, from, len);
		arabic_add_article(&starts, letters, len, from);
		for (size_t i = 0; i < sizeof prepositions / sizeof prepositions[0]; i++)
			if (arabic_letter_is(letters, len, from, prepositions[i])) {
				arabic_add_start(&starts, from + 1, len);
				arabic_add_article(&starts, letters, len, from + 1);
			}
	}
	return starts;
}

/* Whether the whole of it is one of the words or stems. */
bool arabic_word_is_listed(const uint8_t *letters, size_t len);

/* Whether it is one of them, or what is left behind one of its `starts`, if the letter at `inside` is in that. */
bool arabic_word_is_known(const uint8_t *letters, size_t len, const struct arabic_starts *starts, size_t inside);

#endif
