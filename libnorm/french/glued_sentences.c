/* SPDX-License-Identifier: MIT */
/*
 * Sentences without a space between them: la fin.Le début, where a line end was lost. Where one ends and another begins say the
 * levels (rule 7 of text/level.h), so the space that is put in makes no other sentences than there were.
 */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"
#include "text/level.h"
#include "text/neighbour.h"
#include "text/space.h"

enum { GLUED_KEEP, GLUED_REPORT, GLUED_INSERT };
enum { ELLIPSIS = 0x2026 };

static bool is_latin_capital(uint32_t cp)
{
	return unicode_category(cp) == UNICODE_LU && unicode_script(cp) == UNICODE_SCRIPT_LATIN;
}

/* Whether a sentence that ends in French with the mark at `offset` has no space in front of the next one, of the capital at `next`. */
static bool is_glued(struct scope *scope, uint32_t offset, uint32_t next)
{
	if (!french_governs_at(scope, offset) || scope_is_protected(scope, next))
		return false;
	struct levels *levels = scope_paragraph(scope, next).levels;
	size_t capital = scope_text(scope, next).at;
	return levels->sentence_count && levels->sentence[levels_sentence_at(levels, capital)].start == capital;
}

/* Whether the mark `cp` may stand at the end of a text. In front of ! and ? there may be a space. */
static bool may_end(uint32_t before, uint32_t cp)
{
	return cp == '!' || cp == '?' || !gap_is_blank(before);
}

static bool is_glued_item(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	if (!gap_is_stop(item->cp) || !is_latin_capital(neighbour_after(span, i)) || !may_end(neighbour_before(span, i), item->cp))
		return false;
	return is_glued(span->scope, item->start, i + 1 < span->items->len ? item[1].start : item->end);
}

static void run_glued_sentences(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool glued = is_glued_item(span, i);
		if (glued && span->value == GLUED_REPORT)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
		if (glued && span->value == GLUED_INSERT)
			items_insert(items, i + 1, SPACE_SP, span->rule);
	}
	items_rewritten(items);
}

static bool wakes_glued_sentences(const struct rule_trigger *trigger)
{
	return is_latin_capital(trigger->after) && may_end(trigger->before, trigger->cp);
}

static bool settle_glued_sentences(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (!is_glued(scope, offset, (uint32_t)(trigger->ahead - trigger->start)))
		return true;
	if (trigger->value == GLUED_INSERT)
		rule_trigger_put_after(trigger, SPACE_SP);
	else
		rule_trigger_report(trigger);
	return true;
}

static bool beside_glued_sentences(uint32_t cp, enum beside before, enum beside after)
{
	bool capital = after == BESIDE_CAPITAL || after == BESIDE_OTHER;
	return capital && (before != BESIDE_SPACE || cp == '!' || cp == '?');
}

/* Whether something follows that is no capital, nor becomes one. */
static bool passes_glued_sentences(const uint8_t *out, const uint8_t *at)
{
	(void)out;
	if (at[1] >= 0x80)
		return character_is_arabic_at(at + 1);
	return at[1] == SPACE_LF || (at[1] >= ' ' && at[1] < 0x7F && !(at[1] >= 'A' && at[1] <= 'Z'));
}

static const struct step_range stop_ranges[] = {{'!', '!'}, {'.', '.'}, {'?', '?'}, {ELLIPSIS, ELLIPSIS}};

static const norm_rule_value glued_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave sentences that no space parts")},
	{"report", NORM_LOSSLESS, N_("leave them, report them")},
	{"insert", NORM_REVERSIBLE, N_("in French, a space between two sentences that have none")},
};

const struct step french_step_glued_sentences = {
	.rule = {"french.glued-sentences", "french", "glued-sentences", N_("sentences without a space between them"),
		 "Imprimerie nationale", glued_values, COUNT_OF(glued_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_glued_sentences,
	.triggers = stop_ranges,
	.trigger_count = COUNT_OF(stop_ranges),
	.wakes = wakes_glued_sentences,
	.beside = beside_glued_sentences,
	.passes = passes_glued_sentences,
	.settle = settle_glued_sentences,
	.report_values = 1u << GLUED_REPORT,
};
