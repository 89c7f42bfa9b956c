/* SPDX-License-Identifier: MIT */
/* Paragraphs that are run over again: what is told of them is told of the source, once. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "libnorm/norm.h"

/*
 * "م)' " becomes «م)' », of which a second run takes the space. The long word is reported in both runs; that of the line in
 * front, which is clear, in one.
 */
static const char rules[] = "[arabic]\nquotes = guillemets\nspacing = fix\nelongation = report\n";
#define MIM "\u0645"
#define LONG_WORD "\u0643\u0628\u064A\u064A\u064A\u0631"
static const char text[] = LONG_WORD "\n" LONG_WORD " \"" MIM ")' \"\n\"" MIM "\" .\n";

static norm_profile *profile;
static norm_result *result;

static void apply(void)
{
	cr_assert_eq(norm_profile_parse(NULL, rules, strlen(rules), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_apply(profile, text, strlen(text), NORM_WITH_EDITS, &result, NULL), NORM_OK);
}

static void release(void)
{
	norm_result_free(result);
	norm_profile_free(profile);
}

TestSuite(again, .init = apply, .fini = release);

Test(again, names_the_rules_of_all_runs)
{
	norm_edit_iter at = {0};
	const norm_rule *rule;
	norm_edit edit;
	char all[256] = "";
	while (norm_edits_next(norm_result_edits(result), &at, &edit)) {
		cr_assert_eq(norm_edits_rules(norm_result_edits(result), edit.index, &rule, 1), 1);
		snprintf(all + strlen(all), sizeof all - strlen(all), "%u-%u %s|", (unsigned)edit.source_start,
			 (unsigned)edit.source_end, rule->id);
	}
	cr_expect_str_eq(all, "26-27 arabic.quotes|31-32 arabic.spacing|32-33 arabic.quotes|34-35 arabic.quotes|"
			      "37-38 arabic.quotes|38-39 arabic.spacing|");
}

Test(again, finds_each_place_once)
{
	norm_edit_iter at = {0};
	norm_finding finding;
	char all[256] = "";
	while (norm_findings_next(norm_result_edits(result), &at, &finding))
		snprintf(all + strlen(all), sizeof all - strlen(all), "%u-%u|", (unsigned)finding.source_start,
			 (unsigned)finding.source_end);
	cr_expect_str_eq(all, "4-10|17-23|");
}

/* What one paragraph becomes does not depend on that another, which is read as UTF-16 or not, is run over again, too. */
Test(again, keeps_what_others_have_become)
{
	static const char more[] = "[input]\nencoding = auto\n[arabic]\nquotes = guillemets\nspacing = fix\n";
	static const char both[] = "\"" MIM ")' \"\n" MIM "\0 " MIM "\n";
	norm_profile *other;
	norm_result *settled;
	size_t len;
	cr_assert_eq(norm_profile_parse(NULL, more, strlen(more), &other, NULL), NORM_OK);
	cr_assert_eq(norm_apply(other, both, sizeof both - 1, NORM_PLAIN, &settled, NULL), NORM_OK);
	const char *output = norm_result_text(settled, &len);
	static const char expected[] = "\u00AB" MIM ")'\u00BB\n" MIM "\0 " MIM "\n";
	cr_expect_eq(len, sizeof expected - 1);
	cr_expect_arr_eq(output, expected, len);
	norm_result_free(settled);
	norm_profile_free(other);
}
