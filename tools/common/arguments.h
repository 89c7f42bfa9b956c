/* SPDX-License-Identifier: MIT */
/*
 * The command line of a tool: its table of options, the options that all tools have, and which were given. A tool brings a
 * table, a function that takes one option, and its own checks.
 */
#ifndef COMMON_ARGUMENTS_H
#define COMMON_ARGUMENTS_H

#include <popt.h>
#include <stdbool.h>
#include <stddef.h>

#include "common/i18n.h"

/* What popt returns (`val`) for the options of all tools; those of a tool are ARGUMENT_OWN and up, below the limit. */
enum { ARGUMENT_COLOR = 1, ARGUMENT_DATA_DIR, ARGUMENT_HELP, ARGUMENT_VERSION, ARGUMENT_OWN, ARGUMENT_LIMIT = 32 };

/* An option among those that were seen. */
#define BIT(option) (1u << (option))

/* Entries of a table: a group of options with its heading, and the options of all tools. */
#define ARGUMENT_GROUP(table, heading) {NULL, '\0', POPT_ARG_INCLUDE_TABLE, (table), 0, heading, NULL}
#define ARGUMENT_COLOR_ENTRY                                                                                             \
	{"color", '\0', POPT_ARG_STRING, NULL, ARGUMENT_COLOR,                                                           \
	 N_("colour: auto (on terminals, unless NO_COLOR is set), always or never"), N_("=WHEN")}
#define ARGUMENT_DATA_DIR_ENTRY                                                                                          \
	{"data-dir", '\0', POPT_ARG_STRING, NULL, ARGUMENT_DATA_DIR,                                                     \
	 N_("take the data of libnorm from DIR instead of where it is installed"), N_("=DIR")}
#define ARGUMENT_HELP_ENTRY {"help", 'h', POPT_ARG_NONE, NULL, ARGUMENT_HELP, N_("show this page"), NULL}
#define ARGUMENT_VERSION_ENTRY {"version", 'V', POPT_ARG_NONE, NULL, ARGUMENT_VERSION, N_("show the version"), NULL}

struct arguments {
	const struct poptOption *table;
	unsigned seen;            /* BIT() of each option that was given */
	int about;                /* ARGUMENT_HELP or ARGUMENT_VERSION: nothing but that is wanted; else 0 */
	const char *data_dir;     /* NULL: not given */
	const char *const *files; /* what is no option, NULL-terminated */
	size_t count;             /* of them */
	poptContext popt;         /* owns the files */
	char **argv;              /* what popt reads */
	char **owned;             /* values that popt handed over, NULL-terminated; they stay until the release */
};

/* Called with each option of the tool itself; `value` is NULL for those that take none. False after a message. */
typedef bool argument_taker(void *user, int option, const char *value);

/*
 * Read the command line; --help and --version end it at once, whatever else is there. `arguments` need not be initialised.
 * @return false after a message. Release in both cases.
 */
bool arguments_read(struct arguments *arguments, const struct poptOption *table, int argc, char **argv,
		    argument_taker *take, void *user);
void arguments_release(struct arguments *arguments);

/* The long name of an option. */
const char *arguments_name(const struct arguments *arguments, int option);
/* Of each group of options (their BIT()s) one at most can be given. False after a message. */
bool arguments_check_exclusive(const struct arguments *arguments, const unsigned *groups, size_t count);
/* Point at --help, behind a message. @return false, for checks that end with it. */
bool arguments_refuse(void);

#endif
