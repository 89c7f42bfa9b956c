/* SPDX-License-Identifier: MIT */
#include "common/options.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/width.h"

#define HELP_COLUMN 30 /* where the descriptions start */

static bool is_last(const struct poptOption *option)
{
	return !option->longName && !option->shortName && !option->arg;
}

static const struct poptOption *sub_table(const struct poptOption *option)
{
	return (option->argInfo & POPT_ARG_MASK) == POPT_ARG_INCLUDE_TABLE ? option->arg : NULL;
}

/* The option of this letter or, where it is NUL, of the `len` bytes of this long name. */
static const struct poptOption *find(const struct poptOption *option, char letter, const char *name, size_t len)
{
	for (; !is_last(option); option++) {
		const struct poptOption *table = sub_table(option);
		if (table) {
			const struct poptOption *found = find(table, letter, name, len);
			if (found)
				return found;
		} else if (letter ? option->shortName == letter
				  : option->longName && strlen(option->longName) == len &&
					    !memcmp(option->longName, name, len)) {
			return option;
		}
	}
	return NULL;
}

static bool takes_optional_value(const struct poptOption *option)
{
	return option && option->argInfo & POPT_ARGFLAG_OPTIONAL;
}

/* Whether it takes the next argument, where no value is glued on. */
static bool takes_value(const struct poptOption *option)
{
	return option && (option->argInfo & POPT_ARG_MASK) != POPT_ARG_NONE && !takes_optional_value(option);
}

struct glue {
	char **argv;
	int argc;
	const struct poptOption *table;
};

static void add(struct glue *glue, const char *text, size_t len)
{
	glue->argv[glue->argc++] = memory_text(text, len);
}

static void add_glued(struct glue *glue, const struct poptOption *option, const char *value)
{
	struct bytes text = {0};
	bytes_format(&text, "--%s=%s", option->longName, value);
	add(glue, text.at, text.len);
	bytes_release(&text);
}

/* An argument "-abc". @return true when its last letter takes the next argument as its value. */
static bool add_letters(struct glue *glue, const char *letters)
{
	for (const char *at = letters + 1; *at; at++) {
		const struct poptOption *option = find(glue->table, *at, NULL, 0);
		if (takes_optional_value(option)) {
			if (at > letters + 1)
				add(glue, letters, (size_t)(at - letters));
			add_glued(glue, option, at + 1);
			return false;
		}
		if (takes_value(option)) {
			add(glue, letters, strlen(letters));
			return !at[1];
		}
	}
	add(glue, letters, strlen(letters));
	return false;
}

/* An argument "--name" or "--name=value". @return as add_letters(). */
static bool add_long(struct glue *glue, const char *argument)
{
	const char *name = argument + 2;
	size_t len = strcspn(name, "=");
	const struct poptOption *option = find(glue->table, '\0', name, len);
	if (!name[len] && takes_optional_value(option)) {
		add_glued(glue, option, "");
		return false;
	}
	add(glue, argument, strlen(argument));
	return !name[len] && takes_value(option);
}

char **options_glue(int argc, char **argv, const struct poptOption *table, int *ret_argc)
{
	struct glue glue = {.table = table};
	/* a cluster of letters may become two arguments */
	glue.argv = memory_grow(NULL, 2 * (size_t)argc + 1, sizeof *glue.argv);
	bool is_value = true; /* the name of the program is left alone like a value */
	bool options_over = false;
	for (int i = 0; i < argc; i++) {
		const char *argument = argv[i];
		bool is_option = !is_value && !options_over && argument[0] == '-' && argument[1];
		is_value = false;
		options_over |= is_option && !strcmp(argument, "--");
		if (!is_option || options_over)
			add(&glue, argument, strlen(argument));
		else
			is_value = argument[1] == '-' ? add_long(&glue, argument) : add_letters(&glue, argument);
	}
	glue.argv[glue.argc] = NULL;
	*ret_argc = glue.argc;
	return glue.argv;
}

void options_free(char **argv)
{
	for (char **at = argv; at && *at; at++)
		free(*at);
	free(argv);
}

const struct poptOption *options_find(const struct poptOption *option, int val)
{
	for (; !is_last(option); option++) {
		const struct poptOption *table = sub_table(option);
		const struct poptOption *found = table ? options_find(table, val) : option->val == val ? option : NULL;
		if (found)
			return found;
	}
	return NULL;
}

void options_hint(void)
{
	message_note(_("try \"%s --help\""), message_program());
}

int options_next(poptContext popt)
{
	int code = poptGetNextOpt(popt);
	if (code >= 0)
		return code;
	if (code == -1)
		return OPTIONS_END;
	const char *option = poptBadOption(popt, POPT_BADOPTION_NOALIAS);
	if (code == POPT_ERROR_BADOPT)
		message_error(_("%s: there is no such option"), option);
	else if (code == POPT_ERROR_NOARG)
		message_error(_("%s: needs a value"), option);
	else if (code == POPT_ERROR_UNWANTEDARG)
		message_error(_("%s: takes no value"), option);
	else
		message_error("%s: %s", option, poptStrerror(code));
	options_hint();
	return OPTIONS_BAD;
}

/* "  -p, --profile=PROFILE" */
static void append_names(struct bytes *bytes, const struct poptOption *option)
{
	if (option->shortName)
		bytes_format(bytes, "  -%c, --%s", option->shortName, option->longName);
	else
		bytes_format(bytes, "      --%s", option->longName);
	if (option->argDescrip)
		bytes_append_text(bytes, _(option->argDescrip));
}

static void append_option(struct bytes *bytes, const struct poptOption *option, int columns)
{
	size_t start = bytes->len;
	append_names(bytes, option);
	int width = width_of(bytes_text(bytes) + start);
	if (width + 2 > HELP_COLUMN) {
		bytes_append_char(bytes, '\n');
		width = 0;
	}
	width_spaces(bytes, HELP_COLUMN - width);
	width_wrap(bytes, _(option->descrip), HELP_COLUMN, columns);
	bytes_append_char(bytes, '\n');
}

void options_append_help(struct bytes *bytes, const struct poptOption *option, int columns)
{
	for (; !is_last(option); option++) {
		const struct poptOption *table = sub_table(option);
		if (table) {
			bytes_format(bytes, "\n%s\n", _(option->descrip));
			options_append_help(bytes, table, columns);
		} else {
			append_option(bytes, option, columns);
		}
	}
}
