/* SPDX-License-Identifier: MIT */
/* Several files above each other. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "gazetteer_bed.h"
#include "libnorm/place_finder.h"
#include "places/gazetteer.h"

static const char base[] = "a\tTD\ttown\t1\t2\tfr\tMao\tpreferred\tbase\n"
			   "a\tTD\ttown\t\t\tfr\tMaou\tvariant\tbase\n"
			   "a\tTD\ttown\t\t\tar\t\u0645\u0627\u0648\tpreferred\tbase\n"
			   "b\tML\ttown\t3\t4\tfr\tGao\tpreferred\tbase\n"
			   "c\tNE\ttown\t5\t6\tfr\tSay\tpreferred\tbase\n";

/* What one file above makes of place a, and which places have these names then. */
static const struct {
	const char *what, *above, *forms, *mao, *maou;
} cases[] = {
	{"nothing", "", "Mao|fr|preferred;Maou|fr|variant;\u0645\u0627\u0648|ar|preferred", "a", "a"},
	{"another place", "d\tTD\ttown\t\t\tfr\tMao\tpreferred\tmine\n",
	 "Mao|fr|preferred;Maou|fr|variant;\u0645\u0627\u0648|ar|preferred", "d a", "a"},
	{"a form", "a\tTD\ttown\t\t\tfr\tMaho\tvariant\tmine\n",
	 "Maho|fr|variant;Mao|fr|preferred;Maou|fr|variant;\u0645\u0627\u0648|ar|preferred", "a", "a"},
	{"another preferred form", "a\tTD\ttown\t\t\tfr\tMaho\tpreferred\tmine\n",
	 "Maho|fr|preferred;Mao|fr|variant;Maou|fr|variant;\u0645\u0627\u0648|ar|preferred", "a", "a"},
	{"the same form, now preferred", "a\tTD\ttown\t\t\tfr\tMaou\tpreferred\tmine\n",
	 "Maou|fr|preferred;Mao|fr|variant;\u0645\u0627\u0648|ar|preferred", "a", "a"},
	{"the same form in another language", "a\tTD\ttown\t\t\ten\tMao\tpreferred\tmine\n",
	 "Mao|en|preferred;Mao|fr|preferred;Maou|fr|variant;\u0645\u0627\u0648|ar|preferred", "a a", "a"},
	{"a form is deleted", "a\t\t\t\t\tfr\tMaou\tdeleted\t\n", "Mao|fr|preferred;\u0645\u0627\u0648|ar|preferred", "a", ""},
	{"the preferred form is deleted", "a\t\t\t\t\tfr\tMao\tdeleted\t\n", "Maou|fr|variant;\u0645\u0627\u0648|ar|preferred",
	 "", "a"},
	{"what is not there is deleted", "a\t\t\t\t\tfr\tMaouu\tdeleted\t\nz\t\t\t\t\t\t\tdeleted\t\n",
	 "Mao|fr|preferred;Maou|fr|variant;\u0645\u0627\u0648|ar|preferred", "a", "a"},
	{"the place is deleted", "a\t\t\t\t\t\t\tdeleted\t\n", "-", "", ""},
	{"the place begins anew", "a\t\t\t\t\t\t\tdeleted\t\na\tML\tcity\t\t\tfr\tMaou\tvariant\tmine\n", "Maou|fr|variant", "",
	 "a"},
	{"all forms are deleted",
	 "a\t\t\t\t\tfr\tMao\tdeleted\t\na\t\t\t\t\tfr\tMaou\tdeleted\t\na\t\t\t\t\tar\t\u0645\u0627\u0648\tdeleted\t\n", "-", "",
	 ""},
};

Test(stack, one_file_above)
{
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *tables[] = {base, cases[i].above};
		norm_gazetteer *gazetteer = stack_of(tables, 2);
		cr_expect_str_eq(forms_of(gazetteer, "a"), cases[i].forms, "%s", cases[i].what);
		cr_expect_str_eq(ids_of(gazetteer, "Mao"), cases[i].mao, "%s", cases[i].what);
		cr_expect_str_eq(ids_of(gazetteer, "Maou"), cases[i].maou, "%s", cases[i].what);
		cr_expect_str_eq(ids_of(gazetteer, "Gao"), "b", "%s", cases[i].what);
		norm_gazetteer_free(gazetteer);
	}
}

/* What is true of a stack however it is made: each id once, and each form found by its name at the number it has. */
static void check_stack(const norm_gazetteer *gazetteer, size_t places, const char *what)
{
	size_t count = 0;
	for (uint32_t i = 0; i < norm_gazetteer_size(gazetteer); i++) {
		norm_place place;
		norm_place_form form;
		uint32_t found = UINT32_MAX;
		bool is = norm_gazetteer_place(gazetteer, i, &place);
		count += is;
		cr_expect(is || !norm_gazetteer_form(gazetteer, i, 0, &form));
		cr_expect(!is || (norm_gazetteer_by_id(gazetteer, place.id, &found) && found == i), "%s", what);
		for (size_t j = 0; is && j < place.form_count; j++) {
			norm_place_name names[8];
			size_t total = 0, there = 0;
			cr_assert(norm_gazetteer_form(gazetteer, i, j, &form));
			cr_assert_eq(norm_gazetteer_lookup(gazetteer, form.text, strlen(form.text), names, 8, &total), NORM_OK);
			for (size_t k = 0; k < total; k++)
				there += names[k].place == i && names[k].form == j;
			cr_expect_eq(there, 1, "%s: %s", what, form.text);
		}
		cr_expect(!is || !norm_gazetteer_form(gazetteer, i, place.form_count, &form));
	}
	cr_expect_eq(count, places, "%s: %zu places", what, count);
}

Test(stack, each_place_and_form_is_there_once)
{
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *tables[] = {base, cases[i].above};
		norm_gazetteer *gazetteer = stack_of(tables, 2);
		bool gone = !strcmp(cases[i].forms, "-"), more = !strncmp(cases[i].above, "d\t", 2);
		check_stack(gazetteer, 3 - gone + more, cases[i].what);
		norm_gazetteer_free(gazetteer);
	}
}

Test(stack, what_the_place_is_says_the_topmost_file_that_knows)
{
	static const char *const tables[] = {base, "a\tML\tcity\t\t\tfr\tX\tvariant\tmine\n", "a\t\t\t\t\tfr\tMao\tdeleted\t\n",
					     "b\tML\ttown\t-3\t-4\tfr\tGao\tpreferred\tmine\n"};
	norm_gazetteer *gazetteer = stack_of(tables, 4);
	norm_place place;
	uint32_t a, b;
	cr_assert(norm_gazetteer_by_id(gazetteer, "a", &a) && norm_gazetteer_by_id(gazetteer, "b", &b));
	cr_assert(norm_gazetteer_place(gazetteer, a, &place));
	cr_expect_str_eq(place.country, "ML");
	cr_expect_str_eq(place.feature, "city");
	cr_expect_eq(place.lat, 1);
	cr_assert(norm_gazetteer_place(gazetteer, b, &place));
	cr_expect_eq(place.lat, -3);
	check_stack(gazetteer, 3, "four files");
	norm_gazetteer_free(gazetteer);
}

/* Deleted in the second file, back in the third. */
Test(stack, what_was_deleted_can_come_back)
{
	static const char *const tables[] = {base, "a\t\t\t\t\t\t\tdeleted\t\nb\t\t\t\t\tfr\tGao\tdeleted\t\n",
					     "a\tTD\ttown\t\t\tfr\tMao\tvariant\tmine\nb\tML\ttown\t\t\tfr\tGao\tvariant\tmine\n"};
	norm_gazetteer *gazetteer = stack_of(tables, 3);
	cr_expect_str_eq(forms_of(gazetteer, "a"), "Mao|fr|variant");
	cr_expect_str_eq(forms_of(gazetteer, "b"), "Gao|fr|variant");
	norm_place place;
	uint32_t a;
	cr_assert(norm_gazetteer_by_id(gazetteer, "a", &a) && norm_gazetteer_place(gazetteer, a, &place));
	cr_expect(isnan(place.lat), "the file at the bottom does not count");
	check_stack(gazetteer, 3, "three files");
	norm_gazetteer_free(gazetteer);
}

Test(stack, no_more_than_32_files)
{
	const char *tables[NORM_GAZETTEER_FILES_MAX + 1];
	for (size_t i = 0; i < NORM_GAZETTEER_FILES_MAX; i++)
		tables[i] = base;
	norm_gazetteer *gazetteer = stack_of(tables, NORM_GAZETTEER_FILES_MAX);
	check_stack(gazetteer, 3, "32 files");
	norm_gazetteer_free(gazetteer);
	for (size_t i = 0; i <= NORM_GAZETTEER_FILES_MAX; i++)
		tables[i] = "no-such-file";
	norm_error error;
	gazetteer = NULL;
	cr_expect_eq(norm_gazetteer_open(NULL, tables, NORM_GAZETTEER_FILES_MAX + 1, &gazetteer, &error), NORM_E_LIMIT);
	cr_expect_eq(error.status, NORM_E_LIMIT);
	cr_expect_null(gazetteer);
}

Test(stack, a_context_has_the_files_at_the_bottom)
{
	norm_context *context = NULL;
	norm_gazetteer *gazetteer = NULL;
	norm_error error;
	char *bottom = write_gazetteer(base), *mine = write_gazetteer("a\t\t\t\t\tfr\tMaou\tdeleted\t\n"),
	     *top = write_gazetteer("a\tTD\ttown\t\t\tfr\tMaou\thistoric\tmine\n");
	cr_assert_eq(norm_context_new("/no/such/directory", &context), NORM_OK);
	cr_expect_eq(norm_gazetteer_open(context, NULL, 0, &gazetteer, &error), NORM_E_DATA);
	cr_expect_str_eq(error.file, "/no/such/directory/places/base.gaz");
	cr_expect_eq(error.code, NORM_ERROR_UNREADABLE);
	cr_assert_eq(norm_context_set_gazetteer(context, bottom), NORM_OK);
	cr_assert_eq(norm_context_add_gazetteer(context, mine), NORM_OK);
	cr_assert_eq(norm_gazetteer_open(context, NULL, 0, &gazetteer, &error), NORM_OK);
	cr_expect_str_eq(forms_of(gazetteer, "a"), "Mao|fr|preferred;\u0645\u0627\u0648|ar|preferred");
	norm_gazetteer_free(gazetteer);
	cr_assert_eq(norm_gazetteer_open(context, (const char *const *)&top, 1, &gazetteer, &error), NORM_OK);
	cr_expect_str_eq(forms_of(gazetteer, "a"), "Maou|fr|historic;Mao|fr|preferred;\u0645\u0627\u0648|ar|preferred");
	norm_gazetteer_free(gazetteer);
	cr_assert_eq(norm_context_set_gazetteer(context, NULL), NORM_OK);
	cr_assert_eq(norm_gazetteer_open(context, NULL, 0, &gazetteer, &error), NORM_OK);
	cr_expect_str_eq(forms_of(gazetteer, "a"), "-");
	norm_gazetteer_free(gazetteer);
	cr_expect_eq(norm_context_add_gazetteer(context, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_context_set_gazetteer(NULL, bottom), NORM_E_MISUSE);
	norm_context_free(context);
	remove_file(bottom);
	remove_file(mine);
	remove_file(top);
}

/* The id of the only place that is found in a text. */
static const char *found_in(const norm_gazetteer *gazetteer, const char *text)
{
	static char id[8];
	norm_place_finder *finder;
	norm_place_match match, second;
	norm_place place = {.id = "none"};
	cr_assert_eq(norm_place_finder_new(gazetteer, &finder), NORM_OK);
	cr_assert_eq(norm_place_finder_read(finder, text, strlen(text)), NORM_OK);
	if (norm_place_finder_match(finder, 0, &match))
		cr_assert(norm_gazetteer_place(gazetteer, match.place, &place));
	cr_expect(!norm_place_finder_match(finder, 1, &second), "one place of \"%s\"", text);
	norm_place_finder_free(finder);
	strcpy(id, place.id);
	return id;
}

/* A place of one file hides none of the others that have its name. */
Test(stack, the_finder_chooses_among_places_of_all_files)
{
	static const char *const tables[] = {
		"tl\tLY\tcapital\t\t\tfr\tTripoli\tpreferred\ts\n"
		"tl\tLY\tcapital\t\t\tar\tطرابلس\tpreferred\ts\n"
		"ca\tEG\tcapital\t\t\tfr\tLe Caire\tpreferred\ts\n"
		"ss\tSN\tcity\t\t\tfr\tSaint-Louis\tpreferred\ts\n",
		"v1\tNE\tvillage\t\t\tfr\tTripoli\tpreferred\ts\n"
		"v1\tNE\tvillage\t\t\tar\tطرابلس\tpreferred\ts\n"
		"v2\tNE\tvillage\t\t\tfr\tLe Caire\tpreferred\ts\n"
		"v3\tNE\tvillage\t\t\tfr\tLibreville\tpreferred\ts\n",
		"v4\tTD\tvillage\t\t\tfr\tTRIPOLI\tpreferred\ts\n"
		"tl\tLY\tcapital\t\t\tfr\tTripoly\tvariant\ts\n"
		"v3\t\t\t\t\tfr\tLibreville\tdeleted\ts\n",
	};
	static const struct {
		const char *text, *id;
	} texts[] = {
		{"On se bat autour de Tripoli.", "tl"},   {"معارك في محيط طرابلس.", "tl"},
		{"Un accord signé au Caire.", "ca"},      {"Il arrive à Saint-Louis.", "ss"},
		{"On se bat autour de Tripoly.", "tl"},   {"Il arrive à Libreville.", "none"},
	};
	norm_gazetteer *gazetteer = stack_of(tables, sizeof tables / sizeof tables[0]);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		cr_expect_str_eq(found_in(gazetteer, texts[i].text), texts[i].id, "%s", texts[i].text);
	norm_gazetteer_free(gazetteer);
}

/* A place counts once, however many of its forms are spelt so, in whatever files. */
Test(stack, how_sure_one_of_two_places_is)
{
	static const char *const tables[] = {
		"a\tML\ttown\t\t\tfr\tZabré\tpreferred\ts\n"
		"b\tTD\ttown\t\t\tfr\tZabré\tpreferred\ts\n"
		"b\tTD\ttown\t\t\ten\tZabré\tpreferred\ts\n",
		"a\tML\ttown\t\t\ten\tZabré\tpreferred\ts\n",
	};
	static const char text[] = "Ils sont arrivés dans la ville de Zabré.";
	for (size_t count = 1; count <= 2; count++) {
		norm_place_finder *finder;
		norm_place_match match;
		norm_gazetteer *gazetteer = stack_of(tables, count);
		cr_assert_eq(norm_place_finder_new(gazetteer, &finder), NORM_OK);
		cr_assert_eq(norm_place_finder_read(finder, text, sizeof text - 1), NORM_OK);
		cr_assert(norm_place_finder_match(finder, 0, &match));
		cr_expect(match.confidence > 0.49 && match.confidence < 0.5, "%zu: %f", count, match.confidence);
		norm_place_finder_free(finder);
		norm_gazetteer_free(gazetteer);
	}
}
