/* SPDX-License-Identifier: MIT */
/*
 * How letters of one spelling are written in another: what data/places/name-channel.tsv says, as tables that
 * gen_name_channel.c writes. A letter on the left becomes a chunk of letters on the right, which may be empty; a
 * chunk may stand for nothing on the left, too. Each has a weight: the logarithm of how much more frequent that is in
 * names that belong together than by chance.
 */
#ifndef PLACES_NAME_CHANNEL_H
#define PLACES_NAME_CHANNEL_H

#include <stdint.h>

#include "places/name_letters.h"

enum {
	NAME_NAT = 32,             /* weights of the factor e */
	NAME_CHUNK_LETTERS = 4,    /* on the right */
	NAME_UNLIKELY = -6000,     /* a weight that no path of letters makes good */
};

struct name_channel {
	const uint16_t (*next)[NAME_LETTER_LIMIT]; /* by chunk and letter behind it: the longer chunk, 0: none */
	const int16_t *weights;                    /* by letter on the left (0: nothing) and chunk */
	uint16_t chunks;                           /* the empty one is 0 */
};

enum name_channel_kind { NAME_CHANNEL_CROSS, NAME_CHANNEL_LATIN, NAME_CHANNEL_ARABIC, NAME_CHANNELS };

/* From Arabic to Latin spelling, and between two Latin or two Arabic ones. */
extern const struct name_channel name_channels[NAME_CHANNELS];

/* NAME_CHANNEL_CROSS as some countries write; `country` is its ISO 3166-1 alpha-2 code. */
struct name_habit {
	char country[3];
	uint8_t channel; /* in name_habit_channels */
};

extern const struct name_habit name_habits[];
extern const uint8_t name_habits_count;
extern const struct name_channel name_habit_channels[];

#endif
