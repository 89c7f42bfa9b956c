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
	KEPT = 2 * FILTER_LONG, /* letters of a word: eight behind clitics and the article */
	/* What stands behind the letters of a word, if it is no space with another word behind: */
	STRANGE = 1, /* who knows: of a letter the highest bit is set, too */
	OVER = 2,    /* no name goes on behind it */
};

/* All words of a part. Behind the last one is one without letters. */
struct words {
	size_t count;
	size_t used;             /* of `letters` */
	uint16_t place[WORDS];  /* of the second byte of the first letter */
	uint16_t first[WORDS];  /* letter, in `letters` */
	uint8_t len[WORDS];     /* letters, up to LONGEST */
	uint8_t ahead[WORDS];   /* letters in it that follow the word before it; where something parts them FILTER_LONG */
	uint8_t folded[FIND_PART + FIND_GROUP]; /* each letter where its second byte is */
	/* The first letters of each word, up to KEPT. Behind them are those of the next one, or what else is there and zeros. */
	uint8_t letters[FIND_PART / LETTER + (WORDS + 1) * FILTER_LONG];
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

typedef uint16_t pairs __attribute__((vector_size(FILTER_LONG * LETTER)));
typedef uint8_t eight __attribute__((vector_size(FILTER_LONG)));

/* Write eight letters: the first byte and each second behind it. */
static inline void put_eight(uint8_t *ret, const uint8_t *folded)
{
	pairs found;
	memcpy(&found, folded, sizeof found);
	found = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? found >> 8 : found & 0xFF;
	eight letters = __builtin_convertvector(found, eight);
	memcpy(ret, &letters, sizeof letters);
}

static inline void put_letters(struct words *words, const uint8_t *folded, unsigned len)
{
	uint8_t *at = words->letters + words->used;
	put_eight(at, folded);
	if (len > FILTER_LONG)
		put_eight(at + FILTER_LONG, folded + FILTER_LONG * LETTER);
	words->used += len < KEPT ? len : KEPT;
}

/* Add the word that begins at `place`; `bits` tell its letters. Whether nothing parts it from the word before it, and from the next one. */
static inline bool add_word(struct words *words, const uint8_t *part, const uint8_t *end, unsigned place, uint64_t bits, bool joined)
{
	uint64_t others = ~bits & 0x5555555555555555;
	unsigned len = others ? (unsigned)__builtin_ctzll(others) / LETTER : LONGEST;
	const uint8_t *behind = part + place - 1 + len * LETTER;
	size_t number = words->count++;
	words->place[number] = (uint16_t)place;
	words->first[number] = (uint16_t)words->used;
	words->len[number] = (uint8_t)len;
	words->ahead[number] = joined ? (uint8_t)len : FILTER_LONG;
	put_letters(words, words->folded + place, len);
	if (len < LONGEST && bits >> (len * LETTER + 1) & 1 && *behind == ' ')
		return true;
	filter_put_letters(words->letters + words->used, kind_of_sign(behind, end));
	words->used += FILTER_LONG;
	return false;
}

static void find_words(const uint8_t *part, const uint8_t *end, const struct find_masks *masks, size_t groups, struct words *words)
{
	uint64_t before = 0;
	bool joined = false;
	words->count = words->used = 0;
	for (size_t i = 0; i < groups; i++) {
		/* Of Arabic letters in a row the first: each has its bit at the second of two bytes. */
		uint64_t arabic = masks[i].arabic, firsts = arabic & ~(arabic << 2 | before);
		before = arabic >> 62;
		for (; firsts; firsts &= firsts - 1) {
			unsigned bit = (unsigned)__builtin_ctzll(firsts);
			joined = add_word(words, part, end, (unsigned)(i * FIND_GROUP) + bit, bits_from(masks + i, bit), joined);
		}
	}
	words->len[words->count] = 0;
	words->ahead[words->count] = FILTER_LONG;
	memset(words->first + words->count, 0, FIND_LANES * sizeof words->first[0]);
}

/* Eight letters of a word and those behind it, from one on that it has. */
static inline uint64_t letters_from(const struct words *words, size_t number, unsigned from)
{
	return filter_letters(words->letters + words->first[number] + from);
}

/* Whether what is strange is among these letters. */
static inline bool is_strange(uint64_t letters)
{
	return letters & ~(letters >> 7) & 0x0101010101010101;
}

/* ---- The second look ---- */

/* Whether a key begins with these letters; `len` are left of the word at `lens`, and behind it those that follow have theirs. */
static bool begins(const struct filter_bits *bits, uint64_t letters, uint64_t mark, const uint8_t *lens, unsigned len)
{
	if (is_strange(letters) || filter_has(bits, letters & ~mark))
		return true;
	for (; len < FILTER_LONG && *lens; len += *++lens)
		if (len >= FILTER_SHORT && filter_has(bits, filter_first(letters, len) & ~mark))
			return true;
	return false;
}

/* Whether one may begin behind `from` letters of a word: `way`, 0, or OPENING_UNKNOWN. */
static unsigned may_begin(const struct filter *filter, const struct words *words, size_t number, unsigned from, unsigned way)
{
	uint64_t letters = letters_from(words, number, from);
	unsigned len = words->len[number], done = from;
	uint64_t mark = 0;
	if (letters_are_article((uint8_t)letters, (uint8_t)(letters >> 8))) {
		letters >>= 8 * ARTICLE;
		done += ARTICLE;
		mark = FILTER_ARTICLE;
	}
	uint64_t four = filter_first(letters, FILTER_SHORT);
	if (is_strange(four))
		return OPENING_UNKNOWN;
	/* A short key may end with this word; or with the next one, but that is rare. */
	if (len < done + FILTER_SHORT && (len <= done || len + words->ahead[number + 1] < done + FILTER_SHORT ||
					  filter_has(&filter->openings, filter_first(letters, len - done) & ~mark)))
		return way;
	if (!filter_has(&filter->openings, four & ~mark))
		return 0;
	return begins(&filter->starts, letters_from(words, number, done), mark, words->len + number, len - done) ? way : 0;
}

/* Whether the word has letters behind so many, or may have: a word of its own is no clitic. */
static inline bool goes_on(const struct words *words, size_t number, unsigned letters)
{
	return words->len[number] > letters ||
	       (words->len[number] == letters && words->letters[words->first[number] + letters] == STRANGE);
}

/* In what ways one may begin with a word. */
static unsigned ways(const struct filter *filter, const struct words *words, size_t number)
{
	unsigned ret = may_begin(filter, words, number, 0, OPENING_WORD);
	const uint8_t *letters = words->letters + words->first[number];
	uint8_t first = letters[0], second = letters[1];
	bool conjunction = letter_is_conjunction(first), more = goes_on(words, number, 1);
	if (more && (conjunction || letter_is_preposition(first)))
		ret |= may_begin(filter, words, number, 1, conjunction ? OPENING_CONJUNCTION : OPENING_PREPOSITION);
	if (conjunction && letter_is_preposition(second) && goes_on(words, number, 2))
		ret |= may_begin(filter, words, number, 2, OPENING_PREPOSITION);
	return ret;
}

static unsigned ways_of_all(const norm_gazetteer *gazetteer, const struct words *words, size_t number)
{
	unsigned ret = 0;
	for (size_t i = 0; i < gazetteer->count; i++)
		ret |= ways(&gazetteer->layers[i].filter, words, number);
	return ret;
}

/* The letters of names; what is none, a mark perhaps, is strange. */
static void fold(const uint8_t *part, size_t len, uint8_t *ret)
{
	uint8_t table[ARABIC_MAP_SIZE];
	for (size_t i = 0; i < ARABIC_MAP_SIZE; i++)
		table[i] = fold_near[0x600 + i] | (fold_near[0x600 + i] < FOLD_ARABIC) * STRANGE;
	arabic_map_best()(table, part, len, ret);
}

static bool has_arabic(const struct find_masks *masks, size_t groups)
{
	uint64_t found = 0;
	for (size_t i = 0; i < groups; i++)
		found |= masks[i].arabic;
	return found;
}

void find_sieve(const struct find_text *text, const uint8_t *part, size_t len, struct find_masks *masks, uint8_t *ret)
{
	struct words words;
	uint16_t left[WORDS];
	size_t groups = find_groups(len);
	if (!has_arabic(masks, groups))
		return;
	fold(part, len, words.folded);
	find_words(part, text->end, masks, groups, &words);
	struct find_look look = {words.letters, words.first, words.len, words.ahead, words.count};
	size_t count = find_first_look_best()(text->gazetteer, &look, left);
	for (size_t i = 0; i < groups; i++)
		masks[i].arabic = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned place = words.place[left[i]], passes = ways_of_all(text->gazetteer, &words, left[i]);
		if (!passes)
			continue;
		masks[place / FIND_GROUP].arabic |= (uint64_t)1 << place % FIND_GROUP;
		*ret++ = (uint8_t)passes;
	}
}
