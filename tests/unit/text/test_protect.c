/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/protect.h"

static void read_text(struct protect *protect, const void *text, size_t len)
{
	protect_read(protect, text, len);
}

Test(protect, names_are_unique)
{
	for (int a = 0; a < PROTECT_KINDS; a++) {
		const char *name = protect_kind_name((enum protect_kind)a);
		cr_assert_not_null(name);
		for (int b = 0; b < a; b++)
			cr_expect_str_neq(name, protect_kind_name((enum protect_kind)b));
	}
	cr_expect_str_eq(protect_kind_name(PROTECT_URL), "url");
	cr_expect_str_eq(protect_kind_name(PROTECT_SHORTCODE), "shortcode");
}

Test(protect, empty_and_used_again)
{
	struct protect protect = {0};
	read_text(&protect, "", 0);
	cr_expect_eq(protect.len, 0);
	cr_expect_null(protect_at(&protect, 0));
	read_text(&protect, "12:30 a@exemple.fr", 18);
	cr_assert_eq(protect.len, 2);
	cr_expect_eq(protect.at[1].start, 6);
	cr_expect_eq(protect.at[1].end, 18);
	read_text(&protect, ":", 1);
	cr_expect_eq(protect.len, 0);
	cr_expect_not(protect.failed);
	protect_release(&protect);
}

/* Queries that go forward, backward and anywhere find what a search from the start finds. */
Test(protect, at_offset)
{
	struct buffer text = {0};
	struct protect protect = {0};
	for (int i = 0; i < 200; i++)
		buffer_append_text(&text, i % 7 ? "12:30 " : "rien que des mots ");
	read_text(&protect, text.at, text.len);
	cr_assert_gt(protect.len, 100);
	for (size_t n = 0; n < 3 * text.len; n++) {
		size_t offset = n < text.len ? n : n < 2 * text.len ? 2 * text.len - 1 - n : n * 7919 % text.len, i = 0;
		while (i < protect.len && protect.at[i].end <= offset)
			i++;
		bool inside = i < protect.len && protect.at[i].start <= offset;
		cr_assert_eq(protect_at(&protect, offset), inside ? &protect.at[i] : NULL, "offset %zu", offset);
	}
	protect_release(&protect);
	buffer_release(&text);
}

/* Patterns that make a careless lexer search the same text again and again. */
static const struct {
	const char *head, *unit;
} patterns[] = {
    {"", "a."},        {"", "::"},         {"", ":"},         {"", "/"},         {"", "<"},
    {"", "@"},         {"", "&"},          {"", "1."},        {"", "1.a"},       {"http://a", "("},
    {"http://a", "()"}, {"", "http://("},  {"", "<a "},       {"", "<a b=\""},   {"", "<!--"},
    {"", "<!-- x "},   {"", "`"},          {"", "` "},        {"", "`a``"},      {"", "a_"},
    {"", "_"},         {"", "a@"},         {"", "a@a."},      {"", "#"},         {"", "#a"},
    {"", "--"},        {"", "--a "},       {"", "1-"},        {"", "1:"},        {"", "1/"},
    {"", "/1-"},       {"", "/."},         {"", "\\"},        {"", "c:\\"},      {"", "a=\""},
    {"", "a='\""},     {"", "5' "},        {"", "5\" "},      {"", "\"5\""},     {"", "'"},
    {"", "'n"},        {"", "0 000 "},     {"", "021 "},      {"", "+1 "},       {"", "+"},
    {"", "(1)"},       {"", "f("},         {"", ":a"},        {"", ":-"},        {"", ";"},
    {"", "^"},         {"", "="},          {"", "$a"},        {"", "a.a@"},      {"", "0:"},
    {"", "www."},      {"", "a:a:"},       {"", "1"},         {"", "\u0661"},    {"", "\u0661."},
    {"", "1\u0301"},   {"1", "\u0301"},    {"a:", "\u200B"},  {"", "1 \u0301"},  {"", "\xFF:"},
    {"", "\x80"},      {"", "1 \x80"},     {"", " .1"},       {"", "::1"},       {"", "&#1"},
    {"", "ab.cd/"},    {"", "\u2019n\u2019 "}, {"", "tel 1 2 "}, {"", "10.1234/"}, {"", "v1."},
};

static size_t looks(const char *head, const char *unit, size_t len)
{
	struct buffer text = {0};
	struct protect protect = {0};
	buffer_append_text(&text, head);
	while (text.len < len)
		buffer_append_text(&text, unit);
	read_text(&protect, text.at, text.len);
	size_t looked = protect.looked;
	cr_expect_lt(protect.lexer.cap, 200000, "\"%s\" takes %zu units", unit, protect.lexer.cap);
	protect_release(&protect);
	buffer_release(&text);
	return looked;
}

/* Twice the text is twice the work, and each byte is looked at a bounded number of times. */
Test(protect, time_is_linear)
{
	enum { LEN = 100000, MOST = 100 };
	for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
		const char *head = patterns[i].head, *unit = patterns[i].unit;
		size_t half = looks(head, unit, LEN / 2), whole = looks(head, unit, LEN);
		cr_expect_leq(whole, half / 4 * 9, "\"%s\": %zu looks, then %zu", unit, half, whole);
		cr_expect_leq(whole, (size_t)MOST * LEN, "\"%s\": %zu looks", unit, whole);
	}
}
