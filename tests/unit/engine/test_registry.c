/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/registry.h"
#include "libnorm/version.h"

/* A word that can stand in a profile and in a rule id. */
static bool is_word(const char *text)
{
	for (const char *at = text; *at; at++)
		if (!islower((unsigned char)*at) && !isdigit((unsigned char)*at) && *at != '-')
			return false;
	return *text != '\0';
}

static void check_values(const norm_rule *rule)
{
	cr_assert_geq(rule->value_count, 2, "%s", rule->id);
	for (size_t i = 0; i < rule->value_count; i++) {
		const norm_rule_value *value = &rule->values[i];
		cr_expect_gt(strlen(value->name), 0, "%s", rule->id);
		cr_expect_gt(strlen(value->summary), 5, "%s", rule->id);
		cr_expect(value->loss >= NORM_LOSSLESS && value->loss <= NORM_LOSSY, "%s", rule->id);
		for (size_t k = 0; k < i; k++)
			cr_expect_str_neq(value->name, rule->values[k].name, "%s", rule->id);
	}
}

static bool is_category(const char *word)
{
	static const char *const all[] = {
	    CATEGORY_ENCODING, CATEGORY_MOJIBAKE,    CATEGORY_MARKUP, CATEGORY_INVISIBLE,   CATEGORY_BIDI,
	    CATEGORY_FORM,     CATEGORY_SPACES,      CATEGORY_QUOTES, CATEGORY_APOSTROPHES, CATEGORY_DASHES,
	    CATEGORY_NUMBERS,  CATEGORY_PUNCTUATION, CATEGORY_CASE,   CATEGORY_ACCENTS,     CATEGORY_LIGATURES,
	    CATEGORY_NAMES,    CATEGORY_ARABIC_LETTERS, CATEGORY_ARABIC_MARKS,
	};
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (!strcmp(word, all[i]))
			return true;
	return false;
}

/* "off" is for profiles alone. */
Test(registry, every_rule_has_severity_and_category)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		cr_expect(rule->level > NORM_SEVERITY_OFF && rule->level <= NORM_SEVERITY_ERROR, "%s", rule->id);
		cr_assert_not_null(rule->category, "%s", rule->id);
		cr_expect(is_category(rule->category) && is_word(rule->category), "%s: %s", rule->id, rule->category);
		/* French typography is a matter of the house; what nobody sees is not. */
		if (!strcmp(rule->section, "french"))
			cr_expect_eq(rule->level, NORM_SEVERITY_NOTE, "%s", rule->id);
		if (!strcmp(rule->section, "controls"))
			cr_expect_geq(rule->level, NORM_SEVERITY_WARNING, "%s", rule->id);
	}
}

Test(registry, names_of_severities)
{
	cr_expect_str_eq(norm_severity_name(NORM_SEVERITY_OFF), "off");
	cr_expect_str_eq(norm_severity_name(NORM_SEVERITY_NOTE), "note");
	cr_expect_str_eq(norm_severity_name(NORM_SEVERITY_WARNING), "warning");
	cr_expect_str_eq(norm_severity_name(NORM_SEVERITY_ERROR), "error");
	cr_expect_str_eq(norm_severity_name((norm_severity)9), "?");
}

Test(registry, every_rule_is_complete)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		char id[64];
		cr_assert_not_null(rule);
		snprintf(id, sizeof id, "%s.%s", rule->section, rule->key);
		cr_expect_str_eq(rule->id, id);
		cr_expect(is_word(rule->section) && is_word(rule->key), "%s", rule->id);
		cr_expect_gt(strlen(rule->message), 3, "%s", rule->id);
		cr_expect_gt(strlen(rule->authority), 3, "%s", rule->id);
		check_values(rule);
	}
}

Test(registry, rules_are_found_by_id)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		cr_expect_eq(norm_rule_find(norm_rule_at(i)->id), norm_rule_at(i), "an id is there twice");
		cr_expect_eq(registry_find(norm_rule_at(i)->section, norm_rule_at(i)->key), (int)i);
	}
	static const char *const unknown[] = {"", "arabic", "arabic.", ".alef", "arabic.Alef", "arabic.alef ", "x.y"};
	for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
		cr_expect_null(norm_rule_find(unknown[i]), "\"%s\"", unknown[i]);
	cr_expect_null(norm_rule_find(NULL));
	cr_expect_null(norm_rule_at(norm_rule_count()));
	cr_expect_null(norm_rule_at(SIZE_MAX));
}

/* With the neutral value of every rule nothing is lost; but input.invalid always has to do something. */
Test(registry, the_first_value_is_neutral)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		if (strcmp(rule->id, "input.invalid") != 0)
			cr_expect_eq(rule->values[0].loss, NORM_LOSSLESS, "%s", rule->id);
	}
}

static void check_ranges(const struct step *step)
{
	for (size_t i = 0; i < step->range_count; i++) {
		cr_expect_leq(step->ranges[i].first, step->ranges[i].last, "%s", step->rule.id);
		cr_expect_leq(step->ranges[i].last, 0x10FFFF, "%s", step->rule.id);
		if (i)
			cr_expect_gt(step->ranges[i].first, step->ranges[i - 1].last, "%s: not sorted", step->rule.id);
	}
}

Test(registry, steps_have_what_their_kind_needs)
{
	for (size_t i = 0; i < registry_count(); i++) {
		const struct step *step = registry_step(i);
		cr_expect_eq(registry_number(step), i);
		cr_expect_eq(registry_rules()[i], &step->rule);
		/* A rule step may leave some of its values to map(). */
		bool maps = step->kind == STEP_MAP || (step->kind == STEP_RULE && step->run_values);
		cr_expect_eq(step->map != NULL, maps, "%s", step->rule.id);
		cr_expect_eq(step->run != NULL, step->kind == STEP_RULE, "%s", step->rule.id);
		cr_expect(step->kind != STEP_MAP || step->range_count || step->table, "%s", step->rule.id);
		check_ranges(step);
	}
}

/* Every value of a map step that is not neutral changes some character, and puts out no more than allowed. */
Test(registry, every_value_does_something)
{
	for (size_t i = 0; i < registry_count(); i++) {
		const struct step *step = registry_step(i);
		for (unsigned value = 1; step->kind == STEP_MAP && value < step->rule.value_count; value++) {
			size_t changed = 0;
			for (size_t k = 0; k < step->range_count; k++) {
				for (uint32_t cp = step->ranges[k].first; cp <= step->ranges[k].last; cp++) {
					uint32_t out[STEP_MAP_MAX];
					int n = step->map(value, 0, cp, out);
					cr_assert_leq(n, STEP_MAP_MAX);
					changed += n != STEP_UNCHANGED;
				}
			}
			cr_expect(changed > 0 || step->table, "%s: value %u", step->rule.id, value);
		}
	}
}

Test(registry, names_of_losses)
{
	cr_expect_str_eq(norm_loss_name(NORM_LOSSLESS), "lossless");
	cr_expect_str_eq(norm_loss_name(NORM_REVERSIBLE), "reversible");
	cr_expect_str_eq(norm_loss_name(NORM_LOSSY), "lossy");
	cr_expect_not_null(norm_loss_name((norm_loss)9));
}

Test(version, is_that_of_the_headers)
{
	cr_expect_str_eq(norm_version(), NORM_VERSION_STRING);
	char numbers[32];
	snprintf(numbers, sizeof numbers, "%d.%d.%d", NORM_VERSION_MAJOR, NORM_VERSION_MINOR, NORM_VERSION_PATCH);
	cr_expect_str_eq(numbers, NORM_VERSION_STRING);
	cr_expect_geq(atoi(norm_unicode_version()), 14);
}
