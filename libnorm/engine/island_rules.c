/* SPDX-License-Identifier: MIT */
/* The slow path, in the middle: the rule steps run over the items of an island. */
#include "engine/island.h"
#include "unicode/utf8.h"

/* Put what becomes of item `i`, by the letter table, in its place. */
static void map_item(struct machine *machine, size_t i, uint32_t entry)
{
	struct items *items = &machine->items;
	struct letter_record record = letter_record(&machine->profile->table, entry);
	const uint8_t *at = record.bytes, *end = at + record.len;
	unsigned form = machine->profile->maps.at[machine->profile->form_index].number;
	if (at == end)
		items_drop(items, i, 1, form);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		items_replace(items, i, 1, cp, form);
	}
}

/* What rule steps have put in goes through the letter steps as well; what was there before has done so. */
static void map_items(struct machine *machine)
{
	struct items *items = &machine->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		uint32_t entry = letter_entry(&machine->profile->table, items->at[i].cp);
		if (entry & (ENTRY_CHANGED | ENTRY_DROP))
			map_item(machine, i, entry);
		else
			items_keep(items, i);
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
	for (size_t i = 0; i < rules->len; i++) {
		if (!machine_has_say(machine, &rules->at[i]))
			continue;
		span.value = rules->at[i].value;
		span.rule = rules->at[i].number;
		rules->at[i].step->run(&span);
	}
	map_items(machine);
}
