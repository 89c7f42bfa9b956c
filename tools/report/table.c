/* SPDX-License-Identifier: MIT */
#include "report/table.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/bytes.h"

/* What texts are at first; nobody writes to it. */
static char nothing[] = "";

static void row_free(struct row *row)
{
	for (size_t i = 0; i < row->example_count; i++)
		free(row->examples[i].strings);
	free(row->examples);
	for (size_t i = 0; i < TABLE_TEXTS_MAX && row->text[i]; i++) {
		if (row->text[i] != nothing)
			free(row->text[i]);
	}
	free(row);
}

void table_init(struct table *table, const struct table_class *class)
{
	*table = (struct table){.class = class};
}

void table_release(struct table *table)
{
	for (size_t i = 0; i < table->count; i++)
		row_free(table->rows[i]);
	free(table->rows);
	free(table->slots);
	free(table->limit);
	*table = (struct table){.class = table->class};
}

/* ---- Keys ---- */

static uint32_t hash_of(const char *key)
{
	return (uint32_t)XXH3_64bits(key, strlen(key));
}

/* The slot of this key, or the free one where it belongs. There is always a free one. */
static struct table_slot *slot_of(const struct table *table, const char *key, uint32_t hash)
{
	size_t mask = table->slot_count - 1, at = hash & mask;
	for (;; at = (at + 1) & mask) {
		struct table_slot *slot = &table->slots[at];
		if (!slot->row || (slot->hash == hash && !strcmp(table->rows[slot->row - 1]->key, key)))
			return slot;
	}
}

/* Slots are half free at least. */
static void make_slots(struct table *table)
{
	size_t count = table->slot_count ? table->slot_count : 16;
	while (count < 2 * (table->count + 1))
		count *= 2;
	free(table->slots);
	table->slots = memory_get(count * sizeof *table->slots);
	memset(table->slots, 0, count * sizeof *table->slots);
	table->slot_count = count;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = table->rows[i];
		size_t at = row->hash & (count - 1);
		while (table->slots[at].row)
			at = (at + 1) & (count - 1);
		table->slots[at] = (struct table_slot){(uint32_t)i + 1, row->hash};
	}
}

static struct row *row_new(const struct table_class *class, const char *key, uint32_t hash)
{
	size_t size = strlen(key) + 1;
	struct row *row = memory_get(sizeof *row + size);
	*row = (struct row){.hash = hash};
	memcpy(row->key, key, size);
	for (size_t i = 0; class->texts[i]; i++)
		row->text[i] = nothing;
	return row;
}

static void add_row(struct table *table, struct row *row)
{
	if (table->count == table->cap) {
		table->cap = table->cap ? table->cap * 2 : 8;
		table->rows = memory_grow(table->rows, table->cap, sizeof *table->rows);
	}
	struct table_slot *slot = table->slot_count ? slot_of(table, row->key, row->hash) : NULL;
	table->rows[table->count++] = row;
	if (2 * table->count >= table->slot_count)
		make_slots(table);
	else
		*slot = (struct table_slot){(uint32_t)table->count, row->hash};
}

static struct row *find(const struct table *table, const char *key, uint32_t hash)
{
	uint32_t row = table->slot_count ? slot_of(table, key, hash)->row : 0;
	return row ? table->rows[row - 1] : NULL;
}

static bool is_within(const struct table *table, const char *key)
{
	return !table->limit || strcmp(key, table->limit) < 0;
}

/* Whether a row of this key would be kept. Sorting a few times the rows that are costs less than keeping them in order. */
static bool keeps(struct table *table, const char *key)
{
	if (table->class->rows_max && table->count >= 2 * table->class->rows_max)
		table_sort(table);
	return is_within(table, key);
}

struct row *table_row(struct table *table, const char *key)
{
	if (!is_within(table, key))
		return NULL;
	uint32_t hash = hash_of(key);
	struct row *row = find(table, key, hash);
	if (row || !keeps(table, key))
		return row;
	row = row_new(table->class, key, hash);
	const struct row *given = table->given ? find(table->given, key, hash) : NULL;
	row->is_known = given;
	row->given = given ? (size_t)given->count[0] : 0;
	add_row(table, row);
	return row;
}

const struct row *table_find(const struct table *table, const char *key)
{
	return find(table, key, hash_of(key));
}

/* ---- Order ---- */

static int compare_rows(const void *a, const void *b)
{
	const struct row *left = *(const struct row *const *)a, *right = *(const struct row *const *)b;
	return strcmp(left->key, right->key);
}

/* The rows of one part go over to the total in order. */
static bool is_sorted(const struct table *table)
{
	for (size_t i = 1; i < table->count; i++) {
		if (compare_rows(&table->rows[i - 1], &table->rows[i]) > 0)
			return false;
	}
	return true;
}

/* Rows that are forgotten never come back: what is kept has been counted from the start. */
static void forget_rest(struct table *table)
{
	size_t max = table->class->rows_max;
	if (!max || table->count <= max)
		return;
	free(table->limit);
	table->limit = memory_text(table->rows[max]->key, strlen(table->rows[max]->key));
	for (size_t i = max; i < table->count; i++)
		row_free(table->rows[i]);
	table->count = max;
}

void table_sort(struct table *table)
{
	size_t count = table->count;
	bool was_sorted = is_sorted(table);
	if (!was_sorted)
		qsort(table->rows, count, sizeof(struct row *), compare_rows);
	forget_rest(table);
	if (!was_sorted || table->count < count)
		make_slots(table);
}

/* ---- Adding ---- */

static void drop_examples(struct row *row, size_t max)
{
	while (row->example_count > max)
		free(row->examples[--row->example_count].strings);
}

static void move_examples(struct row *row, struct row *part, size_t max)
{
	size_t room = max > row->example_count ? max - row->example_count : 0;
	drop_examples(part, room);
	if (!part->example_count)
		return;
	row->examples = memory_grow(row->examples, row->example_count + part->example_count, sizeof *row->examples);
	memcpy(row->examples + row->example_count, part->examples, part->example_count * sizeof *part->examples);
	row->example_count += part->example_count;
	part->example_count = 0;
}

static void add_to_row(struct row *row, struct row *part, size_t examples_max)
{
	for (size_t column = 0; column < TABLE_COUNTS_MAX; column++)
		row->count[column] += part->count[column];
	for (size_t text = 0; text < TABLE_TEXTS_MAX && row->text[text]; text++)
		row_set_text(row, text, part->text[text]);
	move_examples(row, part, examples_max);
	row_free(part);
}

void table_move(struct table *table, struct table *part, size_t examples_asked)
{
	size_t examples_max = table_examples_max(table, examples_asked);
	for (size_t i = 0; i < part->count; i++) {
		struct row *from = part->rows[i], *row = find(table, from->key, from->hash);
		if (row) {
			add_to_row(row, from, examples_max);
		} else if (keeps(table, from->key)) {
			drop_examples(from, examples_max);
			add_row(table, from);
		} else {
			row_free(from);
		}
	}
	part->count = 0;
	table_release(part);
}

/* ---- Rows ---- */

const char *row_key(const struct row *row, size_t index, size_t *ret_len)
{
	const char *at = row->key;
	for (; index; index--)
		at += strcspn(at, "\t") + 1;
	*ret_len = strcspn(at, "\t");
	return at;
}

void row_set_text(struct row *row, size_t index, const char *text)
{
	if (row->text[index] == nothing && *text)
		row->text[index] = memory_text(text, strlen(text));
}

/* Put a string where there is room for it, and go behind it. */
static void move_string(const char **string, char **at)
{
	size_t size = *string ? strlen(*string) + 1 : 0;
	if (!size)
		return;
	memcpy(*at, *string, size);
	*string = *at;
	*at += size;
}

void row_add_example(struct row *row, const struct example *example)
{
	row->examples = memory_grow(row->examples, row->example_count + 1, sizeof *row->examples);
	struct example *fresh = &row->examples[row->example_count++];
	*fresh = *example;
	const char **strings[] = {&fresh->file, &fresh->left, &fresh->right, &fresh->text, &fresh->after, &fresh->detail};
	size_t count = sizeof strings / sizeof *strings, size = 0;
	for (size_t i = 0; i < count; i++)
		size += *strings[i] ? strlen(*strings[i]) + 1 : 0;
	char *at = fresh->strings = memory_get(size);
	for (size_t i = 0; i < count; i++)
		move_string(strings[i], &at);
}
