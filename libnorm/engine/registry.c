/* SPDX-License-Identifier: MIT */
#include "engine/registry.h"

#include <string.h>

#include "arabic/steps.h"
#include "engine/profile.h"
#include "french/steps.h"
#include "places/steps.h"
#include "repair/encoding.h"
#include "repair/steps.h"
#include "text/ruleset.h"
#include "text/steps.h"

static const norm_rule_value invalid_values[] = {
	{"replace", NORM_LOSSY, N_("each invalid sequence (maximal subpart) becomes U+FFFD")},
	{"strict", NORM_LOSSLESS, N_("the first invalid sequence is an error")},
	{"drop", NORM_LOSSY, N_("invalid sequences are deleted")},
};

const struct step engine_step_invalid = {
	.rule = {"input.invalid", "input", "invalid", N_("invalid UTF-8"), "Unicode 15, section 3.9", invalid_values,
		 COUNT_OF(invalid_values), NORM_SEVERITY_ERROR, CATEGORY_ENCODING},
	.kind = STEP_POLICY,
};

static const norm_rule_value encoding_values[] = {
	{"utf-8", NORM_LOSSLESS, N_("the input is UTF-8")},
	{"auto", NORM_LOSSLESS, N_("paragraphs that are not UTF-8 are read in the encoding that their letters tell, if they do; not where "
	    "input.invalid = strict")},
};

static const norm_rule_value line_ends_values[] = {
	{"keep", NORM_LOSSLESS, N_("lines end where they do")},
	{"join", NORM_LOSSY, N_("lines that a layout has broken become one again, and words that were hyphenated there")},
};

const struct step engine_step_line_ends = {
	.rule = {"repair.line-ends", "repair", "line-ends", N_("line broken by a layout"), "libnorm", line_ends_values,
		 COUNT_OF(line_ends_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_POLICY,
};

const struct step engine_step_encoding = {
	.rule = {"input.encoding", "input", "encoding", N_("not UTF-8"), "IANA Character Sets", encoding_values,
		 COUNT_OF(encoding_values), NORM_SEVERITY_WARNING, CATEGORY_ENCODING},
	.kind = STEP_POLICY,
	.tell = encoding_tell,
};

static const norm_rule_value form_values[] = {
	{"none", NORM_LOSSLESS, N_("leave the normal form")},
	{"NFC", NORM_LOSSLESS, N_("canonical composition")},
	{"NFD", NORM_LOSSLESS, N_("canonical decomposition")},
	{"NFKC", NORM_LOSSY, N_("compatibility composition")},
	{"NFKD", NORM_LOSSY, N_("compatibility decomposition")},
};

const struct step engine_step_form = {
	.rule = {"unicode.form", "unicode", "form", N_("not in the normal form"), "UAX #15", form_values,
		 COUNT_OF(form_values), NORM_SEVERITY_WARNING, CATEGORY_FORM},
	.kind = STEP_FORM,
};

/*
 * Why this order: what is damaged is put right before anything else sees it, and input is UTF-8 then; names of places are put in another spelling next, so that all others see that; junk goes first, so that it hides nothing from the others; presentation forms
 * become letters before the normal form is made, for their letters take part in it; folds see
 * composed letters; what looks at neighbours sees letters in their last shape. Each step may rely on
 * those above it, and none undoes what one above it does: that is why a profile need not order.
 *
 * RULE: a rule step, BOTH: it has values that are carried out by map(), MAP: all others.
 */
#define STEPS(MAP, RULE, BOTH) \
	MAP(engine_step_encoding) \
	MAP(engine_step_line_ends) \
	MAP(repair_step_entities) \
	MAP(repair_step_escapes) \
	MAP(repair_step_tags) \
	MAP(repair_step_mojibake) \
	MAP(repair_step_visual_order) \
	MAP(places_step_form) \
	MAP(places_step_variants) \
	MAP(engine_step_invalid) \
	MAP(repair_step_controls) \
	MAP(repair_step_bom) \
	MAP(repair_step_soft_hyphen) \
	MAP(repair_step_zero_width) \
	BOTH(repair_step_bidi) \
	BOTH(repair_step_joiners) \
	MAP(repair_step_ignorable) \
	BOTH(repair_step_replacement) \
	MAP(arabic_step_forms) \
	MAP(arabic_step_words) \
	MAP(engine_step_form) \
	MAP(text_step_space_kind) \
	MAP(text_step_quotes) \
	MAP(text_step_apostrophes) \
	MAP(text_step_dashes) \
	MAP(text_step_ellipsis) \
	MAP(text_step_ligatures) \
	MAP(text_step_accents) \
	MAP(text_step_case) \
	MAP(arabic_step_harakat) \
	MAP(arabic_step_extended_marks) \
	MAP(arabic_step_superscript_alef) \
	MAP(arabic_step_quranic_marks) \
	RULE(arabic_step_foreign_forms) \
	RULE(arabic_step_hamza) \
	RULE(arabic_step_duplicate_marks) \
	RULE(arabic_step_persian_letters) \
	BOTH(arabic_step_tatweel) \
	MAP(arabic_step_alef) \
	MAP(arabic_step_hamza_seats) \
	MAP(arabic_step_teh_marbuta) \
	MAP(arabic_step_alef_maqsura) \
	MAP(arabic_step_digits) \
	RULE(arabic_step_elongation) \
	RULE(arabic_step_number_marks) \
	RULE(arabic_step_comma) \
	RULE(arabic_step_spacing) \
	RULE(arabic_step_punctuation) \
	RULE(arabic_step_detached_waw) \
	RULE(french_step_capitals) \
	RULE(french_step_ligatures) \
	RULE(french_step_apostrophes) \
	RULE(french_step_ellipsis) \
	RULE(french_step_ordinals) \
	RULE(french_step_times) \
	RULE(french_step_number_groups) \
	RULE(french_step_group_marks) \
	RULE(french_step_numbers) \
	RULE(french_step_units) \
	RULE(french_step_percent) \
	RULE(french_step_abbreviations) \
	RULE(french_step_dashes) \
	RULE(french_step_quotes) \
	RULE(french_step_inner_quotes) \
	RULE(arabic_step_quotes) \
	RULE(arabic_step_inverted_quotes) \
	RULE(french_step_glued_sentences) \
	RULE(french_step_missing_spaces) \
	RULE(french_step_low_marks) \
	RULE(french_step_quote_spaces) \
	RULE(french_step_colon) \
	RULE(french_step_high_marks) \
	RULE(arabic_step_number_spaces) \
	RULE(text_step_stranded_marks) \
	RULE(text_step_space_runs) \
	RULE(text_step_space_leading) \
	RULE(text_step_space_trailing)

#define AS_STEP(step) &step,
#define AS_RULE(step) &step.rule,

static const struct step *const steps[] = {STEPS(AS_STEP, AS_STEP, AS_STEP)};
static const norm_rule *const rules[] = {STEPS(AS_RULE, AS_RULE, AS_RULE)};

_Static_assert(COUNT_OF(steps) <= RULESET_MAX, "enlarge struct ruleset");
#define COUNT(step) +1
#define NO_COUNT(step)
_Static_assert(0 STEPS(COUNT, NO_COUNT, COUNT) <= STEPS_MAX, "enlarge the masks of map steps");
_Static_assert(0 STEPS(NO_COUNT, COUNT, COUNT) <= STEPS_MAX, "enlarge the masks of rule steps");

size_t registry_count(void)
{
	return COUNT_OF(steps);
}

const struct step *registry_step(size_t index)
{
	return steps[index];
}

const norm_rule *const *registry_rules(void)
{
	return rules;
}

unsigned registry_number(const struct step *step)
{
	unsigned i = 0;
	while (steps[i] != step)
		i++;
	return i;
}

int registry_find(const char *section, const char *key)
{
	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (!strcmp(rules[i]->section, section) && !strcmp(rules[i]->key, key))
			return (int)i;
	return -1;
}

/* A rule is known by its address: nearly all that is asked about are those of the registry. */
int registry_number_of(const norm_rule *rule)
{
	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (rules[i] == rule)
			return (int)i;
	return registry_find(rule->section, rule->key);
}

size_t norm_rule_count(void)
{
	return COUNT_OF(rules);
}

const norm_rule *norm_rule_at(size_t index)
{
	return index < COUNT_OF(rules) ? rules[index] : NULL;
}

const norm_rule *norm_rule_find(const char *id)
{
	for (size_t i = 0; id && i < COUNT_OF(rules); i++)
		if (!strcmp(rules[i]->id, id))
			return rules[i];
	return NULL;
}

const char *norm_loss_name(norm_loss loss)
{
	switch (loss) {
	case NORM_LOSSLESS:
		return N_("lossless");
	case NORM_REVERSIBLE:
		return N_("reversible");
	case NORM_LOSSY:
		return N_("lossy");
	}
	return "?";
}

const char *norm_severity_name(norm_severity severity)
{
	switch (severity) {
	case NORM_SEVERITY_OFF:
		return N_("off");
	case NORM_SEVERITY_NOTE:
		return N_("note");
	case NORM_SEVERITY_WARNING:
		return N_("warning");
	case NORM_SEVERITY_ERROR:
		return N_("error");
	}
	return "?";
}
