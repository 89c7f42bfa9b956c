/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "compare/token.h"

/* The cores of the tokens of a text, "|" between them. */
static void cut(const char *text, size_t len, char *ret, size_t size)
{
	const char *at = text, *end = text + len;
	ret[0] = '\0';
	for (struct token token; token_read(at, end, &token), token.kind != TOKEN_END; at = token.end) {
		size_t used = strlen(ret);
		cr_assert(token.gap == at && token.gap <= token.core && token.core < token.end && token.end <= end);
		snprintf(ret + used, size - used, "%s%.*s", used ? "|" : "", (int)(token.end - token.core), token.core);
	}
}

static const struct {
	const char *text, *tokens;
} rows[] = {
	{"", ""},
	{" \n\t ", ""},
	{"un deux", "un|deux"},
	{"l'armée", "l'|armée"},
	{"l\u2019arm\u00E9e", "l\u2019|arm\u00E9e"},
	{"aujourd'hui", "aujourd'|hui"},
	{"porte-parole", "porte|-|parole"},
	{"(oui)", "(|oui|)"},
	{"fin...", "fin|..."},
	{"1,5 km", "1,5|km"},
	{"12 500", "12|500"},
	{"12.", "12|."},
	{"2e", "2e"},
	{"G20", "G20"},
	{"\u0661\u0662\u066B\u0665", "\u0661\u0662\u066B\u0665"},
	{"\u0643\u064E\u062A\u064E\u0628\u064E", "\u0643\u064E\u062A\u064E\u0628\u064E"},
	{"\u0642\u0627\u0644\u060C \u0646\u0639\u0645", "\u0642\u0627\u0644|\u060C|\u0646\u0639\u0645"},
	{"a\u00A0b", "a|b"},
	{"c\u0153\u00ADur", "c\u0153\u00ADur"},
	{"e\u0301t\u00E9", "e\u0301t\u00E9"},
	{"a\u200F b", "a|b"},
};

TestSuite(token, .init = token_init);

Test(token, cuts_text)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char tokens[128];
		cut(rows[i].text, strlen(rows[i].text), tokens, sizeof tokens);
		cr_expect_str_eq(tokens, rows[i].tokens, "row %zu: \"%s\": %s", i, rows[i].text, tokens);
	}
}

/* Tokens lie side by side, and the last one ends where the text ends. */
Test(token, leaves_no_byte_out)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *at = rows[i].text, *end = at + strlen(at);
		struct token token;
		while (token_read(at, end, &token), token.kind != TOKEN_END)
			at = token.end;
		cr_expect_eq(token.gap, at);
		cr_expect_eq(token.core, end);
		cr_expect_eq(token.end, end);
	}
}

/* A word of any length is read in time that grows with it, and no character is cut in two. */
Test(token, cuts_what_is_no_word)
{
	enum { LETTERS = 10 * WORD_BYTES_MAX };
	static char text[2 * LETTERS + 1];
	text[0] = 'x'; /* so that letters of two bytes lie across the limit */
	for (size_t i = 0; i < LETTERS; i++)
		memcpy(text + 1 + 2 * i, "\u0628", 2);
	const char *at = text, *end = text + sizeof text;
	for (struct token token; token_read(at, end, &token), token.kind != TOKEN_END; at = token.end) {
		cr_expect(token.kind == TOKEN_WORD && token.end - token.core <= WORD_BYTES_MAX);
		cr_expect(token.end - token.core > WORD_BYTES_MAX - 4 || token.end == end);
		cr_expect(token.end == end || ((unsigned char)*token.end & 0xC0) != 0x80);
	}
	cr_expect_eq(at, end);
}

Test(token, does_not_read_behind_the_end)
{
	char tokens[64];
	cut("l'arm", 2, tokens, sizeof tokens);
	cr_expect_str_eq(tokens, "l'");
	cut("12,5", 3, tokens, sizeof tokens);
	cr_expect_str_eq(tokens, "12|,");
}
