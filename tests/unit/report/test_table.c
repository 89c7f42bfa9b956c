/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "report/table.h"

static const struct table_class plain = {
	.name = "plain", .keys = {"key"}, .counts = {"count"}, .texts = {"first"}, .examples_max = EXAMPLES_AS_ASKED};
static const struct table_class smallest = {.name = "smallest", .keys = {"key"}, .counts = {"count"}, .rows_max = 8};

/* One row: its key, a text, an example on this line. */
static void put(struct table *table, unsigned key, unsigned line)
{
	char text[16];
	snprintf(text, sizeof text, "%04u", key);
	struct row *row = table_row(table, text);
	if (!row)
		return;
	row->count[0]++;
	if (!table->class->examples_max)
		return;
	snprintf(text, sizeof text, "%u", line);
	row_set_text(row, 0, text);
	char file[] = "f", nothing[] = "";
	struct example example = {.file = file, .left = nothing, .right = nothing, .text = nothing, .detail = nothing, .line = line};
	if (row->example_count < 3)
		row_add_example(row, &example);
}

/* Keys in an order without a pattern; some come often. */
static unsigned key_at(unsigned line)
{
	return line % 5 ? line * 2654435761u % 1000 : line % 25;
}

static void expect_same(const struct table *a, const struct table *b)
{
	cr_assert_eq(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct row *left = a->rows[i], *right = b->rows[i];
		cr_assert_str_eq(left->key, right->key);
		cr_assert_eq(left->count[0], right->count[0], "row %s", left->key);
		cr_assert_eq(left->example_count, right->example_count);
		if (left->text[0])
			cr_assert_str_eq(left->text[0], right->text[0]);
		for (size_t j = 0; j < left->example_count; j++)
			cr_assert_eq(left->examples[j].line, right->examples[j].line);
	}
}

static void add_parts_is_whole(const struct table_class *class, unsigned first, unsigned second)
{
	enum { LINES = 3000 };
	struct table whole, sum, part;
	table_init(&whole, class);
	table_init(&sum, class);
	unsigned ends[] = {first, second, LINES};
	for (unsigned i = 0, line = 0; i < 3; i++) {
		table_init(&part, class);
		for (; line < ends[i]; line++) {
			put(&whole, key_at(line), line);
			put(&part, key_at(line), line);
		}
		table_sort(&part);
		table_move(&sum, &part, 3);
		table_release(&part);
	}
	table_sort(&whole);
	table_sort(&sum);
	expect_same(&whole, &sum);
	table_release(&whole);
	table_release(&sum);
}

Test(table, parts_add_up_to_the_whole)
{
	static const unsigned cuts[][2] = {{0, 0}, {1, 2}, {10, 2999}, {1000, 2000}, {2990, 3000}};
	for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
		add_parts_is_whole(&plain, cuts[i][0], cuts[i][1]);
		add_parts_is_whole(&smallest, cuts[i][0], cuts[i][1]);
	}
}

Test(table, smallest_keys_are_kept_and_counted_from_the_start)
{
	struct table table;
	unsigned times[1000] = {0};
	table_init(&table, &smallest);
	for (unsigned line = 0; line < 3000; line++) {
		put(&table, key_at(line), line);
		times[key_at(line)]++;
	}
	table_sort(&table);
	cr_assert_eq(table.count, 8);
	unsigned key = 0;
	for (size_t i = 0; i < table.count; i++, key++) {
		while (!times[key])
			key++;
		char text[16];
		snprintf(text, sizeof text, "%04u", key);
		cr_expect_str_eq(table.rows[i]->key, text);
		cr_expect_eq(table.rows[i]->count[0], times[key]);
	}
	table_release(&table);
}

Test(table, finds_rows_and_parts_of_keys)
{
	struct table table;
	size_t len;
	table_init(&table, &plain);
	cr_expect_null(table_find(&table, "a\tb\tc"));
	const struct row *row = table_row(&table, "a\tbc\t");
	cr_expect_eq(table_find(&table, "a\tbc\t"), row);
	cr_expect_eq(table_row(&table, "a\tbc\t"), row);
	cr_expect_arr_eq(row_key(row, 1, &len), "bc", 2);
	cr_expect_eq(len, 2);
	row_key(row, 2, &len);
	cr_expect_eq(len, 0);
	table_release(&table);
}
