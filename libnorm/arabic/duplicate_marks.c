/* SPDX-License-Identifier: MIT */
/*
 * The same Arabic mark twice on one letter: typed twice, or left by a font that needed it. Only exact duplicates go,
 * also where other marks stand between them. Marks of other scripts may repeat.
 */
#include <string.h>

#include "arabic/steps.h"
#include "text/character.h"
#include "text/scope.h"

/* The Arabic blocks that have marks, without a gap. */
enum { MARKS_FIRST = 0x0600, MARKS_LAST = 0x08FF, MARKS = MARKS_LAST - MARKS_FIRST + 1 };

/* The marks that the letter has so far. */
struct marks {
	uint64_t bits[MARKS / 64];
	bool any;
};

static bool is_arabic_mark(uint32_t cp)
{
	if (cp < MARKS_FIRST || cp > MARKS_LAST || !character_is_mark(cp))
		return false;
	enum unicode_script script = unicode_script(cp);
	return script == UNICODE_SCRIPT_ARABIC || script == UNICODE_SCRIPT_INHERITED;
}

/* Add a mark; returns whether it was there. */
static bool marks_add(struct marks *marks, uint32_t cp)
{
	uint64_t *word = &marks->bits[(cp - MARKS_FIRST) / 64], bit = UINT64_C(1) << (cp - MARKS_FIRST) % 64;
	bool had = *word & bit;
	*word |= bit;
	marks->any = true;
	return had;
}

/* A mark that has been read together with characters in front of it, which may be protected, stands at the end of them. */
static bool is_protected(const struct rule_span *span, const struct text_item *item)
{
	return scope_is_protected(span->scope, item->start) &&
	       (item->end <= item->start + 1 || scope_is_protected(span->scope, item->end - 1));
}

static void run_duplicate_marks(const struct rule_span *span)
{
	struct items *items = span->items;
	struct marks marks = {.any = false};
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		const struct text_item *item = &items->at[i];
		if (!character_is_mark(item->cp) && marks.any)
			memset(&marks, 0, sizeof marks);
		bool duplicate = is_arabic_mark(item->cp) && marks_add(&marks, item->cp);
		if (duplicate && !is_protected(span, item))
			items_drop(items, i, 1, span->rule);
		else
			items_keep(items, i);
	}
	items_rewritten(items);
}

/* Somewhere in a sequence that has a mark twice, a mark has a class that is not above that of the one before it. */
static bool wakes_duplicate_marks(const struct rule_trigger *trigger)
{
	return character_is_mark(trigger->before) && unicode_ccc(trigger->before) >= unicode_ccc(trigger->cp);
}

static const struct step_range duplicate_mark_ranges[] = {
	{0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4},
	{0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0898, 0x089F}, {0x08CA, 0x08E1}, {0x08E3, 0x08FF},
};

static const norm_rule_value duplicate_mark_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave repeated marks")},
	{"drop", NORM_REVERSIBLE, N_("an Arabic mark that the letter already has is deleted")},
};

const struct step arabic_step_duplicate_marks = {
	.rule = {"arabic.duplicate-marks", "arabic", "duplicate-marks", N_("the same Arabic mark twice on a letter"),
		 "Unicode 15, section 9.2", duplicate_mark_values, COUNT_OF(duplicate_mark_values),
		 NORM_SEVERITY_WARNING, CATEGORY_ARABIC_MARKS},
	.kind = STEP_RULE,
	.run = run_duplicate_marks,
	.triggers = duplicate_mark_ranges,
	.trigger_count = COUNT_OF(duplicate_mark_ranges),
	.wakes = wakes_duplicate_marks,
	.ascending = true,
};
