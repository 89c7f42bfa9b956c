/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/item.h"

/* The items of "abcdef", a byte each. */
static struct items six_items(bool log)
{
	struct items items = {.log = log};
	for (uint32_t i = 0; i < 6; i++)
		items_push(&items, 'a' + i, i, i + 1);
	return items;
}

static void expect_items(const struct items *items, const struct text_item *expected, size_t count)
{
	cr_assert_eq(items->len, count, "%zu items", items->len);
	for (size_t i = 0; i < count; i++) {
		cr_expect_eq(items->at[i].cp, expected[i].cp, "item %zu: U+%04X", i, (unsigned)items->at[i].cp);
		cr_expect_eq(items->at[i].start, expected[i].start, "item %zu", i);
		cr_expect_eq(items->at[i].end, expected[i].end, "item %zu", i);
	}
}

Test(items, are_pushed_with_their_origins)
{
	struct items items = {0};
	items_push(&items, 0xE9, 0, 3);
	items_push(&items, 0x301, 0, 3);
	items_push(&items, 'x', 5, 6);
	expect_items(&items, (struct text_item[]){{0xE9, 0, 3}, {0x301, 0, 3}, {'x', 5, 6}}, 3);
	items_clear(&items);
	cr_expect_eq(items.len, 0);
	items_push(&items, 'y', 0, 1);
	expect_items(&items, (struct text_item[]){{'y', 0, 1}}, 1);
	items_release(&items);
	cr_expect_null(items.at);
}

Test(items, a_rewrite_that_keeps_all_changes_nothing)
{
	struct items items = six_items(true);
	const struct text_item *at = items.at;
	items_rewrite(&items);
	for (size_t i = 0; i < items.len; i++)
		items_keep(&items, i);
	items_rewritten(&items);
	cr_expect_eq(items.len, 6);
	cr_expect_eq(items.at, at);
	cr_expect_eq(items.change_len, 0);
	items_release(&items);
}

Test(items, several_are_kept_at_once)
{
	struct items items = six_items(true);
	const struct text_item *at = items.at;
	items_rewrite(&items);
	items_keep_all(&items, 0, 6);
	items_rewritten(&items);
	cr_expect_eq(items.at, at, "nothing is copied where nothing changes");
	items_rewrite(&items);
	items_keep_all(&items, 0, 2);
	items_drop(&items, 2, 1, 7);
	items_keep_all(&items, 3, 3);
	items_keep_all(&items, 3, 6);
	items_rewritten(&items);
	expect_items(&items, (struct text_item[]){{'a', 0, 1}, {'b', 1, 2}, {'d', 3, 4}, {'e', 4, 5}, {'f', 5, 6}}, 5);
	items_release(&items);
}

Test(items, what_is_dropped_leaves_a_gap)
{
	struct items items = six_items(true);
	items_rewrite(&items);
	items_keep(&items, 0);
	items_drop(&items, 1, 3, 7);
	items_keep(&items, 4);
	items_keep(&items, 5);
	items_rewritten(&items);
	expect_items(&items, (struct text_item[]){{'a', 0, 1}, {'e', 4, 5}, {'f', 5, 6}}, 3);
	cr_assert_eq(items.change_len, 1, "one change for the run");
	cr_expect_eq(items.changes[0].start, 1);
	cr_expect_eq(items.changes[0].end, 4);
	cr_expect_eq(items.changes[0].rule, 7);
	items_release(&items);
}

Test(items, a_replacement_takes_the_union_of_spans)
{
	struct items items = six_items(true);
	items_rewrite(&items);
	items_keep(&items, 0);
	items_replace(&items, 1, 3, 'X', 9);
	items_replace(&items, 4, 1, 'Y', 8);
	items_keep(&items, 5);
	items_rewritten(&items);
	expect_items(&items, (struct text_item[]){{'a', 0, 1}, {'X', 1, 4}, {'Y', 4, 5}, {'f', 5, 6}}, 4);
	cr_assert_eq(items.change_len, 2);
	cr_expect_eq(items.changes[0].start, 1);
	cr_expect_eq(items.changes[0].end, 4);
	cr_expect_eq(items.changes[0].rule, 9);
	cr_expect_eq(items.changes[1].rule, 8);
	items_release(&items);
}

Test(items, what_is_reordered_has_the_union_of_its_spans_each_of_them_the_same)
{
	struct items items = six_items(true);
	items_rewrite(&items);
	items_keep(&items, 0);
	items_reorder(&items, 1, 3, (const uint32_t[]){'d', 'c', 'b'}, 9);
	items_keep(&items, 4);
	items_keep(&items, 5);
	items_rewritten(&items);
	static const struct text_item expected[] = {{'a', 0, 1}, {'d', 1, 4}, {'c', 1, 4},
						    {'b', 1, 4}, {'e', 4, 5}, {'f', 5, 6}};
	expect_items(&items, expected, 6);
	cr_assert_eq(items.change_len, 1);
	cr_expect_eq(items.changes[0].start, 1);
	cr_expect_eq(items.changes[0].end, 4);
	cr_expect_eq(items.changes[0].rule, 9);
	items_release(&items);
}

/* Not what the first of them shares with an item that stays. */
Test(items, what_is_reordered_leaves_shared_spans)
{
	struct items items = {0};
	items_push(&items, 'a', 0, 2);
	items_push(&items, 'b', 0, 2);
	items_push(&items, 'c', 2, 3);
	items_rewrite(&items);
	items_keep(&items, 0);
	items_reorder(&items, 1, 2, (const uint32_t[]){'c', 'b'}, 9);
	items_rewritten(&items);
	expect_items(&items, (struct text_item[]){{'a', 0, 2}, {'c', 2, 3}, {'b', 2, 3}}, 3);
	items_release(&items);
}

Test(items, everything_may_go)
{
	struct items items = six_items(false);
	items_rewrite(&items);
	items_drop(&items, 0, 6, 1);
	items_rewritten(&items);
	cr_expect_eq(items.len, 0);
	cr_expect_eq(items.change_len, 0, "nothing is recorded unless it was asked for");
	items_release(&items);
}

Test(items, several_rewrites_follow_each_other)
{
	struct items items = six_items(true);
	for (size_t pass = 0; pass < 6; pass++) {
		items_rewrite(&items);
		for (size_t i = 0; i + 1 < items.len; i++)
			items_keep(&items, i);
		items_drop(&items, items.len - 1, 1, 1);
		items_rewritten(&items);
		cr_assert_eq(items.len, 5 - pass);
	}
	cr_expect_eq(items.change_len, 6);
	items_release(&items);
}

Test(items, notes_are_kept_only_when_asked_for)
{
	struct items items = {0};
	items_note(&items, 3, 1, 1);
	cr_expect_eq(items.change_len, 0);
	items.log = true;
	items_note(&items, 3, 1, 1);
	cr_assert_eq(items.change_len, 1);
	cr_expect_eq(items.changes[0].start, items.changes[0].end, "an insertion is empty");
	items_clear(&items);
	cr_expect_eq(items.change_len, 0);
	items_release(&items);
}

Test(items, after_a_failure_nothing_has_an_effect)
{
	struct items items = six_items(true);
	items.failed = true;
	items_note(&items, 1, 0, 1);
	items_rewrite(&items);
	items_drop(&items, 0, 5, 1);
	items_keep(&items, 5);
	items_rewritten(&items);
	cr_expect_eq(items.len, 6);
	cr_expect_eq(items.change_len, 0);
	items_release(&items);
	cr_expect_not(items.failed);
}
