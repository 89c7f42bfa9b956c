/* SPDX-License-Identifier: MIT */
/* JSON strings and the members of one JSON object, by their place in the text, so that the rest can stay. */
#ifndef COMMON_JSON_H
#define COMMON_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"

/* One top-level member: its value is the bytes [start, end) of the text. */
struct json_member {
	size_t name;       /* which of the names that were asked for */
	size_t start, end;
	bool is_string;    /* the value is a string; start and end include its quotes */
};

struct json_object {
	struct json_member *members; /* those that were asked for, in order; a name may come twice */
	size_t count, cap;
	size_t last_end; /* end of the last value, 0 in an empty object */
	bool spaced;     /* written "key": value, not "key":value */
};

struct json_error {
	size_t offset; /* of the token that is wrong; the end of the text where it ends too early */
	char reason[160];
};

/*
 * Find the members of `names` in the JSON object `text`. Nested objects are skipped. `object` is emptied
 * first and keeps its memory. @return false and fills `error` when the text is not one valid JSON object.
 */
bool json_scan(const char *text, size_t len, const char *const *names, size_t name_count, struct json_object *object,
	       struct json_error *error);
void json_object_release(struct json_object *object);

/* Of JSON Lines: does a line hold nothing but spaces, and how long is the byte order mark that some programs write on the first one? */
bool json_line_is_blank(const char *line, size_t len);
size_t json_line_mark(const char *line, size_t len, uint64_t number);

/*
 * The next value of an array, in JSON that is known to be valid. `at` is first the start of the array, and moves on; the array ends
 * before `end`. @return false when there is none.
 */
bool json_next_item(const char **at, const char *end, const char **ret, size_t *ret_len);

/*
 * Append the text of a string, given what stands between its quotes in valid JSON. Half a surrogate pair
 * becomes a byte that is not UTF-8, for the rule `input.invalid` to deal with. It is no byte of another encoding: no one should look
 * for one then. @return whether there was none.
 */
bool json_decode(struct bytes *bytes, const char *raw, size_t len);
/* The bytes that one character or escape at `raw` takes and, in `ret_decoded`, those of its text. */
size_t json_unit(const char *raw, const char *end, size_t *ret_decoded);
/* Append valid UTF-8 as a JSON string with its quotes. */
void json_append_string(struct bytes *bytes, const char *text, size_t len);
/* The same of names of files and of source text, which may be no UTF-8: U+FFFD stands for what is not. @return true when all was. */
bool json_append_any(struct bytes *bytes, const char *text, size_t len);
static inline void json_append_text(struct bytes *bytes, const char *text)
{
	(void)json_append_any(bytes, text, strlen(text));
}

#endif
