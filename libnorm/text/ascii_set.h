/* SPDX-License-Identifier: MIT */
/* Which characters of ASCII stand in a text: most repair steps look for one or two of them, and few texts have these. */
#ifndef TEXT_ASCII_SET_H
#define TEXT_ASCII_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "text/item.h"
#include "text/step.h"

struct ascii_set {
	uint64_t bits[2];
};

static inline struct ascii_set ascii_set_of(const struct items *items)
{
	struct ascii_set set = {{0}};
	bool has[0x80 + 1] = {false}; /* the last one is for all others: to ask which it is would be a branch */
	for (size_t i = 0; i < items->len; i++)
		has[items->at[i].cp < 0x80 ? items->at[i].cp : 0x80] = true;
	for (size_t cp = 0; cp < 0x80; cp++)
		set.bits[cp / 64] |= (uint64_t)has[cp] << cp % 64;
	return set;
}

/* Whether a repair step may find something: one that is not for whole lines needs one of its triggers for that. */
static inline bool ascii_set_has_trigger(const struct ascii_set *set, const struct step *step)
{
	bool has = step->whole_lines || step->triggers[step->trigger_count - 1].last >= 0x80;
	for (size_t i = 0; i < step->trigger_count && !has; i++)
		for (uint32_t cp = step->triggers[i].first; cp <= step->triggers[i].last; cp++)
			has |= set->bits[cp / 64] >> cp % 64 & 1;
	return has;
}

#endif
