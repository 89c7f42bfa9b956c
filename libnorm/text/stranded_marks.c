/* SPDX-License-Identifier: MIT */
/*
 * A mark at the end of foreign content that is displayed on the wrong side. In `Il a crié «هذا مهم!» et`, where text runs
 * from left to right, the mark stands between letters of both directions, so it takes that of the paragraph (UAX #9, N2)
 * and appears in front of what it ends. An isolate round the content (FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE) puts
 * it right; a quotation or bracket says how far the content goes, a sentence is only reported.
 */
#include "text/bidi.h"
#include "text/gap.h"
#include "text/level.h"
#include "text/scope.h"
#include "text/steps.h"
#include "unicode/utf8.h"

enum { STRANDED_KEEP, STRANDED_REPORT, STRANDED_ISOLATE };
enum { ALM = 0x061C, LRM = 0x200E, RLM = 0x200F, FSI = 0x2068, PDI = 0x2069 };

/* How far a letter is looked for on both sides of a mark, in characters. */
enum { REACH = 64 };

/* Which way text runs. UNKNOWN: there are controls, so somebody has seen to it, or the reach is exceeded. */
enum direction {
	NEUTRAL = BIDI_NEUTRAL,
	LEFT_TO_RIGHT = BIDI_LEFT_TO_RIGHT,
	RIGHT_TO_LEFT = BIDI_RIGHT_TO_LEFT,
	UNKNOWN,
};

static enum direction direction_of_language(enum language language)
{
	if (language == LANGUAGE_NONE || language == LANGUAGE_OTHER)
		return UNKNOWN;
	return language == LANGUAGE_FRENCH || language_is_foreign_latin(language) ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
}

static enum direction direction_of(uint32_t cp)
{
	if (cp == LRM)
		return LEFT_TO_RIGHT;
	if (cp == RLM || cp == ALM)
		return RIGHT_TO_LEFT;
	return bidi_is_control(cp) ? UNKNOWN : (enum direction)bidi_direction(cp);
}

static bool is_mark(uint32_t cp)
{
	return cp == '!' || cp == '?' || cp == '.' || cp == 0x2026;
}

/* A paragraph as it is seen. */
struct text {
	struct levels *levels;
	const uint8_t *at, *end;
	enum direction base;
};

static enum direction direction_before(const struct text *text, const uint8_t *at)
{
	for (int i = 0; i < REACH; i++) {
		uint32_t cp;
		if (at == text->at)
			return text->base;
		const uint8_t *start = utf8_previous(text->at, at);
		utf8_decode(start, at, &cp);
		enum direction direction = direction_of(cp);
		if (direction != NEUTRAL)
			return direction;
		at = start;
	}
	return UNKNOWN;
}

/* Digits go with the letter in front of them (W2, W7), which is one in front of the mark, too. */
static enum direction direction_behind(const struct text *text, const uint8_t *at, enum direction before)
{
	for (int i = 0; i < REACH; i++) {
		uint32_t cp;
		if (at == text->end)
			return text->base;
		at += utf8_decode(at, text->end, &cp);
		enum direction direction = character_is_digit(cp) ? before : direction_of(cp);
		if (direction != NEUTRAL)
			return direction;
	}
	return UNKNOWN;
}

/* Whether the mark at `at` belongs to content of one direction and is displayed in the other. */
static bool is_stranded(const struct text *text, const uint8_t *at)
{
	enum direction own = direction_of_language(levels_language_at(text->levels, (size_t)(at - text->at)));
	if (own == text->base || own == UNKNOWN || text->base == UNKNOWN)
		return false;
	enum direction before = direction_before(text, at), behind = direction_behind(text, at, before);
	return before != UNKNOWN && behind != UNKNOWN && (before != own || behind != own);
}

static struct text text_of(struct scope *scope, uint32_t offset, const uint8_t **ret_at)
{
	struct levels *levels = scope_paragraph(scope, offset).levels;
	struct scope_text here = scope_text(scope, offset);
	*ret_at = here.text + here.at;
	return (struct text){levels, here.text, here.text + here.len,
			     direction_of_language(levels_level_language(levels, 0))};
}

/* Whether the content of a level ends with a mark that is stranded. */
static bool level_is_stranded(const struct text *text, const struct level *level)
{
	const uint8_t *at = text->at + level->end;
	uint32_t cp = SPACE_SP;
	while (at > text->at + level->start && space_is_inline(cp)) {
		const uint8_t *end = at;
		at = utf8_previous(text->at, end);
		utf8_decode(at, end, &cp);
	}
	if (!is_mark(cp) || !is_stranded(text, at))
		return false;
	/* The first letter gives the isolate its direction. */
	enum language language = levels_language_at(text->levels, (size_t)(at - text->at));
	return direction_behind(text, text->at + level->start, UNKNOWN) == direction_of_language(language);
}

/* Whether item `i` is a mark of a quotation or bracket that does `role`, and the content needs an isolate. */
static bool needs_isolate(const struct rule_span *span, size_t i, enum scope_mark role)
{
	uint32_t offset = span->items->at[i].start;
	if (scope_mark(span->scope, offset) != role)
		return false;
	const uint8_t *at;
	struct text text = text_of(span->scope, offset, &at);
	size_t place = (size_t)(at - text.at);
	if (role == SCOPE_MARK_OPENS) {
		uint32_t unused;
		place += utf8_decode(at, text.end, &unused);
	} else {
		place--;
	}
	return level_is_stranded(&text, &text.levels->level[levels_level_at(text.levels, place)]);
}

static bool is_bracket(uint32_t cp)
{
	switch (cp) {
	case '"': case '(': case ')': case '[': case ']': case 0x00AB: case 0x00BB: case 0x2039: case 0x203A:
		return true;
	default:
		return cp >= 0x2018 && cp <= 0x201F;
	}
}

/* Whether a mark may end something: the first of several does. */
static bool may_end(uint32_t before, uint32_t cp, uint32_t after)
{
	return is_mark(cp) && !is_mark(before) && !character_is_word(after);
}

/* Whether the mark at `offset`, which may end something, is stranded. Nearly always the languages tell that it is not. */
static bool is_wrong(struct scope *scope, uint32_t offset)
{
	enum direction own = direction_of_language(scope_language(scope, offset));
	if (own == direction_of_language(scope_paragraph_language(scope, offset)))
		return false;
	const uint8_t *at;
	struct text text = text_of(scope, offset, &at);
	return at < text.end && !scope_is_protected(scope, offset) && is_stranded(&text, at);
}

static void report_mark(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	if (may_end(neighbour_before(span, i), item->cp, neighbour_after(span, i)) && is_wrong(span->scope, item->start))
		items_report(span->items, i, 1, span->rule);
}

static void run_report(const struct rule_span *span)
{
	items_rewrite(span->items);
	for (size_t i = 0; i < span->items->len; i++) {
		report_mark(span, i);
		items_keep(span->items, i);
	}
	items_rewritten(span->items);
}

/* The spaces inside of a quotation stay outside of the isolate. */
static void run_isolate(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0, end; i < items->len; i = end) {
		end = gap_end(span, i);
		bool bracket = end < items->len && is_bracket(items->at[end].cp);
		if (bracket && needs_isolate(span, end, SCOPE_MARK_CLOSES))
			items_insert(items, i, PDI, span->rule);
		bool opens = bracket && needs_isolate(span, end, SCOPE_MARK_OPENS);
		end = opens ? gap_end(span, end + 1) : end + (bracket || end == i);
		gap_keep(span, i, end);
		if (opens)
			items_insert(items, end, FSI, span->rule);
	}
	items_rewritten(items);
}

static void run_stranded_marks(const struct rule_span *span)
{
	if (span->value == STRANDED_ISOLATE)
		run_isolate(span);
	else
		run_report(span);
}

static bool wakes_stranded_marks(const struct rule_trigger *trigger)
{
	if (trigger->value == STRANDED_ISOLATE)
		return is_bracket(trigger->cp);
	return may_end(trigger->before, trigger->cp, trigger->after);
}

static bool settle_stranded_marks(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (trigger->value == STRANDED_ISOLATE)
		return false;
	if (is_wrong(scope, offset))
		rule_trigger_report(trigger);
	return true;
}

static const struct step_range stranded_ranges[] = {
	{'!', '"'},       {'(', ')'},       {'.', '.'},       {'?', '?'},       {'[', '['},       {']', ']'},
	{0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x2018, 0x201F}, {0x2026, 0x2026}, {0x2039, 0x203A},
};

static const norm_rule_value stranded_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave marks at the end of foreign text")},
	{"report", NORM_LOSSLESS, N_("leave them, report those displayed on the wrong side of the text")},
	{"isolate", NORM_REVERSIBLE, N_("put FSI and PDI (U+2068, U+2069) round quoted text whose last mark is displayed on its wrong side")},
};

const struct step text_step_stranded_marks = {
	.rule = {"mixed.stranded-marks", "mixed", "stranded-marks", N_("mark displayed on the wrong side of foreign text"),
		 "UAX #9", stranded_values, COUNT_OF(stranded_values), NORM_SEVERITY_WARNING, CATEGORY_BIDI},
	.kind = STEP_RULE,
	.run = run_stranded_marks,
	.triggers = stranded_ranges,
	.trigger_count = COUNT_OF(stranded_ranges),
	.wakes = wakes_stranded_marks,
	.settle = settle_stranded_marks,
	.report_values = 1u << STRANDED_REPORT,
	.arabic_only = true,
};
