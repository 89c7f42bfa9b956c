/* SPDX-License-Identifier: MIT */
/*
 * ZERO WIDTH JOINER and NON-JOINER. Persian, Urdu, Kurdish and Uyghur spell with them, and so do the scripts of India and
 * emoji. Arabic does not: between its letters, and at the edge of a word, they come from keyboards and converters. One
 * use is Arabic: a joiner behind a single ه makes the sign of the Hijri year.
 */
#include "repair/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"

enum { JOINERS_KEEP, JOINERS_LANGUAGE, JOINERS_DROP };
enum { NON_JOINER = 0x200C, JOINER = 0x200D, HEH = 0x0647 };

static bool is_joiner(uint32_t cp)
{
	return cp == NON_JOINER || cp == JOINER;
}

static size_t joiners_end(const struct items *items, size_t i)
{
	while (i < items->len && is_joiner(items->at[i].cp))
		i++;
	return i;
}

static bool is_arabic(uint32_t cp)
{
	return character_is_arabic_letter(cp) || cp == CHARACTER_TATWEEL;
}

/* Whether a joiner beside `cp` shapes nothing: a space, the end of a line, a digit, punctuation. */
static bool is_inert(uint32_t cp)
{
	enum unicode_category category = unicode_category(cp);
	bool punctuation = category >= UNICODE_PC && category <= UNICODE_PO;
	return punctuation || character_is_digit(cp) || unicode_is_white_space(cp);
}

/* Whether the joiners [i, end) make the sign of the Hijri year of a single ه. */
static bool is_hijri_sign(const struct rule_span *span, size_t i, size_t end)
{
	return neighbour_before(span, i) == HEH && neighbour_may_be_lone_letter(span, i) &&
	       span->items->at[end - 1].cp == JOINER && !is_arabic(neighbour_after(span, end - 1));
}

/* Whether the joiners [i, end) have no business there. A mark behind them would go to another letter: it holds them. */
static bool are_needless(const struct rule_span *span, size_t i, size_t end)
{
	uint32_t before = neighbour_base_before(span, i), after = neighbour_after(span, end - 1);
	bool beside_arabic = is_arabic(before) || is_arabic(after);
	bool nothing_else = (is_arabic(before) || is_inert(before)) && (is_arabic(after) || is_inert(after));
	uint32_t start = span->items->at[i].start;
	return beside_arabic && nothing_else && !is_hijri_sign(span, i, end) &&
	       scope_letter_language(span->scope, start) == LANGUAGE_ARABIC && !scope_is_protected(span->scope, start);
}

static void run_joiners(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		size_t end = joiners_end(items, i);
		if (end > i && are_needless(span, i, end)) {
			items_drop(items, i, end - i, span->rule);
			i = end;
			continue;
		}
		for (end += end == i; i < end; i++)
			items_keep(items, i);
	}
	items_rewritten(items);
}

static const struct step_range joiner_ranges[] = {{NON_JOINER, JOINER}};

static const norm_rule_value joiner_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave them")},
	{"language", NORM_REVERSIBLE, N_("delete them in Arabic words, where they have no use")},
	{"drop", NORM_LOSSY, N_("delete them")},
};

const struct step repair_step_joiners = {
	.rule = {"controls.joiners", "controls", "joiners", N_("zero width joiner or non-joiner"),
		 "Unicode 15, section 23.2", joiner_values, COUNT_OF(joiner_values),
		 NORM_SEVERITY_WARNING, CATEGORY_INVISIBLE},
	.kind = STEP_RULE,
	.ranges = joiner_ranges,
	.range_count = COUNT_OF(joiner_ranges),
	.map = step_drop,
	.run = run_joiners,
	.triggers = joiner_ranges,
	.trigger_count = COUNT_OF(joiner_ranges),
	.run_values = 1u << JOINERS_LANGUAGE,
	.arabic_only = true,
};
