/* SPDX-License-Identifier: MIT */
/* What triggers wake. */
#include "engine/machine.h"
#include "text/space.h"
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
static inline __attribute__((always_inline)) void fill_trigger(const struct machine *machine, struct place place, uint32_t cp, uint64_t rules,
				struct rule_trigger *ret)
{
	const uint8_t *next = place.at + place.len;
	ret->before = machine_last_at(machine, place.out);
	ret->cp = cp;
	ret->after = machine_peek(machine, next);
	ret->start = machine->start;
	ret->ahead = next;
	ret->end = machine->end;
	ret->before2 = ret->after2 = 0;
	ret->findings = machine->edits != NULL;
	ret->acts = ret->own_acts = ret->taken = ret->told_before = ret->told_behind = 0;
	if (rules & machine->profile->wide_rules)
		look_further(machine, place, ret);
}

/* The rule steps of which the character that `cp` becomes may be a trigger; `longer`: it becomes several characters. */
static inline uint64_t find_rules(const struct machine *machine, uint32_t output, uint32_t entry, bool *longer)
{
	const struct letter_table *table = &machine->profile->table;
	*longer = false;
	if (!(entry & ENTRY_CHANGED))
		return machine_say(machine) & letter_triggers(table, output);
	*longer = letter_record(table, entry).len > utf8_length(output);
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
	struct rule_trigger trigger;
	fill_trigger(machine, place_at(machine, len), output, rules, &trigger);
	return any_wakes(machine, rules, &trigger);
}

bool machine_is_silent(const struct machine *machine, uint32_t cp, const uint8_t *at, unsigned len, const uint8_t *out)
{
	uint64_t rules = letter_triggers(&machine->profile->table, cp) & machine_say(machine);
	if (rules & machine->profile->ready_rules)
		return false;
	struct rule_trigger trigger;
	fill_trigger(machine, (struct place){at, out, len}, cp, rules, &trigger);
	return !any_wakes(machine, rules, &trigger);
}

/* What the steps make of a trigger that needs no island. */
struct settlement {
	struct rule_trigger trigger;
	uint64_t by[RULE_ACTS];         /* which of them did what, as bits of profile->rules */
	unsigned before_len, after_len; /* bytes of the spaces that have become others */
};

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

/* Whether what stands beside the trigger now has been put there, or come there, and the letter steps would change it. */
static bool is_put_wrong(const struct machine *machine, const struct rule_trigger *trigger)
{
	const unsigned before = 1u << RULE_PUT_BEFORE | 1u << RULE_CHANGED_BEFORE | 1u << RULE_DROPPED_BEFORE;
	const unsigned after = 1u << RULE_PUT_AFTER | 1u << RULE_CHANGED_AFTER;
	return (trigger->own_acts & before && !is_plain(machine, trigger->before)) ||
	       (trigger->own_acts & after && !is_plain(machine, trigger->after));
}

/*
 * Note what a step has done to a trigger that had these characters beside it. False where it has changed a space that is not in
 * the text: another step has changed it, too, or a letter step.
 */
static bool note_acts(const struct machine *machine, uint32_t before, uint32_t after, uint64_t rule, struct settlement *settlement)
{
	const struct rule_trigger *trigger = &settlement->trigger;
	for (unsigned acts = trigger->own_acts; acts; acts &= acts - 1)
		settlement->by[__builtin_ctz(acts)] |= rule;
	if (trigger->own_acts & (1u << RULE_CHANGED_BEFORE | 1u << RULE_DROPPED_BEFORE)) {
		settlement->before_len = settlement->before_len ? 0 : length_before(machine, before);
		return settlement->before_len > 0;
	}
	if (trigger->own_acts >> RULE_CHANGED_AFTER & 1) {
		settlement->after_len = settlement->after_len ? 0 : length_ahead(trigger, after);
		return settlement->after_len > 0;
	}
	return true;
}

/* Let a step that wakes settle what becomes of the trigger. */
static inline bool settle(struct machine *machine, unsigned i, struct settlement *settlement)
{
	const struct step *step = machine->profile->rules.at[i].step;
	struct rule_trigger *trigger = &settlement->trigger;
	uint32_t before = trigger->before, after = trigger->after;
	if (!step->settle)
		return false;
	trigger->own_acts = 0;
	if (!step->settle(trigger, &machine->scope, (uint32_t)(machine->at - machine->start)))
		return false;
	if (!trigger->own_acts)
		return true;
	return note_acts(machine, before, after, UINT64_C(1) << i, settlement) && is_plain(machine, trigger->cp) &&
	       !is_put_wrong(machine, trigger);
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
 * Ask `rules`, of which the first wakes, and those that wake for what the trigger becomes, one after the other. False where one of
 * them needs an island. Those that look ahead would see the source, not what has been put beside the trigger.
 */
static bool settle_all(struct machine *machine, uint64_t rules, struct settlement *settlement)
{
	const struct norm_profile *profile = machine->profile;
	struct rule_trigger *trigger = &settlement->trigger;
	for (bool known = true; rules; known = false) {
		unsigned i = (unsigned)__builtin_ctzll(rules);
		uint32_t cp = trigger->cp;
		uint8_t taken = trigger->taken;
		rules &= rules - 1;
		if (!known && !wakes(&profile->rules.at[i], trigger))
			continue;
		bool sees_source = trigger->acts & ~(1u << RULE_REPORTED) && profile->reaching_rules >> i & 1;
		if (sees_source || !settle(machine, i, settlement))
			return false;
		if (rule_trigger_has(trigger, RULE_GONE))
			return true;
		if (trigger->taken != taken && (rule_trigger_has(trigger, RULE_REPORTED) || !look_behind(machine, trigger)))
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

/* Put a space that stands for the source bytes [start, end), counted from machine->at. */
static void put_space(struct machine *machine, uint32_t space, int start, int end, uint64_t rules)
{
	size_t output_start = machine->out.len;
	put_character(machine, space);
	if (machine->edits)
		add_edit(machine, start, end, output_start, rules);
}

/* Whether an island may begin with a trigger that has been settled: nothing but that has changed, and no space is in front. */
static bool is_whole(const struct rule_trigger *trigger)
{
	return !(trigger->acts & ~(1u << RULE_BECAME | 1u << RULE_REPORTED)) && !space_is_inline(trigger->before);
}

/* Report the `len` bytes at `at` of the source, of which all edits are there, but for what stays as it is. */
static void report(struct machine *machine, const uint8_t *at, int len, uint64_t rules)
{
	uint32_t start = (uint32_t)(at - machine->start);
	for (; rules; rules &= rules - 1)
		edit_list_report(machine->edits, start, start + (uint32_t)len,
				 machine->profile->rules.at[__builtin_ctzll(rules)].number, 0);
}

/*
 * Whether nothing comes of it that a trigger which is deleted no longer parts what is beside it: those are two characters of which no
 * step asks, nor would of both together. Else an island has to tell.
 */
static bool may_go(const struct machine *machine, const struct rule_trigger *trigger)
{
	const struct letter_table *table = &machine->profile->table;
	const uint32_t before = trigger->before, after = trigger->after;
	const uint32_t company = (letter_entry(table, before) | letter_entry(table, after)) & ENTRY_COMPANY;
	return !company && before != after && !space_is_line_end(before) && !space_is_line_end(after) &&
	       !machine_is_digraph(before, after);
}

/* Delete a trigger of `len` bytes. Where bidirectional controls go, others may be stray then: as behind an island. */
static void put_nothing(struct machine *machine, const struct settlement *settlement, int len)
{
	machine_settle(machine);
	if (machine->edits)
		add_edit(machine, 0, len, machine->out.len, settlement->by[RULE_GONE]);
	machine->at += len;
	machine_doubt_island(machine, machine->at, false);
}

/* Put out what has become of the trigger of so many bytes: as an island would, also in its edits. */
static void put_settlement(struct machine *machine, const struct settlement *settlement, int len)
{
	const struct rule_trigger *trigger = &settlement->trigger;
	const uint64_t *by = settlement->by;
	len += (int)trigger->taken;
	machine->out.len -= settlement->before_len;
	if (rule_trigger_has(trigger, RULE_CHANGED_BEFORE))
		put_space(machine, trigger->before, -(int)settlement->before_len, 0, by[RULE_CHANGED_BEFORE]);
	if (machine->edits && rule_trigger_has(trigger, RULE_DROPPED_BEFORE))
		add_edit(machine, -(int)settlement->before_len, 0, machine->out.len, by[RULE_DROPPED_BEFORE]);
	machine->alone = machine->at;
	machine->alone_out = machine->out.len;
	machine->settled = is_whole(trigger) ? machine->at : NULL;
	machine->settled_out = machine->out.len;
	if (rule_trigger_has(trigger, RULE_PUT_BEFORE))
		put_space(machine, trigger->before, 0, 0, by[RULE_PUT_BEFORE]);
	size_t output_start = machine->out.len;
	put_character(machine, trigger->cp);
	/* Spaces that are put beside a change count for it, as they do in islands. */
	if (machine->edits && rule_trigger_has(trigger, RULE_BECAME))
		add_edit(machine, 0, len, output_start, by[RULE_BECAME] | by[RULE_PUT_BEFORE] | by[RULE_PUT_AFTER]);
	if (rule_trigger_has(trigger, RULE_REPORTED))
		report(machine, machine->at - trigger->told_before, trigger->told_before + len + trigger->told_behind,
		       by[RULE_REPORTED]);
	if (rule_trigger_has(trigger, RULE_PUT_AFTER))
		put_space(machine, trigger->after, len, len, by[RULE_PUT_AFTER]);
	if (rule_trigger_has(trigger, RULE_CHANGED_AFTER))
		put_space(machine, trigger->after, len, len + (int)settlement->after_len, by[RULE_CHANGED_AFTER]);
	machine->at += (unsigned)len + settlement->after_len;
	if (settlement->after_len) { /* the next island need not ask again what the trigger and its space are */
		machine->alone = machine->at;
		machine->alone_out = machine->out.len;
	}
	if (trigger->acts & ~(1u << RULE_REPORTED))
		machine_doubt_trigger(machine, trigger);
	machine_reserve(machine);
}

/* Whether a space that is put touches the edit in front of the trigger, or this one a change: an island tells whose each is. */
static bool touches_edit(const struct machine *machine, const struct rule_trigger *trigger)
{
	uint32_t at = (uint32_t)(machine->at - machine->start);
	if (!machine->edits)
		return false;
	return (rule_trigger_has(trigger, RULE_PUT_BEFORE) && edit_list_ends_at(machine->edits, at, false)) ||
	       (rule_trigger_has(trigger, RULE_BECAME) && edit_list_ends_at(machine->edits, at, true));
}

/* Whether the space in front of the trigger goes, but not that alone happens: an island tells how its edit meets others. */
static bool drops_among_others(const struct machine *machine, const struct settlement *settlement)
{
	uint32_t at = (uint32_t)(machine->at - machine->start);
	if (!rule_trigger_has(&settlement->trigger, RULE_DROPPED_BEFORE))
		return false;
	return settlement->trigger.acts != 1u << RULE_DROPPED_BEFORE ||
	       (machine->edits && edit_list_ends_at(machine->edits, at - settlement->before_len, false));
}

/* Those of `rules` from the first one on that wakes. */
static inline uint64_t from_first_woken(const struct machine *machine, uint64_t rules, struct rule_trigger *trigger)
{
	while (rules && !wakes(&machine->profile->rules.at[__builtin_ctzll(rules)], trigger))
		rules &= rules - 1;
	return rules;
}

void machine_trigger(struct machine *machine, uint32_t cp, uint32_t entry, unsigned len)
{
	bool longer;
	uint32_t output = letter_output(&machine->profile->table, cp, entry);
	uint64_t rules = find_rules(machine, output, entry, &longer);
	struct settlement settlement;
	struct rule_trigger *trigger = &settlement.trigger;
	if (rules)
		fill_trigger(machine, place_at(machine, len), output, rules, trigger);
	bool unsure = rules && (longer || trigger->after == 0);
	if (!unsure)
		rules = from_first_woken(machine, rules, trigger);
	if (!rules) {
		machine_put_alone(machine, entry, len);
		return;
	}
	memset(settlement.by, 0, sizeof settlement.by);
	settlement.before_len = settlement.after_len = 0;
	if (unsure || !settle_all(machine, rules, &settlement))
		machine_island(machine);
	else if (!trigger->acts)
		machine_put_alone(machine, entry, len);
	else if (trigger->acts == 1u << RULE_GONE && may_go(machine, trigger))
		put_nothing(machine, &settlement, (int)len);
	else if (rule_trigger_has(trigger, RULE_GONE) || entry & ENTRY_CHANGED || touches_edit(machine, trigger) ||
		 drops_among_others(machine, &settlement))
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
