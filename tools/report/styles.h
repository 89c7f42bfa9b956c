/* SPDX-License-Identifier: MIT */
/*
 * Habits of writing: which of several signs or spaces a text uses for the same purpose. Each place where there is a choice counts
 * once, under the language of its sentence; what is not the most frequent one is inconsistent. Whether it is right is the
 * business of rules.
 *
 *     quotes                   each quotation mark that opens or closes, but those within a quotation
 *     inner-quotes             the same within a quotation
 *     apostrophes              between two letters, or behind one and before a quotation mark
 *     space-before-high-marks  in front of ; ! ? and their Arabic shapes
 *     space-before-colon       in front of a colon that a space or the end of the line follows
 *     space-in-guillemets      behind « and in front of »
 *     space-before-percent     behind a number
 *     digits                   each run of digits
 *
 * Nothing counts in protected spans (addresses, code, times, dates: see libnorm/levels.h).
 */
#ifndef REPORT_STYLES_H
#define REPORT_STYLES_H

#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"

enum trait {
	TRAIT_QUOTES,
	TRAIT_INNER_QUOTES,
	TRAIT_APOSTROPHES,
	TRAIT_HIGH_MARKS,
	TRAIT_COLON,
	TRAIT_GUILLEMETS,
	TRAIT_PERCENT,
	TRAIT_DIGITS,
	TRAIT_COUNT
};

enum { STYLES_MAX = 8 };

extern const char *const trait_names[TRAIT_COUNT];
/* The styles of a trait; NULL behind the last one. */
extern const char *const style_names[TRAIT_COUNT][STYLES_MAX];

/* The key of its row: trait, language, style. */
void style_append_key(struct bytes *bytes, enum trait trait, size_t style, const char *language);

/* A text that is looked at: whole paragraphs of valid UTF-8. */
struct style_text {
	const char *start, *end;
};

/* One place where there is a choice. */
struct style_use {
	enum trait trait;
	unsigned style;
};

/*
 * What the character `cp`, of `len` bytes at `at`, is an instance of. `inside`: it stands in a quotation.
 * @return how many uses it is, 0 to 2.
 */
unsigned style_see(const struct style_text *text, const char *at, size_t len, uint32_t cp, bool inside,
		   struct style_use ret[2]);

#endif
