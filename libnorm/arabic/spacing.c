/* SPDX-License-Identifier: MIT */
/*
 * Spaces that Arabic does not write: in front of punctuation, and between quotes or brackets and what they hold. The level
 * decides, not the letters: where Arabic quotes French, «Bonjour» is spaced as Arabic, and French around Arabic keeps its
 * spaces. Nothing is done at the start and the end of a line, and no space is ever put in.
 */
#include "arabic/language.h"
#include "arabic/steps.h"
#include "text/gap.h"
#include "text/letter_class.h"
#include "unicode/utf8.h"

enum { SPACING_KEEP, SPACING_REPORT, SPACING_FIX };

enum {
	ARABIC_COMMA = 0x060C,
	ARABIC_PERCENT = 0x066A,
	ARABIC_FULL_STOP = 0x06D4,
	ELLIPSIS = 0x2026,
	FULLWIDTH_QUOTE = 0xFF02,
};

enum kind {
	KIND_NONE,
	KIND_SIGN,   /* follows what is before it: ، ؛ ؟ ٪ */
	KIND_MARK,   /* the same, unless it begins something: . : ! … and ; ? of Latin keyboards */
	KIND_OPENS,  /* a bracket or quote that opens by its shape */
	KIND_CLOSES,
	KIND_TICK,   /* " ' */
};

static enum kind kind_of(uint32_t cp)
{
	switch (cp) {
	case ARABIC_COMMA: case 0x061B: case 0x061F: case ARABIC_PERCENT:
		return KIND_SIGN;
	case '.': case ':': case '!': case ';': case '?': case ELLIPSIS: case ARABIC_FULL_STOP:
		return KIND_MARK;
	case '(': case '[': case '{': case 0x00AB: case 0x2018: case 0x201A: case 0x201B: case 0x201C: case 0x201E:
	case 0x201F: case 0x2039:
		return KIND_OPENS;
	case ')': case ']': case '}': case 0x00BB: case 0x2019: case 0x201D: case 0x203A:
		return KIND_CLOSES;
	case '"': case '\'': case FULLWIDTH_QUOTE:
		return KIND_TICK;
	default:
		return KIND_NONE;
	}
}

static bool is_stop(uint32_t cp)
{
	return cp == '.' || cp == ARABIC_FULL_STOP;
}

/* Whether a mark belongs to what is behind it: .5 .com :) :: != …ثم */
static bool begins_token(uint32_t mark, uint32_t after)
{
	if (character_is_word(after))
		return true;
	if (mark == ':' || mark == ';')
		return after == ':' || after == '-' || after == '\'' || after == '/' || after == '|' || after == '*' ||
		       after == '(' || after == ')' || after == '[' || after == ']';
	return ((mark == '!' || mark == '?') && after == '=') || (mark == '.' && (after == '/' || after == '\\'));
}

/* Whether a word begins with `cp`. A tatweel is no letter: a quote may close in front of it. */
static bool begins_word(uint32_t cp)
{
	return character_is_letter(cp) || character_is_digit(cp);
}

/*
 * Whether a space beside `cp` may be too much, as far as its neighbours tell. A quote with a word on one side and a space
 * on the other stands as it should, unless its shape says that it faces the space.
 */
static bool may_hug(uint32_t before, uint32_t cp, uint32_t after)
{
	bool behind_space = space_is_inline(before), before_space = space_is_inline(after);
	if (!behind_space && !before_space)
		return false;
	switch (kind_of(cp)) {
	case KIND_SIGN:
		return behind_space;
	case KIND_MARK:
		return behind_space && !begins_token(cp, after);
	case KIND_OPENS:
		return before_space || !character_is_word(after);
	case KIND_CLOSES: /* behind a stop and in front of a sign it would no longer tell where the sentence ends */
		return behind_space ? unicode_category(after) != UNICODE_SO : !character_is_word(before);
	case KIND_TICK:
		return behind_space ? !begins_word(after) && unicode_category(after) != UNICODE_SO : !character_is_word(before);
	default:
		return false;
	}
}

/* What follows the full stops from item `i` on. */
static uint32_t behind_stops(const struct rule_span *span, size_t i)
{
	while (i + 1 < span->items->len && is_stop(span->items->at[i + 1].cp))
		i++;
	return neighbour_after(span, i);
}

/* Whether punctuation at item `i` follows what stands in front of the spaces that begin with item `gap`. */
static bool follows(const struct rule_span *span, size_t gap, size_t i)
{
	uint32_t cp = span->items->at[i].cp;
	if (cp == ARABIC_COMMA) /* it might part digits then */
		return !character_is_digit(neighbour_before(span, gap)) || !character_is_digit(neighbour_after(span, i));
	if (cp == ARABIC_PERCENT)
		return character_is_digit(neighbour_before(span, gap)) && !character_is_digit(neighbour_after(span, i));
	if (cp == ':') /* a time or a score, which looks alike on both sides */
		return !character_is_digit(neighbour_before(span, gap)) || !character_is_digit(neighbour_after(span, gap_end(span, i + 1) - 1));
	if (is_stop(cp))
		return !character_is_word(behind_stops(span, i)) && !neighbour_may_be_lone_letter(span, gap);
	return true;
}

/* Marks and the like, which the levels do not see. */
static bool is_unseen(uint32_t cp)
{
	return cp != CHARACTER_TATWEEL && letter_class(cp) == CLASS_TRANSPARENT;
}

/*
 * What follows the quote at item `i` and the marks and unseen characters on it. Where that is a word, the quote rather opens, and
 * the space in front of it says so: without that others might be paired with it.
 */
static uint32_t text_behind(const struct rule_span *span, size_t i)
{
	uint32_t cp = neighbour_base_after(span, i);
	if (!is_unseen(cp))
		return cp;
	struct scope_text here = scope_text(span->scope, span->items->at[i].start);
	const uint8_t *at = here.text + here.at, *end = here.text + here.len;
	if (at < end)
		at += utf8_decode(at, end, &cp);
	while (at < end) {
		at += utf8_decode(at, end, &cp);
		if (!is_unseen(cp))
			return cp == UTF8_INVALID ? 0xFFFD : cp;
	}
	return SPACE_LF;
}

/* Whether the quote at item `i` opens by its shape, but right behind another one: with a space behind it it might close that. */
static bool is_odd_opener(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp, before = neighbour_base_before(span, i);
	bool bracket = before < 0x80 && kind_of(before) == KIND_OPENS;
	return kind_of(cp) == KIND_OPENS && cp >= 0x80 && kind_of(before) >= KIND_OPENS && !bracket;
}

/*
 * What the quote or bracket at item `i` does, if there is one that is ours and may have a space too much. Its language is asked for
 * last: to tell that all words are read, and where quotes lack their partners, as in noise, it would be in vain.
 */
static enum scope_mark mark_at(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp;
	uint32_t after = kind_of(cp) >= KIND_CLOSES ? text_behind(span, i) : neighbour_after(span, i);
	if (kind_of(cp) < KIND_OPENS || !may_hug(neighbour_base_before(span, i), cp, after) || is_odd_opener(span, i))
		return SCOPE_MARK_NONE;
	enum scope_mark mark = scope_mark(span->scope, span->items->at[i].start);
	return mark != SCOPE_MARK_NONE && arabic_governs(span, i) ? mark : SCOPE_MARK_NONE;
}

/* Whether what stands in front of item `i` opens something, as far as the stretch tells: then its level decides. */
static bool is_behind_opener(const struct rule_span *span, size_t i)
{
	enum kind kind = kind_of(neighbour_before(span, i));
	if (kind < KIND_OPENS)
		return false;
	return i == 0 ? kind != KIND_CLOSES
		      : scope_mark(span->scope, span->items->at[i - 1].start) == SCOPE_MARK_OPENS;
}

/*
 * Whether the gap that begins with item `gap` parts two characters that must not meet: :) is a face, and of straight quotes side by
 * side nobody knows which is which, unless the first stands behind a word.
 */
static bool must_stay_apart(const struct rule_span *span, size_t gap, uint32_t after)
{
	if (after != '(' && after != ')' && kind_of(after) != KIND_TICK)
		return false;
	while (gap > 0 && is_unseen(span->items->at[gap - 1].cp))
		gap--;
	uint32_t before = neighbour_before(span, gap);
	bool eyes = before == ':' || before == ';' || before == '-';
	bool quotes = kind_of(before) == KIND_TICK && kind_of(after) == KIND_TICK;
	if (quotes)
		return gap == 0 || !character_is_word(neighbour_before(span, gap - 1));
	return eyes && (after == ')' || after == '(');
}

/* Whether the spaces in the items [gap, end) are too much. */
static bool is_too_much(const struct rule_span *span, size_t gap, size_t end)
{
	const struct items *items = span->items;
	uint32_t before = neighbour_before(span, gap), after = neighbour_after(span, end - 1);
	bool line_end = space_is_line_end(before) || space_is_line_end(after) || (end == items->len && span->at_end);
	if (line_end || must_stay_apart(span, gap, after))
		return false;
	bool opened = gap > 0 && mark_at(span, gap - 1) == SCOPE_MARK_OPENS;
	if (end == items->len)
		return opened;
	if (kind_of(after) < KIND_OPENS) {
		bool mark = kind_of(after) != KIND_NONE && may_hug(items->at[end - 1].cp, after, neighbour_after(span, end));
		return opened || (mark && !is_behind_opener(span, gap) && follows(span, gap, end) &&
				  arabic_governs(span, gap) && arabic_governs(span, end));
	}
	bool closes = mark_at(span, end) == SCOPE_MARK_CLOSES;
	return opened != closes; /* ( ) holds nothing but the space */
}

/* What asks about the paragraph comes last: most gaps are those of the space rules. */
static bool is_wrong(const struct rule_span *span, size_t gap, size_t end)
{
	return is_too_much(span, gap, end) && !scope_is_protected(span->scope, span->items->at[gap].start);
}

static void run_spacing(const struct rule_span *span)
{
	gap_run_drop(span, is_wrong, span->value == SPACING_FIX);
}

/* The full stops behind a full stop wake as well: what follows the last of them decides about the first. */
static bool wakes_spacing(const struct rule_trigger *trigger)
{
	uint32_t before = character_is_mark(trigger->before) ? 0 : trigger->before; /* whose mark it is is not told */
	bool letter = trigger->after < 0x80 || trigger->after - 0x0621 <= 0x064A - 0x0621; /* as nearly always */
	if (!letter && space_is_inline(before) && kind_of(trigger->cp) >= KIND_CLOSES && is_unseen(trigger->after))
		return true;
	return may_hug(before, trigger->cp, trigger->after) || (is_stop(trigger->cp) && is_stop(trigger->before));
}

/* A mark behind a word of letters and one space, as most that have one too much; the last two letters tell that it is a word. */
static bool settle_spacing(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	const uint8_t *mark = trigger->start + offset;
	uint32_t cp = trigger->cp, letter;
	enum kind kind = kind_of(cp);
	bool ours = (kind == KIND_SIGN || kind == KIND_MARK) && cp != ARABIC_PERCENT && !(is_stop(cp) && is_stop(trigger->after));
	bool behind = trigger->before == SPACE_SP && offset >= 5 && mark[-1] == SPACE_SP && character_is_arabic_at(mark - 3) &&
		      character_is_arabic_at(mark - 5);
	if (trigger->value != SPACING_FIX || !ours || !behind || !may_hug(SPACE_SP, cp, trigger->after))
		return false;
	utf8_decode(mark - 3, mark, &letter);
	if (arabic_governs_at(scope, offset - 1) && arabic_governs_at(scope, offset))
		rule_trigger_drop_before(trigger, letter);
	return true;
}

/* Whether one of these marks stands behind a character that is no space, as nearly all do, nor another full stop. */
static bool passes_spacing(const uint8_t *out, const uint8_t *at)
{
	return (*at == '.' || *at == ':' || *at == '!') && beside_is_text(out) && out[-1] != '.';
}

static const struct step_range spacing_ranges[] = {
	{'!', '"'},       {'\'', ')'},      {'.', '.'},       {':', ';'},       {'?', '?'},       {'[', '['},
	{']', ']'},       {'{', '{'},       {'}', '}'},       {0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x060C, 0x060C},
	{0x061B, 0x061B}, {0x061F, 0x061F}, {0x066A, 0x066A}, {0x06D4, 0x06D4}, {0x2018, 0x201F}, {0x2026, 0x2026},
	{0x2039, 0x203A}, {0xFF02, 0xFF02},
};

/* Those of KIND_SIGN and KIND_MARK. */
static const struct step_range behind_space_ranges[] = {
	{'!', '!'},       {'.', '.'},       {':', ';'},       {'?', '?'},       {0x060C, 0x060C}, {0x061B, 0x061B},
	{0x061F, 0x061F}, {0x066A, 0x066A}, {0x06D4, 0x06D4}, {0x2026, 0x2026},
};

static const norm_rule_value spacing_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave spaces beside Arabic punctuation")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that Arabic does not write")},
	{"fix", NORM_REVERSIBLE, N_("in Arabic, no space before punctuation, nor inside quotes and brackets")},
};

const struct step arabic_step_spacing = {
	.rule = {"arabic.spacing", "arabic", "spacing", N_("space that Arabic does not write"), "libnorm",
		 spacing_values, COUNT_OF(spacing_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_spacing,
	.triggers = spacing_ranges,
	.trigger_count = COUNT_OF(spacing_ranges),
	.wakes = wakes_spacing,
	.settle = settle_spacing,
	.passes = passes_spacing,
	.behind_space = behind_space_ranges,
	.behind_space_count = COUNT_OF(behind_space_ranges),
	.report_values = 1u << SPACING_REPORT,
	.arabic_only = true,
};
