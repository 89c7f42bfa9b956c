/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "libnorm/norm.h"

static const char *const names[][2] = {
    {"باتنة", "DZ"}, {"تين زواتين", "DZ"}, {"بنزرت", "TN"}, {"المحمدية", "TN"}, {"المحمدية", "DZ"}, {"", NULL}, {"كيدال", NULL},
};

static norm_name_index *make_index(void)
{
	norm_name_index *index;
	cr_assert_eq(norm_name_index_new(&index), NORM_OK);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		cr_assert_eq(norm_name_index_add(index, names[i][0], strlen(names[i][0]), names[i][1]), NORM_OK);
	return index;
}

static size_t find(const norm_name_index *index, const char *name, const char *country, norm_name_match *ret, size_t max)
{
	return norm_name_index_find(index, name, strlen(name), country, ret, max);
}

Test(name_index, finds_the_best)
{
	norm_name_index *index = make_index();
	norm_name_match matches[4];
	cr_expect_eq(find(index, "Batna", NULL, matches, 4), 0, "not ready");
	cr_assert_eq(norm_name_index_ready(index), NORM_OK);
	cr_assert_geq(find(index, "Tinzawaten", NULL, matches, 4), 1);
	cr_expect_eq(matches[0].entry, 1);
	cr_expect_geq(matches[0].score, NORM_NAME_SAME);
	cr_assert_eq(find(index, "Mohammedia", NULL, matches, 4), 2);
	cr_expect_eq(matches[0].entry, 3);
	cr_expect_eq(matches[1].entry, 4);
	cr_assert_eq(find(index, "Mohammedia", "DZ", matches, 4), 1);
	cr_expect_eq(matches[0].entry, 4);
	cr_assert_eq(find(index, "Kidal", "ML", matches, 4), 1, "a name whose country is not known");
	cr_expect_eq(find(index, "", NULL, matches, 4), 0);
	cr_expect_eq(find(index, "Batna", NULL, matches, 0), 0);
	norm_name_index_free(index);
	norm_name_index_free(NULL);
}

/* بنزرت has a consonant that Bizerte lacks. */
Test(name_index, finds_names_whose_keys_differ_by_one_consonant)
{
	norm_name_index *index = make_index();
	norm_name_match match;
	cr_assert_eq(norm_name_index_ready(index), NORM_OK);
	cr_assert_eq(find(index, "Bizerte", NULL, &match, 1), 1);
	cr_expect_eq(match.entry, 2);
	norm_name_index_free(index);
}

Test(name_index, takes_more_names_afterwards)
{
	norm_name_index *index = make_index();
	norm_name_match match;
	cr_assert_eq(norm_name_index_ready(index), NORM_OK);
	cr_assert_eq(norm_name_index_add(index, "Oran", 4, NULL), NORM_OK);
	cr_assert_eq(norm_name_index_ready(index), NORM_OK);
	cr_assert_eq(find(index, "وهران", NULL, &match, 1), 1);
	cr_expect_eq(match.entry, sizeof names / sizeof *names);
	norm_name_index_free(index);
}
