/* SPDX-License-Identifier: MIT */
/* What the rules about French words leave to people. */
#include <criterion/criterion.h>
#include <string.h>

#include "libnorm/norm.h"

/* The reported places of a text, parted by bars. */
static const char *findings(const char *rules, const char *text)
{
	static char found[256];
	norm_profile *profile = NULL;
	norm_result *result = NULL;
	norm_finding finding;
	norm_edit_iter at = {0};
	cr_assert_eq(norm_profile_parse(NULL, rules, strlen(rules), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_apply(profile, text, strlen(text), NORM_WITH_EDITS, &result, NULL), NORM_OK);
	for (*found = '\0'; norm_findings_next(norm_result_edits(result), &at, &finding); strcat(found, "|"))
		strncat(found, text + finding.source_start, finding.source_end - finding.source_start);
	norm_result_free(result);
	norm_profile_free(profile);
	return found;
}

Test(french_findings, capitals)
{
	static const char fix[] = "[french]\ncapitals = fix\n", report[] = "[french]\ncapitals = report\n";
	cr_expect_str_eq(findings(fix, "A Paris. \u00AB A table ! \u00BB Le groupe A, \u00E0 A."), "A|A|");
	cr_expect_str_eq(findings(fix, "Une Limited Edition. L\u2019Edition."), "E|");
	cr_expect_str_eq(findings(report, "L\u2019Etat et l\u2019\u00C9tat, Ca va."), "E|");
}

Test(french_findings, ligatures)
{
	cr_expect_str_eq(findings("[french]\nligatures = report\n", "Le coeur de Joe, oeuvre"), "oe|oe|");
}

Test(french_findings, abbreviations)
{
	static const char nbsp[] = "[french]\nabbreviations = nbsp\n", report[] = "[french]\nabbreviations = report\n";
	cr_expect_str_eq(findings(nbsp, "l\u2019art. 5, M. Dupont, le vol. 3 ; n\u00BA 5"), " | | |");
	cr_expect_str_eq(findings(report, "M. Dupont, n\u00B05, p. cinq"), " |\u00B0|");
}

Test(french_findings, dashes)
{
	cr_expect_str_eq(findings("[french]\ndashes = report\n", "Le chef  - un ami -  est venu"), "-|-|", "each of them once");
}

/* What the fast path reports, beside what it changes, and what it leaves to islands. */
Test(french_findings, quotes)
{
	static const char rules[] = "[french]\nquotes = guillemets\ninner-quotes = curly\napostrophes = fix\ncapitals = fix\n"
				    "quote-spaces = nbsp\nmissing-spaces = insert\n";
	cr_expect_str_eq(findings(rules, "Il dit \"oui\" et \"non"), "\"|\"|\"|");
	cr_expect_str_eq(findings(rules, "A l'\"Etat\" dit \"oui"), "A|\"|\"|\"|");
	cr_expect_str_eq(findings(rules, "\u00AB Il dit \"qu'il a lu \u00AB \"oui\" \u00BB\" \u00BB"), "\"|\"|\"|\"|");
	cr_expect_str_eq(findings(rules, "\u00ABoui\u00BB et \u00ABnon"), "\u00AB|\u00BB|\u00AB|");
	cr_expect_str_eq(findings(rules, "Il dit \"oui\""), "");
}

Test(french_findings, stranded_marks)
{
	static const char rules[] = "[mixed]\nstranded-marks = report\n[arabic]\nquotes = guillemets\n";
	cr_expect_str_eq(findings(rules, "Il a cri\u00E9 \u00AB\u0647\u0630\u0627 \u0645\u0647\u0645!\u00BB et"), "!|");
	cr_expect_str_eq(findings(rules, "Il a cri\u00E9 \u00AB\u0647\u0630\u0627 \u0645\u0647\u0645!!\u00BB et"), "!|");
	cr_expect_str_eq(findings(rules, "\u0642\u0627\u0644: \"\u0646\u0639\u0645.\" \u0627\u0646\u062A\u0647\u0649."), "");
	cr_expect_str_eq(findings(rules, "Il a dit oui. \u0647\u0630\u0627 (\u0645\u0647\u0645)"), "");
}
