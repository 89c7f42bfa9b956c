/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "engine/error.h"

Test(error, fields_are_cut_at_a_character)
{
	static const struct {
		const char *text;
		size_t size;
		const char *expected;
	} rows[] = {
	    {"abc", 10, "abc"}, {"abc", 4, "abc"}, {"abc", 3, "ab"}, {"abc", 1, ""}, {"", 1, ""},
	    {"a\u00E9", 4, "a\u00E9"}, {"a\u00E9", 3, "a"}, {"\u20ACx", 3, ""}, {"\U0001F600", 5, "\U0001F600"},
	    {"\U0001F600", 4, ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char field[16];
		memset(field, '#', sizeof field);
		error_field(field, rows[i].size, rows[i].text);
		cr_expect_str_eq(field, rows[i].expected, "row %zu", i);
		cr_expect_eq(field[rows[i].size], '#', "row %zu", i);
	}
}

Test(error, lists_say_that_something_is_left_out)
{
	char field[17] = "";
	error_list(field, sizeof field, "one");
	cr_expect_str_eq(field, "one");
	error_list(field, sizeof field, "three");
	cr_expect_str_eq(field, "one, three");
	error_list(field, sizeof field, "x");
	cr_expect_str_eq(field, "one, three, \u2026");
	error_list(field, sizeof field, "x");
	cr_expect_str_eq(field, "one, three, \u2026");
}

Test(error, distance)
{
	static const struct {
		const char *a, *b;
		size_t distance;
	} rows[] = {
	    {"", "", 0},           {"a", "", 1},        {"", "abc", 3},          {"alef", "alef", 0},
	    {"alef", "alif", 1},   {"alef", "lef", 1},  {"search", "serach", 2}, {"kitten", "sitting", 3},
	    {"form", "from", 2},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		cr_expect_eq(error_distance(rows[i].a, rows[i].b), rows[i].distance, "row %zu", i);
		cr_expect_eq(error_distance(rows[i].b, rows[i].a), rows[i].distance, "row %zu", i);
	}
	char too_long[100];
	memset(too_long, 'x', sizeof too_long);
	too_long[sizeof too_long - 1] = '\0';
	cr_expect_gt(error_distance(too_long, "x"), 60, "a long word is like no other");
}

Test(error, nearest)
{
	static const struct {
		const char *subject, *nearest;
	} rows[] = {
	    {"serch", "search"}, {"clear", "clean"}, {"nlq", "nlp"}, {"zzzzzz", ""}, {"searches", "search"}, {"x", ""},
	};
	static const char *const words[] = {"clean", "nlp", "none", "search"};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		norm_error error = {0};
		error_field(error.subject, sizeof error.subject, rows[i].subject);
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			error_nearest(&error, words[k]);
		cr_expect_str_eq(error.nearest, rows[i].nearest, "%s: %s", rows[i].subject, error.nearest);
	}
}

/* A word that is right needs no other, and the first of equals stays. */
Test(error, nearest_keeps_the_best)
{
	norm_error error = {.subject = "abcd"};
	error_nearest(&error, "abxx");
	cr_expect_str_eq(error.nearest, "abxx");
	error_nearest(&error, "abcx");
	cr_expect_str_eq(error.nearest, "abcx");
	error_nearest(&error, "abcy");
	cr_expect_str_eq(error.nearest, "abcx");
	error_nearest(&error, "abcd");
	cr_expect_str_eq(error.nearest, "abcd");
	error_nearest(&error, "abcy");
	cr_expect_str_eq(error.nearest, "abcd");
}

Test(error, messages)
{
	static const struct {
		norm_error error;
		const char *expected;
	} rows[] = {
	    {{.status = NORM_E_NOMEM}, "out of memory"},
	    {{.status = NORM_E_ENCODING, .code = NORM_ERROR_INVALID_UTF8, .offset = 17},
	     "the input is not valid in its encoding (byte 17)"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_NO_PROFILE, .subject = "serch", .nearest = "search"},
	     "there is no profile \"serch\"; did you mean \"search\"?"},
	    {{.status = NORM_E_DATA, .code = NORM_ERROR_UNREADABLE, .file = "a.ini", .subject = "permission denied"},
	     "a.ini: cannot be read: permission denied"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_SYNTAX, .line = 3, .subject = "what"},
	     "line 3: \"what\" is neither \"key = value\", \"[section]\" nor a comment"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_UNKNOWN_SECTION, .file = "a.ini", .line = 2, .subject = "x",
	      .expected = "arabic, latin"},
	     "a.ini:2: unknown section \"x\"; expected one of: arabic, latin"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_UNKNOWN_KEY, .line = 9, .subject = "alif",
	      .section = "arabic", .expected = "alef", .nearest = "alef"},
	     "line 9: unknown key \"alif\" in section [arabic]; did you mean \"alef\"?"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_UNKNOWN_KEY, .line = 1, .subject = "includ",
	      .expected = "include", .nearest = "include"},
	     "line 1: \"includ\" cannot stand before the first section; did you mean \"include\"?"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_UNKNOWN_VALUE, .subject = "yes", .section = "arabic.alef",
	      .expected = "keep, fold"},
	     "unknown value \"yes\" of arabic.alef; expected one of: keep, fold"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_INCLUDE_CYCLE, .file = "a.ini", .line = 1, .subject = "a"},
	     "a.ini:1: \"a\" includes itself"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_INCLUDE_DEPTH, .subject = "b"},
	     "\"b\" is included too deeply"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_INCLUDE_PLACE, .line = 4, .subject = "clean"},
	     "line 4: \"include = clean\" must stand before the first section"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_LINE_TOO_LONG, .line = 4},
	     "line 4: the line is longer than 190 bytes"},
	    {{.status = NORM_E_PROFILE, .code = NORM_ERROR_NUL_BYTE, .line = 4}, "line 4: the line holds a NUL byte"},
	    {{.status = NORM_E_DATA, .code = NORM_ERROR_TRUNCATED, .file = "a.gaz", .subject = "9", .section = "136"},
	     "a.gaz: is cut: 9 of 136 bytes are there"},
	    {{.status = NORM_E_DATA, .code = NORM_ERROR_GAZETTEER_VERSION, .file = "a.gaz", .subject = "2.1", .section = "1.1"},
	     "a.gaz: is a gazetteer of version 2.1; this library reads version 1.1"},
	    {{.status = NORM_E_DATA, .code = NORM_ERROR_CELL, .file = "a.tsv", .line = 7, .subject = "x", .section = "lat",
	      .expected = "a number"},
	     "a.tsv:7: \"x\" in column lat is not a number"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char text[1024];
		size_t len = norm_error_format(&rows[i].error, text, sizeof text);
		cr_expect_str_eq(text, rows[i].expected, "%s", text);
		cr_expect_eq(len, strlen(rows[i].expected), "row %zu", i);
	}
}

/* Whatever may be wrong has a sentence of its own. */
Test(error, every_code_has_a_message)
{
	char texts[NORM_ERROR_NO_DATA + 1][256];
	for (norm_error_code code = NORM_ERROR_NO_PROFILE; code <= NORM_ERROR_NO_DATA; code++) {
		norm_error error = {.status = NORM_E_MISUSE, .code = code, .subject = "1", .section = "2", .expected = "3"};
		if (code == NORM_ERROR_INVALID_BYTES)
			error.status = NORM_E_ENCODING;
		norm_error_format(&error, texts[code], sizeof texts[code]);
		cr_expect_null(strstr(texts[code], "called wrongly"), "code %d", code);
		for (norm_error_code other = NORM_ERROR_NO_PROFILE; other < code; other++)
			cr_expect_str_neq(texts[code], texts[other], "codes %d and %d", code, other);
	}
}

/* As snprintf(): the whole length comes back, and a character is never cut. */
Test(error, messages_in_small_buffers)
{
	norm_error error = {.status = NORM_E_PROFILE, .code = NORM_ERROR_NO_PROFILE, .subject = "\u00E9t\u00E9"};
	char whole[256], text[256];
	size_t len = norm_error_format(&error, whole, sizeof whole);
	cr_expect_eq(len, strlen(whole));
	cr_expect_eq(norm_error_format(&error, NULL, 0), len);
	for (size_t size = 1; size <= len + 1; size++) {
		memset(text, '#', sizeof text);
		cr_assert_eq(norm_error_format(&error, text, size), len);
		cr_assert_lt(strlen(text), size);
		cr_assert_eq(text[size], '#', "size %zu", size);
		cr_assert(!strncmp(text, whole, strlen(text)));
		cr_assert_neq((uint8_t)text[strlen(text) ? strlen(text) - 1 : 0], 0xC3, "size %zu", size);
	}
	cr_expect_str_eq(text, whole);
}

/* Whatever its fields hold, a message can be made. */
Test(error, messages_of_full_fields)
{
	norm_error error = {.status = NORM_E_PROFILE, .code = NORM_ERROR_UNKNOWN_KEY, .line = UINT32_MAX};
	memset(error.file, 'f', sizeof error.file - 1);
	memset(error.subject, '%', sizeof error.subject - 1);
	memset(error.section, 's', sizeof error.section - 1);
	memset(error.expected, 'e', sizeof error.expected - 1);
	char text[2048];
	size_t len = norm_error_format(&error, text, sizeof text);
	cr_expect_eq(len, strlen(text));
	cr_expect_gt(len, 255 + 127 + 63 + 511);
	error.code = (norm_error_code)99;
	norm_error_format(&error, text, sizeof text);
	cr_expect(strstr(text, norm_status_message(NORM_E_PROFILE)));
}

Test(error, status_messages)
{
	for (int status = 0; status >= -7; status--) {
		const char *message = norm_status_message((norm_status)status);
		cr_expect_gt(strlen(message), 5);
		cr_expect_neq(message[strlen(message) - 1], '.');
		for (int other = 0; other > status; other--)
			cr_expect_str_neq(message, norm_status_message((norm_status)other));
	}
	cr_expect_not_null(norm_status_message((norm_status)-99));
	cr_expect_not_null(norm_status_message((norm_status)99));
}
