/* SPDX-License-Identifier: MIT */
/* Paragraphs that are run over again: what is told of them is told of the source, once. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "libnorm/norm.h"

/*
 * "م)' " becomes «م)' », of which a second run takes the space. The long word is reported in both runs; that of the line in
 * front, which is clear, in one.
 */
static const char rules[] = "[arabic]\nquotes = guillemets\nspacing = fix\nelongation = report\n";
#define MIM "\u0645"
#define LONG_WORD "\u0643\u0628\u064A\u064A\u064A\u0631"
static const char text[] = LONG_WORD "\n" LONG_WORD " \"" MIM ")' \"\n\"" MIM "\" .\n";

static norm_profile *profile;
static norm_result *result;

static void apply(void)
{
	cr_assert_eq(norm_profile_parse(NULL, rules, strlen(rules), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_apply(profile, text, strlen(text), NORM_WITH_EDITS, &result, NULL), NORM_OK);
}

static void release(void)
{
	norm_result_free(result);
	norm_profile_free(profile);
}

TestSuite(again, .init = apply, .fini = release);

Test(again, names_the_rules_of_all_runs)
{
	norm_edit_iter at = {0};
	const norm_rule *rule;
	norm_edit edit;
	char all[256] = "";
	while (norm_edits_next(norm_result_edits(result), &at, &edit)) {
		cr_assert_eq(norm_edits_rules(norm_result_edits(result), edit.index, &rule, 1), 1);
		snprintf(all + strlen(all), sizeof all - strlen(all), "%u-%u %s|", (unsigned)edit.source_start,
			 (unsigned)edit.source_end, rule->id);
	}
	cr_expect_str_eq(all, "26-27 arabic.quotes|31-32 arabic.spacing|32-33 arabic.quotes|34-35 arabic.quotes|"
			      "37-38 arabic.quotes|38-39 arabic.spacing|");
}

Test(again, finds_each_place_once)
{
	norm_edit_iter at = {0};
	norm_finding finding;
	char all[256] = "";
	while (norm_findings_next(norm_result_edits(result), &at, &finding))
		snprintf(all + strlen(all), sizeof all - strlen(all), "%u-%u|", (unsigned)finding.source_start,
			 (unsigned)finding.source_end);
	cr_expect_str_eq(all, "4-10|17-23|");
}

/* Outputs, of which none is longer. */
struct output {
	char at[256];
	size_t len;
};

static norm_profile *parse(const char *own_rules)
{
	norm_profile *own;
	cr_assert_eq(norm_profile_parse(NULL, own_rules, strlen(own_rules), &own, NULL), NORM_OK);
	return own;
}

static struct output apply_with(const norm_profile *own, norm_flags flags, const char *source, size_t source_len)
{
	struct output ret;
	norm_result *settled;
	cr_assert_eq(norm_apply(own, source, source_len, flags, &settled, NULL), NORM_OK);
	const char *output = norm_result_text(settled, &ret.len);
	cr_assert_leq(ret.len, sizeof ret.at);
	memcpy(ret.at, output, ret.len);
	norm_result_free(settled);
	return ret;
}

static struct output in_one_call(const norm_profile *own, const char *source, size_t source_len)
{
	return apply_with(own, NORM_PLAIN, source, source_len);
}

static norm_status append(void *user, const norm_block *block)
{
	struct output *ret = user;
	cr_assert_leq(block->output_len, sizeof ret->at - ret->len);
	memcpy(ret->at + ret->len, block->output, block->output_len);
	ret->len += block->output_len;
	return NORM_OK;
}

static struct output byte_by_byte(const norm_profile *own, const char *source, size_t source_len)
{
	struct output ret = {.len = 0};
	norm_stream *stream;
	cr_assert_eq(norm_stream_new(own, NORM_PLAIN, append, &ret, &stream), NORM_OK);
	for (size_t i = 0; i < source_len; i++)
		cr_assert_eq(norm_stream_write(stream, source + i, 1), NORM_OK);
	cr_assert_eq(norm_stream_finish(stream), NORM_OK);
	norm_stream_free(stream);
	return ret;
}

static void expect_output(struct output output, const char *expected, size_t len)
{
	cr_expect_eq(output.len, len);
	cr_expect_arr_eq(output.at, expected, len);
}

/* What one paragraph becomes does not depend on that another, which is read as UTF-16 or not, is run over again, too. */
Test(again, keeps_what_others_have_become)
{
	static const char both[] = "\"" MIM ")' \"\n" MIM "\0 " MIM "\n";
	static const char expected[] = "\u00AB" MIM ")'\u00BB\n" MIM "\0 " MIM "\n";
	norm_profile *own = parse("[input]\nencoding = auto\n[arabic]\nquotes = guillemets\nspacing = fix\n");
	expect_output(in_one_call(own, both, sizeof both - 1), expected, sizeof expected - 1);
	norm_profile_free(own);
}

/*
 * The first paragraph ends with U+2029, and what is UTF-16 or not begins behind that. Had an end that has three bytes been taken for
 * one that has one, then the paragraphs would be run over again as one, but not in a stream, which parts them.
 */
Test(again, stops_behind_the_separator)
{
	static const char both[] = "&#87;\u2029'\x06" "D\x06'\x06" "D\x06*\x06-\x06/\x06+\x06 \0\xAB\0\xBB\0'\x06" "D\x06'\x06"
				   "9\x06)\x06\r\nL&#171;e &#187;";
	norm_profile *own = parse("[input]\nencoding = auto\n[repair]\nentities = safe\n[arabic]\nspacing = fix\n");
	struct output streamed = byte_by_byte(own, both, sizeof both - 1);
	expect_output(in_one_call(own, both, sizeof both - 1), streamed.at, streamed.len);
	norm_profile_free(own);
}

/*
 * Once &#87; is W, what ends with W and LINE FEED would be UTF-16, in which these are one character. No run may take the end of a paragraph
 * away: it would become one with the next, from which a stream parts it.
 */
Test(again, leaves_the_end_of_a_paragraph)
{
	static const char both[] = "\0a\0t\0i\0n\0 &#87;\n;", expected[] = "\0a\0t\0i\0n\0 W\n;";
	norm_profile *own = parse("[input]\nencoding = auto\n[repair]\nentities = safe\n");
	expect_output(in_one_call(own, both, sizeof both - 1), expected, sizeof expected - 1);
	expect_output(byte_by_byte(own, both, sizeof both - 1), expected, sizeof expected - 1);
	norm_profile_free(own);
}

/*
 * References stay in code and in queries of URLs. Where ` and the quotation marks, which tell that, are folded, they tell it no
 * more: what is left of them must not wait for a second run.
 */
Test(again, decodes_what_is_code_no_longer)
{
	static const char *const pairs[][2] = {{"`&eacute;`", "'\u00E9'"}, {"?=\u301D&eacute;", "?=\"\u00E9"}};
	norm_profile *own = parse("[repair]\nentities = safe\n[punctuation]\nquotes = ascii\napostrophes = ascii\n");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		expect_output(in_one_call(own, pairs[i][0], strlen(pairs[i][0])), pairs[i][1], strlen(pairs[i][1]));
	norm_profile_free(own);
}

/* Only with edits a step that reports looks at <b, and it must not have the paragraph run over again for that. */
Test(again, edits_change_nothing)
{
	static const char damaged[] = "\u0640\u00C3\u00A9\u200Ef<b";
	norm_profile *own = parse("[repair]\nmojibake = safe\ntags = report\n[controls]\nbidi = drop\n[arabic]\ntatweel = drop\n");
	struct output plain = in_one_call(own, damaged, sizeof damaged - 1);
	expect_output(apply_with(own, NORM_WITH_EDITS, damaged, sizeof damaged - 1), plain.at, plain.len);
	norm_profile_free(own);
}
