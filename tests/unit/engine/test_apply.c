/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "libnorm/norm.h"

static norm_profile *profile_of(const char *text)
{
	norm_profile *profile = NULL;
	cr_assert_eq(norm_profile_parse(NULL, text, strlen(text), &profile, NULL), NORM_OK);
	return profile;
}

static const char fold[] = "[unicode]\ncase = fold\nform = NFC\n[spaces]\nruns = collapse\n";

Test(apply, owns_what_it_gives)
{
	norm_profile *profile = profile_of(fold);
	char in[] = "A  B\0C";
	norm_result *result = NULL;
	norm_error error = {.status = NORM_E_DATA};
	size_t len;
	cr_assert_eq(norm_apply(profile, in, sizeof in - 1, NORM_WITH_EDITS, &result, &error), NORM_OK);
	memset(in, '#', sizeof in);
	norm_profile_free(profile);
	cr_expect_eq(memcmp(norm_result_text(result, &len), "a b\0c", 6), 0, "a NUL is behind the text");
	cr_expect_eq(len, 5);
	cr_expect_eq(norm_edits_count(norm_result_edits(result)), 4);
	norm_result_free(result);
}

Test(apply, nothing_in_nothing_out)
{
	norm_profile *profile = profile_of(fold);
	static const char *const texts[] = {NULL, ""};
	for (int i = 0; i < 4; i++) {
		norm_result *result = NULL;
		size_t len = 9;
		cr_assert_eq(norm_apply(profile, texts[i % 2], 0, i / 2 ? NORM_WITH_EDITS : NORM_PLAIN, &result, NULL),
			     NORM_OK);
		cr_expect_str_empty(norm_result_text(result, &len));
		cr_expect_eq(len, 0);
		cr_expect_eq(norm_edits_count(norm_result_edits(result)), 0);
		cr_expect_eq(norm_edits_to_source(norm_result_edits(result), 3), i / 2 ? 0 : 3);
		norm_result_free(result);
	}
	norm_profile_free(profile);
}

Test(apply, edits_only_when_asked_for)
{
	norm_profile *profile = profile_of(fold);
	norm_result *result = NULL;
	cr_assert_eq(norm_apply(profile, "A", 1, NORM_PLAIN, &result, NULL), NORM_OK);
	cr_expect_null(norm_result_edits(result));
	norm_result_free(result);
	cr_assert_eq(norm_apply(profile, "a", 1, NORM_WITH_EDITS, &result, NULL), NORM_OK);
	cr_expect_not_null(norm_result_edits(result));
	cr_expect_eq(norm_edits_count(norm_result_edits(result)), 0);
	norm_result_free(result);
	norm_profile_free(profile);
}

Test(apply, wrong_calls)
{
	norm_profile *profile = profile_of(fold);
	norm_result *result = (norm_result *)&result;
	norm_error error = {0};
	cr_expect_eq(norm_apply(NULL, "a", 1, NORM_PLAIN, &result, &error), NORM_E_MISUSE);
	cr_expect_eq(error.status, NORM_E_MISUSE);
	cr_expect_eq(norm_apply(profile, NULL, 1, NORM_PLAIN, &result, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_apply(profile, "a", 1, NORM_PLAIN, NULL, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_apply(profile, "a", 1, (norm_flags)2, &result, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_apply(profile, "a", 1, (norm_flags)-1, &result, NULL), NORM_E_MISUSE);
	cr_expect_eq((void *)result, (void *)&result);
	norm_result_free(NULL);
	norm_profile_free(profile);
}

/* Offsets of edits have 32 bits. Nothing of the input is read before that is seen. */
Test(apply, too_long_for_edits)
{
	norm_profile *profile = profile_of(fold);
	norm_result *result = (norm_result *)&result;
	norm_error error = {0};
	cr_expect_eq(norm_apply(profile, "a", (size_t)UINT32_MAX + 1, NORM_WITH_EDITS, &result, &error), NORM_E_LIMIT);
	cr_expect_eq(error.status, NORM_E_LIMIT);
	cr_expect_eq((void *)result, (void *)&result);
	norm_profile_free(profile);
}

Test(apply, strict_names_the_byte)
{
	static const struct {
		const char *text;
		size_t offset;
	} rows[] = {
	    {"\xFF", 0},          {"abc\x80", 3},       {"\u00E9\xC3", 2},          {"a\xE2\x82", 1},
	    {"  \xFF", 2},        {"e\u0301\xFF", 3},   {"\n\n\xF0\x9F\x98", 2},    {"\xED\xA0\x80", 0},
	    {"e\xCC\x81\xCC", 3}, {" \n \xC0\x80", 3},  {"\u0628\u0651\u064E\xFE", 6},
	    {"a\n&eacute;&#88; \xFF", 16}, {"l\u00E2\u20AC\u2122\u00C3\u00A9t\u00C3\u00A9 \xFF", 19},
	};
	norm_profile *profile = profile_of("[input]\ninvalid = strict\n[unicode]\nform = NFC\n"
					   "[repair]\nentities = safe\nmojibake = safe\n[spaces]\nruns = collapse\n");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		for (int flags = NORM_PLAIN; flags <= NORM_WITH_EDITS; flags++) {
			norm_result *result = (norm_result *)&result;
			norm_error error;
			size_t len = strlen(rows[i].text);
			cr_expect_eq(norm_apply(profile, rows[i].text, len, (norm_flags)flags, &result, &error),
				     NORM_E_ENCODING);
			cr_expect_eq(error.status, NORM_E_ENCODING);
			cr_expect_eq(error.code, NORM_ERROR_INVALID_UTF8);
			cr_expect_eq(error.offset, rows[i].offset, "row %zu: byte %zu", i, error.offset);
			cr_expect_eq((void *)result, (void *)&result);
		}
	}
	norm_profile_free(profile);
}

Test(apply, values_of_the_profile)
{
	norm_profile *profile = profile_of(fold);
	cr_expect_str_eq(norm_profile_value(profile, norm_rule_find("unicode.case"))->name, "fold");
	cr_expect_str_eq(norm_profile_value(profile, norm_rule_find("spaces.runs"))->name, "collapse");
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		const norm_rule_value *value = norm_profile_value(profile, rule);
		cr_expect(value >= rule->values && value < rule->values + rule->value_count, "%s", rule->id);
	}
	norm_profile_free(profile);
}

/* Case folding takes U+0390 apart, and the normal form puts it together again: neither has changed it. */
Test(apply, edits_name_rules_that_change_something)
{
	norm_profile *profile = profile_of("[controls]\nbom = drop\n[unicode]\ncase = fold\nform = NFC\n");
	static const char text[] = "\u0390\uFEFF\u0331";
	norm_result *result = NULL;
	const norm_rule *rules[3];
	size_t len;
	cr_assert_eq(norm_apply(profile, text, sizeof text - 1, NORM_WITH_EDITS, &result, NULL), NORM_OK);
	cr_expect_str_eq(norm_result_text(result, &len), "\u0390\u0331");
	cr_assert_eq(norm_edits_count(norm_result_edits(result)), 1);
	cr_assert_eq(norm_edits_rules(norm_result_edits(result), 0, rules, 3), 1);
	cr_expect_str_eq(rules[0]->id, "controls.bom");
	norm_result_free(result);
	norm_profile_free(profile);
}
