/* SPDX-License-Identifier: MIT */
/*
 * The registry: all steps in the order in which they apply. The number of a step is the number of
 * its rule. A new step is one file in its room and one row in registry.c.
 */
#ifndef ENGINE_REGISTRY_H
#define ENGINE_REGISTRY_H

#include "text/step.h"

extern const struct step engine_step_encoding, engine_step_line_ends, engine_step_invalid, engine_step_form;

/* Values of input.invalid. */
enum invalid_policy { INVALID_REPLACE, INVALID_STRICT, INVALID_DROP };

size_t registry_count(void);
const struct step *registry_step(size_t index);
/* The rules by number, as edit lists want them. */
const norm_rule *const *registry_rules(void);
/* The number of a step of the registry. */
unsigned registry_number(const struct step *step);
/* The number of the rule "section.key", or -1. */
int registry_find(const char *section, const char *key);
/* The number of a rule of the registry, or of one that is called the same; -1 if there is none. */
int registry_number_of(const norm_rule *rule);

#endif
