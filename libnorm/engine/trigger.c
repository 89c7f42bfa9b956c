/* SPDX-License-Identifier: MIT */
/* What triggers wake. */
#include "engine/machine.h"
#include "unicode/utf8.h"

static uint64_t triggers_in_record(const struct letter_table *table, uint32_t entry)
{
	struct letter_record record = letter_record(table, entry);
	const uint8_t *at = record.bytes, *end = at + record.len;
	uint64_t rules = 0;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		rules |= letter_triggers(table, cp);
	}
	return rules;
}

/* Look further from the trigger, which has `len` bytes. */
static void look_further(const struct machine *machine, unsigned len, struct rule_trigger *trigger)
{
	const uint8_t *next = machine->at + len;
	uint32_t tail[2], unused;
	machine_tail(machine, tail, COUNT_OF(tail));
	trigger->before2 = tail[1];
	if (next < machine->end)
		trigger->after2 = machine_peek(machine, next + utf8_decode(next, machine->end, &unused));
}

/* The trigger at machine->at, which has `len` bytes and is put out as `cp`, with what is beside it. */
static struct rule_trigger trigger_at(const struct machine *machine, uint32_t cp, unsigned len)
{
	return (struct rule_trigger){
		.findings = machine->edits != NULL,
		.before = machine_last(machine),
		.cp = cp,
		.after = machine_peek(machine, machine->at + len),
		.start = machine->start,
		.ahead = machine->at + len,
		.end = machine->end,
	};
}

enum woken machine_find_woken(const struct machine *machine, uint32_t cp, uint32_t entry, unsigned len,
			      struct rule_trigger *trigger, const struct active_step **ret_rule)
{
	const struct norm_profile *profile = machine->profile;
	uint32_t output = letter_output(&profile->table, cp, entry);
	/* Of several characters any may be the trigger, and what is beside it is not looked at. */
	bool longer = entry & ENTRY_CHANGED && letter_record(&profile->table, entry).len > utf8_length(output);
	uint64_t rules = machine_say(machine);
	rules &= longer ? triggers_in_record(&profile->table, entry) : letter_triggers(&profile->table, output);
	if (longer || !rules)
		return rules ? WOKEN_UNKNOWN : WOKEN_NONE;
	*trigger = trigger_at(machine, output, len);
	if (rules & profile->wide_rules)
		look_further(machine, len, trigger);
	*ret_rule = NULL;
	for (; rules; rules &= rules - 1) {
		const struct active_step *rule = &profile->rules.at[__builtin_ctzll(rules)];
		trigger->value = rule->value;
		if (rule->step->wakes && trigger->after != 0 && !rule->step->wakes(trigger))
			continue;
		if (*ret_rule || trigger->after == 0)
			return WOKEN_UNKNOWN;
		*ret_rule = rule;
	}
	if (*ret_rule)
		trigger->value = (*ret_rule)->value;
	return *ret_rule ? WOKEN_ONE : WOKEN_NONE;
}

bool machine_wakes_rule(const struct machine *machine, uint32_t cp, uint32_t entry, unsigned len)
{
	struct rule_trigger trigger;
	const struct active_step *unused;
	return machine_find_woken(machine, cp, entry, len, &trigger, &unused) != WOKEN_NONE;
}

size_t machine_reach(const struct machine *machine, uint32_t cp)
{
	const struct norm_profile *profile = machine->profile;
	uint64_t rules = letter_triggers(&profile->table, cp) & profile->reaching_rules;
	size_t reach = 0;
	for (; rules; rules &= rules - 1) {
		size_t own = profile->rules.at[__builtin_ctzll(rules)].step->reach;
		reach = own > reach ? own : reach;
	}
	return reach;
}
