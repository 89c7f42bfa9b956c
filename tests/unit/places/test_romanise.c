/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "libnorm/romanise.h"
#include "support/random_name.h"
#include "unicode/utf8.h"
#include "unit/places/gazetteer_bed.h"

static norm_romaniser *open_country(const char *country)
{
	norm_romaniser *romaniser;
	cr_assert_eq(norm_romaniser_new(country, NULL, &romaniser), NORM_OK);
	return romaniser;
}

static const char *first_of(norm_romaniser *romaniser, const char *name)
{
	norm_proposal proposal;
	cr_assert_eq(norm_romanise(romaniser, name, strlen(name)), NORM_OK);
	return norm_romaniser_proposal(romaniser, 0, &proposal) ? proposal.text : NULL;
}

Test(romanise, names_of_which_nothing_is_left)
{
	static const char *const names[] = {"", " ", "\u00A0\t ", "\u064E\u0651", "ــ", "\u200F\u200E"};
	norm_romaniser *romaniser = open_country("DZ");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		norm_proposal proposal = {.text = "untouched"};
		cr_expect_eq(norm_romanise(romaniser, names[i], strlen(names[i])), NORM_OK);
		cr_expect_not(norm_romaniser_proposal(romaniser, 0, &proposal), "\"%s\" became \"%s\"", names[i], proposal.text);
		cr_expect_eq(norm_arabise(romaniser, names[i], strlen(names[i])), NORM_OK);
		cr_expect_not(norm_romaniser_proposal(romaniser, 0, &proposal), "\"%s\" became \"%s\"", names[i], proposal.text);
		cr_expect_str_eq(proposal.text, "untouched");
	}
	norm_romaniser_free(romaniser);
}

Test(romanise, what_is_no_letter_stays)
{
	static const char *const rows[][2] = {
		{"\xFF", "\uFFFD"},        {"\xD8", "\uFFFD"},          {"٢٠٢٤", "2024"}, {"۱۴", "14"},
		{"Paris", "Paris"},        {"12 - 34", "12-34"},        {"(x)", "(x)"},   {"  a  b  ", "a b"},
		{"\U0001F600", "\U0001F600"}, {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
	};
	norm_romaniser *romaniser = open_country(NULL);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(first_of(romaniser, rows[i][0]), rows[i][1]);
	norm_romaniser_free(romaniser);
}

Test(romanise, spellings_of_one_name)
{
	static const char *const pairs[][2] = {
		{"تلمسان", "تِلِمْسَان"}, {"تلمسان", "تلمســان"}, {"تلمسان", "\uFE97\uFEE0\uFEE4\uFEB4\uFE8E\uFEE5"},
		{"تيزي وزو", "تیزی وزو"}, {"سوق أهراس", " سوق  أهراس\u200F"}, {"تقرت", "ت\u200Dقرت"},
	};
	norm_romaniser *romaniser = open_country("DZ");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		char *plain = strdup(first_of(romaniser, pairs[i][0]));
		cr_expect_str_eq(first_of(romaniser, pairs[i][1]), plain);
		free(plain);
	}
	norm_romaniser_free(romaniser);
}

/* The laws of proposals; NULL where they hold. */
static const char *wrong_in(const norm_romaniser *romaniser)
{
	norm_proposal one, other;
	double before = 1;
	for (size_t i = 0; norm_romaniser_proposal(romaniser, i, &one); i++) {
		const uint8_t *at = (const uint8_t *)one.text, *end = at + strlen(one.text);
		if (at == end || one.text[0] == ' ' || end[-1] == ' ' || strstr(one.text, "  "))
			return "blanks";
		if (!(one.confidence > 0 && one.confidence <= 1) || one.origin != NORM_ORIGIN_RULES)
			return "confidence or origin";
		if (one.confidence > before)
			return "order";
		before = one.confidence;
		for (size_t k = 0; k < i && norm_romaniser_proposal(romaniser, k, &other); k++)
			if (!strcmp(one.text, other.text))
				return "twice";
		for (uint32_t cp; at < end;)
			if (at += utf8_decode(at, end, &cp), cp == UTF8_INVALID)
				return "no UTF-8";
	}
	return NULL;
}

Test(romanise, laws_for_random_names)
{
	static const char *const countries[] = {"DZ", "TD", "EG", "XX", NULL};
	struct random random = {20240611};
	struct buffer name = {0};
	for (size_t i = 0; i < 2000; i++) {
		norm_romaniser *romaniser = open_country(countries[i % 5]);
		random_name(&random, &name);
		for (int reverse = 0; reverse < 2; reverse++) {
			norm_status status = (reverse ? norm_arabise : norm_romanise)(romaniser, (const char *)name.at, name.len);
			cr_assert_eq(status, NORM_OK);
			const char *wrong = wrong_in(romaniser);
			cr_assert_null(wrong, "%s: %.*s", wrong, (int)name.len, (const char *)name.at);
		}
		norm_romaniser_free(romaniser);
	}
	buffer_release(&name);
}

Test(romanise, long_names)
{
	static const size_t letters[] = {10000, 200000, 524288, 524289};
	norm_romaniser *romaniser = open_country("DZ");
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		struct buffer name = {0};
		norm_proposal proposal;
		for (size_t k = 0; k < letters[i]; k++)
			buffer_append_text(&name, k % 7 ? "ب" : "ا");
		norm_status status = norm_romanise(romaniser, (const char *)name.at, name.len);
		cr_expect_eq(status, i < 3 ? NORM_OK : NORM_E_LIMIT);
		cr_expect_eq(norm_romaniser_proposal(romaniser, 0, &proposal), i < 3);
		cr_expect(i == 3 || strlen(proposal.text) >= letters[i] / 2);
		buffer_release(&name);
	}
	norm_romaniser_free(romaniser);
}

Test(romanise, misuse)
{
	norm_romaniser *romaniser = open_country("DZ");
	norm_romaniser *other = romaniser;
	norm_proposal proposal;
	cr_expect_eq(norm_romaniser_new("DZ", NULL, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_romaniser_new("DZA", NULL, &other), NORM_E_MISUSE);
	cr_expect_eq(norm_romaniser_new("", NULL, &other), NORM_E_MISUSE);
	cr_expect_eq(other, romaniser);
	cr_expect_eq(norm_romanise(NULL, "a", 1), NORM_E_MISUSE);
	cr_expect_eq(norm_romanise(romaniser, NULL, 1), NORM_E_MISUSE);
	cr_expect_eq(norm_arabise(romaniser, NULL, 1), NORM_E_MISUSE);
	cr_expect_eq(norm_romanise(romaniser, NULL, 0), NORM_OK);
	cr_expect_not(norm_romaniser_proposal(NULL, 0, &proposal));
	norm_romaniser_free(romaniser);
	norm_romaniser_free(NULL);
}

static const char places[] =
	"ln:dz-in-salah\tDZ\ttown\t\t\tfr\tIn Salah\tpreferred\tnewsroom\n"
	"ln:dz-in-salah\tDZ\ttown\t\t\tar\tعين صالح\tpreferred\tnewsroom\n"
	"ln:xx-other\tMA\ttown\t\t\tfr\tAïn Saleh\tpreferred\tnewsroom\n"
	"ln:xx-other\tMA\ttown\t\t\tar\tعين صالح\tpreferred\tnewsroom\n";

Test(romanise, gazetteer_first)
{
	const char *table = places;
	norm_gazetteer *gazetteer = stack_of(&table, 1);
	static const struct {
		const char *country, *first, *second;
	} rows[] = {{"DZ", "In Salah", "Aïn Saleh"}, {"MA", "Aïn Saleh", "In Salah"}};
	for (size_t i = 0; i < 2; i++) {
		norm_romaniser *romaniser;
		norm_proposal proposal;
		cr_assert_eq(norm_romaniser_new(rows[i].country, gazetteer, &romaniser), NORM_OK);
		cr_expect_str_eq(first_of(romaniser, "عَيْن صالح"), rows[i].first);
		cr_assert(norm_romaniser_proposal(romaniser, 1, &proposal));
		cr_expect_str_eq(proposal.text, rows[i].second);
		cr_expect_eq(proposal.origin, NORM_ORIGIN_GAZETTEER);
		cr_expect_float_eq(proposal.confidence, 0.5, 1e-9);
		cr_assert(norm_romaniser_proposal(romaniser, 2, &proposal));
		cr_expect_eq(proposal.origin, NORM_ORIGIN_RULES);
		cr_assert_eq(norm_arabise(romaniser, "in salah", 8), NORM_OK);
		cr_assert(norm_romaniser_proposal(romaniser, 0, &proposal));
		cr_expect_str_eq(proposal.text, "عين صالح");
		cr_expect_float_eq(proposal.confidence, 1, 1e-9);
		norm_romaniser_free(romaniser);
	}
	norm_gazetteer_free(gazetteer);
}
