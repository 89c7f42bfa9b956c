/* SPDX-License-Identifier: MIT */
/*
 * Whether a stretch that spells a name is a place, and which: evidence is added up in tenths of a unit of log-odds (nat),
 * from the place and its name, from the words beside it, and from the countries of the other names in the text.
 */
#ifndef PLACES_FIND_JUDGE_H
#define PLACES_FIND_JUDGE_H

#include "places/find.h"

/* Judge all hits of a text: sets place, form and confidence of each. */
void find_judge(const struct find_text *text, struct find_hits *hits);

#endif
