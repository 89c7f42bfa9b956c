/* SPDX-License-Identifier: MIT */
#include "common/json.h"

#include <ctype.h>
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

/* What yajl says, in its words, which are translated: what is not listed here stays English. */
static const char *const reasons[] = {
	N_("premature EOF"),
	N_("trailing garbage"),
	N_("unallowed token at this point in JSON text"),
	N_("invalid object key (must be a string)"),
	N_("object key and value must be separated by a colon (':')"),
	N_("after key and value, inside map, I expect ',' or '}'"),
	N_("after array element, I expect ',' or ']'"),
	N_("inside a string, '\\' occurs before a character which it may not."),
	N_("invalid character inside string."),
	N_("invalid (non-hex) character occurs after '\\u' inside string."),
	N_("invalid char in json text."),
	N_("invalid string in json text."),
	N_("malformed number, a digit is required after the exponent."),
	N_("malformed number, a digit is required after the decimal point."),
	N_("malformed number, a digit is required after the minus sign."),
	N_("probable comment found in input text, comments are not enabled."),
};

static const char *translated(const char *reason)
{
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (!strcmp(reasons[i], reason))
			return _(reasons[i]);
	return reason;
}

/* yajl tells of a token when it is read: back to its first byte, from behind its last one. */
static size_t token_start(const char *text, size_t end)
{
	size_t at = end ? end - 1 : 0;
	if (text[at] == '"') {
		/* the quotes of a string that yajl has read are those without a backslash */
		while (at && (text[--at] != '"' || (at && text[at - 1] == '\\')))
			;
		return at;
	}
	while (at && (isalnum((unsigned char)text[at]) || strchr("+-.", text[at])) &&
	       (isalnum((unsigned char)text[at - 1]) || strchr("+-.", text[at - 1])))
		at--;
	return at;
}

/* Where a token stands that could not come there. Of those behind a value yajl takes the length off again, without quotes. */
static size_t fault(const struct scan *scan, const char *reason, size_t end)
{
	size_t last_end = scan->object->last_end;
	if (strncmp(reason, "after ", 6) != 0)
		return token_start(scan->text, end);
	return scan->depth == 1 ? last_end + strspn(scan->text + last_end, " \t\r\n") : end;
}

static unsigned char *error_of(yajl_handle yajl)
{
	unsigned char *error = yajl_get_error(yajl, 0, NULL, 0);
	if (!error)
		message_out_of_memory();
	return error;
}

/* The sentence of yajl without the kind of error in front and the lines below, on which it draws where that is. */
static void take_reason(struct scan *scan, size_t len, struct json_error *error)
{
	static const char parse[] = "parse error: ", lexical[] = "lexical error: ";
	unsigned char *own = error_of(scan->yajl);
	char *reason = (char *)own;
	reason[strcspn(reason, "\n")] = '\0';
	if (!strncmp(reason, parse, sizeof parse - 1)) {
		reason += sizeof parse - 1;
		error->offset = strcmp(reason, reasons[0]) ? fault(scan, reason, error->offset) : len;
	} else if (!strncmp(reason, lexical, sizeof lexical - 1)) {
		reason += sizeof lexical - 1;
	}
	snprintf(error->reason, sizeof error->reason, "%s", translated(reason));
	yajl_free_error(scan->yajl, own);
}

static void take_error(struct scan *scan, size_t len, yajl_status status, struct json_error *error)
{
	error->offset = yajl_get_bytes_consumed(scan->yajl);
	if (status != yajl_status_client_canceled) {
		take_reason(scan, len, error);
		return;
	}
	error->offset = strspn(scan->text, " \t\r\n");
	snprintf(error->reason, sizeof error->reason, "%s", _("not a JSON object"));
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
		take_error(&scan, len, status, error);
	yajl_free(scan.yajl);
	return status == yajl_status_ok;
}

bool json_line_is_blank(const char *line, size_t len)
{
	while (len && strchr(" \t\r\n", line[len - 1]) && line[len - 1])
		len--;
	return !len;
}

size_t json_line_mark(const char *line, size_t len, uint64_t number)
{
	return number == 1 && len >= 3 && !memcmp(line, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

void json_object_release(struct json_object *object)
{
	free(object->members);
	*object = (struct json_object){0};
}
