/* SPDX-License-Identifier: MIT */
/*
 * Hamza above a yeh that is not Arabic's: U+0654 on the Persian yeh or on alef maqsura, as keyboards and converters write
 * it, is ئ in Arabic. The normal forms compose it with the Arabic yeh only, and also alef and waw with theirs.
 */
#include "arabic/steps.h"
#include "text/character.h"
#include "text/scope.h"

enum {
	ALEF_MAQSURA = 0x0649,
	PERSIAN_YEH = 0x06CC,
	HAMZA_ABOVE = 0x0654,
	YEH_WITH_HAMZA = 0x0626,
	ABOVE = 230 /* combining class of hamza above */
};

/* The place of the hamza that composes with the letter at `i`, by the rules of the normal forms, or 0. */
static size_t find_hamza(const struct items *items, size_t i)
{
	if (items->at[i].cp != ALEF_MAQSURA && items->at[i].cp != PERSIAN_YEH)
		return 0;
	for (size_t k = i + 1; k < items->len && character_is_mark(items->at[k].cp); k++) {
		if (items->at[k].cp == HAMZA_ABOVE)
			return k;
		if (unicode_ccc(items->at[k].cp) == ABOVE) /* blocked */
			return 0;
	}
	return 0;
}

/* Whether the span of item `i` is its own: another item that was read from the same bytes must keep the same span. */
static bool has_own_span(const struct items *items, size_t i)
{
	return i == 0 || items->at[i - 1].end <= items->at[i].start;
}

static void compose(const struct rule_span *span, size_t i, size_t hamza)
{
	struct items *items = span->items;
	bool merge = hamza == i + 1 && (has_own_span(items, i) || items->at[hamza].start == items->at[i].start);
	items_replace(items, i, merge ? 2 : 1, YEH_WITH_HAMZA, span->rule);
	if (merge)
		return;
	for (size_t k = i + 1; k < hamza; k++)
		items_keep(items, k);
	items_drop(items, hamza, 1, span->rule);
}

static void run_hamza(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		uint32_t start = items->at[i].start;
		size_t hamza = find_hamza(items, i);
		if (hamza && scope_letter_language(span->scope, start) == LANGUAGE_ARABIC &&
		    !scope_is_protected(span->scope, start)) {
			compose(span, i, hamza);
			i = hamza;
		} else {
			items_keep(items, i);
		}
	}
	items_rewritten(items);
}

static const struct step_range hamza_ranges[] = {{HAMZA_ABOVE, HAMZA_ABOVE}};

static const norm_rule_value hamza_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave hamza above a Persian yeh or an alef maqsura")},
	{"compose", NORM_REVERSIBLE, N_("in Arabic, such a letter and its hamza become one letter")},
};

const struct step arabic_step_hamza = {
	.rule = {"arabic.hamza", "arabic", "hamza", N_("hamza apart from its letter"), "Unicode 15, section 9.2",
		 hamza_values, COUNT_OF(hamza_values), NORM_SEVERITY_WARNING, CATEGORY_ARABIC_LETTERS},
	.kind = STEP_RULE,
	.run = run_hamza,
	.triggers = hamza_ranges,
	.trigger_count = COUNT_OF(hamza_ranges),
};
