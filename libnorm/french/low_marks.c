/* SPDX-License-Identifier: MIT */
/*
 * Spaces that French does not write: in front of , . … ) ] and behind ( [. What begins something (.5 .com ...) keeps its
 * space, and so does a mark that would no longer end its sentence, or not the same: etc.
 */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"
#include "text/function_words.h"
#include "unicode/utf8.h"

enum { LOW_KEEP, LOW_REPORT, LOW_FIX };
enum { ELLIPSIS = 0x2026 };

/* Where the Latin word begins that ends at `end`, or its last letters if it is longer than any abbreviation. */
static const uint8_t *word_start(const uint8_t *text, const uint8_t *end)
{
	const uint8_t *word = end;
	for (int letters = 0; word > text && letters <= WORD_LETTERS; letters++) {
		uint32_t cp;
		const uint8_t *at = utf8_previous(text, word);
		utf8_decode(at, word, &cp);
		bool inside = character_is_mark(cp) || (character_is_letter(cp) && unicode_script(cp) == UNICODE_SCRIPT_LATIN);
		if (!inside)
			break;
		word = at;
	}
	return word;
}

/* Whether a full stop right behind the word in front of item `i` would be that of an abbreviation, and end no sentence. */
static bool may_abbreviate(const struct rule_span *span, size_t i)
{
	if (neighbour_may_be_lone_letter(span, i))
		return true;
	struct scope_text here = scope_words(span->scope, span->items->at[i].start);
	const uint8_t *end = here.text + here.at;
	uint64_t key = word_key(word_start(here.text, end), end);
	return key && function_words_get(key) >> WORD_ABBREVIATION & 1;
}

/* Whether what stands behind a mark leaves it a mark at the end of something. */
static bool is_end(uint32_t after)
{
	return gap_is_blank(after) || gap_is_closer(after) || gap_is_tick(after) || after == ',' || after == '<';
}

/* Whether spaces and another full stop follow item `i`: . . . */
static bool is_spaced_row(const struct rule_span *span, size_t i)
{
	size_t end = gap_end(span, i + 1);
	return end > i + 1 && end < span->items->len && span->items->at[end].cp == '.';
}

/* Whether the mark at `end` follows what is in front of the gap. */
static bool follows(const struct rule_span *span, size_t start, size_t end)
{
	uint32_t before = neighbour_before(span, start), after = neighbour_after(span, end);
	uint32_t cp = span->items->at[end].cp;
	if (gap_is_stop(before) || !gap_text_ends(span, start))
		return false;
	if (cp == ELLIPSIS)
		return !character_is_word(after);
	return is_end(after) && (cp == ',' || (!is_spaced_row(span, end) && !may_abbreviate(span, start)));
}

/* Whether the gap stands in front of something that follows, or that closes. */
static bool is_before_mark(const struct rule_span *span, size_t start, size_t end)
{
	const struct items *items = span->items;
	if (end == items->len)
		return false;
	uint32_t cp = items->at[end].cp;
	if (cp == ',' || cp == '.' || cp == ELLIPSIS)
		return french_governs(span, start) && french_governs(span, end) && follows(span, start, end);
	bool bracket = cp == ')' || cp == ']';
	return bracket && !character_is_word(neighbour_after(span, end)) && french_governs(span, end) &&
	       gap_text_ends(span, start) && scope_mark(span->scope, items->at[end].start) == SCOPE_MARK_CLOSES;
}

static bool is_behind_opener(const struct rule_span *span, size_t start, size_t end)
{
	uint32_t cp = neighbour_before(span, start), after = neighbour_after(span, end - 1);
	if (start == 0 || (cp != '(' && cp != '[') || character_is_word(neighbour_before(span, start - 1)))
		return false;
	bool text = character_is_word(after) || gap_is_opener(after) || gap_is_tick(after);
	return text && french_governs(span, start - 1) &&
	       scope_mark(span->scope, span->items->at[start - 1].start) == SCOPE_MARK_OPENS;
}

static bool is_too_much(const struct rule_span *span, size_t start, size_t end)
{
	return !space_is_line_end(neighbour_before(span, start)) &&
	       (is_behind_opener(span, start, end) || is_before_mark(span, start, end)) &&
	       !scope_is_protected(span->scope, span->items->at[start].start);
}

static void run_low_marks(const struct rule_span *span)
{
	gap_run_drop(span, is_too_much, span->value == LOW_FIX);
}

static bool wakes_low_marks(const struct rule_trigger *trigger)
{
	bool opener = trigger->cp == '(' || trigger->cp == '[';
	return space_is_inline(opener ? trigger->after : trigger->before);
}

static bool beside_low_marks(uint32_t cp, enum beside before, enum beside after)
{
	return beside_is_space(cp == '(' || cp == '[' ? after : before);
}

static bool passes_low_marks(const uint8_t *out, const uint8_t *at)
{
	return *at != '(' && *at != '[' && beside_is_text(out);
}

static const struct step_range low_mark_ranges[] = {
	{'(', ')'}, {',', ','}, {'.', '.'}, {'[', '['}, {']', ']'}, {ELLIPSIS, ELLIPSIS},
};

static const norm_rule_value low_mark_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave spaces before , . … and inside brackets")},
	{"report", NORM_LOSSLESS, N_("leave them, report those that French does not write")},
	{"fix", NORM_REVERSIBLE, N_("in French, no space before , . … nor inside brackets")},
};

const struct step french_step_low_marks = {
	.rule = {"french.low-marks", "french", "low-marks", N_("space that French does not write"),
		 "Imprimerie nationale", low_mark_values, COUNT_OF(low_mark_values),
		 NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_low_marks,
	.triggers = low_mark_ranges,
	.trigger_count = COUNT_OF(low_mark_ranges),
	.wakes = wakes_low_marks,
	.beside = beside_low_marks,
	.passes = passes_low_marks,
	.report_values = 1u << LOW_REPORT,
};
