/* SPDX-License-Identifier: MIT */
/**
 * @file rules.h
 * The registry of rules: everything libnorm can do to a text, each thing once.
 *
 * A rule is a parameter of a profile (`[section] key = value`) and, at the same time, the name
 * under which edits and reports say what was done. All rules are constants of the library; a
 * pointer to one stays valid for ever and is the same in every thread. New fields are only ever
 * added at the end of the structures here, which callers never allocate themselves.
 */
#ifndef LIBNORM_RULES_H
#define LIBNORM_RULES_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a rule may cost. Pinned values. */
typedef enum norm_loss {
	NORM_LOSSLESS = 0,   /**< No reader and no program misses anything. */
	NORM_REVERSIBLE = 1, /**< Form changes, content does not; the edit list can undo it. */
	NORM_LOSSY = 2       /**< Distinctions of the source are gone from the output. */
} norm_loss;

/** How serious a finding of a rule is. Pinned values, in ascending order. */
typedef enum norm_severity {
	NORM_SEVERITY_OFF = 0,     /**< Not to be told. */
	NORM_SEVERITY_NOTE = 1,    /**< Right, but not in the form that the profile asks for: house style, and what folds remove. */
	NORM_SEVERITY_WARNING = 2, /**< Something else is seen, found or counted than the text seems to say. */
	NORM_SEVERITY_ERROR = 3    /**< What was written is lost, or reads as something else. */
} norm_severity;

/** One value a rule can be set to. */
typedef struct norm_rule_value {
	const char *name;    /**< As written in a profile: "keep", "fold", "NFC" … */
	norm_loss loss;      /**< Cost of this value. */
	const char *summary; /**< What it does; English, marked for translation. */
} norm_rule_value;

/** One rule. The first value is the neutral one: with it the rule is off. */
typedef struct norm_rule {
	const char *id;        /**< "section.key", stable for ever. */
	const char *section;   /**< Section of the profile file. */
	const char *key;       /**< Key in that section. */
	const char *message;   /**< Said of an edit by this rule; English, marked for translation. */
	const char *authority; /**< The standard or reference the rule follows. */
	const norm_rule_value *values; /**< `value_count` values. */
	size_t value_count;
	norm_severity level;   /**< How serious a finding is, unless a profile says otherwise: norm_profile_severity(). */
	const char *category;  /**< What kind of thing it is about, to filter by: "encoding", "spaces" … One of a few words,
	                            stable for ever; English, marked for translation. */
} norm_rule;

/** The number of rules. Thread-safe. */
size_t norm_rule_count(void);

/**
 * Rule number `index`, in the order in which the library applies them.
 * @return A borrowed constant, or NULL when `index` is not below norm_rule_count().
 */
const norm_rule *norm_rule_at(size_t index);

/** The rule with this id ("arabic.alef"), or NULL. Thread-safe. */
const norm_rule *norm_rule_find(const char *id);

/** "lossless", "reversible" or "lossy"; English, marked for translation. Never NULL. */
const char *norm_loss_name(norm_loss loss);

/**
 * "off", "note", "warning" or "error", as profiles write it; English, marked for translation. Never NULL; "?" for values
 * that this version does not know. Thread-safe.
 */
const char *norm_severity_name(norm_severity severity);

#ifdef __cplusplus
}
#endif
#endif
