/* SPDX-License-Identifier: MIT */
/*
 * The short way of the compiler of a letter table. Most characters become one that the table knows already: É an é, of which
 * it is known that it becomes e. What the first step makes of a character and what the table says of that, if it is
 * on account of later steps, is what all steps together make of it.
 */
#include "engine/profile.h"
#include "engine/sequence.h"
#include "unicode/utf8.h"

/* Several characters of a normal form, which may compose with each other. */
enum { UNKNOWN = STEP_UNCHANGED - 1 };

/* What the first step that changes a character makes of it. */
struct first_change {
	unsigned rule;
	int len;
	uint32_t to[STEP_MAP_MAX];
};

/* The normal form of a character that decomposes to a single one, STEP_UNCHANGED where it is normal. */
static int map_form(enum normal_form form, uint32_t cp, uint32_t *out)
{
	const uint32_t marks = UNICODE_CCC_MASK | UNICODE_COMPOSES_BACK, *to;
	if (!(unicode_props(cp) & profile_form_properties(form) & ~marks))
		return STEP_UNCHANGED;
	bool compatible = form == NORMAL_NFKC || form == NORMAL_NFKD;
	if (cpmap_get(compatible ? &unicode_nfkd : &unicode_nfd, cp, &to) != 1)
		return UNKNOWN;
	return step_one(to[0], out);
}

/* Returns false where no step changes the character. */
static bool find_first(const struct norm_profile *profile, uint32_t cp, uint64_t steps, struct first_change *ret)
{
	for (ret->len = STEP_UNCHANGED; steps && ret->len == STEP_UNCHANGED; steps &= steps - 1) {
		const struct active_step *active = &profile->maps.at[__builtin_ctzll(steps)];
		bool form = active->step->kind == STEP_FORM;
		ret->len = form ? map_form(profile->form, cp, ret->to) : active_map(active, 0, cp, ret->to);
		ret->rule = active->number;
	}
	return ret->len != STEP_UNCHANGED;
}

/* Whether all rules of a set come behind this one in the registry. */
static bool are_later(const struct ruleset *rules, unsigned rule)
{
	for (unsigned i = 0; i <= rule; i++)
		if (ruleset_has(rules, i))
			return false;
	return true;
}

/* Append what the table says of a character which a rule has put in; false where that cannot be told. */
static bool append_known(const struct norm_profile *profile, uint32_t cp, unsigned rule, struct cpbuf *out,
			 struct ruleset *changed)
{
	const struct letter_table *table = &profile->table;
	if (!table->pages[cp >> LETTER_PAGE_SHIFT] && profile_steps_of(profile, cp))
		return false;
	uint32_t entry = letter_entry(table, cp);
	if (entry & (ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP))
		return false;
	if (!(entry & ENTRY_CHANGED)) {
		cpbuf_push(out, cp);
		return true;
	}
	struct letter_record record = letter_record(table, entry);
	const struct ruleset *rules = &profile->sets.at[record.set];
	if (!are_later(rules, rule))
		return false;
	for (size_t i = 0; i < COUNT_OF(rules->bits); i++)
		changed->bits[i] |= rules->bits[i];
	for (const uint8_t *at = record.bytes, *end = at + record.len; at < end;) {
		at += utf8_decode(at, end, &cp);
		cpbuf_push(out, cp);
	}
	return true;
}

bool sequence_map_known(struct sequence *sequence, const struct norm_profile *profile, uint32_t cp, uint64_t steps,
			struct ruleset *changed)
{
	struct cpbuf *out = &sequence->out;
	struct ruleset rules = {0};
	struct first_change first;
	out->len = 0;
	if (!find_first(profile, cp, steps, &first)) {
		cpbuf_push(out, cp);
		return !out->failed;
	}
	ruleset_add(&rules, first.rule);
	for (int i = 0; i < first.len; i++)
		if (!append_known(profile, first.to[i], first.rule, out, &rules))
			return false;
	*changed = rules;
	return first.len != UNKNOWN && !out->failed;
}
