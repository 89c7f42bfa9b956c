/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "repair/line_ends.h"
#include "text/step.h"

static enum line_join decide(struct line_ends *ends, const char *line, const char *next)
{
	return line_ends_decide(ends, (const uint8_t *)line, strlen(line), (const uint8_t *)next, strlen(next));
}

struct row {
	const char *line, *next;
	enum line_join expected;
};

/* Each pair of lines by itself. */
static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct line_ends ends = {0};
		cr_expect_eq(decide(&ends, rows[i].line, rows[i].next), rows[i].expected, "%s | %s", rows[i].line, rows[i].next);
	}
}

Test(line_ends, words_are_joined)
{
	static const struct row rows[] = {
	    {"le gou-", "vernement a", LINE_JOIN_WORD},
	    {"le gou\u2010", "vernement a", LINE_JOIN_WORD},
	    {"le gou\u00AD", "vernement a", LINE_JOIN_WORD},
	    {"le gou- ", "  vernement a", LINE_JOIN_WORD},
	    {"un minis-", "tre", LINE_JOIN_WORD},
	    {"le mi-", "nistre", LINE_JOIN_WORD},
	    {"il s'ex-", "plique", LINE_JOIN_WORD},
	    {"de ce-", "lui qui", LINE_JOIN_WORD},
	    {"une quasi-", "ment", LINE_JOIN_WORD},
	    {"le porte-", "feuille", LINE_JOIN_WORD},
	    {"LE GOUVER-", "NEMENT A", LINE_JOIN_WORD},
	    {"son cama-", "rade, qui", LINE_JOIN_WORD},
	    {"manœu-", "vre", LINE_JOIN_WORD},
	};
	check(rows, COUNT_OF(rows));
}

Test(line_ends, hyphens_of_words_stay)
{
	static const struct row rows[] = {
	    {"de celui-", "ci", LINE_JOIN_HYPHEN},
	    {"Aix-en-", "Provence", LINE_JOIN_HYPHEN},
	    {"Aix-", "en-Provence", LINE_JOIN_HYPHEN},
	    {"Châtillon-sur-", "seine", LINE_JOIN_HYPHEN},
	    {"c'est-à-", "dire", LINE_JOIN_HYPHEN},
	    {"c'est-", "à-dire", LINE_JOIN_HYPHEN},
	    {"y a-t-", "il", LINE_JOIN_HYPHEN},
	    {"y a-", "t-il", LINE_JOIN_HYPHEN},
	    {"le chef-", "d\u2019œuvre", LINE_JOIN_HYPHEN},
	    {"l'après-", "midi", LINE_JOIN_HYPHEN},
	    {"le porte-", "parole", LINE_JOIN_HYPHEN},
	    {"la mi-", "temps", LINE_JOIN_HYPHEN},
	    {"l'ex-", "président", LINE_JOIN_HYPHEN},
	    {"eux-", "mêmes", LINE_JOIN_HYPHEN},
	    {"dit-", "il", LINE_JOIN_HYPHEN},
	    {"Jean-", "Pierre", LINE_JOIN_HYPHEN},
	    {"la Covid-", "19", LINE_JOIN_HYPHEN},
	    {"en 2020-", "2021", LINE_JOIN_HYPHEN},
	    {"un e-", "mail", LINE_JOIN_HYPHEN},
	    {"http://site.dz/le-", "gouvernement", LINE_JOIN_HYPHEN},
	    {"باريس-", "نيس", LINE_JOIN_HYPHEN},
	    {"قال vice-", "président", LINE_JOIN_HYPHEN},
	};
	check(rows, COUNT_OF(rows));
}

Test(line_ends, full_lines_go_on)
{
	static const struct row rows[] = {
	    {"Le président de la République a déclaré", "hier que tout irait bien.", LINE_JOIN_SPACE},
	    {"قال رئيس الجمهورية أمس في خطاب إلى الأمة", "إن كل شيء على ما يرام", LINE_JOIN_SPACE},
	    {"Le président de la République l'a dit.", "Personne ne l'a entendu.", LINE_JOIN_SPACE},
	    {"le président de la République -", "il l'a dit", LINE_JOIN_SPACE},
	};
	check(rows, COUNT_OF(rows));
}

Test(line_ends, other_lines_end)
{
	static const struct row rows[] = {
	    {"", "texte", LINE_JOIN_NONE},
	    {"texte", " \t", LINE_JOIN_NONE},
	    {"Le gou-", "", LINE_JOIN_NONE},
	    {"Titre court", "Le président de la République a déclaré hier", LINE_JOIN_NONE},
	    {"et c'est la fin.", "le président de la République a déclaré hier", LINE_JOIN_NONE},
	    {"Mignonne, allons voir dans le jardin fleuri", "Si la rose est encore ce qu'elle fut jadis", LINE_JOIN_NONE},
	    {"Le président de la République a déclaré", "- que tout irait bien", LINE_JOIN_NONE},
	    {"Le président de la République a déclaré", "• que tout irait bien", LINE_JOIN_NONE},
	    {"Le président de la République a déclaré", "2. que tout irait bien", LINE_JOIN_NONE},
	    {"Le président de la République a déclaré", "b) que tout irait bien", LINE_JOIN_NONE},
	    {"Le président de la République a déclaré", "  que tout irait bien", LINE_JOIN_NONE},
	    {"peu de mots", "dans ces vers", LINE_JOIN_NONE},
	    {"الخبر", "قال رئيس الجمهورية أمس في خطاب إلى الأمة", LINE_JOIN_NONE},
	};
	check(rows, COUNT_OF(rows));
}

/* What the lines before have shown: prose, and how wide it is. An empty line ends it. */
Test(line_ends, remember_the_column)
{
	struct line_ends ends = {0};
	cr_expect_eq(decide(&ends, "Le président de la République a déclaré", "hier devant le ministre Abdelkader"), LINE_JOIN_SPACE);
	cr_expect_eq(decide(&ends, "hier devant le ministre Abdelkader", "Benmohamed qu'il partira demain"), LINE_JOIN_SPACE);
	cr_expect_eq(decide(&ends, "Benmohamed qu'il partira", "demain"), LINE_JOIN_NONE);
	cr_expect_eq(decide(&ends, "demain", ""), LINE_JOIN_NONE);
	cr_expect_eq(ends.width, 0);
	cr_expect_eq(decide(&ends, "hier devant le ministre Abdelkader", "Benmohamed qu'il partira demain"), LINE_JOIN_NONE);
}

/* Any bytes, and lines without an end to them. */
Test(line_ends, bear_anything, .timeout = 120)
{
	static const char *const units[] = {"\xFF", "a", "-", " ", "\u0301", "\xC3", "\u00AD", "1", "ن", "a-", "www."};
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		size_t unit = strlen(units[i]), count = 200000;
		struct line_ends ends = {0};
		char *line = malloc(unit * count + 1);
		cr_assert_not_null(line);
		for (size_t k = 0; k < count; k++)
			memcpy(line + k * unit, units[i], unit);
		line[unit * count] = '-';
		cr_expect_lt(line_ends_decide(&ends, (uint8_t *)line, unit * count + 1, (uint8_t *)line, unit * count), 4);
		free(line);
	}
}
