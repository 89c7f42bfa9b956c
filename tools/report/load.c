/* SPDX-License-Identifier: MIT */
#include "report/load.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/utf8.h"

/* An object that has been scanned, and its text. */
struct object {
	const char *text;
	struct json_object members;
};

static bool scan(struct object *object, const char *text, size_t len, const char *const *names, size_t count,
		 struct json_error *error)
{
	object->text = text;
	return json_scan(text, len, names, count, &object->members, error);
}

static const struct json_member *member(const struct object *object, size_t name)
{
	for (size_t i = object->members.count; i > 0; i--) {
		if (object->members.members[i - 1].name == name)
			return &object->members.members[i - 1];
	}
	return NULL;
}

/* Numbers are digits; what is none counts as 0. */
static uint64_t number_of(const struct object *object, size_t name)
{
	const struct json_member *found = member(object, name);
	return found && object->text[found->start] != '-' ? strtoull(object->text + found->start, NULL, 10) : 0;
}

/*
 * The text of a string, to be freed; NULL when there is no such member. In a file that is none of ours, NULs end it, and halves of
 * surrogate pairs become U+FFFD.
 */
static char *text_of(const struct object *object, size_t name)
{
	struct bytes decoded = {0}, text = {0};
	const struct json_member *found = member(object, name);
	if (!found || !found->is_string)
		return NULL;
	json_decode(&decoded, object->text + found->start + 1, found->end - found->start - 2);
	utf8_append_valid(&text, decoded.at, decoded.len);
	bytes_release(&decoded);
	bytes_text(&text);
	return text.at;
}

static char *text_or_nothing(const struct object *object, size_t name)
{
	char *text = text_of(object, name);
	return text ? text : memory_text("", 0);
}

/* ---- Rows ---- */

static void load_example(struct row *row, const char *text, size_t len, struct object *object)
{
	static const char *const names[] = {"file", "line", "column", "start", "end", "left", "text", "right", "after", "detail"};
	struct json_error error;
	if (!scan(object, text, len, names, sizeof names / sizeof *names, &error))
		return;
	char *strings[] = {text_or_nothing(object, 0), text_or_nothing(object, 5), text_or_nothing(object, 6),
			   text_or_nothing(object, 7), text_or_nothing(object, 9), text_of(object, 8)};
	struct example example = {.file = strings[0],
				  .line = number_of(object, 1),
				  .column = number_of(object, 2),
				  .start = number_of(object, 3),
				  .end = number_of(object, 4),
				  .left = strings[1],
				  .text = strings[2],
				  .right = strings[3],
				  .after = strings[5],
				  .detail = strings[4]};
	row_add_example(row, &example);
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		free(strings[i]);
}

static void load_examples(struct row *row, const struct object *object, size_t name, size_t max)
{
	const struct json_member *found = member(object, name);
	struct object example = {0};
	const char *at = found ? object->text + found->start : NULL, *item;
	size_t len;
	while (at && row->example_count < max && json_next_item(&at, object->text + found->end, &item, &len))
		load_example(row, item, len, &example);
	json_object_release(&example.members);
}

/* The names of the columns, in the order: keys, counts, texts, "examples". @return how many. */
static size_t column_names(const struct table_class *class, const char **ret)
{
	size_t count = 0;
	for (size_t i = 0; class->keys[i]; i++)
		ret[count++] = class->keys[i];
	for (size_t i = 0; class->counts[i]; i++)
		ret[count++] = class->counts[i];
	for (size_t i = 0; class->texts[i]; i++)
		ret[count++] = class->texts[i];
	ret[count++] = "examples";
	return count;
}

static struct row *load_key(struct table *table, const struct object *object, size_t *ret_next)
{
	struct bytes key = {0};
	for (*ret_next = 0; table->class->keys[*ret_next]; ++*ret_next) {
		char *part = text_or_nothing(object, *ret_next);
		bytes_append_text(&key, *ret_next ? "\t" : "");
		bytes_append_text(&key, part);
		free(part);
	}
	struct row *row = table_row(table, bytes_text(&key));
	bytes_release(&key);
	return row;
}

static void load_row(struct table *table, const struct object *object, size_t examples_max)
{
	size_t name;
	struct row *row = load_key(table, object, &name);
	for (size_t i = 0; row && table->class->counts[i]; i++)
		row->count[i] += number_of(object, name++);
	for (size_t i = 0; row && table->class->texts[i]; i++) {
		char *text = text_or_nothing(object, name++);
		row_set_text(row, i, text);
		free(text);
	}
	if (row)
		load_examples(row, object, name, table_examples_max(table, examples_max));
}

static bool load_table(struct table *table, const char *at, const char *end, size_t examples_max, struct json_error *error)
{
	enum { NAMES_MAX = TABLE_KEYS_MAX + TABLE_COUNTS_MAX + TABLE_TEXTS_MAX + 1 };
	const char *names[NAMES_MAX], *item;
	size_t count = column_names(table->class, names), len;
	struct object object = {0};
	bool good = true;
	while (good && json_next_item(&at, end, &item, &len)) {
		good = scan(&object, item, len, names, count, error);
		if (good)
			load_row(table, &object, examples_max);
	}
	json_object_release(&object.members);
	return good;
}

/* ---- The whole ---- */

enum { NAME_FILE, NAME_TOTAL, NAME_COUNTS, NAME_TABLES };

/* As of a text: sizes are counted in any case, findings for the sake of characters, too, and nothing else that is not wanted. */
static bool wants(const struct load_wish *wish, enum section section)
{
	unsigned asked = 1u << section | (section == SECTION_RULES ? 1u << SECTION_CHARACTERS : 0);
	return section == SECTION_SIZE || wish->sections & asked;
}

static bool load_counts(struct tally *tally, const struct object *object, const struct json_member *counts,
			const struct load_wish *wish, unsigned *ret_sections, struct json_error *error)
{
	struct object inner = {0};
	bool good = scan(&inner, object->text + counts->start, counts->end - counts->start, count_names, COUNT_COUNT, error);
	for (size_t i = 0; good && i < COUNT_COUNT; i++) {
		if (!member(&inner, i))
			continue;
		*ret_sections |= 1u << count_sections[i];
		tally->count[i] = wants(wish, count_sections[i]) ? number_of(&inner, i) : 0;
	}
	json_object_release(&inner.members);
	return good;
}

static bool load_members(struct tally *tally, const struct object *object, const struct load_wish *wish, unsigned *ret_sections,
			 struct json_error *error)
{
	const struct json_member *counts = member(object, NAME_COUNTS);
	bool good = counts && load_counts(tally, object, counts, wish, ret_sections, error);
	for (size_t i = 0; good && i < TABLE_COUNT; i++) {
		const struct json_member *found = member(object, NAME_TABLES + i);
		if (!found)
			continue;
		*ret_sections |= 1u << table_sections[i];
		if (wants(wish, table_sections[i]))
			good = load_table(&tally->tables[i], object->text + found->start, object->text + found->end,
					  wish->examples_max, error);
	}
	return good;
}

bool load_tally(const char *line, size_t len, const struct load_wish *wish, struct tally *ret, unsigned *ret_sections,
		struct bytes *reason)
{
	const char *names[NAME_TABLES + TABLE_COUNT] = {"file", "total", "counts"};
	struct object object = {0};
	struct json_error error = {0};
	for (size_t i = 0; i < TABLE_COUNT; i++)
		names[NAME_TABLES + i] = tally_classes[i].name;
	tally_init(ret, NULL);
	*ret_sections = 0;
	bool good = scan(&object, line, len, names, NAME_TABLES + TABLE_COUNT, &error);
	bool is_ours = good && member(&object, NAME_COUNTS) && (member(&object, NAME_FILE) || member(&object, NAME_TOTAL));
	if (is_ours) {
		ret->file = text_of(&object, NAME_FILE);
		good = load_members(ret, &object, wish, ret_sections, &error);
	}
	if (!good || !is_ours)
		bytes_append_text(reason, good ? _("is no report of norm-report --json") : error.reason);
	json_object_release(&object.members);
	return good && is_ours;
}
