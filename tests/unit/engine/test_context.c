/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "libnorm/norm.h"
#include "unit/engine/files.h"

TestSuite(context, .init = files_begin, .fini = files_end);

/* What a listing visits: "name (summary); …". */
struct listing {
	char text[512];
	char last_file[256];
};

static void visit(void *user, const char *name, const char *file, const char *summary)
{
	struct listing *listing = user;
	size_t used = strlen(listing->text);
	snprintf(listing->text + used, sizeof listing->text - used, "%s (%s); ", name, summary);
	snprintf(listing->last_file, sizeof listing->last_file, "%s", file);
}

static norm_context *new_context(void)
{
	norm_context *context = NULL;
	cr_assert_eq(norm_context_new(files_dir, &context), NORM_OK);
	return context;
}

Test(context, lists_profiles_by_name)
{
	files_make_dir("profiles");
	files_write("profiles/b.ini", "# the second\n[arabic]\nalef = fold\n");
	files_write("profiles/a.ini", "; the first \n# not this\n");
	files_write("profiles/c.ini", "");
	files_write("profiles/README", "# no profile\n");
	files_write("profiles/.ini", "# no name\n");
	norm_context *context = new_context();
	struct listing listing = {0};
	cr_expect_eq(norm_context_list_profiles(context, visit, &listing), NORM_OK);
	cr_expect_str_eq(listing.text, "a (the first ); b (the second); c (); ");
	cr_expect_str_eq(listing.last_file, files_path("profiles/c.ini"));
	norm_context_free(context);
}

Test(context, the_directory_added_last_comes_first)
{
	files_make_dir("profiles");
	files_make_dir("own");
	files_write("profiles/a.ini", "# of the library\n");
	files_write("profiles/b.ini", "# of the library\n");
	files_write("own/a.ini", "# mine\n[latin]\naccents = strip\n");
	files_write("own/z.ini", "# mine\n");
	norm_context *context = new_context();
	cr_expect_eq(norm_context_add_profile_dir(context, files_path("nowhere")), NORM_OK);
	cr_expect_eq(norm_context_add_profile_dir(context, files_path("own")), NORM_OK);
	struct listing listing = {0};
	cr_expect_eq(norm_context_list_profiles(context, visit, &listing), NORM_OK);
	cr_expect_str_eq(listing.text, "a (mine); b (of the library); z (mine); ");
	norm_profile *profile = NULL;
	cr_assert_eq(norm_profile_get(context, "a", &profile, NULL), NORM_OK);
	cr_expect_str_eq(norm_profile_value(profile, norm_rule_find("latin.accents"))->name, "strip");
	norm_profile_free(profile);
	norm_context_free(context);
}

Test(context, a_missing_data_directory_shows_when_it_is_needed)
{
	norm_context *context = NULL;
	struct listing listing = {0};
	cr_assert_eq(norm_context_new(files_path("nowhere"), &context), NORM_OK);
	cr_expect_eq(norm_context_list_profiles(context, visit, &listing), NORM_E_DATA);
	cr_expect_str_empty(listing.text);
	norm_context_free(context);
}

Test(context, wrong_calls)
{
	struct listing listing = {0};
	norm_context *context = new_context();
	cr_expect_eq(norm_context_new(files_dir, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_context_add_profile_dir(NULL, "x"), NORM_E_MISUSE);
	cr_expect_eq(norm_context_add_profile_dir(context, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_context_list_profiles(NULL, visit, &listing), NORM_E_MISUSE);
	cr_expect_eq(norm_context_list_profiles(context, NULL, &listing), NORM_E_MISUSE);
	norm_context_free(context);
	norm_context_free(NULL);
}

Test(context, the_installed_data_is_the_default)
{
	norm_context *context = NULL;
	cr_expect_eq(norm_context_new(NULL, &context), NORM_OK);
	norm_context_free(context);
}

Test(context, a_profile_outlives_it)
{
	files_make_dir("profiles");
	files_write("profiles/a.ini", "[latin]\naccents = strip\n");
	norm_context *context = new_context();
	norm_profile *profile = NULL;
	norm_result *result = NULL;
	cr_assert_eq(norm_profile_get(context, "a", &profile, NULL), NORM_OK);
	norm_context_free(context);
	cr_assert_eq(norm_apply(profile, "\u00E9", 2, NORM_PLAIN, &result, NULL), NORM_OK);
	cr_expect_str_eq(norm_result_text(result, NULL), "e");
	norm_result_free(result);
	norm_profile_free(profile);
}
