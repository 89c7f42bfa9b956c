/* SPDX-License-Identifier: MIT */
/* Random numbers that a seed repeats (splitmix64), and random texts and profiles made of them. */
#ifndef PROPERTY_RANDOM_H
#define PROPERTY_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct random {
	uint64_t state;
};

static inline uint64_t random_next(struct random *random)
{
	uint64_t z = random->state += 0x9E3779B97F4A7C15u;
	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

/* A number below `limit`, which is not 0. */
static inline size_t random_below(struct random *random, size_t limit)
{
	return (size_t)(random_next(random) % limit);
}

/* Whether something happens that happens once in `n` times. */
static inline bool random_once_in(struct random *random, size_t n)
{
	return random_below(random, n) == 0;
}

/* Kinds of text, to be or-ed. */
enum random_kind {
	RANDOM_LATIN = 1 << 0,       /* words with accents, French punctuation */
	RANDOM_ARABIC = 1 << 1,      /* words with marks, digits, tatweel, presentation forms */
	RANDOM_SPACES = 1 << 2,      /* every space, runs of them, ends of lines and of paragraphs */
	RANDOM_INVISIBLES = 1 << 3,  /* controls, joiners, bidi controls and other invisible characters */
	RANDOM_MARKS = 1 << 4,       /* combining marks of every class */
	RANDOM_RULES = 1 << 5,       /* characters that some rule names */
	RANDOM_UNICODE = 1 << 6,     /* any characters, those that have a decomposition or a case more often */
	RANDOM_INVALID = 1 << 7,     /* bytes that are not UTF-8 */
	RANDOM_LONG_MARKS = 1 << 8,  /* now and then more marks than a combining sequence may have */
	RANDOM_ALL = (1 << 9) - 1,
	RANDOM_MIXED = 1 << 9 /* random_mixed_text(), and nothing else */
};

/* Append up to `pieces` pieces of these kinds. A piece is a word, a run, or a character. */
void random_text(struct random *random, unsigned kinds, size_t pieces, struct buffer *out);

/* Append up to `pieces` words, marks, spaces and the like of news in two languages, in any order. */
void random_mixed_text(struct random *random, size_t pieces, struct buffer *out);

/* A profile on one line (see support/spec.h), NUL-terminated: one of the library's with up to `changes` changes. */
void random_spec(struct random *random, size_t changes, struct buffer *out);

/* The same with any of the library's, as it is, with a few changes, or with any value for each rule. */
void random_any_spec(struct random *random, struct buffer *out);

#endif
