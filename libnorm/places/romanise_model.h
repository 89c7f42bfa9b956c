/* SPDX-License-Identifier: MIT */
/*
 * A model that writes the letters of one script in another: constant tables, written by gen_romanise.c from what
 * data/places/train-romaniser.py learned. For each symbol of a name it chooses a chunk in one or two steps: of Arabic letters the
 * consonants (C), then the vowels (V). A choice has the sum of the weights of all features that hold at this place.
 */
#ifndef PLACES_ROMANISE_MODEL_H
#define PLACES_ROMANISE_MODEL_H

#include <stdint.h>

/* The symbol of the article ال at the start of a word of four letters or more. */
#define ROMANISE_ARTICLE 'A'

enum {
	ROMANISE_UNIT = 16,         /* weights count in sixteenths of the natural logarithm */
	ROMANISE_BUCKET_BITS = 12,  /* of the hash of a feature say its bucket, */
	ROMANISE_FEATURE_BITS = 16, /* and these find it there */
	ROMANISE_BUCKETS = 1 << ROMANISE_BUCKET_BITS,
	ROMANISE_ATOMS = 128, /* by the letter that names them in a template */
	ROMANISE_TEXT_MAX = 16
};

struct romanise_template {
	char step, name, atoms[ROMANISE_TEXT_MAX - 2]; /* see train-romaniser.py */
};

struct romanise_weight {
	uint8_t choice;
	int8_t weight;
};

/* Where the features of a bucket, and the weights of the first of them, begin. */
struct romanise_bucket {
	uint32_t feature, weight;
};

/* What may be chosen for a symbol in a step: `count` numbers from `choices[first]` on. */
struct romanise_options {
	uint32_t symbol;
	char step;
	uint8_t count;
	uint16_t first;
};

/* No two features of a model have the same hash. One that it does not have is taken for one of its own once in 5,000 times. */
struct romanise_model {
	const struct romanise_template *templates;
	const struct romanise_bucket *buckets; /* ROMANISE_BUCKETS + 1 */
	const uint16_t *features;              /* sorted in each bucket */
	const uint8_t *counts;                 /* weights of each */
	const struct romanise_weight *weights;
	const struct romanise_options *options; /* sorted by step, then symbol */
	const uint8_t *choices;
	const char (*chunks)[ROMANISE_TEXT_MAX]; /* the text of each choice */
	uint32_t template_count, option_count, seed;
};

extern const struct romanise_model romanise_model, arabise_model;

/* The hash of a feature: the name of its template, then each of its atoms. */
static inline uint32_t romanise_mix(uint32_t hash, uint32_t value)
{
	hash = (hash ^ value) * 0x9E3779B1u;
	return hash ^ hash >> 15;
}

#endif
