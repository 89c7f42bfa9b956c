/* SPDX-License-Identifier: MIT */
#include "report/given.h"

static const struct table_class given_class = {.name = "given", .keys = {"key"}, .counts = {"examples"}};

/* Paragraphs are too many, and most have no second part. */
static bool is_noted(size_t table)
{
	return table != TABLE_BLOCKS && table != TABLE_REPEATS;
}

void given_init(struct given *given)
{
	for (size_t i = 0; i < TABLE_COUNT; i++)
		table_init(&given->tables[i], &given_class);
}

void given_release(struct given *given)
{
	for (size_t i = 0; i < TABLE_COUNT; i++)
		table_release(&given->tables[i]);
}

void given_start(const struct given *given, struct tally *part)
{
	for (size_t i = 0; i < TABLE_COUNT; i++)
		part->tables[i].given = is_noted(i) ? &given->tables[i] : NULL;
}

static void note_table(struct table *given, const struct table *part)
{
	for (size_t i = 0; i < part->count; i++) {
		const struct row *row = part->rows[i];
		if (!row->is_known || row->example_count)
			table_row(given, row->key)->count[0] += row->example_count;
	}
}

void given_end(struct given *given, struct tally *part)
{
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		if (is_noted(i))
			note_table(&given->tables[i], &part->tables[i]);
		part->tables[i].given = NULL;
	}
}
