/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "text/level.h"

static struct levels levels;

static void read_text(const char *text)
{
	levels_read(&levels, (const uint8_t *)text, strlen(text));
	cr_assert_not(levels.failed);
}

/* The offset of the first `part` in `text`. */
static size_t place(const char *text, const char *part)
{
	const char *found = strstr(text, part);
	cr_assert_not_null(found);
	return (size_t)(found - text);
}

static void tear_down(void)
{
	levels_release(&levels);
}

TestSuite(level, .fini = tear_down);

Test(level, of_nothing)
{
	cr_expect_eq(levels_language_at(&levels, 0), LANGUAGE_NONE, "nothing has been read");
	cr_expect_eq(levels_letter_language_at(&levels, 0), LANGUAGE_NONE);
	read_text("");
	cr_expect_eq(levels.level_count, 1);
	cr_expect_eq(levels.sentence_count, 1);
	cr_expect_eq(levels_language_at(&levels, 0), LANGUAGE_NONE);
	cr_expect_eq(levels_language_at(&levels, 100), LANGUAGE_NONE);
	cr_expect_eq(levels_level_language(&levels, 7), LANGUAGE_NONE);
	cr_expect_eq(levels_sentence_language(&levels, 7), LANGUAGE_NONE);
}

Test(level, has_marks_content_and_host)
{
	static const char text[] = "Il a dit «قال (oui) أمس» hier.";
	read_text(text);
	cr_assert_eq(levels.level_count, 3);
	const struct level *paragraph = &levels.level[0], *quote = &levels.level[1], *bracket = &levels.level[2];
	cr_expect_eq(paragraph->start, 0);
	cr_expect_eq(paragraph->end, sizeof text - 1);
	cr_expect_eq(paragraph->opener, LEVEL_NONE);
	cr_expect_eq(paragraph->parent, LEVEL_NONE);
	cr_expect_eq(quote->opener, place(text, "«"));
	cr_expect_eq(quote->start, place(text, "«") + 2);
	cr_expect_eq(quote->end, place(text, "»"));
	cr_expect_eq(quote->closer, place(text, "»"));
	cr_expect_eq(quote->opener_cp, 0x00AB);
	cr_expect_eq(quote->closer_cp, 0x00BB);
	cr_expect_eq(quote->parent, 0);
	cr_expect_eq(bracket->parent, 1);
	cr_expect_eq(bracket->depth, 2);
	cr_expect_eq(levels_level_language(&levels, 0), LANGUAGE_FRENCH);
	cr_expect_eq(levels_level_language(&levels, 1), LANGUAGE_ARABIC);
	cr_expect_eq(levels_level_language(&levels, 2), LANGUAGE_FRENCH);
}

Test(level, marks_belong_to_the_host)
{
	static const char text[] = "Il a dit «قال (oui) أمس» hier.";
	read_text(text);
	cr_expect_eq(levels_level_at(&levels, place(text, "«")), 0);
	cr_expect_eq(levels_level_at(&levels, place(text, "قال")), 1);
	cr_expect_eq(levels_level_at(&levels, place(text, "(")), 1);
	cr_expect_eq(levels_level_at(&levels, place(text, "oui")), 2);
	cr_expect_eq(levels_level_at(&levels, place(text, ")")), 1);
	cr_expect_eq(levels_level_at(&levels, place(text, "»")), 0);
	cr_expect_eq(levels_language_at(&levels, place(text, "(")), LANGUAGE_ARABIC, "also when asked backwards");
	cr_expect_eq(levels_language_at(&levels, place(text, ".")), LANGUAGE_FRENCH);
	cr_expect_eq(levels_language_at(&levels, sizeof text), LANGUAGE_FRENCH, "behind the end");
}

Test(level, without_a_partner)
{
	read_text("suite » puis « fin");
	cr_assert_eq(levels.level_count, 3);
	cr_expect_eq(levels.level[1].start, 0);
	cr_expect_eq(levels.level[1].opener, LEVEL_NONE);
	cr_expect_eq(levels.level[1].opener_cp, 0);
	cr_expect_eq(levels.level[1].closer, 6);
	cr_expect_eq(levels.level[2].end, levels.level[0].end);
	cr_expect_eq(levels.level[2].closer, LEVEL_NONE);
	cr_expect_eq(levels.level[2].closer_cp, 0);
}

Test(level, is_forgotten_by_the_next_paragraph)
{
	read_text("« Il a dit «oui» et (non)");
	read_text("قال");
	cr_expect_eq(levels.level_count, 1);
	cr_expect_eq(levels_language_at(&levels, 0), LANGUAGE_ARABIC);
}

Test(level, letters_have_the_language_of_their_script)
{
	static const char text[] = "Il a lu این کتاب را از تهران خریدم hier. قال الوزير ک في العاصمة أمس. Il a lu الوطن.";
	read_text(text);
	cr_expect_eq(levels_letter_language_at(&levels, place(text, "کتاب")), LANGUAGE_PERSIAN);
	cr_expect_eq(levels_letter_language_at(&levels, place(text, "ک في")), LANGUAGE_ARABIC);
	cr_expect_eq(levels_letter_language_at(&levels, 0), LANGUAGE_PERSIAN, "of the words of the sentence");
}

/* What folds Arabic letters must not make Persian Arabic. */
Test(level, persian_stays_persian_when_it_is_folded)
{
	static const char *const texts[] = {
	    "رئیس جمهور ایران گفت که دولت آمادهٔ گفتگو است.",
	    "رييس جمهور ايران گفت كه دولت اماده گفتگو است.",
	    "دولت ایران گفت که برای مذاکره با آمریکا آماده است و شرطی ندارد.",
	    "دولت ايران گفت كه براي مذاكره با امريكا اماده است و شرطي ندارد.",
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		read_text(texts[i]);
		cr_expect_eq(levels_letter_language_at(&levels, 0), LANGUAGE_PERSIAN, "text %zu", i);
	}
}

/* `head`, `unit` so many times, `tail`. */
static const char *repeated(const char *head, const char *unit, size_t count, const char *tail)
{
	static char text[1 << 20];
	char *at = stpcpy(text, head);
	for (size_t i = 0; i < count; i++)
		at = stpcpy(at, unit);
	stpcpy(at, tail);
	return text;
}

Test(level, nesting_is_bounded)
{
	read_text(repeated("a ", "«b ", 1000, "c"));
	cr_expect_eq(levels.level_count, LEVEL_DEPTH_MAX + 1);
	cr_expect_eq(levels.level[LEVEL_DEPTH_MAX].depth, LEVEL_DEPTH_MAX);
	read_text(repeated("a ", "b» ", 1000, "c"));
	cr_expect_eq(levels.level_count, LEVEL_DEPTH_MAX + 1);
}

/* All levels are looked at to find the largest one, so nobody may do that for each question. */
Test(level, the_largest_is_found_once, .timeout = 30)
{
	size_t right = 0;
	read_text(repeated("", "(b) ", LEVEL_COUNT_MAX - 1, "(قال الوزير أمس)"));
	for (size_t i = 0; i < 1000000; i++)
		right += levels_level_language(&levels, 0) == LANGUAGE_ARABIC;
	cr_expect_eq(right, 1000000);
	read_text("(oui)");
	cr_expect_eq(levels_level_language(&levels, 0), LANGUAGE_FRENCH, "of the next paragraph");
}

Test(level, levels_are_bounded)
{
	read_text(repeated("a ", "«b» ", LEVEL_COUNT_MAX + 100, "c"));
	cr_expect_eq(levels.level_count, LEVEL_COUNT_MAX + 1);
	cr_expect_eq(levels_level_at(&levels, levels.len - 4), 0, "what is too much is flat");
}

Test(level, marks_are_bounded)
{
	read_text(repeated("a ", "B! ق! ", LEVEL_MARKS_MAX, "«c»"));
	cr_expect_eq(levels.level_count, 1);
	cr_expect_eq(levels.sentence_count, LEVEL_MARKS_MAX + 1);
	cr_expect_eq(levels.level[0].end, levels.len);
}
