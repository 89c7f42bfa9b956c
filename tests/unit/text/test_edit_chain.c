/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/edit_chain.h"
#include "text/step.h"

static const norm_rule rule_a = {.id = "a"}, rule_b = {.id = "b"};
static const norm_rule *const rules[RULESET_MAX] = {&rule_a, &rule_b};
static struct ruleset_pool shared;

static struct norm_edits begin(void)
{
	struct ruleset set = {0};
	ruleset_add(&set, 0);
	ruleset_intern(&shared, &set);
	return (struct norm_edits){.shared = &shared, .rules = rules};
}

/* Where text stays, what was found first is merged with what has been found since: in order, and what both found once. */
Test(edit_chain, findings_are_merged)
{
	static const struct {
		uint32_t start, end, output;
		unsigned rule;
	} expected[] = {{2, 4, 2, 0}, {10, 12, 10, 0}, {13, 14, 12, 1}, {20, 30, 19, 0}};
	struct norm_edits first = begin(), edits = begin();
	edit_list_report(&edits, 2, 4, 0, 0); /* in front of the paragraph, which starts at 10 */
	edit_list_add(&edits, (struct edit_span){11, 13, 11, 12, 0});
	edit_list_report(&edits, 13, 14, 1, 0);
	edit_list_report(&edits, 20, 30, 0, 0);
	edit_list_report(&first, 10, 20, 0, 0);
	edit_list_report(&first, 0, 2, 0, 0);
	edit_chain_merge_findings(&first, 10, 1, &edits);
	cr_assert_eq(edits.finding_len, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < edits.finding_len; i++) {
		const struct finding_span *found = &edits.findings[i];
		cr_expect(found->source_start == expected[i].start && found->source_end == expected[i].end &&
			  found->output_start == expected[i].output && found->rule == expected[i].rule, "finding %zu", i);
	}
	cr_expect_eq(norm_edits_count(&edits), 1);
	edit_list_release(&first);
	edit_list_release(&edits);
	ruleset_pool_release(&shared);
}
