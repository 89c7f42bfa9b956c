/* SPDX-License-Identifier: MIT */
/* Rules as a profile has them, and the rows in which what is found of them is counted. */
#ifndef REPORT_FOUND_RULES_H
#define REPORT_FOUND_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "report/tally.h"

enum { RULES_MAX = 32 }; /* more than the steps that can meet in one edit */
#define FOUND_RECENT 64u /* as many as a word has bits */

/* A rule as a profile has it, and where its findings are counted. */
struct found_rule {
	const norm_rule *rule;
	norm_severity severity;
	struct row *row; /* NULL: nothing has been found yet */
};

/* Some rules as a profile has them: those that are not off. */
struct found_set {
	uint64_t block; /* that whose edits have it, by this number; see norm_edit */
	size_t number;
	size_t count;
	uint64_t edits;         /* of the block that have been counted here, and not yet in the rows of the rules */
	bool wants_examples;    /* a rule has less of them than there may be; may be true for too long */
	norm_severity severity; /* the highest */
	struct found_rule *found[RULES_MAX];
	const norm_rule *rules[RULES_MAX];
};

struct found_rules {
	struct found_rule *at; /* sorted by the address of the rule */
	size_t count;
	struct found_rule *recent[FOUND_RECENT]; /* those found last, by some bits of that address */
	struct found_set *sets;   /* FOUND_RECENT sets found last, by some bits of their numbers; NULL: none has been */
	uint64_t in_use;          /* those of them that the block at hand has, as bits */
	uint64_t block;           /* the number of the block at hand */
	struct tally *tally;
};

void found_rules_init(struct found_rules *rules, const norm_profile *profile);
void found_rules_release(struct found_rules *rules);
/* Count into this tally from now on. */
void found_rules_start(struct found_rules *rules, struct tally *tally);

/* The set of some rules. It may be empty, as that of an edit may be. */
struct found_set found_rules_some(struct found_rules *rules, const norm_rule *const *some, size_t count);
struct found_set *found_rules_load(struct found_rules *rules, const norm_edits *edits, const norm_edit *edit);
/* That of an edit, until found_rules_settle(). Most edits of a block are of a few sets. */
static inline struct found_set *found_rules_set(struct found_rules *rules, const norm_edits *edits, const norm_edit *edit)
{
	struct found_set *set = rules->sets ? &rules->sets[edit->rules % FOUND_RECENT] : NULL;
	bool is_loaded = set && set->block == rules->block && set->number == edit->rules;
	return is_loaded ? set : found_rules_load(rules, edits, edit);
}

struct row *found_rules_row(struct found_rules *rules, struct found_rule *found);
/* Count findings of a severity. */
void found_rules_count(struct found_rules *rules, norm_severity severity, uint64_t count);
/* The block is over: what its sets have counted goes to where it belongs. */
void found_rules_settle(struct found_rules *rules);

#endif
