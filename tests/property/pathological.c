/* SPDX-License-Identifier: MIT */
/*
 * Inputs that make a careless normaliser slow, or wrong: a pattern, very many times. Each has to come out right, whole
 * and through a stream, and to stay what it is when it is normalised again. No time is measured, but a program whose
 * work grows faster than its input does not end before the alarm.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/laws.h"
#include "support/spec.h"

enum { PATIENCE = 600 }; /* seconds; a sanitizer needs some of them */

/* head, unit `count` times, tail. */
struct pattern {
	const char *head, *unit, *tail;
	size_t count;
};

static const struct {
	const char *name, *spec;
	struct pattern in, out;
} rows[] = {
    {"spaces between words", "clean", {"a", " ", "b", 1000000}, {"a b", "", "", 0}},
    {"spaces at the end of a line", "clean", {"a", " ", "\nb", 1000000}, {"a\nb", "", "", 0}},
    {"spaces at the end of the text", "clean", {"a", " ", "", 1000000}, {"a", "", "", 0}},
    {"spaces at the start of a line", "search", {"a\n", " ", "b", 1000000}, {"a\nb", "", "", 0}},
    {"no-break spaces", "clean", {"a", "\u00A0", "b", 1000000}, {"a\u00A0b", "", "", 0}},
    {"spaces of many kinds", "clean", {"a", "\u2003 \u3000", "b", 300000}, {"a b", "", "", 0}},
    {"thin spaces at the start of a line", "nlp", {"\n", "\u2009", "\n", 500000}, {"\n\n", "", "", 0}},
    {"zero width spaces", "clean", {"a", "\u200B", "b", 1000000}, {"ab", "", "", 0}},
    {"zero width spaces between spaces", "clean", {"a", " \u200B", "b", 300000}, {"a b", "", "", 0}},
    {"letters and zero width spaces", "clean", {"", "a\u200B", "", 500000}, {"", "a", "", 500000}},
    {"spaces that carry accents", "clean", {"a", " \u0301", "b", 300000}, {"a", " \u0301", "b", 300000}},
    {"empty lines", "clean", {"", " \r\n", "", 300000}, {"", "\r\n", "", 300000}},
    {"presentation forms", "clean", {"", "\uFEDF\uFE8E\uFEF9", "", 200000},
     {"", "\u0644\u0627\u0644\u0625", "", 200000}},
    {"phrases", "search", {"", "\uFDFA ", ".", 100000}, {"", "صلي الله عليه وسلم ", ".", 100000}},
    {"letters and accents", "clean", {"", "e\u0301", "", 400000}, {"", "\u00E9", "", 400000}},
    {"letters in parts", "search arabic.elongation=keep", {"", "\u0627\u064E\u0654", "", 200000}, {"", "\u0627", "", 200000}},
    {"one letter, longer than a block", "search", {"", "\u0627", "", 600000}, {"", "\u0627", "", 2}},
    {"Hangul in parts", "clean", {"", "\u1100\u1161\u11A8", "", 100000}, {"", "\uAC01", "", 100000}},
    {"marks out of order", "clean", {"", "\u0628\u0651\u064E", "", 200000}, {"", "\u0628\u064E\u0651", "", 200000}},
    {"typographic signs", "search", {"", "\u2019\u200B\u2026", "", 200000}, {"", "'...", "", 200000}},
    {"bytes that are no characters", "clean input.encoding=utf-8", {"a", "\xFF", "b", 1000000}, {"a", "\uFFFD", "b", 1000000}},
    {"cut characters", "clean input.encoding=utf-8", {"", "\xF0\x9F", "b", 500000}, {"", "\uFFFD", "b", 500000}},
    {"cut characters, deleted", "search input.encoding=utf-8", {"a", "\xF0\x9F", "\u0301", 500000}, {"a", "", "", 0}},
    {"quotations in a quotation", "clean french.inner-quotes=curly", {"« dit ", "\"e\u0301te\u0301\" ", "»", 8000},
     {"« dit ", "“\u00E9t\u00E9” ", "»", 8000}},
    {"more quotations than are read", "clean french.quotes=guillemets", {"dit ", "\"oui\" ", ".", 100000},
     {"dit ", "\"oui\" ", ".", 100000}},
    {"sentences of addresses", "clean", {"", "@ab. @Cd ! (\u0628) ", "a", 60000}, {"", "@ab. @Cd! (\u0628) ", "a", 60000}},
    {"elisions", "clean french.apostrophes=fix", {"", "d' ", "la", 200000}, {"", "d' ", "la", 200000}},
    {"spaces in front of a dash", "none french.dashes=fix", {"a", "\u00A0", "--", 60000}, {"a", "\u00A0", "--", 60000}},
    {"quotations that nothing ends", "none french.inner-quotes=curly", {"a ", "\u201C", "", 60000}, {"a ", "\u201C", "", 60000}},
    {"paragraphs of a separator", "clean", {"", "\u2029", "", 300000}, {"", "\u2029", "", 300000}},
    {"paragraphs with a separator", "clean", {"", "قال ( نعم ) .\u2029", "", 60000},
     {"", "قال (نعم).\u2029", "", 60000}},
    {"a letter of mojibake, then mojibake", "clean", {"", "Ã", " Il a mangÃ© Ã\u00A0 lâ€™Ã©cole.", 30000},
     {"", "Ã", " Il a mangé à l’école.", 30000}},
    {"a letter of mojibake in words", "clean", {"", "vØn ", "Il a mangÃ© Ã\u00A0 lâ€™Ã©cole.", 15000},
     {"", "vØn ", "Il a mangé à l’école.", 15000}},
    {"misreadings in a medley", "clean", {"", "prÃ©vu pr√©vu pr├®vu ", ".", 20000}, {"", "prÃ©vu pr√©vu pr├®vu ", ".", 20000}},
    {"letters that are folded, and may be mojibake", "search", {"", "Ã", "\u0302e", 100000}, {"", "a", "e", 100000}},
    {"overrides that nothing ends", "clean", {"a", "\u202E", "b", 300000}, {"ab", "", "", 0}},
    {"controls in an address", "clean", {"http://a.fr/b", "\u202A", "c et puis", 200000}, {"http://a.fr/b", "\u202A", "c et puis", 200000}},
    {"controls beside letters", "clean", {"", "a\u200E", "", 200000}, {"", "a", "", 200000}},
    {"lines in a code page", "clean", {"", "Il a mang\xE9 \xE0 l'\xE9" "cole.\n", "", 5000},
     {"", "Il a mangé à l'école.\n", "", 5000}},
    {"one long line", "clean", {"", "Le pre\u0301sident a dit : « قَالَ \uFEFB » ; ", ".", 60000},
     {"", "Le pr\u00E9sident a dit : « قَالَ \u0644\u0627 » ; ", ".", 60000}},
};

static void write_pattern(const struct pattern *pattern, struct buffer *out)
{
	buffer_append_text(out, pattern->head);
	for (size_t i = 0; i < pattern->count; i++)
		buffer_append_text(out, pattern->unit);
	buffer_append_text(out, pattern->tail);
}

static bool equal(const struct buffer *a, const struct buffer *b)
{
	return a->len == b->len && (a->len == 0 || !memcmp(a->at, b->at, a->len));
}

static bool same_with_edits(const norm_profile *profile, const struct buffer *in, const struct buffer *expected)
{
	norm_result *result = NULL;
	size_t len;
	if (norm_apply(profile, (const char *)in->at, in->len, NORM_WITH_EDITS, &result, NULL) != NORM_OK)
		return false;
	const char *text = norm_result_text(result, &len);
	bool same = len == expected->len && (len == 0 || !memcmp(text, expected->at, len));
	norm_result_free(result);
	return same;
}

/* What is wrong with the text that norm_apply() gives, with and without edits, and a stream. */
static const char *check_output(const norm_profile *profile, const struct buffer *in, const struct buffer *expected)
{
	static const size_t chunk = 65521;
	struct outcome whole, stream;
	const char *wrong = NULL;
	outcome_apply(profile, in->at, in->len, NORM_PLAIN, &whole);
	outcome_stream(profile, in->at, in->len, NORM_PLAIN, (struct chunks){&chunk, 1}, &stream);
	if (whole.status != NORM_OK || !equal(&whole.text, expected))
		wrong = "another output";
	else if (!outcome_same_text(&whole, &stream))
		wrong = "the stream gives another text";
	else if (!same_with_edits(profile, in, expected))
		wrong = "with edits the text is another";
	outcome_release(&whole);
	outcome_release(&stream);
	return wrong;
}

static const char *check_pattern(const norm_profile *profile, const struct pattern *in, const struct pattern *out)
{
	struct buffer text = {0}, expected = {0}, shorter = {0};
	struct pattern tenth = *in;
	tenth.count /= 10;
	write_pattern(in, &text);
	write_pattern(out, &expected);
	write_pattern(&tenth, &shorter);
	const char *wrong = check_output(profile, &text, &expected);
	if (!wrong)
		wrong = law_idempotence(profile, text.at, text.len);
	if (!wrong)
		wrong = law_edits(profile, shorter.at, shorter.len);
	buffer_release(&text);
	buffer_release(&expected);
	buffer_release(&shorter);
	return wrong;
}

/*
 * Marks over the limit of a sequence, where the profile parts them by U+034F. So what is looked at is the text without
 * U+034F, and that the laws hold.
 */
static const struct {
	const char *name, *spec;
	struct pattern in;
	const char *letter, *mark; /* of the output; `mark` as often as in `in`, less what the letter has taken in */
	size_t marks;
} long_rows[] = {
    {"accents on a letter", "clean", {"e", "\u0301", "", 100000}, "\u00E9", "\u0301", 99999},
    {"accents on nothing", "clean", {"", "\u0301", "", 100000}, "", "\u0301", 100000},
    {"dots below and an accent", "clean", {"x", "\u0323", "", 300000}, "x", "\u0323", 300000},
    {"vowels, dropped", "search", {"\u0628", "\u064E", "", 100000}, "\u0628", "", 0},
};

/* The text without U+034F. */
static void without_joiners(const struct buffer *text, struct buffer *out)
{
	static const uint8_t joiner[] = {0xCD, 0x8F};
	for (size_t i = 0; i < text->len; i++) {
		if (text->len - i >= 2 && !memcmp(text->at + i, joiner, 2))
			i++;
		else
			buffer_append(out, text->at + i, 1);
	}
}

static const char *check_long(const norm_profile *profile, const struct pattern *in, const struct pattern *out)
{
	struct buffer text = {0}, expected = {0}, bare = {0};
	struct outcome outcome;
	write_pattern(in, &text);
	write_pattern(out, &expected);
	outcome_apply(profile, text.at, text.len, NORM_PLAIN, &outcome);
	without_joiners(&outcome.text, &bare);
	const char *wrong = equal(&bare, &expected) ? NULL : "another output";
	if (!wrong)
		wrong = law_idempotence(profile, text.at, text.len);
	if (!wrong)
		wrong = law_edits(profile, text.at, text.len);
	outcome_release(&outcome);
	buffer_release(&text);
	buffer_release(&expected);
	buffer_release(&bare);
	return wrong;
}

/* Pairs that have to change places: shadda (33) and fatha (30). Behind a letter each, and all behind one. */
static const char *check_order(const norm_profile *profile)
{
	const struct pattern pairs = {"", "\u0628\u0651\u064E", "", 100000};
	const struct pattern sorted = {"", "\u0628\u064E\u0651", "", 100000};
	const struct pattern all = {"\u0628", "\u0651\u064E", "", 100000};
	struct buffer text = {0};
	struct outcome outcome;
	write_pattern(&all, &text);
	outcome_apply(profile, text.at, text.len, NORM_PLAIN, &outcome);
	const char *wrong = outcome.text.len < text.len ? "marks are lost" : check_pattern(profile, &pairs, &sorted);
	if (!wrong)
		wrong = law_idempotence(profile, text.at, text.len);
	outcome_release(&outcome);
	buffer_release(&text);
	return wrong;
}

/* The edits where a line is cut; of shorter lines all other patterns tell them. */
static const char *check_cut(const norm_profile *profile)
{
	const struct pattern letters = {"", "\u0628", "", 600000};
	struct buffer text = {0};
	write_pattern(&letters, &text);
	const char *wrong = law_edits(profile, text.at, text.len);
	buffer_release(&text);
	return wrong;
}

static size_t failures, checks;

static void count(const char *name, const char *wrong)
{
	checks++;
	if (!wrong)
		return;
	failures++;
	printf("%s: %s\n", name, wrong);
}

int main(void)
{
	alarm(PATIENCE);
	norm_context *context = spec_context();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		norm_profile *profile = spec_profile(context, rows[i].spec);
		count(rows[i].name, check_pattern(profile, &rows[i].in, &rows[i].out));
		norm_profile_free(profile);
	}
	for (size_t i = 0; i < sizeof long_rows / sizeof long_rows[0]; i++) {
		norm_profile *profile = spec_profile(context, long_rows[i].spec);
		struct pattern out = {long_rows[i].letter, long_rows[i].mark, "", long_rows[i].marks};
		count(long_rows[i].name, check_long(profile, &long_rows[i].in, &out));
		norm_profile_free(profile);
	}
	norm_profile *clean = spec_profile(context, "clean arabic.duplicate-marks=keep");
	count("marks in the wrong order", check_order(clean));
	norm_profile_free(clean);
	norm_profile *search = spec_profile(context, "search");
	count("edits of one letter, longer than a block", check_cut(search));
	norm_profile_free(search);
	norm_context_free(context);
	printf("%zu passed, %zu failed\n", checks - failures, failures);
	return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
