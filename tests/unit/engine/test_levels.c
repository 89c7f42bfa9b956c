/* SPDX-License-Identifier: MIT */
/* The contract of norm_levels. What it tells of random texts is tested by tests/property/told_levels.c. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "libnorm/norm.h"

static norm_profile *profile;
static norm_levels *levels;

static void begin(const char *spec)
{
	cr_assert_eq(norm_profile_parse(NULL, spec, strlen(spec), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_levels_new(profile, &levels), NORM_OK);
}

static void begin_plain(void)
{
	begin("");
}

static void tear_down(void)
{
	norm_levels_free(levels);
	norm_profile_free(profile);
}

static void read_text(const char *text)
{
	cr_assert_eq(norm_levels_read(levels, text, strlen(text)), NORM_OK);
}

static norm_level level(size_t index)
{
	norm_level ret = {0};
	cr_assert(norm_levels_level(levels, index, &ret), "level %zu", index);
	return ret;
}

static norm_sentence sentence(size_t index)
{
	norm_sentence ret = {0};
	cr_assert(norm_levels_sentence(levels, index, &ret), "sentence %zu", index);
	return ret;
}

static void expect_counts(size_t level_count, size_t sentence_count, size_t span_count)
{
	norm_level a_level;
	norm_sentence a_sentence;
	norm_protected a_span;
	cr_expect(!level_count || norm_levels_level(levels, level_count - 1, &a_level));
	cr_expect_not(norm_levels_level(levels, level_count, &a_level));
	cr_expect(!sentence_count || norm_levels_sentence(levels, sentence_count - 1, &a_sentence));
	cr_expect_not(norm_levels_sentence(levels, sentence_count, &a_sentence));
	cr_expect(!span_count || norm_levels_protected(levels, span_count - 1, &a_span));
	cr_expect_not(norm_levels_protected(levels, span_count, &a_span));
}

TestSuite(levels, .init = begin_plain, .fini = tear_down);

Test(levels, tags)
{
	static const char *const tags[] = {"zxx", "fr", "und-Latn", "ar", "fa", "ur", "ckb", "ug", "und", "en"};
	for (int i = 0; i <= NORM_LANGUAGE_ENGLISH; i++)
		cr_expect_str_eq(norm_language_tag((norm_language)i), tags[i]);
	cr_expect_eq(NORM_LANGUAGE_NONE, 0);
	cr_expect_eq(NORM_LANGUAGE_OTHER, 8);
	cr_expect_eq(NORM_LANGUAGE_ENGLISH, 9);
	cr_expect_str_eq(norm_language_tag((norm_language)10), "und");
	cr_expect_str_eq(norm_language_tag((norm_language)-1), "und");
}

/* Il dit «نعم». قال: نعم. */
Test(levels, a_quotation_in_a_paragraph)
{
	read_text("Il dit «\u0646\u0639\u0645». \u0642\u0627\u0644: \u0646\u0639\u0645.\n");
	expect_counts(2, 3, 0);
	norm_level all = level(0), quote = level(1);
	cr_expect(all.start == 0 && all.end == 35 && all.outer_start == 0 && all.outer_end == 35);
	cr_expect(all.parent == NORM_LEVEL_NONE && all.depth == 0);
	cr_expect(all.first_sentence == 0 && all.sentence_count == 2);
	cr_expect(quote.start == 9 && quote.end == 15 && quote.outer_start == 7 && quote.outer_end == 17);
	cr_expect(quote.parent == 0 && quote.depth == 1 && quote.language == NORM_LANGUAGE_ARABIC);
	cr_expect(quote.first_sentence == 1 && quote.sentence_count == 1);
	norm_sentence french = sentence(0), inner = sentence(1), arabic = sentence(2);
	cr_expect(french.start == 0 && french.end == 19 && french.level == 0);
	cr_expect_eq(french.language, NORM_LANGUAGE_FRENCH);
	cr_expect(inner.start == 9 && inner.end == 15 && inner.level == 1);
	cr_expect_eq(inner.language, NORM_LANGUAGE_ARABIC);
	cr_expect(arabic.start == 19 && arabic.end == 35 && arabic.level == 0);
	cr_expect_eq(arabic.language, NORM_LANGUAGE_ARABIC);
}

Test(levels, the_language_at_an_offset)
{
	read_text("Il dit «\u0646\u0639\u0645» !\n");
	cr_expect_eq(norm_levels_language_at(levels, 0), NORM_LANGUAGE_FRENCH);
	cr_expect_eq(norm_levels_language_at(levels, 7), NORM_LANGUAGE_FRENCH, "the mark is its host's");
	cr_expect_eq(norm_levels_language_at(levels, 9), NORM_LANGUAGE_ARABIC);
	cr_expect_eq(norm_levels_language_at(levels, 14), NORM_LANGUAGE_ARABIC);
	cr_expect_eq(norm_levels_language_at(levels, 15), NORM_LANGUAGE_FRENCH);
	cr_expect_eq(norm_levels_language_at(levels, 20), NORM_LANGUAGE_FRENCH, "the end belongs to what is before it");
	cr_expect_eq(norm_levels_language_at(levels, SIZE_MAX), NORM_LANGUAGE_FRENCH);
}

/* One function word is enough where nothing else tells, and nowhere else. */
Test(levels, the_likely_language)
{
	static const struct {
		const char *text;
		norm_language governs, likely; /* of the first sentence */
	} rows[] = {
	    {"The minister said that he would not go.", NORM_LANGUAGE_ENGLISH, NORM_LANGUAGE_ENGLISH},
	    {"The market fell again yesterday.", NORM_LANGUAGE_FRENCH, NORM_LANGUAGE_ENGLISH},
	    {"Mercado del pueblo.", NORM_LANGUAGE_FRENCH, NORM_LANGUAGE_LATIN},
	    {"Marseille.", NORM_LANGUAGE_FRENCH, NORM_LANGUAGE_FRENCH},
	    {"Le film The Artist.", NORM_LANGUAGE_FRENCH, NORM_LANGUAGE_FRENCH},
	    {"The Artist gagne. Il est venu avec sa soeur et ses enfants.", NORM_LANGUAGE_FRENCH, NORM_LANGUAGE_FRENCH},
	    {"The Artist wins. She was there with her brother.", NORM_LANGUAGE_ENGLISH, NORM_LANGUAGE_ENGLISH},
	    {"\u0642\u0627\u0644 the \u0646\u0639\u0645", NORM_LANGUAGE_ARABIC, NORM_LANGUAGE_ARABIC},
	    {"12:30", NORM_LANGUAGE_NONE, NORM_LANGUAGE_NONE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		read_text(rows[i].text);
		cr_expect_eq(sentence(0).language, rows[i].governs, "%s", rows[i].text);
		cr_expect_eq(norm_levels_likely_language(levels, 0), rows[i].likely, "%s", rows[i].text);
		cr_expect_eq(norm_levels_likely_language(levels, 100), NORM_LANGUAGE_NONE);
	}
	cr_expect_eq(norm_levels_likely_language(NULL, 0), NORM_LANGUAGE_NONE);
}

/* Numbers and offsets count through the text. */
Test(levels, several_paragraphs)
{
	read_text("a (b)\n\n\u2029Voir «c\nhttp://a.fr et 12:30");
	expect_counts(7, 7, 2);
	cr_expect(level(1).parent == 0 && level(1).outer_start == 2 && level(1).end == 4);
	cr_expect(level(2).start == 6 && level(2).end == 7 && level(2).language == NORM_LANGUAGE_NONE);
	cr_expect(level(3).start == 7 && level(3).end == 10);
	cr_expect(level(4).start == 10 && level(4).end == 19 && level(4).parent == NORM_LEVEL_NONE);
	norm_level open = level(5);
	cr_expect(open.parent == 4 && open.outer_start == 15 && open.start == 17 && open.end == 19 && open.outer_end == 19);
	cr_expect_eq(sentence(open.first_sentence).level, 5);
	cr_expect_eq(level(6).first_sentence, 6);
	norm_protected span;
	cr_assert(norm_levels_protected(levels, 0, &span));
	cr_expect(span.start == 19 && span.end == 30);
	cr_expect_str_eq(span.kind, "url");
	cr_assert(norm_levels_protected(levels, 1, &span));
	cr_expect(span.start == 34 && span.end == 39);
	cr_expect_str_eq(span.kind, "time");
}

Test(levels, a_quotation_that_began_before)
{
	read_text("suite» et fin");
	expect_counts(2, 2, 0);
	norm_level before = level(1);
	cr_expect(before.outer_start == 0 && before.start == 0 && before.end == 5 && before.outer_end == 7);
	cr_expect_eq(before.parent, 0);
}

Test(levels, marks_are_seen_as_the_profile_sees_them)
{
	read_text("a \uFF08b\uFF09 c");
	expect_counts(1, 1, 0);
	tear_down();
	begin("[unicode]\nform = NFKC\n");
	read_text("a \uFF08b\uFF09 c");
	expect_counts(2, 2, 0);
	cr_expect(level(1).outer_start == 2 && level(1).start == 5 && level(1).end == 6 && level(1).outer_end == 9);
}

static void expect_empty(void)
{
	expect_counts(0, 0, 0);
	cr_expect_eq(norm_levels_likely_language(levels, 0), NORM_LANGUAGE_NONE);
	cr_expect_eq(norm_levels_language_at(levels, 0), NORM_LANGUAGE_NONE);
}

Test(levels, no_text)
{
	expect_empty();
	cr_assert_eq(norm_levels_read(levels, NULL, 0), NORM_OK);
	expect_empty();
}

Test(levels, no_levels)
{
	norm_levels_free(levels);
	levels = NULL;
	expect_empty();
}

Test(levels, one_text_after_another)
{
	read_text("Il dit «\u0646\u0639\u0645» à 12:30.\n\nOui.");
	read_text("\u0646\u0639\u0645 (x)");
	expect_counts(2, 2, 0);
	cr_expect_eq(level(0).end, 10);
	cr_expect_eq(norm_levels_language_at(levels, 0), NORM_LANGUAGE_ARABIC);
	read_text("");
	expect_empty();
}

Test(levels, bytes_that_are_no_characters)
{
	cr_assert_eq(norm_levels_read(levels, "\xFF\0\xC2", 3), NORM_OK);
	expect_counts(1, 1, 0);
	cr_expect_eq(level(0).end, 3);
	cr_expect_eq(level(0).language, NORM_LANGUAGE_NONE);
}

Test(levels, misuse)
{
	norm_levels *const before = levels;
	cr_expect_eq(norm_levels_new(NULL, &levels), NORM_E_MISUSE);
	cr_expect_eq(norm_levels_new(profile, NULL), NORM_E_MISUSE);
	cr_expect_eq(levels, before);
	read_text("a");
	cr_expect_eq(norm_levels_read(NULL, "a", 1), NORM_E_MISUSE);
	cr_expect_eq(norm_levels_read(levels, NULL, 1), NORM_E_MISUSE);
	expect_counts(1, 1, 0);
}

#if SIZE_MAX > UINT32_MAX
/* A text that is too long is not looked at. */
Test(levels, four_gigabytes)
{
	read_text("a");
	cr_expect_eq(norm_levels_read(levels, "a", (size_t)UINT32_MAX + 1), NORM_E_LIMIT);
	expect_empty();
}
#endif
