/* SPDX-License-Identifier: MIT */
/* Written once with vectors of the compiler: it makes them what the processor has. No branch depends on a word. */
#include "places/find_first_look.h"

#include <stdbool.h>
#include <string.h>

#include "places/find_letters.h"
#include "places/gazetteer.h"
#include "unicode/has_vectors.h"

enum { ARTICLE = 2 /* letters */, LETTER_BITS = 8, PAIR = 0xFFFF };

typedef uint64_t lanes __attribute__((vector_size(FIND_LANES * sizeof(uint64_t))));
typedef int64_t counts __attribute__((vector_size(FIND_LANES * sizeof(int64_t))));
typedef uint8_t bytes __attribute__((vector_size(FIND_LANES)));

#define INLINE __attribute__((always_inline)) static inline

/* What a comparison gives: all bits or none. */
INLINE lanes bits_of(counts compared)
{
	return (lanes)compared;
}

INLINE lanes has(const struct filter_bits *openings, lanes letters)
{
	const lanes one = {1, 1, 1, 1};
	lanes number = letters * FILTER_FACTOR >> openings->shift, word = number >> 12;
	lanes wanted = one << (number & 63) | one << (number >> 6 & 63);
	lanes found = {openings->words[word[0]], openings->words[word[1]], openings->words[word[2]], openings->words[word[3]]};
	return bits_of((found & wanted) == wanted);
}

/* What is asked of words, or what is left of them behind a clitic. */
struct question {
	lanes four;  /* letters behind the article, */
	lanes whole; /* as far as the word has them: a short key may end with it */
	lanes yes;   /* without asking */
};

/* About these letters, of which the word and the next one have so many. */
INLINE struct question question_of(lanes letters, counts len, counts two)
{
	const lanes one = {1, 1, 1, 1};
	lanes pair = letters & PAIR;
	lanes article = bits_of(pair == (LETTER_ALEF | LETTER_LAM << LETTER_BITS)) |
			bits_of(pair == (LETTER_LAM | LETTER_LAM << LETTER_BITS));
	lanes rest = letters >> (article & ARTICLE * LETTER_BITS), four = rest & 0xFFFFFFFF;
	len -= (counts)(article & ARTICLE);
	two -= (counts)(article & ARTICLE);
	lanes own = (one << ((lanes)len * LETTER_BITS & 63)) - 1, whole = four & (own | bits_of(len >= FILTER_SHORT));
	lanes strange = four & ~(four >> 7) & 0x01010101;
	lanes mark = article & FILTER_ARTICLE;
	return (struct question){four & ~mark, whole & ~mark, bits_of(len <= 0) | bits_of(two < FILTER_SHORT) | bits_of(strange != 0)};
}

/* Whether a key of any file may begin so. */
INLINE lanes answer(const norm_gazetteer *gazetteer, const struct question *question)
{
	lanes ret = question->yes;
	for (size_t i = 0; i < gazetteer->count; i++) {
		const struct filter_bits *openings = &gazetteer->layers[i].filter.openings;
		ret |= has(openings, question->four) | has(openings, question->whole);
	}
	return ret;
}

INLINE lanes may_begin(const norm_gazetteer *gazetteer, lanes letters, counts len, counts two)
{
	lanes first = letters & 0xFF, second = letters >> LETTER_BITS & 0xFF;
	lanes conjunction = bits_of(first == LETTER_WAW) | bits_of(first == LETTER_FEH);
	lanes preposition = bits_of(first == LETTER_BEH) | bits_of(first == LETTER_LAM) | bits_of(first == LETTER_KAF);
	/* Two clitics are so rare that nothing more is asked. */
	lanes both = conjunction & (bits_of(second == LETTER_BEH) | bits_of(second == LETTER_LAM) | bits_of(second == LETTER_KAF));
	struct question word = question_of(letters, len, two), behind = question_of(letters >> LETTER_BITS, len - 1, two - 1);
	return answer(gazetteer, &word) | both | ((conjunction | preposition) & answer(gazetteer, &behind));
}

INLINE counts load_counts(const uint8_t *at)
{
	bytes found;
	memcpy(&found, at, sizeof found);
	return __builtin_convertvector(found, counts);
}

INLINE uint64_t letters_of(const struct find_look *words, size_t number)
{
	return filter_letters(words->letters + words->first[number]);
}

INLINE size_t look(const norm_gazetteer *gazetteer, const struct find_look *words, uint16_t *ret)
{
	size_t count = 0;
	for (size_t i = 0; i < words->count; i += FIND_LANES) {
		lanes letters = {letters_of(words, i), letters_of(words, i + 1), letters_of(words, i + 2), letters_of(words, i + 3)};
		counts len = load_counts(words->len + i);
		lanes found = may_begin(gazetteer, letters, len, len + load_counts(words->ahead + i + 1));
		for (size_t k = 0; k < FIND_LANES; k++) {
			ret[count] = (uint16_t)(i + k);
			count += found[k] & (i + k < words->count);
		}
	}
	return count;
}

size_t find_first_look_portable(const norm_gazetteer *gazetteer, const struct find_look *words, uint16_t *ret)
{
	return look(gazetteer, words, ret);
}

#if defined(__x86_64__)

WITH_VECTORS static size_t find_first_look_avx2(const norm_gazetteer *gazetteer, const struct find_look *words,
						uint16_t *ret)
{
	return look(gazetteer, words, ret);
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
