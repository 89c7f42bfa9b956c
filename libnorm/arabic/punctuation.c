/* SPDX-License-Identifier: MIT */
/*
 * Arabic punctuation in the shapes of ASCII, by data/arabic/exceptions.tsv; only where the language is written in Arabic script, never in a French level.
 * The comma between digits is no punctuation: see comma.c. (Nothing takes these marks away: sentences have to end where
 * they did, or the levels of the result would be others.)
 */
#include "arabic/exceptions.h"
#include "arabic/language.h"
#include "arabic/steps.h"
#include "text/neighbour.h"

enum { COMMA = 0x060C, FULL_STOP = 0x06D4 };

/* Whether item `i` is one of the marks, and stands for punctuation. */
static bool is_punctuation(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	uint32_t to[STEP_MAP_MAX];
	if (exception_map(EXCEPTION_PUNCTUATION, item->cp, to) == STEP_UNCHANGED)
		return false;
	bool number = item->cp == COMMA && character_is_digit(neighbour_before(span, i)) &&
		      character_is_digit(neighbour_after(span, i));
	/* In ASCII it would be the full stop of an abbreviation, and no longer end a sentence. */
	bool abbreviation = item->cp == FULL_STOP && neighbour_may_be_lone_letter(span, i);
	return !number && !abbreviation && language_is_arabic_script(scope_language(span->scope, item->start)) &&
	       !scope_is_protected(span->scope, item->start);
}

static void run_punctuation(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		uint32_t to[STEP_MAP_MAX];
		if (!is_punctuation(span, i)) {
			items_keep(items, i);
			continue;
		}
		exception_map(EXCEPTION_PUNCTUATION, items->at[i].cp, to);
		items_replace(items, i, 1, to[0], span->rule);
	}
	items_rewritten(items);
}

static const norm_rule_value punctuation_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave Arabic punctuation")},
	{"ascii", NORM_REVERSIBLE, N_("Arabic comma, semicolon, question mark, full stop and star to ASCII")},
};

const struct step arabic_step_punctuation = {
	.rule = {"arabic.punctuation", "arabic", "punctuation", N_("Arabic punctuation mark"), "CAMeL Tools",
		 punctuation_values, COUNT_OF(punctuation_values), NORM_SEVERITY_NOTE, CATEGORY_PUNCTUATION},
	.kind = STEP_RULE,
	.run = run_punctuation,
	.triggers = arabic_exceptions[EXCEPTION_PUNCTUATION].ranges,
	.trigger_count = EXCEPTION_ROWS,
};
