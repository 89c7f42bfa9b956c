/* SPDX-License-Identifier: MIT */
/*
 * The ligatures œ and æ, which are letters of French: coeur is cœur, but moelle stays. Which words have them is in
 * data/french/ligatures.tsv: whole words, so that no other oe or ae is touched.
 */
#include "french/language.h"
#include "french/steps.h"
#include "french/word.h"

enum { LIGATURES_KEEP, LIGATURES_REPORT, LIGATURES_FIX };

/* The ligature of two letters, or 0. */
static uint32_t ligature_of(uint32_t first, uint32_t second)
{
	if ((second | 0x20) != 'e')
		return 0;
	switch (first) {
	case 'o': return 0x153;
	case 'O': return 0x152;
	case 'a': return 0xE6;
	case 'A': return 0xC6;
	default: return 0;
	}
}

/* Whether the letter at a place is the first of the ligature of its word. */
static bool begins_ligature(const struct scope_text *text, uint32_t first)
{
	struct word word;
	if (!word_read(text, &word) || word.shape == WORD_MIXED || word.letters[word.at] != (first | 0x20))
		return false;
	const struct french_word *entry = word_find(&french_ligatures, &word);
	return entry && entry->ligature == word.at;
}

/* What the items from `i` on become, two of them; 0: they stay. */
static uint32_t ligature_at(const struct rule_span *span, size_t i)
{
	const struct items *items = span->items;
	uint32_t ligature = i + 1 < items->len ? ligature_of(items->at[i].cp, items->at[i + 1].cp) : 0;
	if (!ligature)
		return 0;
	struct scope_text text = scope_words(span->scope, items->at[i].start);
	return begins_ligature(&text, items->at[i].cp) && french_governs(span, i) ? ligature : 0;
}

static void run_ligatures(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		uint32_t ligature = ligature_at(span, i);
		if (ligature && span->value == LIGATURES_FIX) {
			items_replace(items, i++, 2, ligature, span->rule);
			continue;
		}
		if (ligature)
			items_report(items, i, 2, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

static const norm_rule_value ligature_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave oe and ae")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are ligatures")},
	{"fix", NORM_REVERSIBLE, N_("in French, oe and ae become œ and æ in known words: coeur becomes cœur")},
};

const struct step french_step_ligatures = {
	.rule = {"french.ligatures", "french", "ligatures", N_("oe or ae for a ligature"),
		 "Imprimerie nationale; Académie française", ligature_values, COUNT_OF(ligature_values),
		 NORM_SEVERITY_NOTE, CATEGORY_LIGATURES},
	.kind = STEP_RULE,
	.run = run_ligatures,
	.report_values = 1u << LIGATURES_REPORT,
	.digraphs = true,
};
