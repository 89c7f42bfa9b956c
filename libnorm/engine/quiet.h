/* SPDX-License-Identifier: MIT */
/* For places.c only: triggers that wake no rule step where they stand, or of which one step knows at once what becomes. */
#ifndef ENGINE_QUIET_H
#define ENGINE_QUIET_H

#include "engine/machine.h"
#include "engine/registers.h"
#include "text/space.h"
#include "unicode/utf8.h"

/* Whether a character follows at `next` of which is known that it is no space, whatever is around it. */
INLINE bool is_inside(const struct letter_table *table, const uint8_t *next, const uint8_t *end)
{
	if (end - next < 2 || (next[0] >= 0x80 && !(scan_is_lead(next[0]) && utf8_is_trail(next[1]))))
		return false;
	uint32_t word = table->hot[next[0] < 0x80 ? next[0] : (next[0] & 0x1Fu) << 6 | (next[1] & 0x3Fu)];
	return !(word & HOT_SPECIAL) && (word & 0xFF) != SPACE_SP;
}

/* Whether what was put out last is a letter of Arabic script, or no more than one of its marks and signs. */
INLINE bool is_behind_letter(const struct machine *machine, struct registers now)
{
	if (now.out - machine->out.at < 2 || (now.out[-2] & 0xFE) != 0xD8)
		return false;
	return now.out[-2] != 0xD9 || (uint8_t)(now.out[-1] - 0xA0) > 9; /* no digit */
}

/*
 * Whether no rule step wakes for the trigger at `at` in the source, as the characters beside it tell: of most of them. What is beside
 * one cannot be foreseen, so nothing but the answer makes a branch. What is put out in front of it ends at `out`.
 */
INLINE bool is_quiet_beside(const struct letter_table *table, const uint8_t *out, const uint8_t *at, const struct letter_beside *trigger)
{
	uint8_t last = out[-1], after = table->class_after[at[1]];
	bool latin = beside_of_pair(out[-2], last) == BESIDE_LATIN;
	unsigned kind = latin ? BESIDE_LATIN : table->kind_before[last];
	unsigned before = latin ? BESIDE_LETTERS + BESIDE_LATIN : table->class_before[last];
	bool space = after == BESIDE_LETTERS + BESIDE_SPACE;
	return !((space ? trigger->before_space >> before : trigger->behind[kind] >> after) & 1);
}

/* Whether all rule steps of the trigger say so by passes(). */
INLINE bool is_quiet_near(const uint8_t *out, const uint8_t *at, const struct letter_beside *trigger)
{
	bool quiet = trigger->passes[0];
	for (unsigned i = 0; quiet && i < LETTER_PASSES && trigger->passes[i]; i++)
		quiet = trigger->passes[i](out, at);
	return quiet;
}

/* Whether a letter of ASCII or one from À to ÿ, which is put out as it is, follows at `next`, with two bytes or more to the end. */
INLINE bool is_before_letter(const struct letter_table *table, const uint8_t *next)
{
	if (next[0] != 0xC3)
		return beside_is_ascii_letter(table->class_after[next[0]]);
	bool letter = utf8_is_trail(next[1]) && (next[1] & 0x1F) != 0x17; /* × ÷ */
	return letter && !(table->hot[0xC0 | (next[1] & 0x3F)] & (HOT_SPECIAL | HOT_CHANGED));
}

/* The step that settles a trigger which stands between two letters, of which the first is one of ASCII; else NULL. */
INLINE const struct step *step_between(const struct machine *machine, struct registers now, uint32_t cp, bool edits)
{
	const struct letter_table *table = &machine->profile->table;
	const struct step *step = cp < 0x80 && !machine->arabic ? table->between[edits][cp] : NULL;
	bool inside = step && machine->end - now.at > 2 && now.out > machine->out.at;
	return inside && beside_is_ascii_letter(table->class_before[now.out[-1]]) && is_before_letter(table, now.at + 1) ? step : NULL;
}

/*
 * Whether a special character with this hot word is a trigger that is quiet where it stands. `triggers`: those of the table; `told`: what
 * is beside it does not say so.
 */
INLINE bool is_passed(const struct machine *machine, struct registers now, uint32_t word, struct loud loud,
		      const struct letter_beside *triggers, bool told)
{
	const struct letter_table *table = &machine->profile->table;
	if (word & HOT_INSIDE && is_inside(table, now.at + loud.len, machine->end))
		return true;
	if (word & HOT_BEHIND && is_behind_letter(machine, now))
		return true;
	if (!(word & HOT_RULE))
		return false;
	bool near = !told && loud.index < 0x80 && machine->end - now.at > STEP_NEAR && now.out - machine->out.at >= STEP_NEAR;
	const struct letter_beside *trigger = &triggers[loud.index & 0x7F];
	if (near && (is_quiet_beside(table, now.out, now.at, trigger) || is_quiet_near(now.out, now.at, trigger)))
		return true;
	return machine->thrice && machine_is_silent(machine, loud.index, now.at, loud.len, now.out);
}

enum quiet { QUIET_UNKNOWN, QUIET_NO, QUIET_YES };

/*
 * Whether a trigger in ASCII at `place` of the window is quiet, as is all in front of it from `at` on: then it is put out with that.
 * Known but near the end of the text, for the steps look behind it, and of the letters of oe and ae.
 */
INLINE enum quiet quiet_at(const struct machine *machine, const uint8_t *src, size_t at, size_t place,
			   const struct letter_beside *triggers)
{
	const struct letter_table *table = &machine->profile->table;
	const uint8_t *out = machine->window->copied + place, *trigger = src + place;
	if (place < at + STEP_NEAR || machine->end - trigger <= STEP_NEAR || *trigger >= 0x80 || !(table->hot[*trigger] & HOT_RULE) || scan_is_lead(out[-1]))
		return QUIET_UNKNOWN;
	if (*trigger >= 'A' && machine->digraphs && (machine_is_digraph(out[-1], *trigger) || machine_is_digraph(*trigger, trigger[1])))
		return QUIET_UNKNOWN;
	const struct letter_beside *beside = &triggers[*trigger];
	return is_quiet_beside(table, out, trigger, beside) || is_quiet_near(out, trigger, beside) ? QUIET_YES : QUIET_NO;
}

#endif
