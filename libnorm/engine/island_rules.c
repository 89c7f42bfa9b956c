/* SPDX-License-Identifier: MIT */
/* The slow path, in the middle: the rule steps run over the items of an island. */
#include <string.h>

#include "engine/island.h"
#include "unicode/tables.h"

/* Whether a character goes with the one in front of it. */
static bool joins(const struct machine *machine, uint32_t cp)
{
	return unicode_ccc(cp) != 0 || letter_entry(&machine->profile->table, cp) & ENTRY_JOIN;
}

/* The end of the combining sequence that begins with item `i`. */
static size_t sequence_end(const struct machine *machine, size_t i)
{
	const struct items *items = &machine->items;
	do
		i++;
	while (i < items->len && joins(machine, items->at[i].cp));
	return i;
}

/* Whether the letter steps may have something to do with the items [i, end) of a sequence. */
static bool is_unsettled(const struct machine *machine, size_t i, size_t end)
{
	uint32_t wanted = ENTRY_CHANGED | ENTRY_DROP | (end - i > 1 ? ENTRY_JOIN : 0), any = 0;
	for (; i < end; i++)
		any |= letter_entry(&machine->profile->table, machine->items.at[i].cp);
	return any & wanted;
}

/* Put what becomes of the items [i, end) of a sequence in their place, or keep them. */
static void map_sequence(struct machine *machine, size_t i, size_t end)
{
	struct items *items = &machine->items;
	struct cpbuf *characters = &machine->characters;
	struct ruleset unused = {0};
	unsigned rule = registry_number(&engine_step_form);
	characters->len = 0;
	for (size_t k = i; k < end; k++)
		cpbuf_push(characters, items->at[k].cp);
	if (!sequence_map(&machine->sequence, machine->profile, characters->at, characters->len, &unused)) {
		machine->status = NORM_E_NOMEM;
		return;
	}
	const struct cpbuf *out = &machine->sequence.out;
	if (out->len == end - i && !memcmp(out->at, characters->at, out->len * sizeof *out->at)) {
		for (size_t k = i; k < end; k++)
			items_keep(items, k);
		return;
	}
	if (out->len == 0)
		items_drop(items, i, end - i, rule);
	for (size_t k = 0; k < out->len; k++)
		items_replace(items, i, end - i, out->at[k], rule);
}

/*
 * What a rule step has put in goes through the letter steps as well, before the next one sees it; what was there before has
 * done so.
 */
static void map_items(struct machine *machine)
{
	struct items *items = &machine->items;
	machine->sequence.base = 0;
	items_rewrite(items);
	for (size_t i = 0, end; i < items->len && machine->status == NORM_OK; i = end) {
		end = sequence_end(machine, i);
		if (is_unsettled(machine, i, end)) {
			map_sequence(machine, i, end);
			continue;
		}
		for (size_t k = i; k < end; k++)
			items_keep(items, k);
	}
	items_rewritten(items);
}

void island_run_rules(struct machine *machine, const uint8_t *to)
{
	const struct active_steps *rules = &machine->profile->rules;
	uint32_t tail[2];
	machine_tail(machine, tail, COUNT_OF(tail));
	struct rule_span span = {
		.items = &machine->items,
		.before = tail[0],
		.before2 = tail[1],
		.after = machine_peek(machine, to),
		.at_end = to == machine->end && machine->at_end,
		.scope = &machine->scope,
	};
	/* An island may end in a line of which nobody has looked yet whether it holds Arabic script. */
	const bool arabic = machine->arabic;
	machine->arabic |= to > machine->looked_to;
	for (size_t i = 0; i < rules->len; i++) {
		if (!machine_has_say(machine, &rules->at[i]))
			continue;
		span.value = rules->at[i].value;
		span.rule = rules->at[i].number;
		rules->at[i].step->run(&span);
		if (machine->items.diverged)
			map_items(machine);
	}
	machine->arabic = arabic;
}
