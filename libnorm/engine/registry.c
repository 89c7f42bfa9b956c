/* SPDX-License-Identifier: MIT */
#include "engine/registry.h"

#include <string.h>

#include "arabic/steps.h"
#include "engine/profile.h"
#include "french/steps.h"
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
		 COUNT_OF(invalid_values)},
	.kind = STEP_POLICY,
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
		 COUNT_OF(form_values)},
	.kind = STEP_FORM,
};

/*
 * Why this order: junk goes first, so that it hides nothing from the others; presentation forms
 * become letters before the normal form is made, for their letters take part in it; folds see
 * composed letters; what looks at neighbours sees letters in their last shape. Each step may rely on
 * those above it, and none undoes what one above it does: that is why a profile need not order.
 */
#define STEPS(ROW) \
	ROW(engine_step_invalid) \
	ROW(repair_step_controls) \
	ROW(repair_step_bom) \
	ROW(repair_step_soft_hyphen) \
	ROW(repair_step_zero_width) \
	ROW(repair_step_bidi) \
	ROW(repair_step_joiners) \
	ROW(repair_step_ignorable) \
	ROW(repair_step_replacement) \
	ROW(arabic_step_forms) \
	ROW(arabic_step_words) \
	ROW(engine_step_form) \
	ROW(text_step_space_kind) \
	ROW(text_step_quotes) \
	ROW(text_step_apostrophes) \
	ROW(text_step_dashes) \
	ROW(text_step_ellipsis) \
	ROW(text_step_ligatures) \
	ROW(text_step_accents) \
	ROW(text_step_case) \
	ROW(arabic_step_harakat) \
	ROW(arabic_step_extended_marks) \
	ROW(arabic_step_superscript_alef) \
	ROW(arabic_step_quranic_marks) \
	ROW(arabic_step_foreign_forms) \
	ROW(arabic_step_hamza) \
	ROW(arabic_step_duplicate_marks) \
	ROW(arabic_step_persian_letters) \
	ROW(arabic_step_tatweel) \
	ROW(arabic_step_alef) \
	ROW(arabic_step_hamza_seats) \
	ROW(arabic_step_teh_marbuta) \
	ROW(arabic_step_alef_maqsura) \
	ROW(arabic_step_digits) \
	ROW(arabic_step_elongation) \
	ROW(arabic_step_number_marks) \
	ROW(arabic_step_comma) \
	ROW(arabic_step_spacing) \
	ROW(arabic_step_punctuation) \
	ROW(arabic_step_detached_waw) \
	ROW(french_step_ellipsis) \
	ROW(french_step_dashes) \
	ROW(french_step_missing_spaces) \
	ROW(french_step_low_marks) \
	ROW(french_step_quote_spaces) \
	ROW(french_step_colon) \
	ROW(french_step_high_marks) \
	ROW(text_step_stranded_marks) \
	ROW(text_step_space_runs) \
	ROW(text_step_space_leading) \
	ROW(text_step_space_trailing)

#define AS_STEP(step) &step,
#define AS_RULE(step) &step.rule,

static const struct step *const steps[] = {STEPS(AS_STEP)};
static const norm_rule *const rules[] = {STEPS(AS_RULE)};

_Static_assert(COUNT_OF(steps) <= RULESET_MAX, "enlarge struct ruleset");

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
