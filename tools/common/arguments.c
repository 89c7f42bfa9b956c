/* SPDX-License-Identifier: MIT */
#include "common/arguments.h"

#include <stdlib.h>

#include "common/colour.h"
#include "common/message.h"
#include "common/options.h"

static bool take_colour(const char *value)
{
	if (colour_choose(value))
		return true;
	message_error(_("--color=%s: must be auto, always or never"), value);
	return false;
}

/* An option of all tools, or one for the tool. */
static bool take_one(struct arguments *arguments, int option, const char *value, argument_taker *take, void *user)
{
	switch (option) {
	case ARGUMENT_COLOR:
		return take_colour(value);
	case ARGUMENT_DATA_DIR:
		arguments->data_dir = value;
		return true;
	case ARGUMENT_HELP:
	case ARGUMENT_VERSION:
		arguments->about = option;
		return true;
	default:
		return take(user, option, value);
	}
}

/* An empty value is a mistake, as an unset variable of a shell makes it, unless the option may have none. */
static bool is_empty(const struct arguments *arguments, int option, const char *value)
{
	if (!value || *value || options_find(arguments->table, option)->argInfo & POPT_ARGFLAG_OPTIONAL)
		return false;
	struct bytes shown = {0};
	bytes_format(&shown, "--%s", arguments_name(arguments, option));
	message_error(_("%s: needs a value"), bytes_text(&shown));
	bytes_release(&shown);
	return true;
}

/* popt gives values away. */
static void keep(struct arguments *arguments, size_t count, char *value)
{
	arguments->owned = memory_grow(arguments->owned, count + 2, sizeof *arguments->owned);
	arguments->owned[count] = value;
	arguments->owned[count + 1] = NULL;
}

static bool take_all(struct arguments *arguments, argument_taker *take, void *user)
{
	size_t count = 0;
	while (!arguments->about) {
		int option = options_next(arguments->popt);
		if (option == OPTIONS_END || option == OPTIONS_BAD)
			return option == OPTIONS_END;
		arguments->seen |= BIT(option);
		char *value = poptGetOptArg(arguments->popt);
		if (value)
			keep(arguments, count++, value);
		if (is_empty(arguments, option, value))
			return arguments_refuse();
		if (!take_one(arguments, option, value, take, user))
			return false;
	}
	return true;
}

bool arguments_read(struct arguments *arguments, const struct poptOption *table, int argc, char **argv,
		    argument_taker *take, void *user)
{
	static const char *const none[] = {NULL};
	*arguments = (struct arguments){.table = table, .files = none};
	arguments->argv = options_glue(argc, argv, table, &argc);
	void *glued = arguments->argv;
	arguments->popt = poptGetContext(NULL, argc, glued, table, 0);
	if (!arguments->popt)
		message_out_of_memory();
	if (!take_all(arguments, take, user))
		return false;
	const char *const *files = (const char *const *)poptGetArgs(arguments->popt);
	if (files)
		arguments->files = files;
	while (arguments->files[arguments->count])
		arguments->count++;
	return true;
}

void arguments_release(struct arguments *arguments)
{
	poptFreeContext(arguments->popt);
	options_free(arguments->argv);
	options_free(arguments->owned);
}

const char *arguments_name(const struct arguments *arguments, int option)
{
	return options_find(arguments->table, option)->longName;
}

bool arguments_refuse(void)
{
	options_hint();
	return false;
}

static bool check_group(const struct arguments *arguments, unsigned group)
{
	const char *first = NULL;
	for (int option = 1; option < ARGUMENT_LIMIT; option++) {
		if (!(arguments->seen & group & BIT(option)))
			continue;
		const char *name = arguments_name(arguments, option);
		if (first) {
			message_error(_("--%s and --%s cannot be used together"), first, name);
			return arguments_refuse();
		}
		first = name;
	}
	return true;
}

bool arguments_check_exclusive(const struct arguments *arguments, const unsigned *groups, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!check_group(arguments, groups[i]))
			return false;
	}
	return true;
}
