/* SPDX-License-Identifier: MIT */
/* Command lines as every tool reads them. */
#include <criterion/criterion.h>
#include <string.h>

#include "common/arguments.h"
#include "common/bytes.h"

enum { OPT_NAME = ARGUMENT_OWN, OPT_FORM, OPT_QUICK };

static struct poptOption own_table[] = {
	{"name", 'n', POPT_ARG_STRING, NULL, OPT_NAME, "a value", NULL},
	{"form", 'f', POPT_ARG_STRING | POPT_ARGFLAG_OPTIONAL, NULL, OPT_FORM, "perhaps a value", NULL},
	{"quick", 'q', POPT_ARG_NONE, NULL, OPT_QUICK, "no value", NULL},
	POPT_TABLEEND};
static struct poptOption all_table[] = {ARGUMENT_COLOR_ENTRY, ARGUMENT_DATA_DIR_ENTRY, ARGUMENT_HELP_ENTRY,
					ARGUMENT_VERSION_ENTRY, POPT_TABLEEND};
static const struct poptOption table[] = {
	ARGUMENT_GROUP(own_table, "Own:"), ARGUMENT_GROUP(all_table, "All:"), POPT_TABLEEND};

/* Writes what it is given, as in "5=x 7 "; the value "bad" it refuses. */
static bool take(void *user, int option, const char *value)
{
	bytes_format(user, value ? "%d=%s " : "%d ", option, value);
	return !value || strcmp(value, "bad") != 0;
}

static const struct row {
	const char *argv[8];
	bool good;
	const char *taken, *files, *data_dir;
	int about;
} rows[] = {
	{{"tool"}, true, "", "", NULL, 0},
	{{"tool", "a", "-n", "x", "b", "--quick", "-"}, true, "5=x 7 ", "a b - ", NULL, 0},
	{{"tool", "--name=x", "--data-dir=d", "--", "-q"}, true, "5=x ", "-q ", "d", 0},
	{{"tool", "-f", "a"}, true, "6= ", "a ", NULL, 0},
	{{"tool", "-qfa", "b"}, true, "7 6=a ", "b ", NULL, 0},
	{{"tool", "-q", "--help", "-n"}, true, "7 ", "", NULL, ARGUMENT_HELP},
	{{"tool", "-V", "--help"}, true, "", "", NULL, ARGUMENT_VERSION},
	{{"tool", "--color=never", "a"}, true, "", "a ", NULL, 0},
	{{"tool", "--color=red", "a"}, false, "", "", NULL, 0},
	{{"tool", "-n", "bad", "-q"}, false, "5=bad ", "", NULL, 0},
	{{"tool", "-n"}, false, "", "", NULL, 0},
	{{"tool", "--none"}, false, "", "", NULL, 0},
};

static void check_row(const struct row *row, size_t number)
{
	struct arguments arguments;
	struct bytes taken = {0}, files = {0};
	char *argv[8];
	int argc = 0;
	memcpy(argv, row->argv, sizeof argv);
	while (argv[argc])
		argc++;
	cr_expect_eq(arguments_read(&arguments, table, argc, argv, take, &taken), row->good, "%zu", number);
	for (size_t i = 0; i < arguments.count; i++)
		bytes_format(&files, "%s ", arguments.files[i]);
	cr_expect_null(arguments.files[arguments.count]);
	cr_expect_str_eq(bytes_text(&taken), row->taken, "%zu: %s", number, bytes_text(&taken));
	cr_expect_str_eq(bytes_text(&files), row->files, "%zu: %s", number, bytes_text(&files));
	cr_expect_eq(arguments.about, row->about, "%zu", number);
	cr_expect_eq(!arguments.data_dir, !row->data_dir, "%zu", number);
	if (row->data_dir && arguments.data_dir)
		cr_expect_str_eq(arguments.data_dir, row->data_dir);
	bytes_release(&taken);
	bytes_release(&files);
	arguments_release(&arguments);
}

Test(arguments, are_read)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		check_row(&rows[i], i);
}

Test(arguments, exclude_each_other)
{
	static const unsigned groups[] = {BIT(OPT_NAME) | BIT(OPT_FORM), BIT(OPT_QUICK) | BIT(ARGUMENT_COLOR)};
	static const struct {
		unsigned seen;
		bool good;
	} cases[] = {
		{0, true},
		{BIT(OPT_NAME) | BIT(OPT_QUICK), true},
		{BIT(OPT_NAME) | BIT(OPT_FORM), false},
		{BIT(OPT_FORM) | BIT(OPT_QUICK) | BIT(ARGUMENT_COLOR), false},
		{BIT(OPT_FORM) | BIT(ARGUMENT_COLOR) | BIT(ARGUMENT_DATA_DIR), true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct arguments arguments = {.table = table, .seen = cases[i].seen};
		cr_expect_eq(arguments_check_exclusive(&arguments, groups, 2), cases[i].good, "%zu", i);
	}
	struct arguments arguments = {.table = table};
	cr_expect_str_eq(arguments_name(&arguments, OPT_FORM), "form");
	cr_expect_str_eq(arguments_name(&arguments, ARGUMENT_VERSION), "version");
}
