/* SPDX-License-Identifier: MIT */
/*
 * An ordinary space where French writes one and there is none: in front of ; : ! ? and inside « ». The rules behind this
 * one make it the right one. It is put only where nothing else can be meant: behind a word or what closes, and where the
 * mark ends something. Canada writes no space in front of ; ! ?, so there is a value that leaves these out.
 * Where a line end was lost, « and » have a word or the end of a sentence at their outer side, too: mot« Début fin »Suite,
 * fin.« Début. They get a space there.
 */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"

enum { MISSING_KEEP, MISSING_REPORT, MISSING_INSERT, MISSING_INSERT_LOW };
enum { OPENER = 0x00AB, CLOSER = 0x00BB };

enum verdict { FINE, DOUBTFUL, MISSING };

static bool is_high(uint32_t cp)
{
	return cp == ';' || cp == '!' || cp == '?';
}

/*
 * Whether a word, or something that closes, ends right in front of item `i`. An apostrophe does not: l':… Nor does a mark
 * on something else than a letter: behind a stop with a mark a space would end the sentence.
 */
static bool is_behind_word(const struct rule_span *span, size_t i)
{
	uint32_t before = neighbour_before(span, i);
	if (character_is_mark(before))
		return character_is_letter(neighbour_base_before(span, i));
	bool tick = gap_is_tick(before) && before != '\'' && before != 0x2019;
	return character_is_word(before) || gap_is_closer(before) || tick;
}

/* The first character behind item `i` and the spaces there. */
static uint32_t next_text(const struct rule_span *span, size_t i)
{
	size_t end = gap_end(span, i + 1);
	return neighbour_after(span, end - 1);
}

/* `12: 30` may be a time or a ratio, `"mute": true` is source code more often than text. */
static enum verdict judge_colon(const struct rule_span *span, size_t i)
{
	uint32_t before = neighbour_before(span, i);
	bool digits = character_is_digit(before) && character_is_digit(next_text(span, i));
	if (!gap_is_blank(neighbour_after(span, i)) || digits)
		return FINE;
	return before == '"' ? DOUBTFUL : MISSING;
}

/* `Yahoo! a annoncé`: a mark in a name. `x = 1;` at the end of a line: source code. */
static enum verdict judge_high(const struct rule_span *span, size_t i)
{
	size_t last = i;
	while (last + 1 < span->items->len && is_high(span->items->at[last + 1].cp))
		last++;
	uint32_t cp = span->items->at[i].cp, after = neighbour_after(span, last);
	bool ends = gap_is_blank(after) || gap_is_closer(after) || after == OPENER || after == '"' || after == 0x201D;
	if (!ends)
		return FINE;
	bool goes_on = cp == '!' && space_is_inline(after) && unicode_category(next_text(span, last)) == UNICODE_LL;
	return goes_on || (cp == ';' && space_is_line_end(after)) ? DOUBTFUL : MISSING;
}

static enum verdict judge_before(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp;
	bool mark = cp == ':' || (is_high(cp) && span->value != MISSING_INSERT_LOW);
	if (!mark || !is_behind_word(span, i))
		return FINE;
	enum verdict verdict = cp == ':' ? judge_colon(span, i) : judge_high(span, i);
	if (verdict == FINE || !french_governs(span, i))
		return FINE;
	/* A quote in front has to be one that closes. */
	return gap_text_ends(span, i) ? verdict : DOUBTFUL;
}

static enum verdict judge_mark(struct scope *scope, uint32_t offset, enum scope_mark wanted)
{
	if (!french_governs_at(scope, offset))
		return FINE;
	enum scope_mark found = scope_mark(scope, offset);
	return found == wanted ? MISSING : found == SCOPE_MARK_NONE ? DOUBTFUL : FINE;
}

/* A sign at which a quotation may begin or end as it does at a word: #mot, @nom, /usr, – non, 50%, 12€, 😀. */
static bool is_sign(uint32_t cp)
{
	switch (unicode_category(cp)) {
	case UNICODE_PC:
	case UNICODE_PD:
	case UNICODE_SM:
	case UNICODE_SO:
		return true;
	default:
		return gap_is_sign(cp) || cp == '#' || cp == '@' || cp == '/' || cp == '\\' || cp == '&' || cp == '*';
	}
}

/* Whether « or » may have this at its outer side. Beside a word or a sign it might, with a space inside, face the other way. */
static bool is_outside(uint32_t cp)
{
	return !character_is_word(cp) && (cp < 0x80 || unicode_category(cp) != UNICODE_SO);
}

static bool is_latin(uint32_t cp)
{
	return character_is_letter(cp) && unicode_script(cp) == UNICODE_SCRIPT_LATIN;
}

/* A mark with which a quotation may begin: …fin, or nothing but a ?. */
static bool begins_quotation(uint32_t cp)
{
	return cp == 0x2026 || cp == '!' || cp == '?';
}

/*
 * Whether a word is glued to the outer side of « or » where something new begins, with a capital; in front of « also the end of a
 * sentence. There the word has several letters, for one may be elided.
 */
static bool is_glued(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp, before = neighbour_before(span, i);
	if (cp == CLOSER)
		return unicode_category(neighbour_after(span, i)) == UNICODE_LU;
	bool text = cp == OPENER && (gap_is_stop(before) || (i > 0 && is_latin(before) && is_latin(neighbour_before(span, i - 1))));
	return text && unicode_category(next_text(span, i)) == UNICODE_LU;
}

/* A space inside of « or », which may face the other way if a word stands at its outer side. */
static enum verdict judge_inside(enum verdict verdict, bool outside)
{
	return verdict == MISSING && !outside ? DOUBTFUL : verdict;
}

static enum verdict judge_opener(const struct rule_span *span, size_t i)
{
	uint32_t after = neighbour_after(span, i);
	bool text = character_is_word(after) || gap_is_opener(after) || gap_is_tick(after) || is_sign(after) || begins_quotation(after);
	if (span->items->at[i].cp != OPENER || !text || character_is_mark(after))
		return FINE;
	bool outside = is_outside(neighbour_before(span, i)) || is_glued(span, i);
	return judge_inside(judge_mark(span->scope, span->items->at[i].start, SCOPE_MARK_OPENS), outside);
}

/* Whether a quotation may end behind this, and lacks its space. */
static bool may_close(uint32_t before)
{
	bool text = character_is_word(before) || gap_is_closer(before) || gap_is_tick(before) || is_sign(before);
	return text || gap_is_stop(before) || before == ',';
}

static enum verdict judge_closer(const struct rule_span *span, size_t i)
{
	if (span->items->at[i].cp != CLOSER || !may_close(neighbour_before(span, i)))
		return FINE;
	bool outside = is_outside(neighbour_after(span, i)) || is_glued(span, i);
	return judge_inside(judge_mark(span->scope, span->items->at[i].start, SCOPE_MARK_CLOSES), outside);
}

static enum verdict judge_outside(const struct rule_span *span, size_t i)
{
	if (!is_glued(span, i))
		return FINE;
	bool opens = span->items->at[i].cp == OPENER;
	return judge_mark(span->scope, span->items->at[i].start, opens ? SCOPE_MARK_OPENS : SCOPE_MARK_CLOSES);
}

/* Put a space in front of item `at` for the sake of the mark at item `i`, or tell that it may be missing. */
static void act(const struct rule_span *span, enum verdict verdict, size_t at, size_t i)
{
	if (verdict == MISSING && span->value != MISSING_REPORT)
		items_insert(span->items, at, SPACE_SP, span->rule);
	else if (verdict != FINE)
		items_report(span->items, i, 1, span->rule);
}

static void run_missing_spaces(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool opens = items->at[i].cp == OPENER;
		enum verdict before = judge_before(span, i), outside = judge_outside(span, i);
		before = before == FINE ? judge_closer(span, i) : before;
		act(span, opens ? outside : before, i, i);
		enum verdict behind = opens ? judge_opener(span, i) : outside;
		items_keep(items, i);
		act(span, behind, i + 1, i);
	}
	items_rewritten(items);
}

static bool wakes_missing_spaces(const struct rule_trigger *trigger)
{
	if (trigger->cp == OPENER)
		return !gap_is_blank(trigger->after) || character_is_word(trigger->before) || gap_is_stop(trigger->before);
	if (trigger->cp == CLOSER)
		return !gap_is_blank(trigger->before) || character_is_letter(trigger->after);
	return !gap_is_blank(trigger->before) && !character_is_word(trigger->after);
}

/* In front of a mark, between a letter and a space. A letter behind ! and a space might say that it is part of a name. */
static bool settle_mark(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (is_high(trigger->cp) && trigger->value == MISSING_INSERT_LOW)
		return true;
	if (!character_is_letter(trigger->before) || !space_is_inline(trigger->after) || trigger->cp == '!' ||
	    trigger->value == MISSING_REPORT)
		return false;
	if (french_governs_at(scope, offset))
		rule_trigger_put_before(trigger, SPACE_SP);
	return true;
}

/* Put spaces on these sides of the trigger, or tell that they may be missing. */
static void settle_spaces(struct rule_trigger *trigger, enum verdict verdict, bool before, bool after)
{
	bool puts = verdict == MISSING && trigger->value != MISSING_REPORT;
	if (verdict != FINE && !puts)
		rule_trigger_report(trigger);
	if (puts && before)
		rule_trigger_put_before(trigger, SPACE_SP);
	if (puts && after)
		rule_trigger_put_after(trigger, SPACE_SP);
}

/* Inside « in front of a letter or a digit, which stay what they are to this rule whatever others make of them. */
static bool settle_opener(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (!character_is_letter(trigger->after) && !character_is_digit(trigger->after))
		return false;
	bool outside = is_outside(trigger->before), capital = unicode_category(trigger->after) == UNICODE_LU;
	if (!outside && capital && is_latin(trigger->before)) /* a longer word is glued to it */
		return false;
	enum verdict verdict = judge_mark(scope, offset, SCOPE_MARK_OPENS);
	settle_spaces(trigger, judge_inside(verdict, outside), capital && gap_is_stop(trigger->before), true);
	return true;
}

/* Inside », and behind it where a word is glued there. */
static bool settle_closer(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	bool glued = unicode_category(trigger->after) == UNICODE_LU, inside = may_close(trigger->before);
	if (glued || inside)
		settle_spaces(trigger, judge_inside(judge_mark(scope, offset, SCOPE_MARK_CLOSES), glued || is_outside(trigger->after)),
			      inside, glued);
	return true;
}

static bool settle_missing_spaces(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (trigger->cp == OPENER)
		return settle_opener(trigger, scope, offset);
	if (trigger->cp == CLOSER)
		return settle_closer(trigger, scope, offset);
	return settle_mark(trigger, scope, offset);
}

static const struct step_range missing_ranges[] = {
	{'!', '!'}, {':', ';'}, {'?', '?'}, {OPENER, OPENER}, {CLOSER, CLOSER},
};

static const norm_rule_value missing_values[] = {
	{"keep", NORM_LOSSLESS, N_("put no space where one is missing")},
	{"report", NORM_LOSSLESS, N_("report where a space is missing before ; : ! ? or beside « »")},
	{"insert", NORM_REVERSIBLE, N_("put a missing space before ; : ! ? and beside « »")},
	{"insert-low", NORM_REVERSIBLE, N_("put a missing space before : and beside « », not before ; ! ?")},
};

const struct step french_step_missing_spaces = {
	.rule = {"french.missing-spaces", "french", "missing-spaces", N_("missing space beside punctuation"),
		 "Imprimerie nationale", missing_values, COUNT_OF(missing_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_missing_spaces,
	.triggers = missing_ranges,
	.trigger_count = COUNT_OF(missing_ranges),
	.wakes = wakes_missing_spaces,
	.settle = settle_missing_spaces,
	.report_values = 1u << MISSING_REPORT,
};
