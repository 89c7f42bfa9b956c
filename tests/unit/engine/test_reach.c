/* SPDX-License-Identifier: MIT */
/* What each rule changes, and that it changes nothing else: every code point is tried. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/profile.h"
#include "libnorm/norm.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* A rule set to a value, behind a letter, changes exactly these code points. */
static const struct {
	const char *id, *value;
	uint32_t base; /* the letter in front, 0: none */
	const char *ranges;
} rows[] = {
    {"controls.c0c1", "drop", 0, "0-8 E-1F 7F-84 86-9F"},
    {"controls.bom", "drop", 0, "FEFF"},
    {"controls.soft-hyphen", "drop", 0, "AD"},
    {"controls.zero-width", "drop", 0, "200B 2060"},
    {"controls.joiners", "drop", 0, "200C-200D"},
    {"controls.bidi", "drop", 0, "61C 200E-200F 202A-202E 2066-2069"},
    {"controls.ignorable", "drop", 0,
     "115F-1160 17B4-17B5 180B-180F 2061-2065 206A-206F 3164 FE00-FE0F FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A "
     "E0001 E0020-E007F E0100-E01EF"},
    {"controls.replacement", "drop", 0, "FFFC-FFFD"},
    {"spaces.kind", "plain", 0, "B-C 85 1680 2000-200A 2028 205F 3000"},
    {"spaces.kind", "ascii", 0, "9 B-C 85 A0 1680 2000-200A 2028 202F 205F 3000"},
    {"punctuation.quotes", "ascii", 0, "AB BB 201C-201F 2033 2036 2039-203A 2E42 301D-301F FF02"},
    {"punctuation.apostrophes", "ascii", 0, "60 B4 2018-201B 2032 2035 FF07"},
    {"punctuation.dashes", "ascii", 0, "2010-2015 2212 FE58 FE63 FF0D"},
    {"punctuation.ellipsis", "ascii", 0, "2026"},
    {"arabic.words", "expand", 0, "FD40-FD4F FDCF FDF0-FDFF"},
    {"arabic.harakat", "drop", 0, "64B-652"},
    {"arabic.harakat", "drop", 0x0628, "64B-652"},
    {"arabic.extended-marks", "drop", 0, "653 656-65F"},
    {"arabic.superscript-alef", "drop", 0, "670"},
    {"arabic.quranic-marks", "drop", 0, "610-61A 6D6-6DC 6DF-6E4 6E7-6E8 6EA-6ED 8CA-8E1 8E3-8FF"},
    {"arabic.tatweel", "drop", 0, "640"},
    {"arabic.alef", "fold", 0, "622-623 625 671-673"},
    {"arabic.alef", "fold", 0x0628, "622-623 625 671-673"},
    {"arabic.alef", "fold", 0x0627, "622-623 625 653-655 671-673"},
    {"arabic.hamza-seats", "fold", 0, "624 626"},
    {"arabic.hamza-seats", "fold", 0x0627, "624 626"},
    {"arabic.hamza-seats", "fold", 0x0648, "624 626 654-655"},
    {"arabic.hamza-seats", "fold", 0x064A, "624 626 654-655"},
    {"arabic.teh-marbuta", "fold", 0, "629"},
    {"arabic.alef-maqsura", "fold", 0, "649"},
    {"arabic.digits", "ascii", 0, "660-66A 6F0-6F9"},
    {"arabic.digits", "arab", 0, "6F0-6F9"},
};

static struct active_step active_of(const char *id, const char *value)
{
	const norm_rule *rule = norm_rule_find(id);
	struct active_step active = {0};
	cr_assert_not_null(rule, "%s", id);
	active.number = (unsigned)registry_find(rule->section, rule->key);
	active.step = registry_step(active.number);
	while (active.value < rule->value_count && strcmp(rule->values[active.value].name, value) != 0)
		active.value++;
	cr_assert_lt(active.value, rule->value_count, "%s: no value %s", id, value);
	return active;
}

/* Whether `cp` is in a list of ranges, which the call moves on to where it may be. Ask in rising order. */
static bool is_listed(const char **ranges, uint32_t cp)
{
	while (**ranges) {
		char *end;
		unsigned long first = strtoul(*ranges, &end, 16), last = first;
		if (*end == '-')
			last = strtoul(end + 1, &end, 16);
		if (cp <= last)
			return cp >= first;
		*ranges = end + strspn(end, " ");
	}
	return false;
}

Test(reach, of_rules_with_a_list)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct active_step active = active_of(rows[i].id, rows[i].value);
		const char *ranges = rows[i].ranges;
		for (uint32_t cp = 0; cp < 0x110000; cp++) {
			uint32_t out[STEP_MAP_MAX];
			bool changed = active_map(&active, rows[i].base, cp, out) != STEP_UNCHANGED;
			bool listed = is_listed(&ranges, cp);
			if (changed != listed)
				cr_expect(false, "%s=%s: U+%04X is %schanged", rows[i].id, rows[i].value, (unsigned)cp,
					  changed ? "" : "not ");
		}
	}
}

/* The list above misses no map step but those with a table, which the next tests look at. */
Test(reach, no_rule_is_forgotten)
{
	for (size_t i = 0; i < registry_count(); i++) {
		const struct step *step = registry_step(i);
		bool listed = step->kind != STEP_MAP || step->table || !strcmp(step->rule.id, "arabic.forms");
		for (size_t k = 0; k < COUNT_OF(rows); k++)
			listed |= !strcmp(rows[k].id, step->rule.id);
		cr_expect(listed, "%s", step->rule.id);
	}
}

/* Presentation forms: what the UCD decomposes, but for words and FBD3–FBFF; FE73 behind a letter. */
Test(reach, of_arabic_forms)
{
	static const uint32_t bases[] = {0, 'a', 0x0660, 0x0628, 0x0640};
	struct active_step active = active_of("arabic.forms", "letters");
	for (size_t i = 0; i < COUNT_OF(bases); i++) {
		for (uint32_t cp = 0; cp < 0x110000; cp++) {
			uint32_t out[STEP_MAP_MAX];
			const uint32_t *to;
			bool block = (cp >= 0xFB50 && cp <= 0xFDFF) || (cp >= 0xFE70 && cp <= 0xFEFF);
			bool word = cp >= 0xFDF0 && cp <= 0xFDFF;
			bool expected = block && !word && !(cp >= 0xFBD3 && cp <= 0xFBFF) &&
					cpmap_get(&unicode_nfkd, cp, &to) > 0;
			bool letter = i >= 3;
			int n = active_map(&active, bases[i], cp, out);
			cr_assert_eq(n != STEP_UNCHANGED, cp == 0xFE73 ? letter : expected, "U+%04X", (unsigned)cp);
			cr_assert(!letter || n <= 0 || unicode_ccc(out[0]) || unicode_category(out[0]) == UNICODE_LO,
				  "U+%04X has a carrier behind a letter", (unsigned)cp);
		}
	}
}

/* Marks go from Latin letters only. */
Test(reach, of_latin_accents)
{
	static const struct {
		uint32_t base;
		bool latin;
	} bases[] = {{0, false},      {'a', true},       {0x00E6, true},    {0x1E9E, true},  {0x0628, false},
		     {0x0438, false}, {0x03B1, false},   {0x0020, false},   {'1', false},    {0x05E9, false}};
	struct active_step active = active_of("latin.accents", "strip");
	for (size_t i = 0; i < COUNT_OF(bases); i++) {
		const char *marks = "300-34E 350-36F 1AB0-1AFF 1DC0-1DFF";
		for (uint32_t cp = 0; cp < 0x110000; cp++) {
			uint32_t out[STEP_MAP_MAX];
			const uint32_t *to;
			int n = active_map(&active, bases[i].base, cp, out);
			bool mark = is_listed(&marks, cp);
			bool expected = mark ? bases[i].latin : cpmap_get(&latin_accents, cp, &to) > 0;
			cr_assert_eq(n != STEP_UNCHANGED, expected, "U+%04X behind U+%04X", (unsigned)cp,
				     (unsigned)bases[i].base);
		}
	}
}

/* What the two rules for Latin letters change is Latin, and what becomes of it is shorter by its marks only. */
Test(reach, of_latin_tables)
{
	static const char *const ids[] = {"latin.accents", "latin.ligatures"};
	static const char *const values[] = {"strip", "expand"};
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		struct active_step active = active_of(ids[i], values[i]);
		for (uint32_t cp = 0; cp < 0x110000; cp++) {
			uint32_t out[STEP_MAP_MAX];
			int n = active_map(&active, 0, cp, out);
			if (n == STEP_UNCHANGED)
				continue;
			cr_expect_eq(unicode_script(cp), UNICODE_SCRIPT_LATIN, "U+%04X", (unsigned)cp);
			cr_expect_gt(n, 0, "U+%04X", (unsigned)cp);
			for (int k = 0; k < n; k++)
				cr_expect(unicode_script(out[k]) == UNICODE_SCRIPT_LATIN || out[k] < 0x80, "U+%04X",
					  (unsigned)cp);
		}
	}
}

/* Every invisible character of the UCD has a rule that takes it, or is one of those that are left on purpose. */
Test(reach, of_controls_over_the_invisible)
{
	static const char *const ids[] = {"controls.bom",  "controls.soft-hyphen", "controls.zero-width",
					  "controls.joiners", "controls.bidi",     "controls.ignorable"};
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		uint32_t out[STEP_MAP_MAX];
		size_t rules = 0;
		for (size_t i = 0; i < COUNT_OF(ids); i++) {
			struct active_step active = active_of(ids[i], "drop");
			rules += active_map(&active, 0, cp, out) != STEP_UNCHANGED;
		}
		bool left = cp == 0x034F || (cp >= 0xE0000 && unicode_category(cp) == UNICODE_CN);
		bool expected = unicode_is_ignorable(cp) && !left;
		cr_assert_eq(rules, expected, "U+%04X: %zu rules", (unsigned)cp, rules);
	}
}

/* A letter with each of the marks that go from Latin letters, alone and with another one. */
static size_t put_accented(uint32_t letter, uint8_t *text)
{
	static const struct step_range marks[] = {{0x0300, 0x036F}, {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF}};
	size_t len = 0;
	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		for (uint32_t mark = marks[i].first; mark <= marks[i].last; mark++) {
			len += utf8_encode(letter, text + len);
			len += utf8_encode(mark, text + len);
			if (mark % 2)
				len += utf8_encode(0x0300 + (mark * 7 + letter) % 0x70, text + len);
			len += utf8_encode('.', text + len);
		}
	}
	return len;
}

/* Without edits such marks are passed; with edits letter and marks go through all steps. */
Test(reach, of_accents_behind_any_latin_letter, .timeout = 60)
{
	static const char *const profiles[] = {
		"include = search\n",
		"[latin]\naccents = strip\n",
		"[latin]\naccents = strip\n[unicode]\nform = NFD\n",
		"[latin]\naccents = strip\nligatures = expand\n[unicode]\nform = NFKC\n",
	};
	static uint8_t text[16 * 0x200];
	norm_context *context = NULL;
	cr_assert_eq(norm_context_new(getenv("LIBNORM_DATA"), &context), NORM_OK);
	for (size_t i = 0; i < COUNT_OF(profiles); i++) {
		norm_profile *profile = NULL;
		cr_assert_eq(norm_profile_parse(context, profiles[i], strlen(profiles[i]), &profile, NULL), NORM_OK);
		for (uint32_t cp = 0; cp < 0x110000; cp++) {
			if (unicode_script(cp) != UNICODE_SCRIPT_LATIN)
				continue;
			size_t len = put_accented(cp, text);
			norm_result *passed, *mapped;
			cr_assert_eq(norm_apply(profile, (const char *)text, len, NORM_PLAIN, &passed, NULL), NORM_OK);
			cr_assert_eq(norm_apply(profile, (const char *)text, len, NORM_WITH_EDITS, &mapped, NULL), NORM_OK);
			cr_expect_str_eq(norm_result_text(passed, &len), norm_result_text(mapped, &len), "%s: U+%04X", profiles[i],
					 (unsigned)cp);
			norm_result_free(passed);
			norm_result_free(mapped);
		}
		norm_profile_free(profile);
	}
	norm_context_free(context);
}
