/* SPDX-License-Identifier: MIT */
/* The misreadings that mojibake comes from, and which of them explains a text, if one does: see mojibake.h. */
#ifndef REPAIR_MISREADING_H
#define REPAIR_MISREADING_H

#include <stdbool.h>
#include <stddef.h>

#include "repair/mojibake.h"

enum { MISREADINGS = 8 };

/* What is read as what. Sets of them are bits. */
struct misreading {
	const char *name;
	enum codepage page;
	bool arabic; /* cp1256 read as the page; all others are UTF-8 read as it */
	int proof;   /* the bits that a run has to gain to prove it, with `safe` */
	int run;     /* the bits that another run has to gain then: more where true text looks like it */
};
extern const struct misreading misreadings[MISREADINGS];

/* The misreadings that two neighbours can come from, of which either may be any number: a quick look. */
unsigned misreadings_of(uint32_t left, uint32_t right);

/* Whether a misreading of the set is proven. `eager`: half the proof is enough. */
bool misreadings_have_proof(unsigned set, const struct mojibake_text *text, bool eager);

/*
 * In how many places of a text something begins that may be misread, and in how many in each of the ways; and into how many stretches
 * they fall that have a way in common.
 */
struct misreading_starts {
	size_t all, each[MISREADINGS], stretches;
};

/* Count them, see misreading_starts_are_noise(). */
struct misreading_starts misreading_starts(const struct items *items);

/*
 * Whether they are of several misreadings in a medley, of which none can be the one that the text has gone through: that explains half of
 * them and more, whatever else has happened to the text. Of texts that were put together each has gone through one, so that many starts
 * in a row have it in common.
 */
bool misreading_starts_are_noise(const struct misreading_starts *starts);

/* The runs of a misreading that are accepted. Zero-initialise; `failed` is sticky. */
struct misread_runs {
	struct mojibake_run *at;
	size_t len, cap;
	bool failed;
};

/* The misreading that explains most of a text, NULL where none is proven. Its runs are in the first place then. */
const struct misreading *misreading_find(const struct mojibake_text *text, const struct misreading_starts *starts, bool eager,
					 struct misread_runs runs[2]);

#endif
