/* SPDX-License-Identifier: MIT */
/* Profiles in files: finding them, including them, and what is said of those that cannot be read. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "libnorm/norm.h"
#include "unit/engine/files.h"

static norm_context *context;
static norm_profile *profile;
static norm_error error;

static void set_up(void)
{
	files_begin();
	files_make_dir("profiles");
	files_write("profiles/base.ini", "[arabic]\nalef = fold\ndigits = ascii\n");
	cr_assert_eq(norm_context_new(files_dir, &context), NORM_OK);
}

static void tear_down(void)
{
	norm_profile_free(profile);
	norm_context_free(context);
	files_end();
}

TestSuite(profile_files, .init = set_up, .fini = tear_down);

static const char *value_of(const char *id)
{
	return norm_profile_value(profile, norm_rule_find(id))->name;
}

static void expect_error(norm_status status, norm_error_code code, const char *file, unsigned line, const char *subject)
{
	cr_expect_eq(error.status, status, "status %d", (int)error.status);
	cr_expect_eq(error.code, code, "code %d", (int)error.code);
	cr_expect_str_eq(error.file, file, "%s", error.file);
	cr_expect_eq(error.line, line, "line %u", error.line);
	cr_expect_str_eq(error.subject, subject, "%s", error.subject);
	cr_expect_null(profile);
}

Test(profile_files, by_name)
{
	cr_assert_eq(norm_profile_get(context, "base", &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("arabic.alef"), "fold");
	cr_expect_eq(error.status, NORM_OK);
}

Test(profile_files, by_path)
{
	files_write("elsewhere.ini", "[latin]\naccents = strip\n");
	cr_assert_eq(norm_profile_get(context, files_path("elsewhere.ini"), &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("latin.accents"), "strip");
}

Test(profile_files, by_path_from_the_working_directory)
{
	files_write("elsewhere.ini", "[latin]\naccents = strip\n");
	cr_assert_eq(chdir(files_dir), 0);
	cr_assert_eq(norm_profile_get(context, "./elsewhere.ini", &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("latin.accents"), "strip");
}

Test(profile_files, what_is_included_is_inherited)
{
	files_write("profiles/own.ini", "# mine\ninclude = base\n[arabic]\nalef = keep\n");
	cr_assert_eq(norm_profile_get(context, "own", &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("arabic.alef"), "keep");
	cr_expect_str_eq(value_of("arabic.digits"), "ascii");
}

Test(profile_files, of_several_includes_the_last_wins)
{
	files_write("profiles/other.ini", "[arabic]\nalef = keep\n[latin]\naccents = strip\n");
	files_write("profiles/own.ini", "include = base\ninclude = other\n");
	cr_assert_eq(norm_profile_get(context, "own", &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("arabic.alef"), "keep");
	cr_expect_str_eq(value_of("arabic.digits"), "ascii");
	cr_expect_str_eq(value_of("latin.accents"), "strip");
}

Test(profile_files, severities_are_inherited)
{
	files_write("profiles/loud.ini", "[severity]\narabic.alef = error\nspaces.runs = error\n");
	files_write("profiles/own.ini", "include = loud\n[severity]\nspaces.runs = off\n");
	cr_assert_eq(norm_profile_get(context, "own", &profile, &error), NORM_OK);
	cr_expect_eq(norm_profile_severity(profile, norm_rule_find("arabic.alef")), NORM_SEVERITY_ERROR);
	cr_expect_eq(norm_profile_severity(profile, norm_rule_find("spaces.runs")), NORM_SEVERITY_OFF);
}

Test(profile_files, a_severity_of_no_rule_names_its_file)
{
	files_write("profiles/loud.ini", "[severity]\n\nspaces.run = error\n");
	files_write("profiles/own.ini", "include = loud\n");
	cr_expect_eq(norm_profile_get(context, "own", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_UNKNOWN_KEY, files_path("profiles/loud.ini"), 3, "spaces.run");
	cr_expect_str_eq(error.nearest, "spaces.runs");
}

/* The same profile twice is no cycle. */
Test(profile_files, a_profile_may_be_included_twice)
{
	files_write("profiles/left.ini", "include = base\n");
	files_write("profiles/right.ini", "include = base\n");
	files_write("profiles/own.ini", "include = left\ninclude = right\n");
	cr_expect_eq(norm_profile_get(context, "own", &profile, &error), NORM_OK);
}

/* A path is taken from where the including file is. */
Test(profile_files, include_by_path)
{
	files_make_dir("own");
	files_make_dir("own/deep");
	files_write("own/deep/a.ini", "include = ../b.ini\n");
	files_write("own/b.ini", "include = ./c.ini\ninclude = base\n");
	files_write("own/c.ini", "[latin]\naccents = strip\n");
	cr_assert_eq(norm_profile_get(context, files_path("own/deep/a.ini"), &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("latin.accents"), "strip");
	cr_expect_str_eq(value_of("arabic.alef"), "fold");
}

Test(profile_files, include_from_memory)
{
	static const char text[] = "include = base\n[latin]\naccents = strip\n";
	cr_assert_eq(norm_profile_parse(context, text, sizeof text - 1, &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("arabic.alef"), "fold");
	cr_expect_str_eq(value_of("latin.accents"), "strip");
}

Test(profile_files, no_such_profile)
{
	files_write("profiles/search.ini", "");
	cr_expect_eq(norm_profile_get(context, "serch", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_NO_PROFILE, "", 0, "serch");
	cr_expect_str_eq(error.nearest, "search");
	cr_expect_str_eq(error.expected, "base, search");
	cr_expect_eq(norm_profile_get(context, "", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_NO_PROFILE, "", 0, "");
}

Test(profile_files, no_such_included_profile)
{
	files_write("profiles/own.ini", "# x\ninclude = bass\n");
	cr_expect_eq(norm_profile_get(context, "own", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_NO_PROFILE, files_path("profiles/own.ini"), 2, "bass");
	cr_expect_str_eq(error.nearest, "base");
}

Test(profile_files, no_such_data)
{
	norm_context *nowhere = NULL;
	cr_assert_eq(norm_context_new(files_path("nowhere"), &nowhere), NORM_OK);
	cr_expect_eq(norm_profile_get(nowhere, "clean", &profile, &error), NORM_E_DATA);
	expect_error(NORM_E_DATA, NORM_ERROR_NO_DATA, files_path("nowhere/profiles"), 0, "clean");
	norm_context_free(nowhere);
}

Test(profile_files, no_such_file)
{
	const char *path = files_path("nothing.ini");
	cr_expect_eq(norm_profile_get(context, path, &profile, &error), NORM_E_DATA);
	expect_error(NORM_E_DATA, NORM_ERROR_UNREADABLE, path, 0, "no such file");
}

Test(profile_files, directory)
{
	cr_expect_eq(norm_profile_get(context, files_path("profiles"), &profile, &error), NORM_E_DATA);
	expect_error(NORM_E_DATA, NORM_ERROR_UNREADABLE, files_path("profiles"), 0, "is a directory");
	files_make_dir("profiles/folder.ini");
	cr_expect_eq(norm_profile_get(context, "folder", &profile, &error), NORM_E_DATA);
	expect_error(NORM_E_DATA, NORM_ERROR_UNREADABLE, files_path("profiles/folder.ini"), 0, "is a directory");
	cr_expect_eq(norm_profile_get(context, files_path("profiles/base.ini/x.ini"), &profile, &error), NORM_E_DATA);
	cr_expect_str_eq(error.subject, "not a directory");
}

Test(profile_files, without_permission)
{
	if (geteuid() == 0)
		return; /* may read everything */
	files_write("profiles/secret.ini", "");
	cr_assert_eq(chmod(files_path("profiles/secret.ini"), 0), 0);
	cr_expect_eq(norm_profile_get(context, "secret", &profile, &error), NORM_E_DATA);
	expect_error(NORM_E_DATA, NORM_ERROR_UNREADABLE, files_path("profiles/secret.ini"), 0, "permission denied");
}

/* A device that never ends is no profile. */
Test(profile_files, too_large)
{
	cr_expect_eq(norm_profile_get(context, "/dev/zero", &profile, &error), NORM_E_DATA);
	expect_error(NORM_E_DATA, NORM_ERROR_UNREADABLE, "/dev/zero", 0, "too large for a profile");
}

Test(profile_files, an_error_in_an_included_file_names_that_file)
{
	files_write("profiles/bad.ini", "[arabic]\n\nalif = fold\n");
	files_write("profiles/own.ini", "include = bad\n[nowhere]\n");
	cr_expect_eq(norm_profile_get(context, "own", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_UNKNOWN_KEY, files_path("profiles/bad.ini"), 3, "alif");
	char message[512], expected[512];
	norm_error_format(&error, message, sizeof message);
	snprintf(expected, sizeof expected, "%s:3: unknown key \"alif\" in section [arabic]; did you mean \"alef\"?",
		 files_path("profiles/bad.ini"));
	cr_expect_str_eq(message, expected);
}

/* Behind an include the numbers of lines go on where they were. */
Test(profile_files, lines_behind_an_include)
{
	files_write("profiles/own.ini", "# one\ninclude = base\n# three\n[arabic]\nalif = fold\n");
	cr_expect_eq(norm_profile_get(context, "own", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_UNKNOWN_KEY, files_path("profiles/own.ini"), 5, "alif");
}

Test(profile_files, include_cycle)
{
	files_write("profiles/self.ini", "include = self\n");
	files_write("profiles/a.ini", "include = b\n");
	files_write("profiles/b.ini", "include = c\n");
	files_write("profiles/c.ini", "\ninclude = a\n");
	cr_expect_eq(norm_profile_get(context, "self", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_INCLUDE_CYCLE, files_path("profiles/self.ini"), 1, "self");
	cr_expect_eq(norm_profile_get(context, "a", &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_INCLUDE_CYCLE, files_path("profiles/c.ini"), 2, "a");
}

/* A profile that hides one of the library's by its name, and includes that name, includes itself. */
Test(profile_files, include_cycle_from_memory)
{
	files_write("profiles/a.ini", "include = a\n");
	cr_expect_eq(norm_profile_parse(context, "include = a\n", 12, &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_INCLUDE_CYCLE, files_path("profiles/a.ini"), 1, "a");
}

static void write_chain(unsigned length)
{
	for (unsigned i = 0; i < length; i++) {
		char name[32], text[64];
		snprintf(name, sizeof name, "profiles/n%u.ini", i);
		snprintf(text, sizeof text, "include = n%u\n", i + 1);
		files_write(name, i + 1 < length ? text : "include = base\n");
	}
}

Test(profile_files, include_depth)
{
	write_chain(10);
	cr_expect_eq(norm_profile_get(context, "n0", &profile, &error), NORM_OK);
	norm_profile_free(profile);
	profile = NULL;
	write_chain(40);
	cr_expect_eq(norm_profile_get(context, "n0", &profile, &error), NORM_E_PROFILE);
	cr_expect_eq(error.code, NORM_ERROR_INCLUDE_DEPTH);
	cr_expect_eq(error.line, 1);
}

/* A file is what it is, by whatever name it is included. */
Test(profile_files, include_cycle_through_other_names)
{
	files_make_dir("profiles/x");
	files_write("profiles/x/y.ini", "include = ../x/y.ini\n");
	cr_expect_eq(norm_profile_get(context, files_path("profiles/x/y.ini"), &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_INCLUDE_CYCLE, files_path("profiles/x/y.ini"), 1, "../x/y.ini");
	files_write("profiles/x/a.ini", "include = ./b.ini\n");
	files_write("profiles/x/b.ini", "\ninclude = ./a.ini\n");
	cr_expect_eq(norm_profile_get(context, files_path("profiles/x/a.ini"), &profile, &error), NORM_E_PROFILE);
	expect_error(NORM_E_PROFILE, NORM_ERROR_INCLUDE_CYCLE, files_path("profiles/x/b.ini"), 2, "./a.ini");
}

Test(profile_files, files_with_a_byte_order_mark)
{
	files_write("profiles/own.ini", "\xEF\xBB\xBFinclude = base\r\n[latin]\r\naccents = strip\r\n");
	cr_assert_eq(norm_profile_get(context, "own", &profile, &error), NORM_OK);
	cr_expect_str_eq(value_of("arabic.alef"), "fold");
	cr_expect_str_eq(value_of("latin.accents"), "strip");
}

Test(profile_files, empty_file)
{
	files_write("profiles/own.ini", "");
	cr_expect_eq(norm_profile_get(context, "own", &profile, &error), NORM_OK);
}
