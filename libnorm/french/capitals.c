/* SPDX-License-Identifier: MIT */
/*
 * Capitals that lack their accent: Etat, Ecole, ELYSEE. Which words these are is in data/french/capitals.tsv: whole words, so
 * that a capital is never guessed. Whether A at the start of a sentence is À only a reader can tell.
 */
#include "french/language.h"
#include "french/steps.h"
#include "french/word.h"
#include "text/neighbour.h"
#include "text/space.h"

enum { CAPITALS_KEEP, CAPITALS_REPORT, CAPITALS_FIX };

/* What is to be done with a letter. */
struct verdict {
	uint32_t accented; /* what it becomes; 0: nothing */
	bool doubtful;     /* it is only reported */
};

static bool is_trigger(uint32_t cp)
{
	return cp == 'A' || cp == 'C' || cp == 'E' || cp == 'I' || cp == 'O';
}

static bool is_capital(uint32_t cp)
{
	return unicode_category(cp) == UNICODE_LU;
}

/* Whether a word may get its accents where it stands, as its entry says. */
static bool is_sure(const struct scope_text *text, const struct word *word, const struct french_word *entry)
{
	if (entry->when == FRENCH_ANY)
		return true;
	if (word->shape != WORD_CAPITAL)
		return false;
	if (entry->when == FRENCH_FRENCH)
		return word_is_elided_onto(text, word) ||
		       (word_precedes_small(text, word) && !word_follows_capital(text, word));
	if (entry->when == FRENCH_SENTENCE)
		return word_begins_sentence(text, word) && word_precedes_small(text, word);
	return entry->when == FRENCH_INITIAL;
}

static bool is_doubtful(const struct scope_text *text, const struct word *word, const struct french_word *entry)
{
	return entry->when == FRENCH_FRENCH || (entry->when == FRENCH_ASK && word_begins_sentence(text, word));
}

/* The entry of a word, rather with what a hyphen parts from it: Moyen-Âge is more certain than Âge. */
static const struct french_word *find(const struct scope_text *text, struct word *word)
{
	struct word compound = *word;
	const struct french_word *entry = word_join(text, &compound) ? word_find(&french_capitals, &compound) : NULL;
	if (!entry)
		return word_find(&french_capitals, word);
	*word = compound;
	return entry;
}

/* Whether a word of the list, or the last part of one with a hyphen, may be this one, as its first letters tell. */
static bool may_be_listed(const struct word *word)
{
	unsigned first = word->letters[0] - 'a', second = word->length > 1 ? word->letters[1] - 'a' : FRENCH_ENDS;
	unsigned third = word->length > 2 ? word->letters[2] - 'a' : FRENCH_ENDS;
	if (first >= 26 || second >= 26 || third > FRENCH_ENDS) /* too short, or with an accent */
		return true;
	return french_openings[first][second] >> third & 1;
}

static struct verdict judge(const struct scope_text *text, uint32_t cp)
{
	struct word word;
	if (!word_read(text, &word) || word.letters[word.at] != (cp | 0x20) || !may_be_listed(&word))
		return (struct verdict){0};
	const struct french_word *entry = find(text, &word);
	uint32_t spelled = entry ? word_spelled(&french_capitals, entry, word.at) : 0;
	if (spelled < 0x80)
		return (struct verdict){0};
	if (is_sure(text, &word, entry))
		return (struct verdict){.accented = spelled - 0x20};
	return (struct verdict){.doubtful = is_doubtful(text, &word, entry)};
}

/* A that is no word between spaces: A-t-il, vitamine A. */
static bool is_lone_letter(uint32_t cp, uint32_t after)
{
	return cp == 'A' && !character_is_word(after) && !space_is_inline(after);
}

/* What is to be done with the capital `cp` at `offset`, where a word may start, or which stands among capitals. */
static struct verdict judge_at(struct scope *scope, uint32_t offset, uint32_t cp, bool findings)
{
	struct scope_text text = scope_words(scope, offset);
	struct verdict verdict = judge(&text, cp);
	bool wanted = verdict.accented || (verdict.doubtful && findings); /* else nobody reads findings */
	return wanted && french_governs_at(scope, offset) ? verdict : (struct verdict){0};
}

static struct verdict judge_item(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	uint32_t before = neighbour_before(span, i), after = neighbour_after(span, i);
	if (!is_trigger(item->cp) || (character_is_letter(before) && !is_capital(before)) || character_is_mark(after))
		return (struct verdict){0};
	if (!character_is_letter(before) && is_lone_letter(item->cp, after))
		return (struct verdict){0};
	return judge_at(span->scope, item->start, item->cp, span->items->log);
}

static void run_capitals(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		struct verdict verdict = judge_item(span, i);
		if (verdict.accented && span->value == CAPITALS_FIX) {
			items_replace(items, i, 1, verdict.accented, span->rule);
			continue;
		}
		if (verdict.accented || verdict.doubtful)
			items_report(items, i, 1, span->rule);
		items_keep(items, i);
	}
	items_rewritten(items);
}

/* Whether a word begins like this; letters with accents may be any. */
static bool may_begin(uint32_t first, uint32_t second, uint32_t third)
{
	uint32_t row = (second | 0x20) - 'a', letter = (third | 0x20) - 'a';
	if (second >= 0x80)
		return character_is_letter(second);
	if (row >= 26)
		return false;
	uint32_t opening = french_openings[first - 'A'][row];
	return opening && (third == 0 || third >= 0x80 || opening >> (letter < 26 ? letter : FRENCH_ENDS) & 1);
}

/* Inside of a word only capitals wake; A alone is reported. */
static bool wakes_capitals(const struct rule_trigger *trigger)
{
	if (character_is_letter(trigger->before))
		return is_capital(trigger->before);
	if (trigger->cp == 'A' && space_is_inline(trigger->after))
		return trigger->findings;
	return may_begin(trigger->cp, trigger->after, trigger->after2);
}

static bool beside_capitals(uint32_t cp, enum beside before, enum beside after)
{
	if (before == BESIDE_SMALL)
		return false;
	return before == BESIDE_CAPITAL || before == BESIDE_OTHER || beside_is_letter(after) || (cp == 'A' && after == BESIDE_SPACE);
}

static bool opens_capitals(uint32_t cp, uint32_t letter)
{
	return french_openings[cp - 'A'][letter - 'a'] != 0;
}

/* Whether a letter, or what may be one, is in front of a trigger: behind no-break spaces and apostrophes there is none. */
static bool may_be_inside(const uint8_t *out)
{
	if (out[-1] < 0x80)
		return character_is_letter(out[-1]);
	bool no_break = out[-1] == 0xA0 && out[-2] == 0xC2, mark = out[-2] == 0x80 && out[-3] == 0xE2; /* U+2000–U+203F */
	return !no_break && !mark;
}

static bool passes_capitals(const uint8_t *out, const uint8_t *at)
{
	if (at[1] <= ' ' || at[1] >= 0x7F || may_be_inside(out))
		return false;
	return !may_begin(*at, at[1], at[2] >= ' ' && at[2] != 0x7F ? at[2] : 0);
}

static bool settle_capitals(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	struct verdict verdict = judge_at(scope, offset, trigger->cp, trigger->findings);
	if (verdict.accented && trigger->value == CAPITALS_FIX)
		rule_trigger_become(trigger, verdict.accented);
	else if (verdict.accented || verdict.doubtful)
		rule_trigger_report(trigger);
	return true;
}

static const struct step_range capital_ranges[] = {{'A', 'A'}, {'C', 'C'}, {'E', 'E'}, {'I', 'I'}, {'O', 'O'}};

static const norm_rule_value capital_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave capitals without their accents")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that lack an accent")},
	{"fix", NORM_REVERSIBLE, N_("in French, accents on the capitals of known words: Etat becomes État")},
};

const struct step french_step_capitals = {
	.rule = {"french.capitals", "french", "capitals", N_("capital without its accent"),
		 "Imprimerie nationale; Académie française", capital_values, COUNT_OF(capital_values),
		 NORM_SEVERITY_NOTE, CATEGORY_ACCENTS},
	.kind = STEP_RULE,
	.run = run_capitals,
	.triggers = capital_ranges,
	.trigger_count = COUNT_OF(capital_ranges),
	.wakes = wakes_capitals,
	.beside = beside_capitals,
	.opens = opens_capitals,
	.passes = passes_capitals,
	.settle = settle_capitals,
	.wide = true,
	.report_values = 1u << CAPITALS_REPORT,
};
