/* SPDX-License-Identifier: MIT */
/*
 * Two looks at all Arabic words of a part, by their letters as keys have them. The first one (find_first_look.c) asks the same of
 * all, the second one asks more of those that are left. Where anything unusual stands near, the answer is yes, and find_opening.c
 * looks again. Words that begin with a letter that may be a clitic are looked at once more, without it.
 */
#include "places/find_sieve.h"

#include <string.h>

#include "places/find_first_look.h"
#include "places/find_letters.h"
#include "places/find_opening.h"
#include "places/gazetteer.h"
#include "unicode/has_vectors.h"

/* All that is done for each word is compiled twice: for any processor, and for one that has vectors, where shifts cost less, too. */
#define INLINE __attribute__((always_inline)) static inline

enum {
	LETTER = 2,  /* bytes */
	ARTICLE = 2, /* letters */
	WORDS = FIND_PART / 3 + 3 + FIND_LANES, /* a letter and what is between it and the next; one without letters behind */
	KEPT = 2 * FILTER_LONG, /* letters of a word: eight behind clitics and the article */
	SPACES = 3,
	DIGITS = 3,
};

/* All words of a part. Behind the last one is one without letters. */
struct words {
	size_t count;
	uint16_t place[WORDS];  /* of the second byte of the first letter */
	uint16_t first[WORDS];  /* letter, in `letters` */
	uint8_t len[WORDS];     /* letters, as many as a group has room for */
	uint8_t ahead[WORDS];   /* letters in it that follow the word before it; where something parts them FILTER_LONG */
	uint8_t folded[FIND_PART + FIND_GROUP]; /* each letter where its second byte is */
	/* The first letters of each word, up to KEPT. Behind them are those of the next one, or what else is there and zeros. */
	uint8_t letters[FIND_PART / LETTER + (WORDS + 1) * FILTER_LONG];
};

/* What is left of some words behind letters in front. */
struct rest {
	struct find_look look;
	uint16_t word[WORDS], first[WORDS];
	uint8_t len[WORDS], behind[WORDS];
};

/* What the second look asks of a word. */
struct ask {
	uint64_t letters; /* from the first one of a name on, behind the article marked */
	uint16_t word;
	int8_t len; /* of them are left of the word */
	uint8_t way;
};

/* A part, and what is found out about it. */
struct part {
	const struct find_sieve *sieve;
	const norm_gazetteer *gazetteer;
	struct find_masks *masks;
	struct find_opening *openings;
	struct words words;
	/* Of the words that were looked at last, or of what is left of them: */
	uint8_t told[WORDS];
	uint16_t left[WORDS], clitics[WORDS]; /* numbers of those that are left, of those that begin with a clitic */
	size_t left_count, clitic_count;
	struct ask asks[WORDS];
};

/* ---- The words ---- */

/* The bits from one on, which is in a group. */
INLINE uint64_t bits_from(const struct find_masks *group, unsigned bit)
{
	return group[0].arabic >> bit | group[1].arabic << 1 << (FIND_GROUP - 1 - bit);
}

/* What a character that is not the next Arabic letter is to the words on both sides: digits, which are letters, and what ends them. */
static uint64_t letters_of_sign(const uint8_t *at, const uint8_t *end)
{
	uint64_t ret = 0;
	unsigned count = 0;
	for (int spaces = 0; spaces < SPACES && at < end && *at == ' '; spaces++)
		at++;
	for (; count < DIGITS && at < end && (uint8_t)(*at - '0') < 10; count++)
		ret |= (uint64_t)*at++ << 8 * count;
	bool over = at < end && find_character(at, end).kind == FOLD_OTHER;
	return ret | (uint64_t)(over ? FIND_OVER : FIND_STRANGE) << 8 * count;
}

typedef uint16_t pairs __attribute__((vector_size(FILTER_LONG * LETTER)));
typedef uint8_t eight __attribute__((vector_size(FILTER_LONG)));

/* Write eight letters: the first byte and each second behind it. */
INLINE void put_eight(uint8_t *ret, const uint8_t *folded)
{
	pairs found;
	memcpy(&found, folded, sizeof found);
	found = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? found >> 8 : found & 0xFF;
	eight letters = __builtin_convertvector(found, eight);
	memcpy(ret, &letters, sizeof letters);
}

/* How far words have been found. */
struct cursor {
	size_t count, used; /* of words and of their letters */
	bool joined;        /* nothing parts the next word from the last one */
};

/* Add the word that begins at `place`; `bits` tell its letters. */
INLINE struct cursor add_word(struct words *words, struct cursor now, const uint8_t *part, const uint8_t *end, unsigned place, uint64_t bits)
{
	uint64_t others = ~bits & 0x5555555555555555;
	unsigned bytes = others ? (unsigned)__builtin_ctzll(others) : FIND_GROUP, len = bytes / LETTER;
	const uint8_t *behind = part + place - 1 + bytes, *folded = words->folded + place;
	words->place[now.count] = (uint16_t)place;
	words->first[now.count] = (uint16_t)now.used;
	words->len[now.count] = (uint8_t)len;
	words->ahead[now.count++] = now.joined ? (uint8_t)len : FILTER_LONG;
	put_eight(words->letters + now.used, folded);
	if (len > FILTER_LONG)
		put_eight(words->letters + now.used + FILTER_LONG, folded + FILTER_LONG * LETTER);
	now.used += len < KEPT ? len : KEPT;
	now.joined = others && bits >> 1 >> bytes & 1 && *behind == ' ';
	if (!now.joined) {
		filter_put_letters(words->letters + now.used, letters_of_sign(behind, end));
		now.used += FILTER_LONG;
	}
	return now;
}

INLINE void find_words(const uint8_t *part, const uint8_t *end, const struct find_masks *masks, size_t groups, struct words *words)
{
	struct cursor now = {0};
	uint64_t before = 0;
	for (size_t i = 0; i < groups; i++) {
		/* Of Arabic letters in a row the first: each has its bit at the second of two bytes. */
		uint64_t arabic = masks[i].arabic, firsts = arabic & ~(arabic << 2 | before);
		before = arabic >> 62;
		for (; firsts; firsts &= firsts - 1) {
			unsigned bit = (unsigned)__builtin_ctzll(firsts);
			now = add_word(words, now, part, end, (unsigned)(i * FIND_GROUP) + bit, bits_from(masks + i, bit));
		}
	}
	words->count = now.count;
	/* what is looked at beside the last words has no letters */
	memset(words->len + now.count, 0, FIND_LANES * sizeof words->len[0]);
	words->ahead[now.count] = FILTER_LONG;
	memset(words->first + now.count, 0, FIND_LANES * sizeof words->first[0]);
}

/* Whether what is strange is among these letters. */
INLINE bool is_strange(uint64_t letters)
{
	return letters & ~(letters >> 1) & FIND_STRANGE * 0x0101010101010101u;
}

/* A name of some files may begin with a word: note how. */
INLINE void note(struct part *part, size_t word, unsigned ways, uint32_t files)
{
	unsigned place = part->words.place[word];
	uint64_t *bits = &part->masks[place / FIND_GROUP].arabic, bit = (uint64_t)1 << place % FIND_GROUP;
	struct find_opening *opening = &part->openings[place / LETTER];
	if (!(*bits & bit))
		*opening = (struct find_opening){0};
	*bits |= bit;
	opening->ways |= (uint8_t)ways;
	opening->files |= files;
}

/* What is to be asked of what the first look has left of a word, at `at`; false where nothing is, for the answer is yes. */
INLINE bool make_ask(struct part *part, const uint8_t *at, size_t word, uint8_t len, bool sure, struct ask *ret)
{
	bool article = letters_are_article(at[0], at[1]);
	uint64_t letters = filter_letters(at + (article ? ARTICLE : 0));
	if (is_strange(filter_first(letters, FILTER_SHORT)))
		ret->way = OPENING_UNKNOWN;
	if (sure || is_strange(letters)) {
		note(part, word, ret->way, UINT32_MAX);
		return false;
	}
	ret->letters = article ? letters & ~(uint64_t)FILTER_ARTICLE : letters;
	ret->word = (uint16_t)word;
	ret->len = (int8_t)(article ? len - ARTICLE : len);
	/* A table of many names is far away. */
	for (size_t i = 0; i < part->gazetteer->count; i++)
		__builtin_prefetch(filter_start_at(&part->gazetteer->layers[i].filter.starts, ret->letters));
	return true;
}

/* Whether a key begins with the letters, or with those up to the end of a word: the following ones have their lengths at `lens`. */
INLINE bool begins(const struct filter_starts *starts, const struct ask *ask, const uint8_t *lens)
{
	if (filter_has_start(starts, ask->letters))
		return true;
	for (int len = ask->len; len < FILTER_LONG && *lens; len += *++lens)
		if (len >= FILTER_SHORT && filter_has_start(starts, filter_first(ask->letters, (size_t)len)))
			return true;
	return false;
}

/* The files of which a name may begin so. */
INLINE uint32_t files_of(const struct part *part, const struct ask *ask)
{
	uint32_t files = 0;
	for (size_t i = 0; i < part->gazetteer->count; i++)
		files |= (uint32_t)begins(&part->gazetteer->layers[i].filter.starts, ask, part->words.len + ask->word) << i;
	return files;
}

/* A list of words, and behind it the numbers of those of eight words of which a bit is set in the byte; returns how long it is. */
INLINE size_t list_words(uint16_t *list, size_t len, size_t first, uint64_t bits)
{
	for (; bits; bits &= bits - 1)
		list[len++] = (uint16_t)(first + (unsigned)__builtin_ctzll(bits) / 8);
	return len;
}

/* Sort out what the first look has told of so many words. */
INLINE void sort_out(struct part *part, size_t count)
{
	const uint64_t each = 0x0101010101010101;
	size_t left = 0, clitics = 0;
	for (size_t i = 0; i < count; i += FIND_LANES) {
		/* of the last ones only what has been told of words */
		uint64_t told = filter_first(filter_letters(part->told + i), count - i < FIND_LANES ? count - i : FIND_LANES);
		left = list_words(part->left, left, i, told & FIND_LEFT * each);
		/* of two bits one */
		clitics = list_words(part->clitics, clitics, i, (told | told << 1) & FIND_PREPOSITION * each);
	}
	part->left_count = left;
	part->clitic_count = clitics;
}

/* Look twice at words, or at what is left of the words `word` behind a letter. */
INLINE void look(struct part *part, const struct find_look *look, const uint16_t *word)
{
	/* cppcheck-suppress ctuuninitvar ; of a part everything is set before it is asked for */
	part->sieve->first_look(&part->sieve->openings, look, part->told);
	sort_out(part, look->count);
	size_t asked = 0;
	for (size_t i = 0; i < part->left_count; i++) {
		size_t at = part->left[i];
		const uint8_t *letters = look->letters + look->first[at];
		struct ask *ask = &part->asks[asked];
		ask->way = !word				    ? OPENING_WORD
			   : letter_is_conjunction(letters[-1]) ? OPENING_CONJUNCTION
								: OPENING_PREPOSITION;
		asked += make_ask(part, letters, word ? word[at] : at, look->len[at], part->told[at] & FIND_SURE, ask);
	}
	for (size_t i = 0; i < asked; i++) {
		uint32_t files = files_of(part, &part->asks[i]);
		if (files)
			note(part, part->asks[i].word, part->asks[i].way, files);
	}
}

/*
 * What is left of the words of a look behind a clitic; or, if it was at what is left of the words `word`, behind a conjunction and a
 * preposition.
 */
INLINE void rest_of(struct part *part, const struct find_look *look, const uint16_t *word, struct rest *ret)
{
	size_t kept = 0;
	for (size_t i = 0; i < part->clitic_count; i++) {
		size_t at = part->clitics[i];
		ret->word[kept] = word ? word[at] : (uint16_t)at;
		ret->first[kept] = (uint16_t)(look->first[at] + 1);
		ret->len[kept] = (uint8_t)(look->len[at] - 1);
		ret->behind[kept] = look->behind[at];
		kept += !word || (part->told[at] & FIND_PREPOSITION && letter_is_conjunction(look->letters[look->first[at] - 1]));
	}
	memset(ret->first + kept, 0, FIND_LANES * sizeof ret->first[0]);
	memset(ret->len + kept, 0, FIND_LANES * sizeof ret->len[0]);
	ret->look = (struct find_look){look->letters, ret->first, ret->len, ret->behind, kept};
}

INLINE bool has_arabic(const struct find_masks *masks, size_t groups)
{
	uint64_t found = 0;
	for (size_t i = 0; i < groups; i++)
		found |= masks[i].arabic;
	return found;
}

INLINE void sift(const struct find_sieve *sieve, const struct find_text *text, const uint8_t *start, size_t len,
		 struct find_masks *masks, struct find_opening *ret)
{
	struct part part;
	struct rest behind_one, behind_two;
	struct words *words = &part.words;
	size_t groups = find_groups(len);
	if (!has_arabic(masks, groups))
		return;
	part.sieve = sieve;
	part.gazetteer = text->gazetteer;
	part.masks = masks;
	part.openings = ret;
	sieve->map(sieve->letters, start, len, words->folded);
	find_words(start, text->end, masks, groups, words);
	for (size_t i = 0; i < groups; i++)
		masks[i].arabic = 0;
	struct find_look all = {words->letters, words->first, words->len, words->ahead + 1, words->count};
	look(&part, &all, NULL);
	rest_of(&part, &all, NULL, &behind_one);
	look(&part, &behind_one.look, behind_one.word);
	rest_of(&part, &behind_one.look, behind_one.word, &behind_two);
	look(&part, &behind_two.look, behind_two.word);
}

void find_sieve_portable(const struct find_sieve *sieve, const struct find_text *text, const uint8_t *part, size_t len,
			 struct find_masks *masks, struct find_opening *ret)
{
	sift(sieve, text, part, len, masks, ret);
}

#if defined(__x86_64__)

WITH_VECTORS static void find_sieve_avx2(const struct find_sieve *sieve, const struct find_text *text, const uint8_t *part, size_t len,
					 struct find_masks *masks, struct find_opening *ret)
{
	sift(sieve, text, part, len, masks, ret);
}

find_sieve_fn *find_sieve_best(void)
{
	return has_vectors() ? find_sieve_avx2 : find_sieve_portable;
}

#else

find_sieve_fn *find_sieve_best(void)
{
	return find_sieve_portable;
}

#endif
