/* SPDX-License-Identifier: MIT */
/**
 * @file profile.h
 * Profiles: which rules apply. A profile chooses, it does not order: the order of the rules is the
 * library's. The text form is INI:
 *
 *     # for people who read the result         (first comment line: the description)
 *     include = clean
 *     [arabic]
 *     digits = ascii
 *
 * `include = NAME` inherits; it must come before the first section and may be repeated. What is
 * set later wins. Every rule that is not set keeps its neutral value.
 *
 * The section `[severity]` holds rule ids instead of keys, and says how serious a finding of a rule is:
 *
 *     [severity]
 *     spaces.runs = off
 *     french.quotes = warning        (error, warning, note or off)
 *
 * That changes nothing in a text: it is for those who tell findings. It is inherited as values are.
 *
 * `authority = TEXT` in another section names whom the rules behind it in that section follow; it may be
 * repeated. Where a profile names nobody, the rule does (norm_rule.authority).
 */
#ifndef LIBNORM_PROFILE_H
#define LIBNORM_PROFILE_H

#include "context.h"
#include "rules.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A compiled profile: immutable, may be shared by threads, independent of its context. */
typedef struct norm_profile norm_profile;

/**
 * Find, parse and compile a profile. Costs well under a millisecond; keep it and use it often.
 *
 * @param context  Where to look.
 * @param name     A profile name ("search"), or a path when it holds a '/'.
 * @param ret      Receives the profile; owned by the caller, see norm_profile_free().
 * @param error    Receives details on failure; may be NULL.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, #NORM_E_DATA (file unreadable, or the directory of
 *         data is not there) or #NORM_E_PROFILE (no such profile, or an error in it or in one that it includes).
 */
norm_status norm_profile_get(const norm_context *context, const char *name, norm_profile **ret, norm_error *error);

/**
 * Parse and compile a profile from memory.
 *
 * @param context  Where included profiles are looked for; may be NULL when nothing is included.
 * @param src      UTF-8 text of the profile, not NUL-terminated. Only read during the call.
 * @param len      Bytes in `src`.
 * @param ret,error  As for norm_profile_get(); `error->line` counts lines of `src`.
 */
norm_status norm_profile_parse(const norm_context *context, const char *src, size_t len, norm_profile **ret,
                               norm_error *error);

/**
 * The value a rule has in this profile.
 * @return Borrowed constant, never NULL for a rule of the registry. Thread-safe.
 */
const norm_rule_value *norm_profile_value(const norm_profile *profile, const norm_rule *rule);

/**
 * Whom a rule follows in this profile: a standard, a style guide. What the profile says comes before what the rule says.
 * @return Borrowed from the profile; never NULL for a rule of the registry. Thread-safe.
 */
const char *norm_profile_authority(const norm_profile *profile, const norm_rule *rule);

/**
 * How serious a finding of a rule is in this profile: what the profile says, else norm_rule.level. Does not ask whether the
 * rule is on.
 * @return #NORM_SEVERITY_OFF where findings of the rule are not to be told. Thread-safe.
 */
norm_severity norm_profile_severity(const norm_profile *profile, const norm_rule *rule);

/** Free a profile. NULL is allowed. No stream may still use it, nor edits whose rules are asked for: they stand in the profile. */
void norm_profile_free(norm_profile *profile);

#ifdef __cplusplus
}
#endif
#endif
