/* SPDX-License-Identifier: MIT */
/* Where the quick answers of a step say that nothing wakes, wakes() says so, too. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "engine/registry.h"
#include "text/step.h"
#include "unicode/utf8.h"

/* What the table of the engine says of a trigger. */
static bool may_wake(const struct step *step, uint32_t cp, uint32_t before, uint32_t after)
{
	uint8_t bytes[4] = {0};
	size_t len = utf8_encode(before, bytes);
	enum beside left = len == 2 ? beside_of_pair(bytes[0], bytes[1]) : beside_of(before), right = beside_of(after);
	if (step->beside && !step->beside(cp, left, right))
		return false;
	if (step->opens && beside_is_edge(left) && right == BESIDE_SMALL)
		return step->opens(cp, after);
	if (step->ends && left == BESIDE_SMALL && right == BESIDE_SPACE)
		return step->ends(cp, before);
	return true;
}

/* What stands further away: in front of `before`, and behind `after`. */
static const struct {
	uint32_t before2;
	const char *behind;
} contexts[] = {
	{' ', " x"}, {' ', "\001y"}, {'1', "234 000"}, {'3', "en 5"}, {'4', "habitants"}, {' ', "m "}, {'(', "e "}, {'.', "eme"},
	{'2', " km"}, {'9', "% "}, {'C', "12"}, {'p', " 5"}, {'X', "me "}, {'a', "tat "}, {'.', ".."},
};

static void check(const struct step *step, unsigned value, uint32_t cp, uint32_t before, uint32_t after)
{
	for (size_t i = 0; i < COUNT_OF(contexts); i++) {
		uint8_t text[64] = {0};
		char front[5] = {0};
		utf8_encode(before, (uint8_t *)front);
		int len = snprintf((char *)text, sizeof text, "12345%c%s%c%c%s", (int)contexts[i].before2, front, (int)cp, (int)after,
				   contexts[i].behind);
		const uint8_t *ahead = text + len - strlen(contexts[i].behind) - 1;
		struct rule_trigger trigger = {
			.value = value, .before = before, .cp = cp, .after = after, .start = text, .ahead = ahead,
			.end = text + len, .before2 = contexts[i].before2, .after2 = (uint8_t)contexts[i].behind[0],
			.findings = true,
		};
		bool passed = !may_wake(step, cp, before, after) || (step->passes && step->passes(ahead - 1, ahead - 1));
		cr_expect(!passed || !step->wakes(&trigger), "%s: %s%c%c%s", step->rule.id, front, (int)cp, (int)after,
			  contexts[i].behind);
	}
}

static void check_trigger(const struct step *step, uint32_t cp)
{
	static const char beside[] = " 019abcdeghiklmnoprstuvxzABCEHILMNOSTUVXZ.,;:!?'\"()[]%$-_/+";
	static const uint32_t high[] = {0xA0, 0xAB, 0xB0, 0xBB, 0xC9, 0xE0, 0xE9, 0xF7, 0xFF, 0x153};
	for (unsigned value = 1; value < step->rule.value_count; value++)
		for (size_t k = 0; k < sizeof beside - 1; k++) {
			for (size_t i = 0; i < sizeof beside - 1; i++)
				check(step, value, cp, (uint8_t)beside[i], (uint8_t)beside[k]);
			for (size_t i = 0; i < COUNT_OF(high); i++)
				check(step, value, cp, high[i], (uint8_t)beside[k]);
		}
}

Test(beside, nothing_wakes_that_is_passed)
{
	size_t steps = 0;
	for (size_t i = 0; i < registry_count(); i++) {
		const struct step *step = registry_step(i);
		if (!step->beside && !step->opens && !step->ends && !step->passes)
			continue;
		cr_assert(step->wakes, "%s", step->rule.id);
		steps++;
		for (size_t k = 0; k < step->trigger_count; k++)
			for (uint32_t cp = step->triggers[k].first; cp <= step->triggers[k].last && cp < 0x7F; cp++)
				check_trigger(step, cp);
	}
	cr_expect_geq(steps, 10);
}
