/* SPDX-License-Identifier: MIT */
/* What triggers wake. */
#include "engine/machine.h"
#include "unicode/utf8.h"

#include <string.h>

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

/* A place where a trigger of `len` bytes stands, at `at`; what is in front of it has been put out up to `out`. */
struct place {
	const uint8_t *at, *out;
	unsigned len;
};

static struct place place_at(const struct machine *machine, unsigned len)
{
	return (struct place){machine->at, machine->out.len ? machine->out.at + machine->out.len : machine->out.at, len};
}

static inline void look_further(const struct machine *machine, struct place place, struct rule_trigger *trigger)
{
	const uint8_t *out = place.out, *next = trigger->ahead;
	if (out - machine->out.at >= 2 && out[-1] < 0x80 && out[-2] < 0x80) {
		trigger->before2 = out[-2];
	} else {
		uint32_t tail[2];
		machine_tail_at(machine, out, tail, COUNT_OF(tail));
		trigger->before2 = tail[1];
	}
	uint32_t unused;
	if (next < machine->end)
		trigger->after2 = machine_peek(machine, next + (*next < 0x80 ? 1 : utf8_decode(next, machine->end, &unused)));
}

/* The trigger at a place, which is put out as `cp`, with what is beside it; further than that if one of `rules` asks. */
static inline struct rule_trigger trigger_at(const struct machine *machine, struct place place, uint32_t cp, uint64_t rules)
{
	const uint8_t *next = place.at + place.len;
	struct rule_trigger trigger = {
		.findings = machine->edits != NULL,
		.before = machine_last_at(machine, place.out),
		.cp = cp,
		.after = machine_peek(machine, next),
		.start = machine->start,
		.ahead = next,
		.end = machine->end,
	};
	if (rules & machine->profile->wide_rules)
		look_further(machine, place, &trigger);
	return trigger;
}

/* The rule steps of which the character that `cp` becomes may be a trigger; `longer`: it becomes several characters. */
static uint64_t find_rules(const struct machine *machine, uint32_t output, uint32_t entry, bool *longer)
{
	const struct letter_table *table = &machine->profile->table;
	*longer = entry & ENTRY_CHANGED && letter_record(table, entry).len > utf8_length(output);
	/* Of several characters any may be the trigger, and what is beside it is not looked at. */
	return machine_say(machine) & (*longer ? triggers_in_record(table, entry) : letter_triggers(table, output));
}

/* Whether a rule step wakes for the trigger, where all that it asks for is known. */
static inline bool wakes(const struct active_step *rule, struct rule_trigger *trigger)
{
	trigger->value = rule->value;
	return !rule->step->wakes || rule->step->wakes(trigger);
}

/* Whether one of the rule steps wakes for the trigger. */
static bool any_wakes(const struct machine *machine, uint64_t rules, struct rule_trigger *trigger)
{
	if (trigger->after == 0)
		return rules;
	for (; rules; rules &= rules - 1)
		if (wakes(&machine->profile->rules.at[__builtin_ctzll(rules)], trigger))
			return true;
	return false;
}

bool machine_wakes_rule(const struct machine *machine, uint32_t cp, uint32_t entry, unsigned len)
{
	bool longer;
	uint32_t output = letter_output(&machine->profile->table, cp, entry);
	uint64_t rules = find_rules(machine, output, entry, &longer);
	if (longer || !rules)
		return rules;
	struct rule_trigger trigger = trigger_at(machine, place_at(machine, len), output, rules);
	return any_wakes(machine, rules, &trigger);
}

bool machine_is_silent(const struct machine *machine, uint32_t cp, const uint8_t *at, unsigned len, const uint8_t *out)
{
	uint64_t rules = letter_triggers(&machine->profile->table, cp) & machine_say(machine);
	if (rules & machine->profile->ready_rules)
		return false;
	struct rule_trigger trigger = trigger_at(machine, (struct place){at, out, len}, cp, rules);
	return !any_wakes(machine, rules, &trigger);
}

/* What the steps make of a trigger that needs no island, and which of them, as bits of profile->rules. */
struct settlement {
	struct rule_trigger trigger;
	uint64_t changed, put_before, put_after, instead_before, instead_after; /* the trigger, and the spaces beside it */
	unsigned before_len, after_len; /* bytes of the spaces that others take the place of */
};

static bool is_other(const struct settlement *settlement)
{
	return settlement->changed | settlement->put_before | settlement->put_after | settlement->instead_before |
	       settlement->instead_after;
}

/* Whether the letter steps leave a character as it is, whatever is beside it; 0 is none. */
static bool is_plain(const struct machine *machine, uint32_t cp)
{
	return !(letter_entry(&machine->profile->table, cp) & ~(ENTRY_RULE | ENTRY_SPACE | ENTRY_SUSPECT)) || cp == 0;
}

/* The length of a space if both the source and the output end with it in front of the trigger; else 0. */
static unsigned length_before(const struct machine *machine, uint32_t space)
{
	uint8_t bytes[4];
	size_t len = utf8_encode(space, bytes);
	const struct buffer *out = &machine->out;
	bool both = (size_t)(machine->at - machine->start) > len && out->len > len &&
		    !memcmp(machine->at - len, bytes, len) && !memcmp(out->at + out->len - len, bytes, len);
	return both ? (unsigned)len : 0;
}

/* The same where it is behind the trigger in the source. */
static unsigned length_ahead(const struct rule_trigger *trigger, uint32_t space)
{
	uint8_t bytes[4];
	size_t len = utf8_encode(space, bytes);
	bool ahead = (size_t)(trigger->end - trigger->ahead) > len && !memcmp(trigger->ahead, bytes, len);
	return ahead ? (unsigned)len : 0;
}

/* What a step may change of a trigger. */
struct state {
	uint32_t before, cp, after;
	struct rule_put put;
};

/* Note what a step has made of a trigger. False where two have changed one space: it may be as it was. */
static bool note_step(const struct machine *machine, const struct state *old, uint64_t rule, struct settlement *settlement)
{
	const struct rule_trigger *trigger = &settlement->trigger;
	const struct rule_put *put = &trigger->put;
	settlement->changed |= trigger->cp != old->cp ? rule : 0;
	settlement->put_before |= put->before != old->put.before ? rule : 0;
	settlement->put_after |= put->after != old->put.after ? rule : 0;
	if (put->instead_before != old->put.instead_before) {
		settlement->before_len = settlement->instead_before ? 0 : length_before(machine, old->before);
		settlement->instead_before = rule;
		return settlement->before_len > 0;
	}
	if (put->instead_after != old->put.instead_after) {
		settlement->after_len = settlement->instead_after ? 0 : length_ahead(trigger, old->after);
		settlement->instead_after = rule;
		return settlement->after_len > 0;
	}
	return true;
}

/* Let a step that wakes settle what becomes of the trigger. */
static bool settle(struct machine *machine, unsigned i, struct settlement *settlement)
{
	const struct step *step = machine->profile->rules.at[i].step;
	struct rule_trigger *trigger = &settlement->trigger;
	const struct rule_put *put = &trigger->put;
	const struct state old = {trigger->before, trigger->cp, trigger->after, trigger->put};
	if (!step->settle || !step->settle(trigger, &machine->scope, (uint32_t)(machine->at - machine->start)))
		return false;
	return note_step(machine, &old, UINT64_C(1) << i, settlement) && is_plain(machine, trigger->cp) &&
	       is_plain(machine, put->before) && is_plain(machine, put->after) &&
	       is_plain(machine, put->instead_before) && is_plain(machine, put->instead_after);
}

/* See again what is behind a trigger that has taken something. False where only an island can tell. */
static bool look_behind(const struct machine *machine, struct rule_trigger *trigger)
{
	uint32_t unused;
	const uint8_t *next = trigger->ahead;
	trigger->after = machine_peek(machine, next);
	if (next < machine->end)
		trigger->after2 = machine_peek(machine, next + utf8_decode(next, machine->end, &unused));
	return trigger->after != 0;
}

/*
 * Ask `rules`, and those that wake for what the trigger becomes, one after the other. False where one of them needs an
 * island. Those that look ahead would see the source, not what has been put beside the trigger.
 */
static bool settle_all(struct machine *machine, uint64_t rules, struct settlement *settlement)
{
	const struct norm_profile *profile = machine->profile;
	struct rule_trigger *trigger = &settlement->trigger;
	while (rules) {
		unsigned i = (unsigned)__builtin_ctzll(rules);
		uint32_t cp = trigger->cp, taken = trigger->taken;
		rules &= rules - 1;
		if (!wakes(&profile->rules.at[i], trigger))
			continue;
		bool sees_source = is_other(settlement) && profile->reaching_rules >> i & 1;
		if (sees_source || !settle(machine, i, settlement))
			return false;
		if (trigger->taken != taken && !look_behind(machine, trigger))
			return false;
		if (trigger->cp != cp)
			rules = letter_triggers(&profile->table, trigger->cp) & machine_say(machine) & ~UINT64_C(0) << i << 1;
	}
	return true;
}

static void put_character(struct machine *machine, uint32_t cp)
{
	machine->out.len += utf8_encode(cp, machine->out.at + machine->out.len);
}

/* The source bytes [start, end), counted from machine->at, are what has been put out from `output_start` on, by these rules. */
static void add_edit(struct machine *machine, int start, int end, size_t output_start, uint64_t rules)
{
	struct ruleset set = {0};
	uint32_t at = (uint32_t)(machine->at - machine->start);
	for (; rules; rules &= rules - 1)
		ruleset_add(&set, machine->profile->rules.at[__builtin_ctzll(rules)].number);
	machine_add_edit(machine, at + (uint32_t)start, at + (uint32_t)end, output_start, edit_list_set(machine->edits, &set));
}

/* Put a space that stands for the source bytes [start, end), counted from machine->at; 0 is none. */
static void put_space(struct machine *machine, uint32_t space, int start, int end, uint64_t rules)
{
	size_t output_start = machine->out.len;
	if (!space)
		return;
	put_character(machine, space);
	if (machine->edits)
		add_edit(machine, start, end, output_start, rules);
}

/* Put out what has become of the trigger of so many bytes: as an island would, also in its edits. */
static void put_settlement(struct machine *machine, const struct settlement *settlement, int len)
{
	const struct rule_trigger *trigger = &settlement->trigger;
	len += (int)trigger->taken;
	/* Spaces that are put beside a change count for it, as they do in islands. */
	uint64_t beside = settlement->put_before | settlement->put_after;
	machine->out.len -= settlement->before_len;
	put_space(machine, trigger->put.instead_before, -(int)settlement->before_len, 0, settlement->instead_before);
	machine->alone = machine->at;
	machine->alone_out = machine->out.len;
	put_space(machine, trigger->put.before, 0, 0, settlement->put_before);
	size_t output_start = machine->out.len;
	put_character(machine, trigger->cp);
	if (machine->edits && settlement->changed)
		add_edit(machine, 0, len, output_start, settlement->changed | beside);
	put_space(machine, trigger->put.after, len, len, settlement->put_after);
	put_space(machine, trigger->put.instead_after, len, len + (int)settlement->after_len, settlement->instead_after);
	machine->at += (unsigned)len + settlement->after_len;
	machine_reserve(machine);
}

/* Whether a space that is put touches the edit in front of the trigger, or this one a change: an island tells whose each is. */
static bool touches_edit(const struct machine *machine, const struct settlement *settlement)
{
	uint32_t at = (uint32_t)(machine->at - machine->start);
	if (!machine->edits)
		return false;
	return (settlement->put_before && edit_list_ends_at(machine->edits, at, false)) ||
	       (settlement->changed && edit_list_ends_at(machine->edits, at, true));
}

void machine_trigger(struct machine *machine, uint32_t cp, uint32_t entry, unsigned len)
{
	bool longer;
	uint32_t output = letter_output(&machine->profile->table, cp, entry);
	uint64_t rules = find_rules(machine, output, entry, &longer);
	if (!rules) {
		machine_put_alone(machine, entry, len);
		return;
	}
	struct settlement settlement = {.trigger = trigger_at(machine, place_at(machine, len), output, rules)};
	if (longer || settlement.trigger.after == 0 || !settle_all(machine, rules, &settlement))
		machine_island(machine);
	else if (!is_other(&settlement))
		machine_put_alone(machine, entry, len);
	else if (entry & ENTRY_CHANGED || touches_edit(machine, &settlement))
		machine_island(machine);
	else
		put_settlement(machine, &settlement, (int)len);
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
