/* SPDX-License-Identifier: MIT */
#include "common/json.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_parse.h>

#include "common/i18n.h"
#include "common/message.h"

#define NONE SIZE_MAX

struct scan {
	const char *text;
	const char *const *names;
	size_t name_count;
	struct json_object *object;
	yajl_handle yajl;
	size_t depth;   /* open maps and arrays */
	size_t name;    /* of the member whose value comes next; NONE: not asked for */
	size_t key_end; /* of its key */
};

/* Behind the key come spaces, a colon, spaces, the value. */
static size_t value_start(const struct scan *scan)
{
	const char *colon = scan->text + scan->key_end;
	colon += strspn(colon, " \t\r\n");
	return (size_t)(colon - scan->text) + 1 + strspn(colon + 1, " \t\r\n");
}

static void add_member(struct scan *scan, size_t end, bool is_string)
{
	struct json_object *object = scan->object;
	if (object->count == object->cap) {
		object->cap = object->cap ? object->cap * 2 : 8;
		object->members = memory_grow(object->members, object->cap, sizeof *object->members);
	}
	object->members[object->count++] =
		(struct json_member){.name = scan->name, .start = value_start(scan), .end = end, .is_string = is_string};
}

/* A whole value has been read. Outside an object it means that the text is something else. */
static int end_value(struct scan *scan, bool is_string)
{
	if (scan->depth == 1) {
		size_t end = yajl_get_bytes_consumed(scan->yajl);
		if (!scan->object->last_end)
			scan->object->spaced = scan->text[value_start(scan) - 1] == ' ';
		if (scan->name != NONE)
			add_member(scan, end, is_string);
		scan->object->last_end = end;
	}
	return scan->depth > 0;
}

static int on_null(void *user)
{
	return end_value(user, false);
}

static int on_boolean(void *user, int value)
{
	(void)value;
	return end_value(user, false);
}

/* With this callback yajl leaves numbers alone, however long they are. */
static int on_number(void *user, const char *text, size_t len)
{
	(void)text, (void)len;
	return end_value(user, false);
}

static int on_string(void *user, const unsigned char *text, size_t len)
{
	(void)text, (void)len;
	return end_value(user, true);
}

static int on_key(void *user, const unsigned char *key, size_t len)
{
	struct scan *scan = user;
	if (scan->depth != 1)
		return 1;
	scan->key_end = yajl_get_bytes_consumed(scan->yajl);
	scan->name = NONE;
	for (size_t i = 0; i < scan->name_count; i++) {
		if (strlen(scan->names[i]) == len && !memcmp(scan->names[i], key, len))
			scan->name = i;
	}
	return 1;
}

static int on_start_map(void *user)
{
	struct scan *scan = user;
	scan->depth++;
	return 1;
}

static int on_start_array(void *user)
{
	struct scan *scan = user;
	return scan->depth++ > 0;
}

static int on_end(void *user)
{
	struct scan *scan = user;
	scan->depth--;
	if (scan->depth)
		end_value(scan, false);
	return 1;
}

static const yajl_callbacks callbacks = {
	.yajl_null = on_null,
	.yajl_boolean = on_boolean,
	.yajl_number = on_number,
	.yajl_string = on_string,
	.yajl_start_map = on_start_map,
	.yajl_map_key = on_key,
	.yajl_end_map = on_end,
	.yajl_start_array = on_start_array,
	.yajl_end_array = on_end,
};

static void take_error(struct scan *scan, yajl_status status, struct json_error *error)
{
	error->offset = yajl_get_bytes_consumed(scan->yajl);
	if (status == yajl_status_client_canceled) {
		snprintf(error->reason, sizeof error->reason, "%s", _("not a JSON object"));
		return;
	}
	unsigned char *reason = yajl_get_error(scan->yajl, 0, NULL, 0);
	snprintf(error->reason, sizeof error->reason, "%s", reason ? (const char *)reason : "");
	error->reason[strcspn(error->reason, "\n")] = '\0';
	yajl_free_error(scan->yajl, reason);
}

bool json_scan(const char *text, size_t len, const char *const *names, size_t name_count, struct json_object *object,
	       struct json_error *error)
{
	struct scan scan = {.text = text, .names = names, .name_count = name_count, .object = object, .name = NONE};
	object->count = object->last_end = 0;
	scan.yajl = yajl_alloc(&callbacks, NULL, &scan);
	if (!scan.yajl)
		message_out_of_memory();
	/* Invalid UTF-8 is the business of the rule `input.invalid`. */
	yajl_config(scan.yajl, yajl_dont_validate_strings, 1);
	yajl_status status = yajl_parse(scan.yajl, (const unsigned char *)text, len);
	if (status == yajl_status_ok)
		status = yajl_complete_parse(scan.yajl);
	if (status != yajl_status_ok)
		take_error(&scan, status, error);
	yajl_free(scan.yajl);
	return status == yajl_status_ok;
}

void json_object_release(struct json_object *object)
{
	free(object->members);
	*object = (struct json_object){0};
}
