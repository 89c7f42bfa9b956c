/* SPDX-License-Identifier: MIT */
/*
 * The machine looks out for damage while it does its work: repair steps are asked about their triggers, or about whole lines, and
 * where one suspects something, the machine stops for mend.c.
 */
#include <string.h>

#include "engine/machine.h"
#include "text/paragraph.h"
#include "unicode/utf8.h"

bool machine_asks(const struct machine *machine, const struct active_step *repair)
{
	return machine->edits || !(repair->step->report_values >> repair->value & 1);
}

/* Whether a step that is on has a say in the text at hand. */
static bool has_say(const struct machine *machine, const struct active_step *repair)
{
	return machine_asks(machine, repair) && (machine->arabic || !repair->step->arabic_only);
}

/* Whether the line that ends at `at` has more than one part: it is too long for steps that look at whole lines. */
static bool is_long_line(const struct machine *machine, const uint8_t *at)
{
	return at - machine->floor > MACHINE_PART_MAX && !paragraph_last_start(at - MACHINE_PART_MAX - 1, MACHINE_PART_MAX + 1);
}

/* Note the repair steps of which `cp` is a trigger, as bits: done once, for most triggers of a text are one and the same character. */
static void note_trigger(struct machine *machine, uint32_t cp)
{
	const struct active_steps *repairs = &machine->profile->repairs;
	machine->trigger = cp;
	machine->trigger_steps = 0;
	for (size_t i = 0; i < repairs->len; i++) {
		const struct step *step = repairs->at[i].step;
		bool has = machine_asks(machine, &repairs->at[i]) && step_range_has(step->triggers, step->trigger_count, cp);
		machine->trigger_steps |= (uint64_t)has << i;
	}
}

/* Whether all that the calm step sees at `at` is as it was where it has been calm: a character repeated over and over. */
static bool looks_calm(const struct machine *machine, const uint8_t *at)
{
	const uint8_t *before = machine->calm_at;
	if (!machine->detects || before > at || before - machine->floor < STEP_VIEW || machine->end - at < STEP_VIEW)
		return false;
	return !memcmp(at - STEP_VIEW, before - STEP_VIEW, 2 * STEP_VIEW);
}

/*
 * Where looks_calm() holds at `at`: the last place of those that would be asked next of which it holds as well, for the text goes on as
 * it has done between the place asked before and this one.
 */
static const uint8_t *last_calm(const struct machine *machine, const uint8_t *at)
{
	size_t step = (size_t)(at - machine->calm_at);
	const uint8_t *seen = at + STEP_VIEW;
	if (step == 0)
		return at;
	while (seen < machine->end && *seen == *(seen - step))
		seen++;
	size_t ahead = (size_t)(seen - at) - STEP_VIEW;
	return at + (ahead - ahead % step);
}

static void note_calm(struct machine *machine, const struct active_step *repair, const uint8_t *at)
{
	size_t left = (size_t)(machine->end - at);
	machine->calm = at + paragraph_first_end(at, left < STEP_CALM ? left : STEP_CALM);
	machine->calm_step = repair->step;
	machine->calm_steps = UINT64_C(1) << (repair - machine->profile->repairs.at);
	machine->calm_at = at;
}

static bool step_suspects(struct machine *machine, const struct active_step *repair, const uint8_t *at)
{
	bool was_calm = repair->step == machine->calm_step;
	if ((was_calm && at < machine->calm) || (repair->step->arabic_only && !machine->arabic))
		return false;
	if (was_calm && looks_calm(machine, at)) {
		note_calm(machine, repair, last_calm(machine, at));
		return false;
	}
	enum suspicion suspicion = repair->step->suspects(repair->value, machine->floor, at, machine->end);
	if (suspicion == SUSPICION_CALM)
		note_calm(machine, repair, at);
	return suspicion == SUSPICION_SOME;
}

static bool stop_for(struct machine *machine, const uint8_t *suspect)
{
	machine->status = MACHINE_SUSPECTS;
	machine->suspect = suspect;
	return true;
}

bool machine_suspects(struct machine *machine, const uint8_t *at, uint32_t cp)
{
	const struct active_steps *repairs = &machine->profile->repairs;
	/* Islands ask again. */
	if (!machine->alert || at == machine->cleared)
		return false;
	if (machine->trigger != cp)
		note_trigger(machine, cp);
	bool suspects = machine->detects && (cp == UTF8_INVALID || cp == 0);
	for (uint64_t steps = machine->trigger_steps; steps && !suspects; steps &= steps - 1)
		suspects = step_suspects(machine, &repairs->at[__builtin_ctzll(steps)], at);
	machine->cleared = at;
	return suspects && stop_for(machine, at);
}

/* Whether a step suspects the line that ends at `at`. Hardly any does, so whether it has a say is asked last. */
static inline bool end_suspects(const struct machine *machine, const uint8_t *at)
{
	const struct active_step *step = machine->profile->line_steps.at, *end = step + machine->profile->line_steps.len;
	bool suspects = false;
	for (; step < end && !is_long_line(machine, at) && !suspects; step++)
		suspects = step->step->suspects(step->value, machine->floor, at, machine->end) == SUSPICION_SOME && has_say(machine, step);
	return suspects;
}

/* Whether a step suspects the last line of the block, which has no end. */
static bool last_line_suspects(const struct machine *machine)
{
	return machine->end[-1] != '\n' && end_suspects(machine, machine->end);
}

/* There is nothing in a line that is empty; and where the machine comes by again, it has looked. */
bool machine_suspects_ends(struct machine *machine, uint64_t groups)
{
	const uint64_t *feeds = machine->window->feeds;
	const uint8_t *at = machine->at;
	uint64_t first = at == machine->floor || at[-1] == '\n';
	if (machine->window_end <= machine->ends_to)
		return false;
	for (; groups; groups &= groups - 1) {
		unsigned group = (unsigned)__builtin_ctzll(groups);
		uint64_t before = group ? feeds[group - 1] >> 63 : first;
		for (uint64_t left = feeds[group] & ~(feeds[group] << 1 | before); left; left &= left - 1) {
			const uint8_t *feed = at + group * SCAN_GROUP + __builtin_ctzll(left);
			if (feed >= machine->ends_to && end_suspects(machine, feed))
				return stop_for(machine, feed);
		}
	}
	machine->ends_to = machine->window_end;
	bool last = machine->window_end == machine->end && last_line_suspects(machine);
	return last && stop_for(machine, machine->end);
}

bool machine_suspects_passed(struct machine *machine)
{
	const uint8_t *from = machine->ends_to > machine->floor ? machine->ends_to : machine->floor, *to = machine->at, *feed;
	if (!machine_looks_at_lines(machine) || from >= to)
		return false;
	for (const uint8_t *at = from; (feed = memchr(at, '\n', (size_t)(to - at))); at = feed + 1)
		if (feed > machine->floor && feed[-1] != '\n' && end_suspects(machine, feed))
			return stop_for(machine, feed);
	machine->ends_to = to;
	return to == machine->end && last_line_suspects(machine) && stop_for(machine, to);
}

/* Asked of a copy, that nothing stops. Steps for Arabic are asked as well where there is none: they suspect nothing there. */
bool machine_suspects_without_edits(const struct machine *machine, const uint8_t *from, const uint8_t *to)
{
	struct machine other = *machine;
	other.edits = NULL;
	other.alert = other.arabic = true;
	other.floor = from;
	other.trigger = UTF8_INVALID;
	other.trigger_steps = 0;
	other.calm_step = NULL;
	other.cleared = NULL;
	const uint8_t *end = to > from && to[-1] == '\n' ? to - 1 : to;
	bool suspects = end > from && end_suspects(&other, end);
	for (const uint8_t *at = from; at < end && !suspects;) {
		uint32_t cp;
		unsigned len = utf8_decode(at, end, &cp);
		bool asks = cp == UTF8_INVALID || cp == 0 || letter_entry(&machine->profile->table, cp) & ENTRY_SUSPECT;
		suspects = asks && machine_suspects(&other, at, cp);
		at += len;
	}
	return suspects;
}
