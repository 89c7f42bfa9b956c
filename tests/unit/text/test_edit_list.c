/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/edit_list.h"
#include "text/step.h"

/*
 * One list for most tests, in a block at 100 of the source and 200 of the output:
 *
 *     source  a b [c d] e [f] g     h [i] [j k] l      12 bytes
 *     output  a b [X]   e     g [Y] h     [Z]   l       9 bytes
 *
 * a replacement, a deletion, an insertion, then a deletion and a replacement side by side.
 */
static const norm_rule rule_a = {.id = "a"}, rule_b = {.id = "b"}, rule_c = {.id = "c"};
static const norm_rule *const rules[RULESET_MAX] = {&rule_a, &rule_b, &rule_c};
static struct ruleset_pool shared;
static struct norm_edits edits;

static uint32_t set_of(unsigned first, unsigned second)
{
	struct ruleset set = {0};
	ruleset_add(&set, first);
	ruleset_add(&set, second);
	return edit_list_set(&edits, &set);
}

static void set_up(void)
{
	struct ruleset only_a = {0};
	ruleset_add(&only_a, 0);
	ruleset_intern(&shared, &only_a);
	edits = (struct norm_edits){.shared = &shared, .rules = rules};
	edit_list_add(&edits, (struct edit_span){2, 4, 2, 3, 0});
	edit_list_add(&edits, (struct edit_span){5, 6, 4, 4, set_of(1, 2)});
	edit_list_add(&edits, (struct edit_span){7, 7, 5, 6, 0});
	edit_list_add(&edits, (struct edit_span){8, 9, 7, 7, set_of(0, 2)});
	edit_list_add(&edits, (struct edit_span){9, 11, 7, 8, set_of(1, 2)});
	edits.source_base = 100;
	edits.output_base = 200;
	edits.source_len = 12;
	edits.output_len = 9;
}

static void tear_down(void)
{
	edit_list_release(&edits);
	ruleset_pool_release(&shared);
}

TestSuite(edit_list, .init = set_up, .fini = tear_down);

Test(edit_list, is_read_in_order)
{
	static const norm_edit expected[] = {
	    {102, 104, 202, 203, 0, 0}, {105, 106, 204, 204, 1, 1}, {107, 107, 205, 206, 2, 0},
	    {108, 109, 207, 207, 3, 2}, {109, 111, 207, 208, 4, 1},
	};
	norm_edit_iter iter = {0};
	norm_edit edit;
	size_t n = 0;
	for (; norm_edits_next(&edits, &iter, &edit); n++) {
		cr_assert_lt(n, 5);
		cr_expect_eq(edit.source_start, expected[n].source_start, "edit %zu", n);
		cr_expect_eq(edit.source_end, expected[n].source_end, "edit %zu", n);
		cr_expect_eq(edit.output_start, expected[n].output_start, "edit %zu", n);
		cr_expect_eq(edit.output_end, expected[n].output_end, "edit %zu", n);
		cr_expect_eq(edit.index, n);
		cr_expect_eq(edit.rules, expected[n].rules);
	}
	cr_expect_eq(n, 5);
	cr_expect_eq(norm_edits_count(&edits), 5);
	edit.index = 77;
	cr_expect_not(norm_edits_next(&edits, &iter, &edit));
	cr_expect_eq(edit.index, 77, "the end touches nothing");
}

Test(edit_list, names_its_rules)
{
	const norm_rule *found[3] = {NULL, NULL, NULL};
	cr_expect_eq(norm_edits_rules(&edits, 0, found, 3), 1);
	cr_expect_eq(found[0], &rule_a);
	cr_expect_eq(norm_edits_rules(&edits, 1, found, 3), 2);
	cr_expect_eq(found[0], &rule_b);
	cr_expect_eq(found[1], &rule_c);
	found[1] = NULL;
	cr_expect_eq(norm_edits_rules(&edits, 3, found, 1), 2, "the number is said also when there is no room");
	cr_expect_eq(found[0], &rule_a);
	cr_expect_null(found[1]);
	cr_expect_eq(norm_edits_rules(&edits, 4, NULL, 0), 2);
	cr_expect_eq(norm_edits_rules(&edits, 5, found, 3), 0);
	cr_expect_eq(edits.own.len, 2, "equal sets are stored once");
}

/* Offsets from the start of the block, on both sides. */
Test(edit_list, maps_offsets)
{
	static const uint64_t to_source[] = {0, 1, 2, 4, 6, 7, 7, 9, 11, 12};
	static const uint64_t to_output[] = {0, 1, 2, 2, 3, 4, 4, 6, 7, 7, 7, 8, 9};
	for (size_t i = 0; i < sizeof to_source / sizeof to_source[0]; i++)
		cr_expect_eq(norm_edits_to_source(&edits, 200 + i), 100 + to_source[i], "output %zu: %d", i,
			     (int)norm_edits_to_source(&edits, 200 + i) - 100);
	for (size_t i = 0; i < sizeof to_output / sizeof to_output[0]; i++)
		cr_expect_eq(norm_edits_to_output(&edits, 100 + i), 200 + to_output[i], "source %zu: %d", i,
			     (int)norm_edits_to_output(&edits, 100 + i) - 200);
}

Test(edit_list, offsets_outside_are_moved_in)
{
	cr_expect_eq(norm_edits_to_source(&edits, 0), 100);
	cr_expect_eq(norm_edits_to_source(&edits, 199), 100);
	cr_expect_eq(norm_edits_to_source(&edits, 210), 112);
	cr_expect_eq(norm_edits_to_source(&edits, UINT64_MAX), 112);
	cr_expect_eq(norm_edits_to_output(&edits, 0), 200);
	cr_expect_eq(norm_edits_to_output(&edits, UINT64_MAX), 209);
}

Test(edit_list, spans_are_the_smallest)
{
	static const struct {
		uint64_t start, end, source_start, source_end;
	} of_output[] = {
	    {0, 2, 0, 2},                        /* not what was changed behind it */
	    {0, 3, 0, 4},   {2, 3, 2, 4}, {3, 4, 4, 5}, /* e, but not the f that is gone behind it */
	    {4, 5, 6, 7},                        /* g, but not the f before it */
	    {3, 5, 4, 7},                        /* e to g: with the f between them */
	    {5, 6, 7, 7},                        /* what was inserted comes from nowhere */
	    {4, 7, 6, 8},   {7, 8, 9, 11}, {6, 8, 7, 11}, {0, 9, 0, 12}, {4, 4, 6, 6}, {9, 9, 12, 12},
	};
	for (size_t i = 0; i < sizeof of_output / sizeof of_output[0]; i++) {
		uint64_t start, end;
		norm_edits_source_span(&edits, 200 + of_output[i].start, 200 + of_output[i].end, &start, &end);
		cr_expect_eq(start, 100 + of_output[i].source_start, "row %zu: %d", i, (int)start - 100);
		cr_expect_eq(end, 100 + of_output[i].source_end, "row %zu: %d", i, (int)end - 100);
	}
	uint64_t start, end;
	norm_edits_output_span(&edits, 106, 107, &start, &end); /* g, but not the Y behind it */
	cr_expect_eq(start, 204);
	cr_expect_eq(end, 205);
	norm_edits_output_span(&edits, 103, 104, &start, &end); /* a part of [c d] */
	cr_expect_eq(start, 202);
	cr_expect_eq(end, 203);
	norm_edits_output_span(&edits, 105, 106, &start, &end); /* what is gone */
	cr_expect_eq(start, 204);
	cr_expect_eq(end, 204);
}

Test(edit_list, no_list_is_an_empty_one)
{
	norm_edit_iter iter = {0};
	norm_edit edit;
	uint64_t start, end;
	cr_expect_eq(norm_edits_count(NULL), 0);
	cr_expect_not(norm_edits_next(NULL, &iter, &edit));
	cr_expect_eq(norm_edits_rules(NULL, 0, NULL, 0), 0);
	cr_expect_eq(norm_edits_to_source(NULL, 5), 5);
	cr_expect_eq(norm_edits_to_output(NULL, 5), 5);
	norm_edits_source_span(NULL, 3, 5, &start, &end);
	cr_expect(start == 3 && end == 5);
}

Test(edit_list, without_edits_both_sides_are_the_same)
{
	edit_list_clear(&edits);
	edits.source_len = edits.output_len = 4;
	for (uint64_t i = 0; i <= 4; i++) {
		cr_expect_eq(norm_edits_to_source(&edits, i), i);
		cr_expect_eq(norm_edits_to_output(&edits, i), i);
	}
	cr_expect_eq(norm_edits_to_output(&edits, 9), 4);
}

Test(edit_list, clearing_keeps_sets)
{
	size_t sets = edits.own.len;
	edit_list_clear(&edits);
	cr_expect_eq(norm_edits_count(&edits), 0);
	cr_expect_eq(edits.source_base, 0);
	cr_expect_eq(edits.own.len, sets);
	cr_expect_eq(set_of(1, 2), 1, "behind the sets of the profile");
}

/* Lengths of 254 bytes fit into an edit, longer ones are stored apart; nobody sees the difference. */
Test(edit_list, edits_of_any_length)
{
	static const uint32_t lengths[] = {1, 254, 255, 256, 70000, 3, 1u << 30};
	struct edit_span spans[2 * COUNT_OF(lengths)];
	uint32_t source = 0, output = 0;
	edit_list_clear(&edits);
	for (size_t i = 0; i < COUNT_OF(spans); i++) {
		uint32_t len = lengths[i / 2], source_len = i & 1 ? len : 1, output_len = i & 1 ? 1 : len;
		spans[i] = (struct edit_span){source, source + source_len, output, output + output_len, (uint32_t)i & 1};
		edit_list_add(&edits, spans[i]);
		source += source_len + 5;
		output += output_len + 5;
	}
	norm_edit_iter iter = {0};
	norm_edit edit;
	for (size_t i = 0; norm_edits_next(&edits, &iter, &edit); i++) {
		cr_assert_eq(edit.source_start, spans[i].source_start);
		cr_assert_eq(edit.source_end, spans[i].source_end);
		cr_assert_eq(edit.output_start, spans[i].output_start);
		cr_assert_eq(edit.output_end, spans[i].output_end);
	}
	cr_assert_eq(iter.next, COUNT_OF(spans));
	edit_list_cut(&edits, spans[7].source_start, spans[7].output_start);
	cr_assert_eq(norm_edits_count(&edits), 7);
	edit_list_add(&edits, (struct edit_span){spans[7].source_start, spans[7].source_start + 1, spans[7].output_start,
						 spans[7].output_start + 600, 0});
	iter.next = 7;
	cr_assert(norm_edits_next(&edits, &iter, &edit));
	cr_assert_eq(edit.output_end - edit.output_start, 600);
}

/* Each has its place in the output; edits do not mind them. */
Test(edit_list, findings)
{
	norm_edit_iter iter = {0};
	norm_finding finding;
	edit_list_report(&edits, 0, 1, 1, 0);
	edit_list_report(&edits, 11, 12, 0, 0);
	edit_list_report(&edits, 12, 12, 2, 0);
	cr_expect_eq(norm_findings_count(&edits), 3);
	cr_assert(norm_findings_next(&edits, &iter, &finding));
	cr_expect(finding.source_start == 100 && finding.source_end == 101 && finding.rule == &rule_b);
	cr_expect(finding.output_start == 200 && finding.output_end == 201);
	cr_assert(norm_findings_next(&edits, &iter, &finding));
	cr_expect(finding.source_start == 111 && finding.source_end == 112 && finding.rule == &rule_a);
	cr_expect(finding.output_start == 208 && finding.output_end == 209);
	cr_assert(norm_findings_next(&edits, &iter, &finding));
	cr_expect(finding.source_start == 112 && finding.source_end == 112 && finding.rule == &rule_c);
	cr_expect_not(norm_findings_next(&edits, &iter, &finding));
	cr_expect_eq(finding.rule, &rule_c, "untouched");
	cr_expect_eq(norm_edits_count(&edits), 5);
	edit_list_cut(&edits, 11, 8);
	cr_expect_eq(norm_findings_count(&edits), 1);
	edit_list_clear(&edits);
	cr_expect_eq(norm_findings_count(&edits), 0);
	cr_expect_eq(norm_findings_count(NULL), 0);
	cr_expect_not(norm_findings_next(NULL, &iter, &finding));
}

/* So many sets of rules are never met; they are stored apart, too. */
Test(edit_list, any_set_of_rules)
{
	struct norm_edits few = {.shared = &shared, .rules = rules};
	edit_list_add(&few, (struct edit_span){0, 1, 0, 1, EDIT_SET_MAX + 1});
	cr_assert_eq(few.longer_len, 1);
	cr_assert_eq(few.longer[0].set, EDIT_SET_MAX + 1);
	edit_list_release(&few);
}
