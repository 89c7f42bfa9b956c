/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer_bed.h"

#define TINZAOUATENE "\u062A\u064A\u0646 \u0632\u0648\u0627\u062A\u064A\u0646"

static const char base[] =
	"id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\n"
	"wd:Q3\tDZ\tlocality\t19.95\t2.9667\tfr\tTinzaouat\u00E8ne\tpreferred\ttest\n"
	"wd:Q3\tDZ\tlocality\t\t\tfr\tTin Zaouatine\tvariant\tother\n"
	"wd:Q3\tDZ\tlocality\t\t\tar\t" TINZAOUATENE "\tpreferred\ttest\n"
	"wd:Q1\tTD\tcapital\t12.11\t15.05\tfr\tN'Djam\u00E9na\tpreferred\ttest\n"
	"wd:Q1\tTD\tcapital\t\t\tfr\tFort-Lamy\thistoric\ttest\n"
	"wd:Q1\tTD\tcapital\t\t\ten\tN'Djamena\texonym\ttest\n"
	"ln:sea\t\tsea\t\t\tfr\tMer Rouge\tpreferred\ttest\n"
	"wd:Q9\tTD\tregion\t-3.0000001\t-0.5\tfr\tMao\tpreferred\ttest\n"
	"wd:Q8\tTD\ttown\t\t\tfr\tMao\tpreferred\ttest\n";

static const char *const base_only[] = {base};

Test(gazetteer, places_are_sorted_by_id)
{
	static const char *const ids[] = {"ln:sea", "wd:Q1", "wd:Q3", "wd:Q8", "wd:Q9"};
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	norm_place place;
	cr_assert_eq(norm_gazetteer_size(gazetteer), 5);
	for (uint32_t i = 0; i < 5; i++) {
		uint32_t found = 77;
		cr_assert(norm_gazetteer_place(gazetteer, i, &place));
		cr_expect_str_eq(place.id, ids[i]);
		cr_expect(norm_gazetteer_by_id(gazetteer, ids[i], &found));
		cr_expect_eq(found, i);
	}
	cr_expect_not(norm_gazetteer_place(gazetteer, 5, &place));
	cr_expect_not(norm_gazetteer_place(gazetteer, UINT32_MAX, &place));
	norm_gazetteer_free(gazetteer);
}

Test(gazetteer, what_a_place_is)
{
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	norm_place place;
	cr_assert(norm_gazetteer_place(gazetteer, 2, &place));
	cr_expect_str_eq(place.country, "DZ");
	cr_expect_str_eq(place.feature, "locality");
	cr_expect_float_eq(place.lat, 19.95, 1e-9);
	cr_expect_float_eq(place.lon, 2.9667, 1e-9);
	cr_expect_eq(place.form_count, 3);
	cr_assert(norm_gazetteer_place(gazetteer, 0, &place));
	cr_expect_str_eq(place.country, "");
	cr_expect(isnan(place.lat) && isnan(place.lon));
	cr_assert(norm_gazetteer_place(gazetteer, 4, &place));
	cr_expect_float_eq(place.lat, -3.0000001, 1e-9);
	cr_expect_float_eq(place.lon, -0.5, 1e-9);
	norm_gazetteer_free(gazetteer);
}

Test(gazetteer, forms)
{
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	cr_expect_str_eq(forms_of(gazetteer, "wd:Q3"), "Tin Zaouatine|fr|variant;Tinzaouat\u00E8ne|fr|preferred;" TINZAOUATENE
						       "|ar|preferred");
	cr_expect_str_eq(forms_of(gazetteer, "wd:Q1"),
			 "Fort-Lamy|fr|historic;N'Djam\u00E9na|fr|preferred;N'Djamena|en|exonym");
	cr_expect_str_eq(forms_of(gazetteer, "wd:Q"), "-");
	norm_place_form form;
	cr_assert(norm_gazetteer_form(gazetteer, 2, 0, &form));
	cr_expect_str_eq(form.source, "other");
	cr_expect_not(norm_gazetteer_form(gazetteer, 2, 3, &form));
	cr_assert(norm_gazetteer_preferred(gazetteer, 2, "fr", &form));
	cr_expect_str_eq(form.text, "Tinzaouat\u00E8ne");
	cr_assert(norm_gazetteer_preferred(gazetteer, 2, "ar", &form));
	cr_expect_str_eq(form.text, TINZAOUATENE);
	cr_expect_not(norm_gazetteer_preferred(gazetteer, 2, "en", &form));
	cr_expect_not(norm_gazetteer_preferred(gazetteer, 2, "xx", &form));
	cr_expect_str_eq(form.text, TINZAOUATENE, "untouched");
	norm_gazetteer_free(gazetteer);
}

Test(gazetteer, names_are_looked_up_by_their_letters)
{
	static const char *const cases[][2] = {
		{"Tinzaouat\u00E8ne", "wd:Q3"}, {"TIN ZAOUATENE", "wd:Q3"}, {"tin-zaouatine", "wd:Q3"}, {TINZAOUATENE, "wd:Q3"},
		{"\u062A\u064A\u0646\u0632\u0648\u0627\u062A\u064A\u0646", "wd:Q3"}, {"N\u2019Djamena", "wd:Q1 wd:Q1"},
		{"fort lamy", "wd:Q1"}, {"Mao", "wd:Q8 wd:Q9"}, {"Mer", ""}, {"Mer Rouges", ""}, {"", ""}, {"?", ""},
		{"\xFF", ""},
	};
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		cr_expect_str_eq(ids_of(gazetteer, cases[i][0]), cases[i][1], "%s", cases[i][0]);
	norm_gazetteer_free(gazetteer);
}

Test(gazetteer, a_name_of_a_million_letters)
{
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	char *name = malloc(1000000);
	size_t total = 7;
	memset(name, 'm', 1000000);
	cr_expect_eq(norm_gazetteer_lookup(gazetteer, name, 1000000, NULL, 0, &total), NORM_OK);
	cr_expect_eq(total, 0);
	free(name);
	norm_gazetteer_free(gazetteer);
}

Test(gazetteer, lookup_counts_what_does_not_fit)
{
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	norm_place_name names[2] = {{99, 99}, {99, 99}};
	size_t total = 0;
	cr_expect_eq(norm_gazetteer_lookup(gazetteer, "Mao", 3, names, 1, &total), NORM_OK);
	cr_expect_eq(total, 2);
	cr_expect_eq(names[0].place, 3);
	cr_expect_eq(names[1].place, 99);
	cr_expect_eq(norm_gazetteer_lookup(gazetteer, NULL, 0, NULL, 0, &total), NORM_OK);
	cr_expect_eq(total, 0);
	cr_expect_eq(norm_gazetteer_lookup(NULL, "Mao", 3, names, 1, &total), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_lookup(gazetteer, NULL, 3, names, 1, &total), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_lookup(gazetteer, "Mao", 3, NULL, 1, &total), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_lookup(gazetteer, "Mao", 3, names, 1, NULL), NORM_E_MISUSE);
	norm_gazetteer_free(gazetteer);
}

Test(gazetteer, an_empty_one_and_none)
{
	static const char *const empty[] = {""};
	norm_gazetteer *gazetteers[] = {stack_of(empty, 1), stack_of(NULL, 0), NULL};
	for (size_t i = 0; i < 3; i++) {
		norm_place place;
		norm_place_form form;
		uint32_t number;
		cr_expect_eq(norm_gazetteer_size(gazetteers[i]), 0);
		cr_expect_not(norm_gazetteer_place(gazetteers[i], 0, &place));
		cr_expect_not(norm_gazetteer_form(gazetteers[i], 0, 0, &form));
		cr_expect_not(norm_gazetteer_preferred(gazetteers[i], 0, "fr", &form));
		cr_expect_not(norm_gazetteer_by_id(gazetteers[i], "wd:Q1", &number));
		cr_expect_eq(norm_gazetteer_check(gazetteers[i], NULL), gazetteers[i] ? NORM_OK : NORM_E_MISUSE);
		if (gazetteers[i])
			cr_expect_str_eq(ids_of(gazetteers[i], "Mao"), "");
		norm_gazetteer_free(gazetteers[i]);
	}
}

Test(gazetteer, in_one_table_the_later_row_counts)
{
	static const char *const cases[][2] = {
		{"a\tTD\ttown\t\t\tfr\tX\tvariant\ttest\na\tTD\ttown\t\t\tfr\tX\thistoric\ttest\n", "X|fr|historic"},
		{"a\tTD\ttown\t\t\tfr\tX\tvariant\ttest\na\tTD\ttown\t\t\tfr\tX\tdeleted\ttest\n", "-"},
		{"a\tTD\ttown\t\t\tfr\tX\tvariant\ttest\na\t\t\t\t\t\t\tdeleted\t\n", "-"},
		{"a\tTD\ttown\t\t\tfr\tX\tvariant\ttest\na\t\t\t\t\t\t\tdeleted\t\na\tTD\ttown\t\t\tfr\tY\tvariant\ttest\n",
		 "Y|fr|variant"},
		{"a\t\t\t\t\tfr\tX\tdeleted\t\na\tTD\ttown\t\t\tfr\tX\tvariant\ttest\n", "X|fr|variant"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		norm_gazetteer *gazetteer = stack_of(&cases[i][0], 1);
		cr_expect_str_eq(forms_of(gazetteer, "a"), cases[i][1], "case %zu", i);
		norm_gazetteer_free(gazetteer);
	}
}

static void *use(void *user)
{
	const norm_gazetteer *gazetteer = user;
	size_t total, good = 0;
	norm_place_name name;
	for (int i = 0; i < 2000; i++)
		good += norm_gazetteer_lookup(gazetteer, "Mao", 3, &name, 1, &total) == NORM_OK && total == 2 && name.place == 3;
	return good == 2000 ? user : NULL;
}

Test(gazetteer, threads_share_one)
{
	norm_gazetteer *gazetteer = stack_of(base_only, 1);
	pthread_t threads[4];
	for (int i = 0; i < 4; i++)
		cr_assert_eq(pthread_create(&threads[i], NULL, use, gazetteer), 0);
	for (int i = 0; i < 4; i++) {
		void *result = NULL;
		pthread_join(threads[i], &result);
		cr_expect_eq(result, gazetteer);
	}
	norm_gazetteer_free(gazetteer);
}
