/* SPDX-License-Identifier: MIT */
/* Written once with vectors of the compiler: it makes them what the processor has. No branch depends on a word. */
#include "places/find_first_look.h"

#include <stdbool.h>
#include <string.h>

#include "places/find_letters.h"
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

/* Whether a key may begin with these letters, of which the word and the next one have so many. */
INLINE lanes may_open(const struct filter_bits *openings, lanes letters, counts len, counts two)
{
	const lanes one = {1, 1, 1, 1};
	lanes pair = letters & PAIR;
	lanes article = bits_of(pair == (LETTER_ALEF | LETTER_LAM << LETTER_BITS)) |
			bits_of(pair == (LETTER_LAM | LETTER_LAM << LETTER_BITS));
	lanes rest = letters >> (article & ARTICLE * LETTER_BITS), four = rest & 0xFFFFFFFF;
	len -= (counts)(article & ARTICLE);
	two -= (counts)(article & ARTICLE);
	/* A short key may end with the word. */
	lanes own = (one << ((lanes)len * LETTER_BITS & 63)) - 1, whole = four & (own | bits_of(len >= FILTER_SHORT));
	lanes strange = four & ~(four >> 7) & 0x01010101;
	return bits_of(len <= 0) | bits_of(two < FILTER_SHORT) | bits_of(strange != 0) | has(openings, four) |
	       has(openings, whole);
}

INLINE lanes may_begin(const struct filter_bits *openings, lanes letters, counts len, counts two)
{
	lanes first = letters & 0xFF, second = letters >> LETTER_BITS & 0xFF;
	lanes conjunction = bits_of(first == LETTER_WAW) | bits_of(first == LETTER_FEH);
	lanes preposition = bits_of(first == LETTER_BEH) | bits_of(first == LETTER_LAM) | bits_of(first == LETTER_KAF);
	/* Two clitics are so rare that nothing more is asked. */
	lanes both = conjunction & (bits_of(second == LETTER_BEH) | bits_of(second == LETTER_LAM) | bits_of(second == LETTER_KAF));
	return may_open(openings, letters, len, two) | both |
	       ((conjunction | preposition) & may_open(openings, letters >> LETTER_BITS, len - 1, two - 1));
}

INLINE counts load_counts(const uint8_t *at)
{
	bytes found;
	memcpy(&found, at, sizeof found);
	return __builtin_convertvector(found, counts);
}

INLINE size_t look(const struct filter_bits *openings, const struct find_look *words, uint16_t *ret)
{
	size_t count = 0;
	for (size_t i = 0; i < words->count; i += FIND_LANES) {
		lanes letters;
		memcpy(&letters, words->letters + i, sizeof letters);
		lanes found = may_begin(openings, letters, load_counts(words->len + i), load_counts(words->two + i));
		for (size_t k = 0; k < FIND_LANES; k++) {
			ret[count] = (uint16_t)(i + k);
			count += found[k] & (i + k < words->count);
		}
	}
	return count;
}

size_t find_first_look_portable(const struct filter_bits *openings, const struct find_look *words, uint16_t *ret)
{
	return look(openings, words, ret);
}

#if defined(__x86_64__)

WITH_VECTORS static size_t find_first_look_avx2(const struct filter_bits *openings, const struct find_look *words,
						uint16_t *ret)
{
	return look(openings, words, ret);
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
