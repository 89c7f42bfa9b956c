/* SPDX-License-Identifier: MIT */
/*
 * Two looks at all Arabic words of a part, by their letters as keys have them. The first one (find_first_look.c) asks the same of
 * all, the second one asks more of those that are left. Where anything unusual stands near, the answer is yes, and find_opening.c
 * looks again.
 */
#include "places/find_sieve.h"

#include <string.h>

#include "places/find_first_look.h"
#include "places/find_letters.h"
#include "places/find_opening.h"
#include "places/gazetteer.h"
#include "unicode/arabic_map.h"

enum {
	LETTER = 2,  /* bytes */
	ARTICLE = 2, /* letters */
	LONGEST = FIND_GROUP / LETTER,
	WORDS = FIND_WORDS + 1 + FIND_LANES,
	/* What stands behind the letters of a word: */
	NEXT = 0,    /* a space, and the next word */
	STRANGE = 1, /* who knows: of a letter the highest bit is set, too */
	OVER = 2,    /* no name goes on behind it */
};

/* All words of a part. Behind the last one is one without letters. */
struct words {
	size_t count;
	uint16_t place[WORDS]; /* of the second byte of the first letter */
	uint8_t len[WORDS];    /* letters, up to LONGEST */
	uint8_t behind[WORDS]; /* what is behind them */
	uint8_t two[WORDS];    /* letters, those of the next word counted where nothing parts them */
	uint64_t letters[WORDS]; /* eight from the word on, over spaces; the first one is the lowest byte */
	uint8_t passes[WORDS];
	uint8_t folded[FIND_PART + FIND_GROUP]; /* each letter where its second byte is */
};

/* The bits from one on, which is in a group. */
static inline uint64_t bits_from(const struct find_masks *group, unsigned bit)
{
	return group[0].arabic >> bit | group[1].arabic << 1 << (FIND_GROUP - 1 - bit);
}

/* What a character that is not the next Arabic letter is to the words on both sides. */
static uint8_t kind_of_sign(const uint8_t *at, const uint8_t *end)
{
	at += at < end && *at == ' ';
	return at < end && find_character(at, end).kind == FOLD_OTHER ? OVER : STRANGE;
}

/* Add the word that begins at `place`; `bits` tell its letters. */
static inline void add_word(struct words *words, const uint8_t *part, const uint8_t *end, unsigned place, uint64_t bits)
{
	uint64_t others = ~bits & 0x5555555555555555;
	unsigned len = others ? (unsigned)__builtin_ctzll(others) / LETTER : LONGEST;
	const uint8_t *behind = part + place - 1 + len * LETTER;
	bool next = len < LONGEST && bits >> (len * LETTER + 1) & 1 && *behind == ' ';
	words->place[words->count] = (uint16_t)place;
	words->len[words->count] = (uint8_t)len;
	words->behind[words->count++] = next ? NEXT : kind_of_sign(behind, end);
}

static void find_words(const uint8_t *part, const uint8_t *end, const struct find_masks *masks, size_t groups, struct words *ret)
{
	uint64_t before = 0;
	ret->count = 0;
	for (size_t i = 0; i < groups; i++) {
		/* Of Arabic letters in a row the first: each has its bit at the second of two bytes. */
		uint64_t arabic = masks[i].arabic, firsts = arabic & ~(arabic << 2 | before);
		before = arabic >> 62;
		for (; firsts; firsts &= firsts - 1) {
			unsigned bit = (unsigned)__builtin_ctzll(firsts);
			add_word(ret, part, end, (unsigned)(i * FIND_GROUP) + bit, bits_from(masks + i, bit));
		}
	}
	ret->len[ret->count] = 0;
	ret->behind[ret->count] = STRANGE;
}

/* Of eight bytes the first one and each second behind it. */
static inline uint64_t every_second(const uint8_t *at)
{
	uint64_t bytes = filter_letters(at) & 0x00FF00FF00FF00FF;
	bytes = (bytes | bytes >> 8) & 0x0000FFFF0000FFFF;
	return (bytes | bytes >> 16) & 0x00000000FFFFFFFF;
}

/* Eight letters of a word and those behind it, from one on that it has. What is no letter of names, a mark perhaps, is strange. */
static inline uint64_t letters_from(const struct words *words, size_t number, unsigned from)
{
	const uint8_t *at = words->folded + words->place[number] + from * LETTER;
	unsigned len = words->len[number] - from < FILTER_LONG ? words->len[number] - from : FILTER_LONG;
	uint64_t letters = every_second(at) | every_second(at + 4 * LETTER) << 32;
	uint64_t behind = words->behind[number] == NEXT ? words->letters[number + 1] : words->behind[number];
	letters |= (~letters >> 7) & 0x0101010101010101 * STRANGE;
	return filter_first(letters, len) | behind << 4 * len << 4 * len;
}

/* The last one first, as each goes on with the next. */
static void read_letters(struct words *words)
{
	words->letters[words->count] = 0;
	for (size_t i = words->count; i-- > 0;) {
		words->letters[i] = letters_from(words, i, 0);
		words->two[i] = (uint8_t)(words->len[i] + (words->behind[i] == NEXT ? words->len[i + 1] : FILTER_LONG));
	}
}

/* Whether what is strange is among these letters. */
static inline bool is_strange(uint64_t letters)
{
	return letters & ~(letters >> 7) & 0x0101010101010101;
}

/* ---- The second look ---- */

/* Eight letters behind `skip` ones, which may be those of several words. */
static uint64_t letters_behind(const struct words *words, size_t number, unsigned skip)
{
	for (; words->len[number] <= skip; number++) {
		if (words->behind[number] != NEXT)
			return words->behind[number];
		skip -= words->len[number];
	}
	return letters_from(words, number, skip);
}

/* Whether a key begins with these letters; `len` are left of the word at `lens`, and behind it those that follow have theirs. */
static bool begins(const struct filter_bits *bits, uint64_t letters, const uint8_t *lens, unsigned len)
{
	if (is_strange(letters) || filter_has(bits, letters))
		return true;
	for (; len < FILTER_LONG && *lens; len += *++lens)
		if (len >= FILTER_SHORT && filter_has(bits, filter_first(letters, len)))
			return true;
	return false;
}

/* Whether one may begin behind `from` letters of a word: `way`, 0, or OPENING_UNKNOWN. */
static unsigned may_begin(const struct filter *filter, const struct words *words, size_t number, unsigned from, unsigned way)
{
	uint64_t letters = words->letters[number] >> 8 * from;
	unsigned len = words->len[number], done = from;
	if (letters_are_article((uint8_t)letters, (uint8_t)(letters >> 8))) {
		letters >>= 8 * ARTICLE;
		done += ARTICLE;
	}
	uint64_t four = filter_first(letters, FILTER_SHORT);
	if (is_strange(four))
		return OPENING_UNKNOWN;
	/* A short key may end with this word; or with the next one, but that is rare. */
	if (len < done + FILTER_SHORT && (len <= done || words->two[number] < done + FILTER_SHORT ||
					  filter_has(&filter->openings, filter_first(letters, len - done))))
		return way;
	if (!filter_has(&filter->openings, four))
		return 0;
	letters = done ? letters_behind(words, number, done) : letters;
	return begins(&filter->starts, letters, words->len + number, len - done) ? way : 0;
}

/* Whether the word has letters behind so many, or may have: a word of its own is no clitic. */
static inline bool goes_on(const struct words *words, size_t number, unsigned letters)
{
	return words->len[number] > letters || (words->len[number] == letters && words->behind[number] == STRANGE);
}

/* In what ways one may begin with a word. */
static unsigned ways(const struct filter *filter, const struct words *words, size_t number)
{
	unsigned ret = may_begin(filter, words, number, 0, OPENING_WORD);
	uint8_t first = (uint8_t)words->letters[number], second = (uint8_t)(words->letters[number] >> 8);
	bool conjunction = letter_is_conjunction(first), more = goes_on(words, number, 1);
	if (more && (conjunction || letter_is_preposition(first)))
		ret |= may_begin(filter, words, number, 1, conjunction ? OPENING_CONJUNCTION : OPENING_PREPOSITION);
	if (conjunction && letter_is_preposition(second) && goes_on(words, number, 2))
		ret |= may_begin(filter, words, number, 2, OPENING_PREPOSITION);
	return ret;
}

static void look_for_openings(const struct filter *filter, struct words *words)
{
	uint16_t left[WORDS];
	struct find_look look = {words->letters, words->len, words->two, words->count};
	size_t count = find_first_look_best()(&filter->openings, &look, left);
	for (size_t i = 0; i < count; i++)
		words->passes[left[i]] |= (uint8_t)ways(filter, words, left[i]);
}

void find_sieve(const struct find_text *text, const uint8_t *part, size_t len, struct find_masks *masks, uint8_t *ret)
{
	struct words words;
	size_t groups = find_groups(len);
	find_words(part, text->end, masks, groups, &words);
	if (!words.count)
		return;
	arabic_map_best()(fold_near + 0x600, part, len, words.folded);
	read_letters(&words);
	memset(words.passes, 0, words.count);
	for (size_t i = 0; i < text->gazetteer->count; i++)
		look_for_openings(&text->gazetteer->layers[i].filter, &words);
	for (size_t i = 0; i < groups; i++)
		masks[i].arabic = 0;
	for (size_t i = 0; i < words.count; i++) {
		if (!words.passes[i])
			continue;
		masks[words.place[i] / FIND_GROUP].arabic |= (uint64_t)1 << words.place[i] % FIND_GROUP;
		*ret++ = words.passes[i];
	}
}
