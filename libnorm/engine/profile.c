/* SPDX-License-Identifier: MIT */
#include "engine/profile.h"

#include <stdlib.h>

#include "base/search.h"
#include "places/steps.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

static void activate(struct active_steps *steps, unsigned number, unsigned value)
{
	steps->at[steps->len++] = (struct active_step){registry_step(number), value, number};
}

uint32_t profile_form_properties(enum normal_form form)
{
	const uint32_t always = UNICODE_CCC_MASK | UNICODE_COMPOSES_BACK;
	switch (form) {
	case NORMAL_NONE:
		return 0;
	case NORMAL_NFC:
		return always | UNICODE_NFC_CHANGES;
	case NORMAL_NFD:
		return always | UNICODE_NFD_CHANGES;
	case NORMAL_NFKC:
		return always | UNICODE_NFKC_CHANGES;
	case NORMAL_NFKD:
		return always | UNICODE_NFKD_CHANGES;
	}
	return 0;
}

/* The index of `mask` among the masks of the profile. */
static uint8_t intern_mask(struct page_masks *masks, uint64_t mask)
{
	for (size_t i = 0; i < masks->len; i++)
		if (masks->at[i] == mask)
			return (uint8_t)i;
	if (masks->len < PAGE_MASKS_MAX)
		masks->at[masks->len++] = mask;
	else
		masks->at[masks->len - 1] |= mask; /* too many steps asked is only slower */
	return (uint8_t)(masks->len - 1);
}

static void touch(struct page_masks *masks, uint32_t page, size_t step)
{
	masks->page[page] = intern_mask(masks, masks->at[masks->page[page]] | UINT64_C(1) << step);
}

static void touch_range(struct page_masks *masks, uint32_t first, uint32_t last, size_t step)
{
	for (uint32_t page = first >> LETTER_PAGE_SHIFT; page <= last >> LETTER_PAGE_SHIFT; page++)
		touch(masks, page, step);
}

static bool row_has(unsigned row, uint32_t properties)
{
	uint32_t all = 0;
	for (size_t i = 0; i < LETTER_PAGE; i++)
		all |= unicode_prop_cells[row][i];
	return all & properties;
}

/* Most pages have the row of properties of the one before. */
static void touch_form(struct page_masks *masks, enum normal_form form, size_t step)
{
	uint32_t properties = profile_form_properties(form);
	bool has = false;
	for (uint32_t page = 0; page < PAGE_COUNT; page++) {
		if (page == 0 || unicode_prop_blocks[page] != unicode_prop_blocks[page - 1])
			has = row_has(unicode_prop_blocks[page], properties);
		if (has)
			touch(masks, page, step);
	}
}

/* The pages of a table have twice the size. */
static void touch_table(struct page_masks *masks, const struct cpmap *table, size_t step)
{
	const size_t end = CPMAP_PAGES;
	for (size_t page = search_set(table->pages, 0, end); page < end; page = search_set(table->pages, page + 1, end))
		touch_range(masks, (uint32_t)page << 8, (uint32_t)page << 8 | 0xFF, step);
}

static void fill_masks(struct norm_profile *profile)
{
	struct page_masks *masks = &profile->masks;
	masks->len = 1;
	for (size_t i = 0; i < profile->maps.len; i++) {
		const struct step *step = profile->maps.at[i].step;
		if (step->kind == STEP_FORM) {
			profile->form_index = i;
			touch_form(masks, profile->form, i);
		}
		for (size_t k = 0; k < step->range_count; k++)
			touch_range(masks, step->ranges[k].first, step->ranges[k].last, i);
		if (step->table)
			touch_table(masks, step->table, i);
	}
}

/* An invalid sequence is changed by input.invalid, and by what becomes of U+FFFD. */
static norm_status add_invalid_set(struct norm_profile *profile)
{
	struct ruleset rules = {0};
	uint32_t entry = letter_entry(&profile->table, 0xFFFD);
	if (entry & ENTRY_RECORD && profile->invalid == INVALID_REPLACE)
		rules = profile->sets.at[letter_record(&profile->table, entry).set];
	ruleset_add(&rules, registry_number(&engine_step_invalid));
	size_t set = ruleset_intern(&profile->sets, &rules);
	profile->invalid_set = (uint32_t)set;
	return set == SIZE_MAX ? NORM_E_NOMEM : NORM_OK;
}

/* Marks that are put in order are changed by the normal form alone. */
static norm_status add_form_set(struct norm_profile *profile)
{
	struct ruleset rules = {0};
	ruleset_add(&rules, registry_number(&engine_step_form));
	size_t set = ruleset_intern(&profile->sets, &rules);
	profile->form_set = (uint32_t)set;
	return set == SIZE_MAX ? NORM_E_NOMEM : NORM_OK;
}

/* The edits of what is settled between letters. */
static norm_status add_between_extents(struct norm_profile *profile)
{
	struct letter_table *table = &profile->table;
	for (uint32_t cp = 0; cp < COUNT_OF(table->between_extents); cp++) {
		const struct step *step = table->between[true][cp];
		struct ruleset rules = {0};
		if (!step)
			continue;
		ruleset_add(&rules, registry_number(step));
		size_t set = ruleset_intern(&profile->sets, &rules);
		if (set == SIZE_MAX)
			return NORM_E_NOMEM;
		table->between_extents[cp] = edit_extent(1, utf8_length(step->between_cp), (uint32_t)set);
	}
	return NORM_OK;
}

/* Whether a value is carried out by run() rather than by map(). */
static bool runs(const struct step *step, unsigned value)
{
	return step->run && (!step->run_values || step->run_values >> value & 1);
}

/* A value that only reports has a say where findings are asked for, and some steps only where there is Arabic script. */
static void activate_rule(struct norm_profile *profile, unsigned number, unsigned value)
{
	const struct step *step = registry_step(number);
	uint64_t bit = UINT64_C(1) << profile->rules.len;
	bool changes = !(step->report_values >> value & 1);
	activate(&profile->rules, number, value);
	profile->triggers |= step->trigger_count > 0;
	profile->space_rules |= step->spaces ? bit : 0;
	profile->thrice_rules |= step->thrice ? bit : 0;
	profile->before_space_rules |= step->before_space ? bit : 0;
	profile->digraph_rules |= step->digraphs ? bit : 0;
	profile->ready_rules |= step->wakes ? 0 : bit;
	profile->wide_rules |= step->wide ? bit : 0;
	profile->reaching_rules |= step->reach ? bit : 0;
	for (int edits = !changes; edits < 2; edits++)
		for (int arabic = step->arabic_only; arabic < 2; arabic++)
			profile->say[edits][arabic] |= bit;
}

static void activate_steps(struct norm_profile *profile)
{
	for (unsigned i = 0; i < registry_count(); i++) {
		const struct step *step = registry_step(i);
		unsigned value = profile->values[i];
		if (value && step->kind == STEP_REPAIR) {
			activate(&profile->repairs, i, value);
			if (step->whole_lines)
				activate(&profile->line_steps, i, value);
			profile->arabic_repairs |= step->arabic_only;
			profile->line_repairs[0] |= step->whole_lines && !step->arabic_only;
			profile->line_repairs[1] |= step->whole_lines;
		} else if (value && runs(step, value)) {
			activate_rule(profile, i, value);
		} else if (value && (step->map || step->kind == STEP_FORM)) {
			activate(&profile->maps, i, value);
			profile->contextual |= step->context_count > 0;
		}
	}
}

bool profile_needs_gazetteer(const struct norm_profile *profile)
{
	return profile->places.form || profile->places.variants;
}

static void set_places(struct norm_profile *profile)
{
	struct place_rules *places = &profile->places;
	places->form_rule = registry_number(&places_step_form);
	places->variants_rule = registry_number(&places_step_variants);
	places->form = profile->values[places->form_rule];
	places->variants = profile->values[places->variants_rule];
}

norm_status profile_compile(struct norm_profile *profile)
{
	profile->maps.len = profile->rules.len = profile->repairs.len = 0;
	activate_steps(profile);
	profile->invalid = (enum invalid_policy)profile->values[registry_number(&engine_step_invalid)];
	set_places(profile);
	profile->joins = profile->values[registry_number(&engine_step_line_ends)];
	/* Who wants errors wants UTF-8. */
	profile->detects = profile->values[registry_number(&engine_step_encoding)] && profile->invalid != INVALID_STRICT;
	profile->form = (enum normal_form)profile->values[registry_number(&engine_step_form)];
	profile->sees_spaces = profile->space_rules || profile->triggers;
	/* Those of the normal form, and the combining class where a step asks for the base of a mark. */
	profile->watched = profile_form_properties(profile->form) | (profile->contextual ? UNICODE_CCC_MASK : 0);
	fill_masks(profile);
	norm_status status = letter_table_compile(profile);
	if (status == NORM_OK)
		status = add_invalid_set(profile);
	if (status == NORM_OK)
		status = add_form_set(profile);
	return status == NORM_OK ? add_between_extents(profile) : status;
}

const norm_rule_value *norm_profile_value(const norm_profile *profile, const norm_rule *rule)
{
	int number = registry_number_of(rule);
	return &rule->values[number < 0 ? 0 : profile->values[number]];
}

const char *norm_profile_authority(const norm_profile *profile, const norm_rule *rule)
{
	int number = registry_number_of(rule);
	const char *named = number < 0 ? NULL : profile->authorities[number];
	return named ? named : rule->authority;
}

norm_severity norm_profile_severity(const norm_profile *profile, const norm_rule *rule)
{
	int number = registry_number_of(rule);
	unsigned named = number < 0 ? 0 : profile->severities[number];
	return named ? (norm_severity)(named - 1) : rule->level;
}

void norm_profile_free(norm_profile *profile)
{
	if (!profile)
		return;
	for (size_t i = 0; i < COUNT_OF(profile->authorities); i++)
		free(profile->authorities[i]);
	letter_table_release(&profile->table);
	ruleset_pool_release(&profile->sets);
	norm_gazetteer_free(profile->gazetteer);
	free(profile);
}
