/* SPDX-License-Identifier: MIT */
/* Written once with vectors of the compiler: it makes them what the processor has. No branch depends on a word. */
#include "places/find_first_look.h"

#include <string.h>

#include "places/find_letters.h"
#include "unicode/has_vectors.h"

enum { ARTICLE = 2 /* letters */, LETTER_BITS = 8, PAIR = 0xFFFF };

typedef uint32_t lanes __attribute__((vector_size(FIND_LANES * sizeof(uint32_t))));
typedef int32_t counts __attribute__((vector_size(FIND_LANES * sizeof(int32_t))));
typedef uint16_t halves __attribute__((vector_size(FIND_LANES * sizeof(uint16_t))));
typedef uint8_t bytes __attribute__((vector_size(FIND_LANES)));

#define INLINE __attribute__((always_inline)) static inline

/* What a comparison gives: all bits or none. */
INLINE lanes bits_of(counts compared)
{
	return (lanes)compared;
}

INLINE lanes has(const struct filter_openings *openings, lanes letters)
{
	const lanes one = {1, 1, 1, 1, 1, 1, 1, 1};
	const uint32_t *words = openings->words;
	lanes hash = (letters ^ letters >> FILTER_FOLD_SHIFT) * FILTER_SHORT_FACTOR;
	lanes n = hash >> FILTER_WORD_SHIFT & openings->mask;
	lanes wanted = one << (hash >> FILTER_BIT_SHIFT & 31) | one << (hash >> FILTER_OTHER_BIT_SHIFT & 31);
	lanes found = {words[n[0]], words[n[1]], words[n[2]], words[n[3]], words[n[4]], words[n[5]], words[n[6]], words[n[7]]};
	return bits_of((found & wanted) == wanted);
}

INLINE uint32_t four_at(const uint8_t *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* Four letters of each word, from letter `from` on. */
INLINE lanes load_letters(const struct find_look *words, size_t number, size_t from)
{
	const uint8_t *letters = words->letters + from;
	const uint16_t *first = words->first + number;
	return (lanes){four_at(letters + first[0]), four_at(letters + first[1]), four_at(letters + first[2]), four_at(letters + first[3]),
		       four_at(letters + first[4]), four_at(letters + first[5]), four_at(letters + first[6]), four_at(letters + first[7])};
}

/* Machines make numbers twice as wide, or half as wide, at once; compilers do it one by one if asked for both steps. */
INLINE counts load_counts(const uint8_t *at)
{
	bytes found;
	memcpy(&found, at, sizeof found);
	return __builtin_convertvector(__builtin_convertvector(found, halves), counts);
}

/* Whether a key may begin with words from `number` on, the first letters of which are `start`. */
INLINE lanes may_begin(const struct filter_openings *openings, const struct find_look *words, size_t number, lanes start, counts len)
{
	const lanes one = {1, 1, 1, 1, 1, 1, 1, 1};
	lanes pair = start & PAIR;
	lanes article = bits_of(pair == (LETTER_ALEF | LETTER_LAM << LETTER_BITS)) |
			bits_of(pair == (LETTER_LAM | LETTER_LAM << LETTER_BITS));
	lanes four = (article & load_letters(words, number, ARTICLE)) | (start & ~article);
	counts left = len - (counts)(article & ARTICLE), together = left + load_counts(words->behind + number);
	/* A short key may end with the word, … */
	lanes is_short = bits_of(left < FILTER_SHORT), own = (one << ((lanes)left * LETTER_BITS & 31)) - 1;
	lanes mark = article & FILTER_ARTICLE, strange = four & ~(four >> 1) & FIND_STRANGE * 0x01010101u;
	/* … or with the next one, but that is rare, and so is what is strange. */
	lanes sure = bits_of(left <= 0) | bits_of(together < FILTER_SHORT) | bits_of(strange != 0) |
		     (is_short & has(openings, four & own & ~mark));
	return (sure & (FIND_LEFT | FIND_SURE)) | (has(openings, four & ~mark) & FIND_LEFT);
}

/* The clitics that words may begin with. */
INLINE lanes clitics(lanes start, counts len)
{
	const lanes letter = start & 0xFF;
	lanes conjunction = bits_of(letter == LETTER_WAW) | bits_of(letter == LETTER_FEH);
	lanes preposition = bits_of(letter == LETTER_BEH) | bits_of(letter == LETTER_LAM) | bits_of(letter == LETTER_KAF);
	/* behind one letter a digit, or what is strange */
	lanes goes_on = bits_of(len > 1) | (bits_of((start & 0x8000) == 0) & bits_of((start & 0x7000) != 0));
	return goes_on & ((conjunction & FIND_CONJUNCTION) | (preposition & FIND_PREPOSITION));
}

INLINE void look(const struct filter_openings *openings, const struct find_look *words, uint8_t *ret)
{
	for (size_t i = 0; i < words->count; i += FIND_LANES) {
		lanes start = load_letters(words, i, 0);
		counts len = load_counts(words->len + i);
		lanes found = may_begin(openings, words, i, start, len) | clitics(start, len);
		bytes told = __builtin_convertvector(__builtin_convertvector(found, halves), bytes);
		memcpy(ret + i, &told, sizeof told);
	}
}

void find_first_look_portable(const struct filter_openings *openings, const struct find_look *words, uint8_t *ret)
{
	look(openings, words, ret);
}

#if defined(__x86_64__)

WITH_VECTORS static void find_first_look_avx2(const struct filter_openings *openings, const struct find_look *words,
						uint8_t *ret)
{
	look(openings, words, ret);
}

find_first_look_fn *find_first_look_best(void)
{
	return has_vectors() ? find_first_look_avx2 : find_first_look_portable;
}

#else

find_first_look_fn *find_first_look_best(void)
{
	return find_first_look_portable;
}

#endif
