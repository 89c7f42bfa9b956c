/* SPDX-License-Identifier: MIT */
/*
 * The conjunction و, which Arabic writes together with the next word, apart from it: `و قال`. In Persian, Urdu and Kurdish
 * it is a word of its own. Two of them in a row are no conjunctions, but signs of a list. The space belongs to the level: in
 * a French one it stays.
 */
#include "arabic/steps.h"
#include "text/neighbour.h"
#include "text/scope.h"
#include "text/space.h"

#include <string.h>

enum { WAW_KEEP, WAW_REPORT, WAW_JOIN };
enum { WAW = 0x0648 };

/* Not NO-BREAK SPACE: who puts one there wants the gap. */
static size_t spaces_behind(const struct items *items, size_t i)
{
	size_t n = 0;
	while (i + 1 + n < items->len && items->at[i + 1 + n].cp == SPACE_SP)
		n++;
	return n;
}

static bool is_alone(const struct rule_span *span, size_t i)
{
	return span->items->at[i].cp == WAW && !character_is_word(neighbour_before(span, i)) &&
	       space_is_inline(neighbour_after(span, i));
}

/* Whether item `i` is a waw that no word begins with, be it at the end of a line: the space there may be trimmed. */
static bool is_word(const struct rule_span *span, size_t i)
{
	return i < span->items->len && span->items->at[i].cp == WAW && !character_is_word(neighbour_after(span, i));
}

/* Whether the word in front of item `i` is a waw that stands alone, too. */
static bool is_behind_waw(const struct rule_span *span, size_t i)
{
	while (i > 0 && span->items->at[i - 1].cp == SPACE_SP)
		i--;
	return i > 0 && is_alone(span, i - 1);
}

/* The number of spaces that part the waw at `i` from its word; 0 when it is no detached conjunction. */
static size_t gap_of(const struct rule_span *span, size_t i)
{
	if (!is_alone(span, i))
		return 0;
	const struct text_item *item = &span->items->at[i];
	size_t n = spaces_behind(span->items, i);
	bool conjunction = n > 0 && character_is_arabic_letter(neighbour_after(span, i + n)) && !is_word(span, i + 1 + n) &&
			   !is_behind_waw(span, i) &&
			   scope_language(span->scope, span->items->at[i + 1].start) == LANGUAGE_ARABIC &&
			   !scope_is_protected(span->scope, item->start);
	return conjunction ? n : 0;
}

static void run_detached_waw(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		size_t gap = gap_of(span, i);
		if (gap && span->value == WAW_REPORT)
			items_report(items, i, 1 + gap, span->rule);
		items_keep(items, i);
		if (gap && span->value == WAW_JOIN) {
			items_drop(items, i + 1, gap, span->rule);
			i += gap;
		}
	}
	items_rewritten(items);
}

static bool wakes_detached_waw(const struct rule_trigger *trigger)
{
	return trigger->after == SPACE_SP && !character_is_word(trigger->before);
}

/* Whether the two bytes at `at` are a letter of which no step makes a waw. */
static bool is_other_letter(const uint8_t *at)
{
	static const uint8_t waw[] = {0xD9, 0x88}, hamza[] = {0xD8, 0xA4};
	return character_is_arabic_at(at) && memcmp(at, waw, 2) != 0 && memcmp(at, hamza, 2) != 0;
}

/* Whether what stands in front of the waw at `at` and its space is sure to be no waw that stands alone. */
static bool is_behind_other(const uint8_t *start, const uint8_t *at)
{
	if (at - start < 3 || at[-1] != SPACE_SP)
		return false;
	return at[-2] < 0x80 ? at[-2] > SPACE_SP && at[-2] < 0x7F : is_other_letter(at - 3);
}

/* One space in front of another letter than waw, as nearly always: it is only reported. */
static bool settle_detached_waw(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	const uint8_t *ahead = trigger->ahead, *waw = trigger->start + offset;
	bool plain = ahead - waw == 2 && trigger->end - ahead > 2 && *ahead == SPACE_SP && is_other_letter(ahead + 1);
	if (trigger->value != WAW_REPORT || !plain || (trigger->before == SPACE_SP && !is_behind_other(trigger->start, waw)))
		return false;
	if (scope_language(scope, offset + 2) == LANGUAGE_ARABIC && !scope_is_protected(scope, offset))
		rule_trigger_report_around(trigger, 0, 1);
	return true;
}

static const struct step_range waw_ranges[] = {{WAW, WAW}};

static const norm_rule_value waw_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave a conjunction that is written apart")},
	{"report", NORM_LOSSLESS, N_("leave it, report it")},
	{"join", NORM_REVERSIBLE, N_("join it to the word behind it")},
};

const struct step arabic_step_detached_waw = {
	.rule = {"arabic.detached-waw", "arabic", "detached-waw", N_("conjunction apart from its word"),
		 "libnorm", waw_values, COUNT_OF(waw_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_detached_waw,
	.triggers = waw_ranges,
	.trigger_count = COUNT_OF(waw_ranges),
	.wakes = wakes_detached_waw,
	.settle = settle_detached_waw,
	.before_space = true,
	.report_values = 1u << WAW_REPORT,
};
