/* SPDX-License-Identifier: MIT */
/* What the scanner folds on its way, and three equal letters among that: edits and findings, wherever in a window that is. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/norm.h"

static norm_result *apply(const char *name, const char *text, size_t len)
{
	norm_context *context = NULL;
	norm_profile *profile = NULL;
	norm_result *result = NULL;
	cr_assert_eq(norm_context_new(getenv("LIBNORM_DATA"), &context), NORM_OK);
	cr_assert_eq(norm_profile_get(context, name, &profile, NULL), NORM_OK);
	cr_assert_eq(norm_apply(profile, text, len, NORM_WITH_EDITS, &result, NULL), NORM_OK);
	norm_profile_free(profile);
	norm_context_free(context);
	return result;
}

/* Each letter that becomes another one is an edit of its own, in front of and behind all that breaks a window. */
Test(folds, every_letter_is_an_edit)
{
	static const char unit[] = "A\u0623\u0629b\u0649\u0627\u20ACZ \u0625";
	static const size_t starts[] = {0, 1, 3, 6, 13, 15}, lens[] = {1, 2, 2, 2, 1, 2};
	enum { TIMES = 3000, UNIT = sizeof unit - 1, EDITS = 6 };
	char *text = malloc(TIMES * UNIT);
	for (size_t i = 0; i < TIMES; i++)
		memcpy(text + i * UNIT, unit, UNIT);
	norm_result *result = apply("search", text, TIMES * UNIT);
	norm_edit_iter at = {0};
	norm_edit edit;
	for (size_t i = 0; i < TIMES * EDITS; i++) {
		cr_assert(norm_edits_next(norm_result_edits(result), &at, &edit), "edit %zu", i);
		cr_assert_eq(edit.source_start, i / EDITS * UNIT + starts[i % EDITS], "edit %zu", i);
		cr_assert_eq(edit.source_end, edit.source_start + lens[i % EDITS], "edit %zu", i);
		cr_assert_eq(edit.output_start, edit.source_start);
		cr_assert_eq(edit.output_end, edit.source_end);
	}
	cr_assert_not(norm_edits_next(norm_result_edits(result), &at, &edit));
	norm_result_free(result);
	free(text);
}

/* A finding holds all three letters, also where one that nobody sees is between them and nothing follows. */
Test(folds, three_letters_are_found_as_a_whole)
{
	static const char *const behind[] = {"", "\n", " \u20AC", "\u0628\u00E9 \u20AC\n"};
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		char text[64];
		int len = snprintf(text, sizeof text, "\u0628\u0627\u0627\uFEFF\u0627%s", behind[i]);
		norm_result *result = apply("clean", text, (size_t)len);
		norm_edit_iter at = {0};
		norm_finding finding;
		cr_assert(norm_findings_next(norm_result_edits(result), &at, &finding), "row %zu", i);
		cr_expect_eq(finding.source_start, 2, "row %zu", i);
		cr_expect_eq(finding.source_end, 11, "row %zu", i);
		norm_result_free(result);
	}
}
