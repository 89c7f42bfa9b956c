/* SPDX-License-Identifier: MIT */
/* What the innermost loop asks of a trigger in ASCII: whether what is beside it tells that nothing wakes, or what becomes of it. */
#include "engine/letter_table.h"

#include "engine/profile.h"

static const uint64_t small_letters = (UINT64_C(1) << BESIDE_LETTERS) - 1;

/* A kind as bits of its classes. */
static uint64_t classes_of(enum beside kind)
{
	return kind == BESIDE_SMALL ? small_letters : UINT64_C(1) << beside_class(kind, 0);
}

/* What may be behind the trigger `cp` where this is in front of it, that the step wakes. */
static uint64_t classes_behind(const struct step *step, uint32_t cp, enum beside before)
{
	uint64_t classes = 0;
	for (enum beside after = 0; after < BESIDE_KINDS; after++)
		if (!step->beside || after == BESIDE_OTHER || step->beside(cp, before, after))
			classes |= classes_of(after);
	return classes;
}

/* The small letters for which the step may wake beside the trigger `cp`, as it says, or all. */
static uint64_t letters_beside(bool (*may_wake)(uint32_t cp, uint32_t letter), uint32_t cp)
{
	uint64_t letters = 0;
	if (!may_wake)
		return small_letters;
	for (uint32_t letter = 'a'; letter <= 'z'; letter++)
		letters |= (uint64_t)may_wake(cp, letter) << (letter - 'a');
	return letters;
}

/* What the trigger `cp` of a step has beside it where that may wake. */
static struct letter_beside find_beside(const struct step *step, uint32_t cp)
{
	const uint64_t space = classes_of(BESIDE_SPACE);
	struct letter_beside found = {.before_space = 0};
	uint64_t opens = letters_beside(step->opens, cp), ends = letters_beside(step->ends, cp);
	for (enum beside before = 0; before < BESIDE_KINDS; before++) {
		uint64_t classes = classes_behind(step, cp, before);
		found.before_space |= classes & space ? classes_of(before) & (ends | ~small_letters) : 0;
		found.behind[before] = beside_is_edge(before) ? classes & (opens | ~small_letters) : classes;
	}
	return found;
}

static void add_beside(struct norm_profile *profile, uint64_t rule, uint32_t cp)
{
	struct letter_beside found = find_beside(profile->rules.at[__builtin_ctzll(rule)].step, cp);
	for (int kind = 0; kind < 4; kind++) {
		struct letter_beside *beside = &profile->table.beside[kind & 1][kind >> 1][cp];
		if (!(profile->say[kind & 1][kind >> 1] & rule))
			continue;
		for (unsigned before = 0; before < BESIDE_KINDS; before++)
			beside->behind[before] |= found.behind[before];
		beside->before_space |= found.before_space;
	}
}

/* Fill the functions of the steps that have this trigger; none if there are too many. */
static void find_passes(const struct norm_profile *profile, uint64_t rules, struct letter_beside *beside)
{
	size_t count = 0;
	for (; rules; rules &= rules - 1) {
		const struct step *step = profile->rules.at[__builtin_ctzll(rules)].step;
		size_t i = 0;
		while (i < count && beside->passes[i] != step->passes)
			i++;
		if (!step->passes || i == LETTER_PASSES) {
			beside->passes[0] = NULL;
			return;
		}
		beside->passes[i] = step->passes;
		count = i == count ? count + 1 : count;
	}
}

static void fill_classes(struct letter_table *table)
{
	for (uint32_t byte = 0; byte < 0x100; byte++) {
		bool known = byte < 0x80 && !(letter_entry(table, byte) & ~(ENTRY_SPACE | ENTRY_RULE | ENTRY_SUSPECT));
		table->kind_before[byte] = (uint8_t)beside_of(byte);
		table->class_before[byte] = (uint8_t)beside_class(beside_of(byte), byte);
		table->class_after[byte] = (uint8_t)beside_class(known ? beside_of(byte) : BESIDE_OTHER, byte);
	}
}

/* The step that settles the trigger `cp` between letters, if what it makes of it is nobody else's business. */
static const struct step *step_between(const struct norm_profile *profile, uint32_t cp, bool edits)
{
	const struct letter_table *table = &profile->table;
	uint64_t say = profile->say[edits][false], rules = letter_triggers(table, cp) & say;
	if (!rules || rules & (rules - 1) || letter_entry(table, cp) != ENTRY_RULE)
		return NULL;
	const struct active_step *rule = &profile->rules.at[__builtin_ctzll(rules)];
	const struct step *step = rule->step;
	if (!step->becomes_between || (edits && step->report_values >> rule->value & 1))
		return NULL;
	bool plain = !(letter_entry(table, step->between_cp) & ~(ENTRY_RULE | ENTRY_SUSPECT));
	uint64_t behind = ~((rules << 1) - 1); /* steps that come later */
	return plain && !(letter_triggers(table, step->between_cp) & say & behind) ? step : NULL;
}

void letter_beside_fill(struct norm_profile *profile)
{
	struct letter_table *table = &profile->table;
	fill_classes(table);
	for (uint32_t cp = 0; cp < COUNT_OF(table->between_extents); cp++) {
		uint64_t triggers = letter_triggers(table, cp);
		table->has_triggers |= (triggers & profile->say[true][false]) != 0;
		for (uint64_t rules = triggers; rules; rules &= rules - 1)
			add_beside(profile, rules & (0 - rules), cp);
		for (int kind = 0; kind < 4; kind++)
			find_passes(profile, triggers & profile->say[kind & 1][kind >> 1], &table->beside[kind & 1][kind >> 1][cp]);
		for (int edits = 0; edits < 2; edits++)
			table->between[edits][cp] = step_between(profile, cp, edits);
	}
}
