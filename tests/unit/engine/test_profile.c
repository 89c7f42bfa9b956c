/* SPDX-License-Identifier: MIT */
/* Profiles as text: what they may hold, and what is said of what they may not. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/norm.h"
#include "support/spec.h"

static norm_status parse(const char *text, norm_profile **ret, norm_error *error)
{
	return norm_profile_parse(NULL, text, strlen(text), ret, error);
}

static const char *value_of(const norm_profile *profile, const char *id)
{
	return norm_profile_value(profile, norm_rule_find(id))->name;
}

Test(profile, good_texts)
{
	static const struct {
		const char *text, *id, *value;
	} rows[] = {
	    {"", "arabic.alef", "keep"},
	    {"[arabic]\nalef=fold", "arabic.alef", "fold"},
	    {"[arabic]\nalef = fold\n", "arabic.alef", "fold"},
	    {"[arabic]\nalef : fold\n", "arabic.alef", "fold"},
	    {"  [arabic]\n\t alef\t=  fold  \n", "arabic.alef", "fold"},
	    {"# a comment\n; another\n\n[arabic]\nalef = fold ; why\n", "arabic.alef", "fold"},
	    {"[arabic]\r\nalef = fold\r\n", "arabic.alef", "fold"},
	    {"\xEF\xBB\xBF[arabic]\nalef = fold\n", "arabic.alef", "fold"},
	    {"\xEF\xBB\xBF# a comment\n[unicode]\nform = NFD\n", "unicode.form", "NFD"},
	    {"\xEF\xBB\xBF[arabic]\nauthority = One\nalef = fold\n", "arabic.alef", "fold"},
	    {"[arabic] # why\nalef = fold\n", "arabic.alef", "fold"},
	    {"[arabic]\t; why\r\nalef = fold\n", "arabic.alef", "fold"},
	    {"[arabic]\nalef = fold\nalef = keep\n", "arabic.alef", "keep"},
	    {"[arabic]\nalef = fold\n[latin]\naccents = strip\n[arabic]\nteh-marbuta = fold\n", "arabic.alef", "fold"},
	    {"[input]\ninvalid = strict\n", "input.invalid", "strict"},
	    {"[arabic]\n\n\n", "arabic.alef", "keep"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		norm_profile *profile = NULL;
		norm_error error;
		cr_assert_eq(parse(rows[i].text, &profile, &error), NORM_OK, "row %zu", i);
		cr_expect_str_eq(value_of(profile, rows[i].id), rows[i].value, "row %zu", i);
		cr_expect_eq(error.status, NORM_OK);
		cr_expect_eq(error.code, NORM_ERROR_NONE);
		norm_profile_free(profile);
	}
}

/* Whom a rule follows: the last source that sets it says so, or else the rule. */
Test(profile, authorities)
{
	static const struct {
		const char *text, *authority;
	} rows[] = {
	    {"", "UAX #15"},
	    {"[unicode]\nform = NFC\n", "UAX #15"},
	    {"[unicode]\nauthority = House style, § 3\nform = NFC\n", "House style, § 3"},
	    {"\xEF\xBB\xBF[unicode]\nauthority = House style\nform = NFC\n", "House style"},
	    {"[unicode]\nform = NFC\nauthority = House style\n", "UAX #15"},
	    {"[unicode]\nauthority = One\ncase = fold\nauthority = Two\nform = NFC\n", "Two"},
	    {"[unicode]\nauthority = One\nform = NFC\n[unicode]\nform = NFD\n", "UAX #15"},
	    {"[unicode]\nauthority = One\n[latin]\naccents = strip\n[unicode]\nform = NFC\n", "UAX #15"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		norm_profile *profile = NULL;
		cr_assert_eq(parse(rows[i].text, &profile, NULL), NORM_OK, "row %zu", i);
		cr_expect_str_eq(norm_profile_authority(profile, norm_rule_find("unicode.form")), rows[i].authority, "row %zu", i);
		norm_profile_free(profile);
	}
}

/* How serious: the last source that says it, or else the rule. Whether the rule is on does not matter. */
Test(profile, severities)
{
	static const struct {
		const char *text;
		norm_severity alef, mojibake;
	} rows[] = {
	    {"", NORM_SEVERITY_NOTE, NORM_SEVERITY_ERROR},
	    {"[severity]\n", NORM_SEVERITY_NOTE, NORM_SEVERITY_ERROR},
	    {"[severity]\narabic.alef = warning\n", NORM_SEVERITY_WARNING, NORM_SEVERITY_ERROR},
	    {"[severity]\narabic.alef = error\nrepair.mojibake = off\n", NORM_SEVERITY_ERROR, NORM_SEVERITY_OFF},
	    {"[severity]\narabic.alef = error\narabic.alef = off\n", NORM_SEVERITY_OFF, NORM_SEVERITY_ERROR},
	    {"[severity]\narabic.alef = off\n[arabic]\nalef = fold\n", NORM_SEVERITY_OFF, NORM_SEVERITY_ERROR},
	    {"[severity]\nrepair.mojibake : note ; why\n[severity]\narabic.alef=note", NORM_SEVERITY_NOTE, NORM_SEVERITY_NOTE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		norm_profile *profile = NULL;
		cr_assert_eq(parse(rows[i].text, &profile, NULL), NORM_OK, "row %zu", i);
		cr_expect_eq(norm_profile_severity(profile, norm_rule_find("arabic.alef")), rows[i].alef, "row %zu", i);
		cr_expect_eq(norm_profile_severity(profile, norm_rule_find("repair.mojibake")), rows[i].mojibake, "row %zu", i);
		norm_profile_free(profile);
	}
}

Test(profile, every_severity_of_every_rule)
{
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		for (norm_severity severity = NORM_SEVERITY_OFF; severity <= NORM_SEVERITY_ERROR; severity++) {
			char text[128];
			norm_profile *profile = NULL;
			snprintf(text, sizeof text, "[severity]\n%s = %s\n", rule->id, norm_severity_name(severity));
			cr_assert_eq(parse(text, &profile, NULL), NORM_OK, "%s", text);
			cr_expect_eq(norm_profile_severity(profile, rule), severity, "%s", text);
			cr_expect_eq(norm_profile_value(profile, rule), &rule->values[0], "%s", text);
			norm_profile_free(profile);
		}
	}
}

Test(profile, every_value_of_every_rule)
{
	norm_context *context = spec_context(); /* some need the gazetteer */
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		for (size_t k = 0; k < rule->value_count; k++) {
			char text[128];
			norm_profile *profile = NULL;
			snprintf(text, sizeof text, "[%s]\n%s = %s\n", rule->section, rule->key, rule->values[k].name);
			cr_assert_eq(norm_profile_parse(context, text, strlen(text), &profile, NULL), NORM_OK, "%s", text);
			cr_expect_eq(norm_profile_value(profile, rule), &rule->values[k]);
			norm_profile_free(profile);
		}
	}
	norm_context_free(context);
}

static const struct {
	const char *text;
	norm_error_code code;
	unsigned line;
	const char *subject, *section, *nearest;
	const char *expected; /* how the list begins */
} bad_texts[] = {
    {"[arabik]\nalef = fold\n", NORM_ERROR_UNKNOWN_SECTION, 1, "arabik", "", "arabic", "input, repair, places, controls, arabic"},
    {"# x\n\n[nowhere]\n", NORM_ERROR_UNKNOWN_SECTION, 3, "nowhere", "", "", "input, "},
    {"[]\nalef = fold\n", NORM_ERROR_UNKNOWN_SECTION, 1, "", "", "", "input, "},
    {"[Arabic]\n", NORM_ERROR_UNKNOWN_SECTION, 1, "Arabic", "", "arabic", "input, "},
    {"[arabic]\nalif = fold\n", NORM_ERROR_UNKNOWN_KEY, 2, "alif", "arabic", "alef", "forms, words, harakat"},
    {"[latin]\n\nalef = fold\n", NORM_ERROR_UNKNOWN_KEY, 3, "alef", "latin", "", "ligatures, accents"},
    {"[arabic]\nAlef = fold\n", NORM_ERROR_UNKNOWN_KEY, 2, "Alef", "arabic", "alef", "forms, "},
    {"alef = fold\n", NORM_ERROR_UNKNOWN_KEY, 1, "alef", "", "", "include"},
    {"[severty]\n", NORM_ERROR_UNKNOWN_SECTION, 1, "severty", "", "severity", "input, "},
    {"[severity]\narabic.alif = note\n", NORM_ERROR_UNKNOWN_KEY, 2, "arabic.alif", "severity", "arabic.alef", "input.encoding, "},
    {"[severity]\nalef = note\n", NORM_ERROR_UNKNOWN_KEY, 2, "alef", "severity", "", "input.encoding, "},
    {"[severity]\nauthority = x\n", NORM_ERROR_UNKNOWN_KEY, 2, "authority", "severity", "", "input.encoding, "},
    {"[severity]\ninclude = clean\n", NORM_ERROR_INCLUDE_PLACE, 2, "clean", "", "", ""},
    {"[severity]\n\narabic.alef = warn\n", NORM_ERROR_UNKNOWN_VALUE, 3, "warn", "severity.arabic.alef", "",
     "off, note, warning, error"},
    {"[severity]\narabic.alef = eror\n", NORM_ERROR_UNKNOWN_VALUE, 2, "eror", "severity.arabic.alef", "error", "off, "},
    {"[severity]\narabic.alef = fold\n", NORM_ERROR_UNKNOWN_VALUE, 2, "fold", "severity.arabic.alef", "", "off, "},
    {"[severity]\narabic.alef\n", NORM_ERROR_SYNTAX, 2, "arabic.alef", "", "", ""},
    {"includ = clean\n", NORM_ERROR_UNKNOWN_KEY, 1, "includ", "", "include", "include"},
    {"[arabic]\nalef = fould\n", NORM_ERROR_UNKNOWN_VALUE, 2, "fould", "arabic.alef", "fold", "keep, fold"},
    {"[arabic]\nalef = yes\n", NORM_ERROR_UNKNOWN_VALUE, 2, "yes", "arabic.alef", "", "keep, fold"},
    {"[arabic]\nalef =\n", NORM_ERROR_UNKNOWN_VALUE, 2, "", "arabic.alef", "", "keep, fold"},
    {"\xEF\xBB\xBF[arabik]\n", NORM_ERROR_UNKNOWN_SECTION, 1, "arabik", "", "arabic", "input, "},
    {"\xEF\xBB\xBF[arabic]\ninclude = clean\n", NORM_ERROR_INCLUDE_PLACE, 2, "clean", "", "", ""},
    {"[arabic] alef = fold\n", NORM_ERROR_SYNTAX, 1, "[arabic] alef = fold", "", "", ""},
    {"[arabic]alef = fold\n", NORM_ERROR_SYNTAX, 1, "[arabic]alef = fold", "", "", ""},
    {"[arabic]\nalef = fold\n[latin] x\naccents = keep\n", NORM_ERROR_SYNTAX, 3, "[latin] x", "", "", ""},
    {"[unicode]\nform = nfc\n", NORM_ERROR_UNKNOWN_VALUE, 2, "nfc", "unicode.form", "", "none, NFC, NFD, NFKC, NFKD"},
    {"[arabic]\nalef = \xC3\xA9\n", NORM_ERROR_UNKNOWN_VALUE, 2, "\xC3\xA9", "arabic.alef", "", "keep, fold"},
    {"[arabic]\nwhat\n", NORM_ERROR_SYNTAX, 2, "what", "", "", ""},
    {"[arabic\nalef = fold\n", NORM_ERROR_SYNTAX, 1, "[arabic", "", "", ""},
    {"[arabic]\nalef = fold\n?", NORM_ERROR_SYNTAX, 3, "?", "", "", ""},
    {"[arabic]\r\nwhat\r\n", NORM_ERROR_SYNTAX, 2, "what", "", "", ""},
    {"[arabic]\nalef = fold\ninclude = clean\n", NORM_ERROR_INCLUDE_PLACE, 3, "clean", "", "", ""},
    {"[arabic]\ninclude = clean\n", NORM_ERROR_INCLUDE_PLACE, 2, "clean", "", "", ""},
    {"[places]\nform = fr\n", NORM_ERROR_NO_GAZETTEER, 0, "", "", "", ""},
    {"[places]\nvariants = preferred\n", NORM_ERROR_NO_GAZETTEER, 0, "", "", "", ""},
    {"include = clean\n", NORM_ERROR_NO_PROFILE, 1, "clean", "", "", ""},
};

Test(profile, bad_texts)
{
	for (size_t i = 0; i < sizeof bad_texts / sizeof bad_texts[0]; i++) {
		norm_profile *profile = (norm_profile *)&profile;
		norm_error error;
		cr_expect_eq(parse(bad_texts[i].text, &profile, &error), NORM_E_PROFILE, "row %zu", i);
		cr_expect_eq((void *)profile, (void *)&profile, "row %zu: it is touched", i);
		cr_expect_eq(error.status, NORM_E_PROFILE, "row %zu", i);
		cr_expect_eq(error.code, bad_texts[i].code, "row %zu: code %d", i, (int)error.code);
		cr_expect_eq(error.line, bad_texts[i].line, "row %zu: line %u", i, error.line);
		cr_expect_str_eq(error.subject, bad_texts[i].subject, "row %zu: %s", i, error.subject);
		cr_expect_str_eq(error.section, bad_texts[i].section, "row %zu: %s", i, error.section);
		cr_expect_str_eq(error.nearest, bad_texts[i].nearest, "row %zu: %s", i, error.nearest);
		cr_expect_eq(strncmp(error.expected, bad_texts[i].expected, strlen(bad_texts[i].expected)), 0,
			     "row %zu: %s", i, error.expected);
		cr_expect_str_empty(error.file, "row %zu: %s", i, error.file);
	}
}

Test(profile, only_the_first_error_counts)
{
	norm_profile *profile = NULL;
	norm_error error;
	cr_expect_eq(parse("[arabic]\nalif = x\n[nowhere]\nwhat\n", &profile, &error), NORM_E_PROFILE);
	cr_expect_eq(error.line, 2);
	cr_expect_eq(error.code, NORM_ERROR_UNKNOWN_KEY);
	cr_expect_eq(parse("[arabic]\nwhat\n[nowhere]\n", &profile, &error), NORM_E_PROFILE);
	cr_expect_eq(error.line, 2, "line %u", error.line);
	cr_expect_eq(error.code, NORM_ERROR_SYNTAX);
}

Test(profile, all_sections_and_keys_are_named)
{
	norm_profile *profile = NULL;
	norm_error error;
	parse("[nowhere]\n", &profile, &error);
	for (size_t i = 0; i < norm_rule_count(); i++)
		cr_expect(strstr(error.expected, norm_rule_at(i)->section), "%s", norm_rule_at(i)->section);
	cr_expect(strstr(error.expected, "severity"));
	parse("[arabic]\nnothing = x\n", &profile, &error);
	for (size_t i = 0; i < norm_rule_count(); i++)
		if (!strcmp(norm_rule_at(i)->section, "arabic"))
			cr_expect(strstr(error.expected, norm_rule_at(i)->key), "%s", norm_rule_at(i)->key);
}

Test(profile, long_lines)
{
	for (size_t len = 150; len < 1000; len = len < 210 ? len + 1 : len * 2) {
		char text[2048] = "[arabic]\n";
		memset(text + 9, '#', len);
		memcpy(text + 9 + len, "\nalef = fold\n", 14);
		norm_profile *profile = NULL;
		norm_error error;
		norm_status status = parse(text, &profile, &error);
		if (len <= 190) {
			cr_assert_eq(status, NORM_OK, "%zu bytes", len);
			cr_expect_str_eq(value_of(profile, "arabic.alef"), "fold");
			norm_profile_free(profile);
			continue;
		}
		cr_assert_eq(status, NORM_E_PROFILE, "%zu bytes", len);
		cr_expect_eq(error.code, NORM_ERROR_LINE_TOO_LONG);
		cr_expect_eq(error.line, 2);
	}
}

Test(profile, nul_bytes)
{
	static const char text[] = "[arabic]\nal\0ef = fold\n";
	norm_profile *profile = NULL;
	norm_error error;
	cr_expect_eq(norm_profile_parse(NULL, text, sizeof text - 1, &profile, &error), NORM_E_PROFILE);
	cr_expect_eq(error.code, NORM_ERROR_NUL_BYTE);
	cr_expect_eq(error.line, 2);
	cr_expect_eq(norm_profile_parse(NULL, "\0", 1, &profile, &error), NORM_E_PROFILE);
	cr_expect_eq(error.code, NORM_ERROR_NUL_BYTE);
	cr_expect_eq(error.line, 1);
}

Test(profile, text_need_not_end_with_nul)
{
	static const char *const texts[] = {"[arabic]\nalef = fold", "#", "[arabic]\nwhat", "[arabic", "[arabic]\nalef=x"};
	static const norm_status expected[] = {NORM_OK, NORM_OK, NORM_E_PROFILE, NORM_E_PROFILE, NORM_E_PROFILE};
	norm_profile *profile = NULL;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		size_t len = strlen(texts[i]);
		char *copy = malloc(len); /* a sanitizer sees what is read behind it */
		cr_assert_not_null(copy);
		memcpy(copy, texts[i], len);
		profile = NULL;
		cr_expect_eq(norm_profile_parse(NULL, copy, len, &profile, NULL), expected[i], "row %zu", i);
		norm_profile_free(profile);
		free(copy);
	}
	cr_assert_eq(norm_profile_parse(NULL, NULL, 0, &profile, NULL), NORM_OK);
	norm_profile_free(profile);
}

/* As norm-convert does for --set: lines behind an include, of which the last counts. */
Test(profile, settings_one_behind_another)
{
	static const char text[] = "[arabic]\nalef=fold\n[latin]\naccents=strip\n"
				   "[arabic]\nalef=keep\n[unicode]\nform=NFKC\n";
	norm_profile *profile = NULL;
	cr_assert_eq(parse(text, &profile, NULL), NORM_OK);
	cr_expect_str_eq(value_of(profile, "arabic.alef"), "keep");
	cr_expect_str_eq(value_of(profile, "latin.accents"), "strip");
	cr_expect_str_eq(value_of(profile, "unicode.form"), "NFKC");
	norm_profile_free(profile);
}

Test(profile, wrong_calls)
{
	norm_profile *profile = (norm_profile *)&profile;
	norm_error error;
	norm_context *context = NULL;
	cr_assert_eq(norm_context_new("nowhere", &context), NORM_OK);
	cr_expect_eq(norm_profile_parse(NULL, NULL, 1, &profile, &error), NORM_E_MISUSE);
	cr_expect_eq(error.status, NORM_E_MISUSE);
	cr_expect_eq(norm_profile_parse(NULL, "", 0, NULL, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_profile_get(NULL, "clean", &profile, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_profile_get(context, NULL, &profile, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_profile_get(context, "clean", NULL, &error), NORM_E_MISUSE);
	cr_expect_eq(error.status, NORM_E_MISUSE);
	cr_expect_eq((void *)profile, (void *)&profile);
	norm_profile_free(NULL);
	norm_context_free(context);
}
