/* SPDX-License-Identifier: MIT */
/*
 * A step: one rule of the registry together with the code that carries it out. A step is a constant
 * in the file that implements it; engine/registry.c lists them in the order in which they apply.
 */
#ifndef TEXT_STEP_H
#define TEXT_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/rules.h"
#include "text/item.h"

struct cpmap;

/* Marks a string for translation; the library itself never translates. */
#define N_(text) text
#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
	STEP_MAP_MAX = 48,     /* code points that one map() call may write */
	STEP_UNCHANGED = -1,   /* map(): this step leaves the character alone */
};

enum step_kind {
	STEP_POLICY, /* read by the engine itself (input.invalid) */
	STEP_FORM,   /* unicode.form: a Unicode normal form */
	STEP_MAP,    /* one code point → a short sequence, without looking at neighbours */
	STEP_RULE,   /* sees neighbours; works on items where a trigger woke it */
};

/* Code points from first to last, both included. */
struct step_range {
	uint32_t first, last;
};

/* What a rule step sees: a stretch of items that holds at least everything its trigger needs. */
struct rule_span {
	struct items *items;
	uint32_t before; /* the character of the output in front of it; LINE FEED at the start of the text */
	bool at_end;     /* the text ends behind the stretch */
	unsigned value;  /* index of the value the profile sets, never 0 (that is "off") */
	unsigned rule;   /* number of the rule, for the change log */
};

struct step {
	norm_rule rule; /* values[0] is "off" */
	enum step_kind kind;

	/*
	 * Map steps. All code points that map() may change lie in `ranges` (sorted) or in the pages of
	 * `table`, so that the compiler of a profile looks at nothing else. map() writes the
	 * replacement for `cp` to `out` and returns its length (0: deleted), or STEP_UNCHANGED. `base`
	 * is the last starter in front of it within the same combining sequence, or 0; a step that looks at
	 * it says for which characters in `context`.
	 */
	const struct step_range *ranges;
	size_t range_count;
	const struct cpmap *table;
	const struct step_range *context;
	size_t context_count;
	int (*map)(unsigned value, uint32_t base, uint32_t cp, uint32_t *out);

	/* Rule steps. */
	void (*run)(const struct rule_span *span);
};

static inline bool step_range_has(const struct step_range *ranges, size_t count, uint32_t cp)
{
	for (size_t i = 0; i < count && ranges[i].first <= cp; i++)
		if (cp <= ranges[i].last)
			return true;
	return false;
}

/* One row of a small map; `to` is filled from the front and ended by a 0. */
struct step_pair {
	uint32_t cp;
	uint32_t to[4];
};

/* map() by a table of pairs sorted by cp. */
int step_map_pairs(const struct step_pair *pairs, size_t count, uint32_t cp, uint32_t *out);

/* map() results: replace by one character. */
static inline int step_one(uint32_t cp, uint32_t *out)
{
	out[0] = cp;
	return 1;
}

#endif
