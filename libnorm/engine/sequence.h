/* SPDX-License-Identifier: MIT */
/*
 * What the map steps of a profile make of a combining sequence: the one definition of their meaning.
 * The letter table holds its results for single characters.
 */
#ifndef ENGINE_SEQUENCE_H
#define ENGINE_SEQUENCE_H

#include "base/cpbuf.h"
#include "text/ruleset.h"
#include "unicode/tables.h"

struct norm_profile;

/*
 * A combining sequence may have so many characters, decomposed; behind them a COMBINING GRAPHEME JOINER is put, as the Stream-Safe
 * Text Format of UAX #15 does after 30, and counts for what follows. That bounds memory and time on hostile input.
 */
enum { SEQUENCE_MAX = 1024 };

/* What a character counts for that: the same before and after it is put into a normal form. */
size_t sequence_length_long(uint32_t cp);
static inline size_t sequence_length(uint32_t cp)
{
	return unicode_props(cp) & UNICODE_NFKD_CHANGES ? sequence_length_long(cp) : 1;
}

/* Scratch memory and result. Zero-initialise; free with sequence_release(). */
struct sequence {
	struct cpbuf out;  /* the result */
	struct cpbuf work;
	size_t normal; /* so many characters of the result are in the normal form; SIZE_MAX: all */
	uint32_t base; /* the last starter in front of the sequence, when it goes on with one that was parted; or 0 */
};

void sequence_release(struct sequence *sequence);

/*
 * Map `n` code points, which must not lie in `sequence`, to sequence->out. Applying it to its own
 * result changes nothing. Adds the rules that changed something to `changed`, when that is not NULL.
 * Returns false when memory ran out.
 */
bool sequence_map(struct sequence *sequence, const struct norm_profile *profile, const uint32_t *cps, size_t n,
		  struct ruleset *changed);
/* The same for one character, of which the caller knows the steps that may touch it, as bits of profile->maps. */
bool sequence_map_character(struct sequence *sequence, const struct norm_profile *profile, uint32_t cp, uint64_t steps,
			    struct ruleset *changed);
/*
 * The same while the letter table is made, where it follows from what that holds already; a character of which an entry
 * with ENTRY_JOIN says that it is not done yet counts as unknown. Returns false where it does not follow: ask
 * sequence_map_character().
 */
bool sequence_map_known(struct sequence *sequence, const struct norm_profile *profile, uint32_t cp, uint64_t steps,
			struct ruleset *changed);

#endif
