/* SPDX-License-Identifier: MIT */
/* The slow path, in the middle: the rule steps run over the items of an island. */
#include <string.h>

#include "engine/island.h"
#include "text/space.h"
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

/* Whether the letter steps have nothing to do with any item, whatever its neighbours are. */
static bool is_settled(const struct machine *machine)
{
	const struct items *items = &machine->items;
	uint32_t any = 0;
	for (size_t i = 0; i < items->len; i++)
		any |= letter_entry(&machine->profile->table, items->at[i].cp);
	return !(any & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_JOIN));
}

/*
 * What a rule step has put in goes through the letter steps as well, before the next one sees it; what was there before has
 * done so.
 */
static void map_items(struct machine *machine)
{
	struct items *items = &machine->items;
	if (is_settled(machine))
		return;
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

/* Item `i` as a trigger, with what is beside it. */
static struct rule_trigger trigger_at(const struct machine *machine, const struct rule_span *span, size_t i)
{
	const struct items *items = &machine->items;
	const struct text_item *item = &items->at[i];
	return (struct rule_trigger){
		.findings = machine->edits != NULL,
		.before2 = i > 1 ? item[-2].cp : i == 1 ? span->before : span->before2,
		.before = i > 0 ? item[-1].cp : span->before,
		.cp = item->cp,
		.after = i + 1 < items->len ? item[1].cp : span->after,
		.after2 = i + 2 < items->len ? item[2].cp : i + 2 == items->len ? span->after : 0,
		.start = machine->start,
		.ahead = machine->start + item->end,
		.end = machine->end,
	};
}

/* Whether an item is all that was read from its bytes, so that what it has beside it is what was read beside them. */
static bool is_single(const struct items *items, size_t i)
{
	const struct text_item *item = &items->at[i];
	return (i == 0 || item[-1].end <= item->start) && (i + 1 == items->len || item[1].start >= item->end);
}

/* Which of these rule steps wake for item `i`. Those that look ahead see the source, which must be what is in the items. */
static uint64_t find_woken(const struct machine *machine, const struct rule_span *span, size_t i, uint64_t rules, bool as_read)
{
	struct rule_trigger trigger = trigger_at(machine, span, i);
	bool known = as_read && is_single(&machine->items, i);
	uint64_t woken = trigger.after == 0 ? rules : known ? 0 : rules & machine->profile->reaching_rules;
	for (rules &= ~woken; rules; rules &= rules - 1) {
		const struct active_step *rule = &machine->profile->rules.at[__builtin_ctzll(rules)];
		trigger.value = rule->value;
		if (!rule->step->wakes || rule->step->wakes(&trigger))
			woken |= rules & -rules;
	}
	return woken;
}

/*
 * Those of `wanted` rule steps, as bits of profile->rules, for which there is something among the items: `as_read`, or as other
 * rule steps have left them.
 */
static uint64_t find_concerned(const struct machine *machine, const struct rule_span *span, uint64_t wanted, bool as_read)
{
	const struct norm_profile *profile = machine->profile;
	const struct items *items = &machine->items;
	uint32_t before = span->before;
	uint64_t rules = 0;
	bool pairs = false, equal = span->before2 == before, thrice = false, digraphs = false;
	for (size_t i = 0; i < items->len; i++) {
		uint32_t cp = items->at[i].cp;
		uint64_t own = letter_triggers(&profile->table, cp) & wanted & ~rules;
		if (own)
			rules |= find_woken(machine, span, i, own, as_read);
		bool same = cp == before;
		thrice |= same & equal;
		equal = same;
		if (cp <= SPACE_SP || cp == SPACE_NBSP || cp >= SPACE_PS)
			pairs |= space_pair_wakes(before, cp);
		digraphs |= machine_is_digraph(before, cp);
		before = cp;
	}
	pairs |= span->at_end && space_is_inline(before);
	rules |= (pairs ? profile->space_rules : 0) | (thrice ? profile->thrice_rules : 0) |
		 (digraphs ? profile->digraph_rules : 0);
	return rules & wanted;
}

/* Returns whether the step has changed something. */
static bool run_rule(struct rule_span *span, const struct active_step *rule)
{
	span->value = rule->value;
	span->rule = rule->number;
	span->items->changed = false;
	rule->step->run(span);
	return span->items->changed;
}

bool island_run_rules(struct machine *machine, const uint8_t *to)
{
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
	uint64_t todo = find_concerned(machine, &span, machine_say(machine), true);
	bool changed = false;
	while (todo) {
		unsigned i = (unsigned)__builtin_ctzll(todo);
		todo &= todo - 1;
		uint64_t later = ~UINT64_C(0) << i << 1;
		if (!run_rule(&span, &machine->profile->rules.at[i]))
			continue;
		changed = true;
		map_items(machine);
		/* What it has put in may be for a step behind it, and what it has taken away may have parted equals. */
		later &= machine_say(machine);
		todo = later ? find_concerned(machine, &span, later, false) : 0;
	}
	machine->arabic = arabic;
	return changed;
}
