/* SPDX-License-Identifier: MIT */
#include "report/found_rules.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"

static int compare_rules(const void *a, const void *b)
{
	const struct found_rule *left = a, *right = b;
	uintptr_t one = (uintptr_t)left->rule, other = (uintptr_t)right->rule;
	return (one > other) - (one < other);
}

void found_rules_init(struct found_rules *rules, const norm_profile *profile)
{
	*rules = (struct found_rules){.count = norm_rule_count()};
	rules->at = memory_grow(NULL, rules->count, sizeof *rules->at);
	for (size_t i = 0; i < rules->count; i++) {
		const norm_rule *rule = norm_rule_at(i);
		rules->at[i] = (struct found_rule){rule, norm_profile_severity(profile, rule), NULL};
	}
	qsort(rules->at, rules->count, sizeof *rules->at, compare_rules);
}

void found_rules_release(struct found_rules *rules)
{
	free(rules->at);
	free(rules->sets);
}

void found_rules_start(struct found_rules *rules, struct tally *tally)
{
	rules->tally = tally;
	for (size_t i = 0; i < rules->count; i++)
		rules->at[i].row = NULL;
}

static struct found_rule *find_rule(struct found_rules *rules, const norm_rule *rule)
{
	struct found_rule **recent = &rules->recent[(uintptr_t)rule / sizeof *rule % FOUND_RECENT];
	struct found_rule key = {.rule = rule};
	if (!*recent || (*recent)->rule != rule)
		*recent = bsearch(&key, rules->at, rules->count, sizeof key, compare_rules);
	return *recent;
}

/* Of the first `count` of its rules keep those that are not off. */
static void choose_rules(struct found_rules *rules, struct found_set *set, size_t count)
{
	set->count = 0;
	set->severity = NORM_SEVERITY_OFF;
	for (size_t i = 0; i < count && i < RULES_MAX; i++) {
		struct found_rule *found = find_rule(rules, set->rules[i]);
		if (!found || found->severity == NORM_SEVERITY_OFF)
			continue;
		if (found->severity > set->severity)
			set->severity = found->severity;
		set->found[set->count] = found;
		set->rules[set->count++] = found->rule;
	}
}

struct found_set found_rules_some(struct found_rules *rules, const norm_rule *const *some, size_t count)
{
	struct found_set set;
	memcpy(set.rules, some, count * sizeof(const norm_rule *));
	choose_rules(rules, &set, count);
	return set;
}

struct row *found_rules_row(struct found_rules *rules, struct found_rule *found)
{
	if (!found->row) {
		found->row = table_row(&rules->tally->tables[TABLE_RULES], found->rule->id);
		row_set_text(found->row, RULES_SEVERITY, norm_severity_name(found->severity));
		row_set_text(found->row, RULES_CATEGORY, found->rule->category);
	}
	return found->row;
}

void found_rules_count(struct found_rules *rules, norm_severity severity, uint64_t count)
{
	static const enum count counts[] = {[NORM_SEVERITY_NOTE] = COUNT_NOTES,
					    [NORM_SEVERITY_WARNING] = COUNT_WARNINGS,
					    [NORM_SEVERITY_ERROR] = COUNT_ERRORS};
	rules->tally->count[counts[severity]] += count;
}

/* What has been counted in a set goes to where it belongs. */
static void settle_set(struct found_rules *rules, struct found_set *set)
{
	if (!set->edits)
		return;
	for (size_t i = 0; i < set->count; i++)
		found_rules_row(rules, set->found[i])->count[RULES_EDITS] += set->edits;
	found_rules_count(rules, set->severity, set->edits);
	set->edits = 0;
}

void found_rules_settle(struct found_rules *rules)
{
	for (; rules->in_use; rules->in_use &= rules->in_use - 1)
		settle_set(rules, &rules->sets[__builtin_ctzll(rules->in_use)]);
}

/* Its place may hold another set, which is not of this block or has to make room. */
struct found_set *found_rules_load(struct found_rules *rules, const norm_edits *edits, const norm_edit *edit)
{
	if (!rules->sets) {
		rules->sets = memory_grow(NULL, FOUND_RECENT, sizeof *rules->sets);
		memset(rules->sets, 0, FOUND_RECENT * sizeof *rules->sets);
	}
	size_t index = edit->rules % FOUND_RECENT;
	struct found_set *set = &rules->sets[index];
	settle_set(rules, set);
	rules->in_use |= UINT64_C(1) << index;
	set->block = rules->block;
	set->number = edit->rules;
	set->wants_examples = true;
	choose_rules(rules, set, norm_edits_rules(edits, edit->index, set->rules, RULES_MAX));
	return set;
}
