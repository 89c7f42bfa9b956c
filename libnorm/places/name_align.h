/* SPDX-License-Identifier: MIT */
/* How well two spellings go together, letter by letter. */
#ifndef PLACES_NAME_ALIGN_H
#define PLACES_NAME_ALIGN_H

#include "places/name_channel.h"
#include "places/name_part.h"

/* The weight of the best way from `left` to `right`: NAME_NAT for each factor e. */
int32_t name_align(const struct name_channel *channel, const struct name_sound *left, const struct name_sound *right);

/* One step of that way: letters of both, of which one may be none. */
struct name_step {
	uint8_t left, left_length, right, right_length; /* places in the sounds */
	int16_t weight;
};

/* The steps of the best way, in order; `ret` has room for 2 * NAME_LETTERS. Returns how many, 0 where there is no way. */
size_t name_align_steps(const struct name_channel *channel, const struct name_sound *left,
                        const struct name_sound *right, struct name_step *ret);

#endif
