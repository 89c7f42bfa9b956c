/* SPDX-License-Identifier: MIT */
/*
 * The apostrophe: ’ where ' and its look-alikes stand inside a word or end an elision, and no space beside it. Between
 * letters nothing else can be meant. Before a number, a quotation or a bracket, and in front of a space, it must end
 * one of the words that are elided, and no single quote may be open: l'« , d'"abord", qu'(il), l' Élysée.
 */
#include "french/language.h"
#include "french/steps.h"
#include "text/gap.h"
#include "text/quotes.h"
#include "text/space.h"
#include "unicode/ascii.h"

enum { APOSTROPHES_KEEP, APOSTROPHES_REPORT, APOSTROPHES_FIX };

enum { APOSTROPHE = 0x2019 };

static bool is_latin_letter(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_is_letter(cp);
	return character_is_letter(cp) && unicode_script(cp) == UNICODE_SCRIPT_LATIN;
}

/* The character `back` places in front of item `i`; 0 where a stretch does not show it. */
static uint32_t further_before(const struct rule_span *span, size_t i, size_t back)
{
	if (back <= i)
		return span->items->at[i - back].cp;
	return back == i + 1 ? span->before : back == i + 2 ? span->before2 : 0;
}

/* Whether the word that ends in front of item `i` is one that is elided: l d j m t s n c, and what ends with qu (lorsqu). */
static bool is_elided(const struct rule_span *span, size_t i)
{
	uint32_t last = further_before(span, i, 1) | 0x20;
	uint32_t before = further_before(span, i, 2);
	switch (last) {
	case 'c': case 'd': case 'j': case 'l': case 'm': case 'n': case 's': case 't':
		return before && !character_is_word(before);
	case 'u':
		return (before | 0x20) == 'q';
	default:
		return false;
	}
}

/* Whether a word that begins with `cp` takes an elision. */
static bool is_vowel(uint32_t cp)
{
	const uint32_t *base;
	if (cp >= 0x80 && cpmap_get(&unicode_nfd, cp, &base) > 0)
		cp = base[0];
	switch (cp | 0x20) {
	case 'a': case 'e': case 'i': case 'o': case 'u': case 'y': case 'h':
		return cp < 0x80;
	default:
		return cp == 0x0152 || cp == 0x0153 || cp == 0x00C6 || cp == 0x00E6; /* œ æ */
	}
}

/* What an elision may stand in front of, other than a letter: marks that open something, and letters of transliteration. */
static bool begins(uint32_t cp)
{
	switch (cp) {
	case '"': case '(': case '[': case '{': case '*': case '_': case '@': case '#': case 0x00AB: case 0x2039:
	case 0x201C: case 0x201E: case 0x201F: case 0xFF02:
		return true;
	default:
		return unicode_category(cp) == UNICODE_LM;
	}
}

static bool is_inside_word(uint32_t before, uint32_t after)
{
	if (before < 0x80 && after < 0x80)
		return is_latin_letter(before) && is_latin_letter(after);
	return is_latin_letter(before) && character_is_letter(after) && unicode_category(after) != UNICODE_LM;
}

/* l' Élysée */
static bool is_split_behind(const struct rule_span *span, size_t i)
{
	size_t end = gap_end(span, i + 1);
	return end > i + 1 && is_elided(span, i) && is_vowel(neighbour_after(span, end - 1));
}

/* d 'abord: it might as well open a quotation, so this is only reported. */
static bool is_split_before(const struct rule_span *span, size_t i)
{
	size_t start = gap_start(span, i);
	return start < i && is_elided(span, start) && is_vowel(neighbour_after(span, i));
}

enum verdict { VERDICT_NOTHING, VERDICT_DOUBTFUL, VERDICT_APOSTROPHE };

/* A mark with something else than letters beside it: no quotation mark where the paragraph has none that opens. */
static enum verdict judge_mark(const struct rule_span *span, size_t i)
{
	bool single = scope_quotes(span->scope, span->items->at[i].start) & QUOTES_SINGLE;
	return single ? VERDICT_DOUBTFUL : VERDICT_APOSTROPHE;
}

static enum verdict judge(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp, after = neighbour_after(span, i);
	if (!french_is_apostrophe(cp))
		return VERDICT_NOTHING;
	bool inside = is_inside_word(neighbour_base_before(span, i), after) || (character_is_digit(after) && is_elided(span, i));
	bool split = !inside && (is_split_behind(span, i) || is_split_before(span, i));
	if (!inside && !split && !(begins(after) && is_elided(span, i)))
		return VERDICT_NOTHING;
	if ((cp == APOSTROPHE && !split) || !french_governs(span, i))
		return VERDICT_NOTHING;
	/* Behind an address ‘ is a mark that may open something, and ’ is none. */
	bool opener = cp == 0x2018 || cp == 0x201B;
	return inside && !opener ? VERDICT_APOSTROPHE : judge_mark(span, i);
}

/* Whether the spaces from item `gap` on part an elision from its word. */
static bool splits(const struct rule_span *span, size_t gap)
{
	return gap > 0 && is_split_behind(span, gap - 1) && judge(span, gap - 1) == VERDICT_APOSTROPHE;
}

static void rewrite_apostrophe(const struct rule_span *span, size_t i)
{
	struct items *items = span->items;
	enum verdict verdict = judge(span, i);
	if (verdict == VERDICT_APOSTROPHE && span->value == APOSTROPHES_FIX && items->at[i].cp != APOSTROPHE) {
		items_replace(items, i, 1, APOSTROPHE, span->rule);
		return;
	}
	if (verdict == VERDICT_DOUBTFUL || (verdict == VERDICT_APOSTROPHE && span->value == APOSTROPHES_REPORT))
		items_report(items, i, 1, span->rule);
	items_keep(items, i);
}

static void run_apostrophes(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0, end; i < items->len; i = end) {
		end = gap_end(span, i);
		if (end == i)
			rewrite_apostrophe(span, end++);
		else if (span->value == APOSTROPHES_FIX && splits(span, i))
			items_drop(items, i, end - i, span->rule);
		else
			for (; i < end; i++)
				items_keep(items, i);
	}
	items_rewritten(items);
}

static bool wakes_apostrophes(const struct rule_trigger *trigger)
{
	bool behind_space = space_is_inline(trigger->before), before_space = space_is_inline(trigger->after);
	if (is_latin_letter(trigger->before) && trigger->cp == '\'')
		return true;
	if (behind_space || before_space || trigger->cp == APOSTROPHE)
		return behind_space ? is_vowel(trigger->after) : before_space && is_latin_letter(trigger->before);
	return is_latin_letter(trigger->before) || character_is_mark(trigger->before);
}

/* Whether it stands at the end of a word that is none of those that are elided, or in front of another mark: 'respect', */
static bool ends_word(const struct rule_trigger *trigger)
{
	uint32_t after = trigger->after;
	if (after == ',' || after == '.' || after == ')')
		return character_is_letter(trigger->before);
	const uint8_t *at = trigger->ahead - 1; /* of ' */
	if (trigger->cp != '\'' || after != SPACE_SP || at - trigger->start < 2 || *at != '\'' || at[-1] != trigger->before)
		return false;
	return ascii_is_letter(at[-1]) && ascii_is_letter(at[-2]) && (at[-1] | 0x20) != 'u';
}

/* Most stand between letters: it is enough to know the language there. */
static bool settle_apostrophe(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	bool inside = trigger->cp != APOSTROPHE && is_inside_word(trigger->before, trigger->after);
	if (ends_word(trigger))
		return true;
	if (!inside || trigger->value != APOSTROPHES_FIX || trigger->cp == 0x2018 || trigger->cp == 0x201B)
		return false;
	if (french_governs_at(scope, offset))
		rule_trigger_become(trigger, APOSTROPHE);
	return true;
}

/* What settle_apostrophe() and wakes_apostrophes() come to between two letters. */
static bool becomes_apostrophe(struct scope *scope, uint32_t offset)
{
	return french_governs_at(scope, offset);
}

static const struct step_range apostrophe_ranges[] = {
	{'\'', '\''}, {'`', '`'}, {0x00B4, 0x00B4}, {0x2018, 0x2019}, {0x201B, 0x201B}, {0x2032, 0x2032},
};

static const norm_rule_value apostrophe_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the apostrophes of French")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that are not ’, or part a word")},
	{"fix", NORM_REVERSIBLE, N_("in French, ’ inside words and behind elisions, without a space")},
};

const struct step french_step_apostrophes = {
	.rule = {"french.apostrophes", "french", "apostrophes", N_("mark that stands for an apostrophe"), "CLDR fr",
		 apostrophe_values, COUNT_OF(apostrophe_values), NORM_SEVERITY_NOTE, CATEGORY_APOSTROPHES},
	.kind = STEP_RULE,
	.run = run_apostrophes,
	.triggers = apostrophe_ranges,
	.trigger_count = COUNT_OF(apostrophe_ranges),
	.wakes = wakes_apostrophes,
	.settle = settle_apostrophe,
	.becomes_between = becomes_apostrophe,
	.between_cp = APOSTROPHE,
	.report_values = 1u << APOSTROPHES_REPORT,
};
