/* SPDX-License-Identifier: MIT */
/* The space in front of a colon. One with text right behind it is part of something else: 12:44, :yum:, std::string. */
#include "french/gap.h"
#include "french/language.h"
#include "french/steps.h"
#include "unicode/utf8.h"

static bool concerns(const struct rule_span *span, size_t start, size_t end)
{
	if (end == span->items->len || span->items->at[end].cp != ':')
		return false;
	uint32_t after = neighbour_after(span, end);
	bool apart = gap_is_blank(after) || after == 0x00AB || after == 0x201C || after == '"';
	return apart && gap_text_ends(span, start) && french_governs(span, start) &&
	       french_governs(span, end);
}

static void run_colon(const struct rule_span *span)
{
	gap_run(span, concerns);
}

static bool wakes_colon(const struct rule_trigger *trigger)
{
	return space_is_inline(trigger->before);
}

/* Whether the space behind it stays, whatever other rules do: what follows does not close or end anything. */
static bool stays_apart(const struct rule_trigger *trigger, struct scope *scope)
{
	uint32_t next = trigger->after2, unused;
	if (!space_is_inline(trigger->after))
		return gap_is_blank(trigger->after);
	if (!gap_is_tick(next))
		return character_is_letter(next) || character_is_digit(next) || gap_is_opener(next);
	const uint8_t *tick = trigger->ahead + utf8_decode(trigger->ahead, trigger->end, &unused);
	return scope_mark(scope, (uint32_t)(tick - trigger->start)) == SCOPE_MARK_OPENS;
}

static bool settle_colon(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	return stays_apart(trigger, scope) && gap_settle_before(trigger, scope, offset);
}

static const struct step_range colon_ranges[] = {{':', ':'}};

const struct step french_step_colon = {
	.rule = {"french.colon", "french", "colon", N_("space before a colon"), "Imprimerie nationale", gap_values,
		 GAP_VALUES,
		 NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_colon,
	.triggers = colon_ranges,
	.trigger_count = COUNT_OF(colon_ranges),
	.wakes = wakes_colon,
	.settle = settle_colon,
	.wide = true,
	.report_values = 1u << GAP_REPORT,
};
