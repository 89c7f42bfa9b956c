/* SPDX-License-Identifier: MIT */
/*
 * The letters of all words of a part are put side by side, as keys have them, with nothing in between but what ends a name.
 * So each word is asked about with a few instructions that do not depend on how long it is. Where anything unusual stands near,
 * the answer is yes, and find_opening.c looks again.
 */
#include "places/find_sieve.h"

#include "places/find_letters.h"
#include "places/find_opening.h"
#include "places/gazetteer.h"

enum {
	SEEN = 12,   /* letters of a word: two clitics, the article, and those of the filter, or nearly */
	LETTER = 2,  /* bytes */
	ARTICLE = 2, /* letters */
	/* What stands between letters: */
	OVER = 2,    /* no name goes on behind it */
	STRANGE = 1, /* who knows: of a letter the highest bit is set, too */
	LONGEST = FIND_GROUP / LETTER,
};

struct word {
	uint16_t place;   /* of the second byte of its first letter */
	uint16_t letters; /* where they begin */
	uint8_t len;      /* up to LONGEST */
	uint8_t passes;
};

/* All words of a part. */
struct words {
	size_t count;
	struct word at[FIND_WORDS + FILTER_LONG]; /* behind the last one are some without letters */
	uint8_t letters[FIND_PART + SEEN * 2];
};

/* Four letters of two bytes with the leads D8 to DB; of others anything. What is no letter of names, a mark perhaps, is strange. */
static inline void fold_four(const uint8_t *at, uint8_t *ret)
{
	const uint8_t *arabic = fold_near + 0x600;
	uint64_t bytes = filter_letters(at), low = (bytes & 0x0003000300030003) << 6 | (bytes >> 8 & 0x003F003F003F003F);
	uint32_t all = arabic[low & 0xFF] | (uint32_t)arabic[low >> 16 & 0xFF] << 8 | (uint32_t)arabic[low >> 32 & 0xFF] << 16 |
		       (uint32_t)arabic[low >> 48] << 24;
	all |= (~all >> 7) & 0x01010101 * STRANGE;
	ret[0] = (uint8_t)all;
	ret[1] = (uint8_t)(all >> 8);
	ret[2] = (uint8_t)(all >> 16);
	ret[3] = (uint8_t)(all >> 24);
}

/* What a character that is not the next Arabic letter is to the words on both sides. */
static uint8_t kind_of_sign(const uint8_t *at, const uint8_t *end)
{
	at += *at == ' ';
	return at < end && find_character(at, end).kind == FOLD_OTHER ? OVER : STRANGE;
}

/* The bits from one on, which is in a group. */
static inline uint64_t bits_from(const struct find_masks *group, unsigned bit)
{
	return group[0].arabic >> bit | group[1].arabic << 1 << (FIND_GROUP - 1 - bit);
}

/* Write the letters of a word of `len`, of which the bits tell, and what is behind them. Returns where to go on. */
static inline uint8_t *put_letters(uint8_t *ret, const uint8_t *at, const uint8_t *end, unsigned len, uint64_t bits)
{
	fold_four(at, ret);
	fold_four(at + 4 * LETTER, ret + 4);
	if (len > 8)
		fold_four(at + 8 * LETTER, ret + 8);
	ret += len < SEEN ? len : SEEN;
	/* In front of the next word stands a space and nothing else, mostly. */
	if (len == LONGEST || !(bits >> (len * LETTER + 1) & 1) || at[len * LETTER] != ' ')
		*ret++ = kind_of_sign(at + len * LETTER, end);
	return ret;
}

static void find_words(const uint8_t *part, size_t len, const struct find_masks *masks, struct words *ret)
{
	uint64_t before = 0;
	struct word *word = ret->at;
	uint8_t *letters = ret->letters;
	for (size_t i = 0; i < find_groups(len); i++) {
		/* Of Arabic letters in a row the first: each has its bit at the second of two bytes. */
		uint64_t arabic = masks[i].arabic, firsts = arabic & ~(arabic << 2 | before);
		before = arabic >> 62;
		for (; firsts; firsts &= firsts - 1, word++) {
			unsigned bit = (unsigned)__builtin_ctzll(firsts), place = (unsigned)(i * FIND_GROUP) + bit;
			uint64_t bits = bits_from(masks + i, bit), others = ~bits & 0x5555555555555555;
			unsigned length = others ? (unsigned)__builtin_ctzll(others) / LETTER : LONGEST;
			*word = (struct word){(uint16_t)place, (uint16_t)(letters - ret->letters), (uint8_t)length, 0};
			if (place + SEEN * LETTER <= len && place + length * LETTER <= len)
				letters = put_letters(letters, part + place - 1, part + len, length, bits);
			else
				*letters++ = STRANGE;
		}
	}
	*letters = STRANGE;
	ret->count = (size_t)(word - ret->at);
	for (int i = 0; i < FILTER_LONG; i++)
		*word++ = (struct word){.len = 0};
}

/* Whether what is strange is among these letters. */
static inline bool is_strange(uint64_t letters)
{
	return letters & ~(letters >> 7) & 0x0101010101010101;
}

/* Whether a key begins with these letters; `len` of them are what is left of the word. */
static bool begins(const struct filter_bits *bits, uint64_t letters, const struct word *word, unsigned len)
{
	if (is_strange(letters) || filter_has(bits, letters))
		return true;
	for (; len < FILTER_LONG && word->len; len += (++word)->len)
		if (len >= FILTER_SHORT && filter_has(bits, filter_first(letters, len)))
			return true;
	return false;
}

/* Whether one may begin behind `from` letters of a word. */
static inline bool may_begin(const struct filter *filter, const struct words *words, const struct word *word, unsigned from)
{
	const uint8_t *at = words->letters + word->letters + from;
	unsigned done = from + (letters_are_article(at[0], at[1]) ? ARTICLE : 0);
	uint64_t letters = filter_letters(words->letters + word->letters + done);
	if (word->len < done + FILTER_SHORT) {
		/* A short key may end with this word; or with the next one, but that is rare. */
		if (word->len <= done || word->len + word[1].len < done + FILTER_SHORT ||
		    filter_has(&filter->openings, filter_first(letters, word->len - done)))
			return true;
	}
	return filter_has(&filter->openings, filter_first(letters, FILTER_SHORT)) &&
	       begins(&filter->starts, letters, word, word->len - done);
}

/* In what ways one may begin with a word. */
static inline unsigned ways(const struct filter *filter, const struct words *words, const struct word *word)
{
	const uint8_t *letters = words->letters + word->letters;
	unsigned ret = may_begin(filter, words, word, 0) ? OPENING_WORD : 0;
	bool conjunction = letter_is_conjunction(letters[0]);
	/* A word of its own is no clitic. */
	if ((!conjunction && !letter_is_preposition(letters[0])) || word->len == 1)
		return ret;
	if (may_begin(filter, words, word, 1))
		ret |= conjunction ? OPENING_CONJUNCTION : OPENING_PREPOSITION;
	if (conjunction && letter_is_preposition(letters[1]) && may_begin(filter, words, word, 2))
		ret |= OPENING_PREPOSITION;
	return ret;
}

static void look_for_openings(const struct filter *filter, struct words *words)
{
	for (struct word *word = words->at, *end = word + words->count; word < end; word++) {
		bool strange = is_strange(filter_letters(words->letters + word->letters));
		word->passes |= (uint8_t)(strange ? OPENING_UNKNOWN : ways(filter, words, word));
	}
}

void find_sieve(const struct find_text *text, const uint8_t *part, size_t len, struct find_masks *masks, uint8_t *ret)
{
	struct words words;
	find_words(part, len, masks, &words);
	for (size_t i = 0; i < text->gazetteer->count; i++)
		look_for_openings(&text->gazetteer->layers[i].filter, &words);
	for (size_t i = 0; i < find_groups(len); i++)
		masks[i].arabic = 0;
	for (const struct word *word = words.at; word < words.at + words.count; word++) {
		if (!word->passes)
			continue;
		masks[word->place / FIND_GROUP].arabic |= (uint64_t)1 << word->place % FIND_GROUP;
		*ret++ = word->passes;
	}
}
