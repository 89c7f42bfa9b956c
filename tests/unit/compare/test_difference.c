/* SPDX-License-Identifier: MIT */
/* What two texts differ in: the pairs that are found among what is not aligned, and where differences begin and end. */
#include <criterion/criterion.h>
#include <string.h>

#include "common/bytes.h"
#include "common/profiles.h"
#include "compare/difference.h"

static norm_context *context;
static norm_profile *profile;
static struct text_reader reader;

static void start(void)
{
	token_init();
	context = profiles_context(NULL);
	cr_assert(context);
	profile = lexicon_profile(context);
	cr_assert(profile);
	cr_assert(text_reader_init(&reader, NULL));
}

static void stop(void)
{
	text_reader_release(&reader);
	norm_profile_free(profile);
	norm_context_free(context);
}

TestSuite(difference, .init = start, .fini = stop);

static void append(struct bytes *told, const struct side *side, uint32_t first, uint32_t end)
{
	if (first == end)
		return;
	struct token from = side_token(side, first), to = side_token(side, end - 1);
	bytes_append(told, from.core, (size_t)(to.end - from.core));
}

/* "a>b class class; …": all differences of two texts. */
static void tell(const char *a, const char *b, struct bytes *told)
{
	struct comparison comparison = {0};
	bytes_append(&comparison.a.text.raw, a, strlen(a));
	bytes_append(&comparison.b.text.raw, b, strlen(b));
	cr_assert(comparison_read(&comparison, &reader));
	comparison_run(&comparison, profile, false);
	told->len = 0;
	for (size_t i = 0; i < comparison.differences.count; i++) {
		const struct difference *difference = &comparison.differences.at[i];
		bytes_append_text(told, i ? "; " : "");
		append(told, &comparison.a, difference->a, difference->a_end);
		bytes_append_text(told, ">");
		append(told, &comparison.b, difference->b, difference->b_end);
		for (unsigned class = 0; class < CLASS_COUNT; class++) {
			if (difference->classes >> class & 1)
				bytes_format(told, " %s", class_name((enum class)class));
		}
	}
	bytes_text(told);
	comparison_release(&comparison);
}

static const struct {
	const char *a, *b, *told;
} rows[] = {
	{"", "", ""},
	{"un", "un", ""},
	{"un", "", "un> wording"},
	{"", "un", ">un wording"},
	{"un deux trois", "un quatre trois", "deux>quatre wording"},
	{"un deux trois", "un trois", "deux> wording"},
	/* words in two, in each place */
	{"Bou Zid dit", "Bouzid dit", "Bou Zid>Bouzid space case"},
	{"il dit porte parole", "il dit porteparole", "porte parole>porteparole space"},
	{"le porte-parole", "le porteparole", "porte-parole>porteparole dash"},
	/* numbers */
	{"12 morts", "13 morts", "12>13 number"},
	{"12 500 morts", "13 500 morts", "12>13 number"},
	{"1.500 morts", "1,500 morts", "1.500>1,500 digit-shape"},
	{"1.5 million", "15 million", "1.5>15 number"},
	{"\u0661\u0662", "12", "\u0661\u0662>12 digit-shape"},
	{"le G7 dit", "le G20 dit", "G7>G20 number"},
	/* each change on its own */
	{"a b c d e", "a x c y e", "b>x wording; d>y wording"},
	{"l'\u00C9tat a refus\u00E9", "l\u2019Etat a accept\u00E9",
	 "l'>l\u2019 apostrophe; \u00C9tat>Etat accent; refus\u00E9>accept\u00E9 wording"},
	/* punctuation that goes with words is no difference of its own */
	{"il a dit, hier, cela", "il a dit cela", ", hier,> wording"},
	{"il a dit, cela", "il a dit cela", ",> punctuation"},
	/* what comes in begins where a sentence begins */
	{"Fin. La foule crie", "Fin. La police vient. La foule crie", ">La police vient. wording"},
	{"x\nLe chat dort.\n", "x\nLe chien dort.\nLe chat dort.\n", ">Le chien dort. wording"},
	/* and ends where it ends, also where both texts do */
	{"Le chat dort.", "Le chat dort. Le chien veille.", ">Le chien veille. wording"},
	{"Le chat dort. Le chien veille.", "Le chat dort.", "Le chien veille.> wording"},
	{"Le chat dort.\n", "Le chat dort.\n\nLe chien veille.\n", ">Le chien veille. wording"},
	{"Le chat dort.\nLe chien veille.\n", "Le chien veille.\n", "Le chat dort.> wording"},
	{"Le chien veille.\n", "Le chat dort.\nLe chien veille.\n", ">Le chat dort. wording"},
	/* a space that comes and goes with a word is no difference of its own; between words that stay it is */
	{"l'ancien ministre", "l'ex-ministre", "ancien>ex- wording"},
	{"un ami\u00A0: lui", "un voisin : lui", "ami>voisin wording; :>: space"},
	{"le ministre.Il dit", "le ministre. Il dit", "Il>Il space"},
	/* beside an end of a line spaces of all kinds are its margin */
	{"un\u00A0\ndeux", "un\n\u202Fdeux", ""},
	{"un\u00A0deux", "un\ndeux", "deux>deux space"},
	/* of two paragraphs that begin alike the one that is new has its own beginning */
	{"x.\nIl a dit oui.\n", "x.\nIl a cri\u00E9 fort.\nIl a dit non.\n", ">Il a cri\u00E9 fort. wording; oui>non wording"},
};

Test(difference, of_two_texts)
{
	struct bytes told = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		tell(rows[i].a, rows[i].b, &told);
		cr_expect_str_eq(told.at, rows[i].told, "row %zu: %s", i, told.at);
	}
	bytes_release(&told);
}

/* What a word that both have in the middle of two rewritten sentences says, nobody wants to know. */
Test(difference, islands_belong_to_the_change)
{
	struct bytes told = {0};
	tell("alpha b1 b2 b3 b4 b5 b6 et b7 b8 b9 b10 b11 b12 omega", "alpha c1 c2 c3 c4 c5 c6 et c7 c8 c9 c10 c11 c12 omega", &told);
	cr_expect_null(strchr(told.at, ';'), "%s", told.at);
	tell("alpha b1 et b2 omega", "alpha c1 et c2 omega", &told);
	cr_expect_not_null(strchr(told.at, ';'), "two words that were changed are two changes: %s", told.at);
	bytes_release(&told);
}
